"""What is not part of a page's text is left out, and listed with the reason."""

import pytest

from plainlint.core.source import Source
from plainlint.document.model import DirectiveKind
from plainlint.document.readers import parse_source
from plainlint.document.readers.html.tree import Text, read_tree


def read(text):
    return parse_source(Source(text, format="html"))


def get_texts(document):
    return [block.text for block in document.blocks if block.text]


def get_reasons(document):
    slices = [(document.source.slice(part.span), part.reason) for part in document.excluded_texts]
    return dict(slices)


@pytest.mark.parametrize(
    ("left_out", "reason"),
    [
        ("<nav>Clinics and wards</nav>", "navigation"),
        ('<div role="navigation">Clinics and wards</div>', "navigation"),
        ('<ol aria-label="Breadcrumb"><li>Home<li>Care</ol>', "navigation"),
        ('<ul itemtype="https://schema.org/BreadcrumbList"><li>Home</ul>', "navigation"),
        ("<header>City Hospital</header>", "page header"),
        ('<div role="banner">City Hospital</div>', "page header"),
        ("<footer>All rights are ours.</footer>", "page footer"),
        ('<div role="contentinfo">All rights are ours.</div>', "page footer"),
        ("<aside>Read this too.</aside>", "sidebar"),
        ("<p hidden>For editors.</p>", "hidden text"),
        ('<div aria-hidden="true">For editors.</div>', "hidden text"),
        ('<p style="margin:0;display:none">For editors.</p>', "hidden text"),
        ("<template><p>For scripts.</p></template>", "hidden text"),
        ("<noscript>Turn on scripts.</noscript>", "hidden text"),
        ("<script>var a = 'You must read.';</script>", "script or style"),
        ("<style>p { color: red }</style>", "script or style"),
        ("<dialog open>We use cookies.</dialog>", "dialog"),
        ('<div role="dialog">We use cookies.</div>', "dialog"),
        ('<div aria-modal="true">We use cookies.</div>', "dialog"),
        ("<form><p>Tell us more.</p><input></form>", "form"),
        ("<button>Save the page</button>", "form"),
        ("<select><option>One<option>Two</select>", "form"),
        ("<svg><text>A drawing</text></svg>", "drawing"),
        ("<math><mi>x</mi></math>", "formula"),
        ("<iframe>Your browser has no frames.</iframe>", "embedded object"),
        ("<video>Your browser shows no films.</video>", "embedded object"),
        ("<![CDATA[Data of XML.]]>", "markup that browsers do not show"),
    ],
)
def test_parts_that_are_not_text(left_out, reason):
    document = read(f"<p>Wash your hands.</p>\n{left_out}\n<p>Use warm water.</p>")
    assert get_texts(document) == ["Wash your hands.", "Use warm water."]
    assert get_reasons(document) == {left_out: reason}


def test_a_page_is_its_main_part_with_its_title():
    document = read(
        "<body><header><h1>Eczema</h1><p>City Hospital helps.</p></header>"
        "<div><p>News of the day.</p><main><p>Use the cream.</p><aside>Ask us.</aside></main></div>"
    )
    assert get_texts(document) == ["Eczema", "Use the cream.", "Ask us."]
    assert get_reasons(document)["<p>News of the day.</p>"] == "outside the main part of the page"


def test_without_main_it_is_an_article_with_most_of_the_text():
    page = "<body><p>Log in.</p><article><h1>Eczema</h1><p>{}</p></article><p>Sign up.</p>"
    assert get_texts(read(page.format("Use the cream twice a day."))) == [
        "Eczema",
        "Use the cream twice a day.",
    ]
    cards = "<h1>Eczema</h1><p>Use the cream twice a day.</p><article><p>Hives</p></article>"
    assert get_texts(read(cards)) == ["Eczema", "Use the cream twice a day.", "Hives"]


def test_a_form_around_the_page_is_no_form():
    assert get_texts(
        read("<form id=aspnet><p>Use the cream twice a day.</p><input></form><p>Bye.</p>")
    ) == ["Use the cream twice a day.", "Bye."]


def test_controls_in_a_sentence_are_left_out_of_it():
    document = read(
        "<p>Press <button>Save</button> and wait. It is 2 <math><mi>x</mi></math> big.</p>"
    )
    assert "Save" not in document.blocks[0].text
    assert get_reasons(document) == {
        "<button>Save</button>": "form",
        "<math><mi>x</mi></math>": "formula",
    }


def test_images_have_a_text_or_are_decoration():
    document = read(
        '<p>See <img src=a.png alt="a hand"> and <img src=b.png alt=""> here. <img src=c.png>'
        ' <img width=1 height=1 src="pixel.gif"> <a href="/"><img src=logo.png alt=""></a></p>'
    )
    texts = {document.source.slice(part.span): part for part in document.excluded_texts}
    assert {markup: (part.reason, part.text) for markup, part in texts.items()} == {
        '<img src=a.png alt="a hand">': ("image text", "a hand"),
        '<img src=b.png alt="">': ("decorative image", ""),
        "<img src=c.png>": ("image text", ""),
        '<img width=1 height=1 src="pixel.gif">': ("decorative image", ""),
        '<img src=logo.png alt="">': ("image text", ""),
    }


def test_links_to_notes_are_marks_and_other_raised_text_is_not():
    document = read(
        '<p>Most get well.<sup>1,2</sup> It costs<a href="#n">[3]</a> 10 m<sup>2</sup> and 10<sup>9</sup>'
        ' cells. See <a href="#s">step 3</a>.</p>'
    )
    assert document.blocks[0].text == "Most get well. It costs 10 m2 and 109 cells. See step 3."


def test_template_code_is_left_out():
    document = read("{% include head %}<p>Call {{ phone }} now.</p><h2>{{ title }}</h2>")
    assert [block.text.replace("\ufffc", "*") for block in document.blocks] == ["Call * now.", ""]
    assert list(get_reasons(document).values()) == ["template code"] * 3


def test_comments_to_plainlint_count_in_the_text_and_in_the_head():
    document = read(
        "<head><!-- plainlint: disable-file=jargon --></head><p>A <!-- plainlint: enable --> b."
        "<script><!-- plainlint: disable=respect --></script>"
    )
    assert [directive.kind for directive in document.directives] == [
        DirectiveKind.FILE,
        DirectiveKind.ENABLE,
    ]


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ('<p lang="es">Hola, buenos dias.</p>', "es"),
        ('<div lang="es-MX"><p>Hola, buenos dias.</p></div>', "es-MX"),
        ('<p><span lang="fr">Bonjour, mes amis.</span></p>', "fr"),
        ('<p>We say <i lang="fr">bonjour</i> to all.</p>', ""),
        ('<p lang="en-GB">Hello to all of you.</p>', ""),
    ],
)
def test_blocks_of_another_language(page, language):
    document = read(f'<html lang="en-US"><p>Wash your hands.</p>{page}')
    assert [block.language for block in document.blocks] == ["", language]


def test_all_text_is_prose_or_listed():
    page = """<!doctype html><html><head><title>Eczema</title><style>p{}</style></head><body>
<div class=x>Loose <nav>Menu</nav> text <p>One</p> more <table><tr><td>cell</table> tail</div>
<dl><dt>Term<dd>What it is.</dl><ul>stray<li>item<p>par</ul><pre>code</pre><form>x<label>y</label></form>
<figure><img alt=z><figcaption>A hand</figcaption></figure><details><summary>s</summary>d</details>
<select><option>o</select><svg><text>t</text></svg><p>a<sup>[1]</sup> <code>b</code><br>c</body></html>"""
    document = read(page)
    covered = {
        offset
        for block in document.blocks
        for piece in block.prose.pieces
        for offset in range(piece.source_start, piece.source_end)
    }
    spans = [part.span for part in document.excluded_texts] + [document.front_matter.span]
    spans += [block.span for block in document.blocks if not block.text]
    covered.update(offset for span in spans for offset in range(*span))
    shown = [
        offset
        for node in read_tree(page).iter_nodes()
        if isinstance(node, Text)
        for segment in node.segments
        for offset in range(segment.start, segment.end)
    ]
    missing = [offset for offset in shown if offset not in covered and not page[offset].isspace()]
    assert not missing


def test_a_heading_without_text_is_a_heading():
    document = read("<h1></h1><h2><!-- title --> <script>x()</script></h2><p>Wash your hands.</p>")
    assert [(block.level, block.text) for block in document.blocks] == [
        (1, ""),
        (2, ""),
        (0, "Wash your hands."),
    ]


@pytest.mark.parametrize("page", ["<!-- open <b>Use it.</b>", "<!-- open", "<b class='x"])
def test_markup_that_never_closes_is_no_text(page):
    document = read(f"<p>Wash your hands.\n{page}")
    assert get_texts(document) == ["Wash your hands."]
    assert get_reasons(document) == {page: "markup that browsers do not show"}
