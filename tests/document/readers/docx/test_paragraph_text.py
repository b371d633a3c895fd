"""The text of a Word file's paragraphs: what a reader sees, run by run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.model import BlockKind
from tests.helpers.spans import words
from tests.helpers.word_files import (
    make_paragraph,
    make_run,
    make_style,
    make_word_file,
    read_word_file,
)


def read(*runs, **parts):
    """Return the document of a file with one paragraph."""
    return read_word_file(make_word_file(make_paragraph(*runs), **parts))


def read_text(*runs, **parts):
    (block,) = read(*runs, **parts).blocks
    return block.text


def list_excluded(document):
    return [(excluded.text, excluded.reason) for excluded in document.excluded_texts]


def test_a_word_in_several_runs_is_one_word():
    document = read("Take two tab", make_run("lets", "<w:b/>"), " a day.")
    assert [word for word, _ in words(document)] == ["Take", "two", "tablets", "a", "day"]


@given(st.lists(st.text(st.sampled_from("aB .-\u00a0\u00e9\U0001f489"), max_size=6), max_size=9))
def test_each_word_is_where_its_span_says(texts):
    document = read_word_file(make_word_file(make_paragraph(*map(make_run, texts))))
    assert all(document.source.slice(span) == word for word, span in words(document))


def test_offsets_count_code_points_beyond_the_basic_plane():
    document = read("\U0001f489\U0001f489 Your jab.")
    assert [document.source.slice(span) for _, span in words(document)] == ["Your", "jab"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("<w:ins w:id='1' w:author='a'><w:r><w:t>new</w:t></w:r></w:ins>", "A new pill."),
        ("<w:del w:id='1' w:author='a'><w:r><w:delText>old</w:delText></w:r></w:del>", "A pill."),
        ("<w:moveTo w:id='1' w:author='a'><w:r><w:t>new</w:t></w:r></w:moveTo>", "A new pill."),
        ("<w:moveFrom w:id='1' w:author='a'><w:r><w:t>old</w:t></w:r></w:moveFrom>", "A pill."),
        ("<w:smartTag w:element='x'><w:r><w:t>red</w:t></w:r></w:smartTag>", "A red pill."),
        ("<w:sdt><w:sdtContent><w:r><w:t>red</w:t></w:r></w:sdtContent></w:sdt>", "A red pill."),
        ("<w:bookmarkStart w:id='1' w:name='a'/><w:bookmarkEnd w:id='1'/>", "A pill."),
        ("<w:proofErr w:type='spellStart'/><w:r><w:t>red</w:t></w:r>", "A red pill."),
        ("<w:r><w:t>r</w:t><w:lastRenderedPageBreak/><w:t>ed</w:t></w:r>", "A red pill."),
        (
            (
                "<w:r><w:ruby><w:rt><w:r><w:t>said</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>red"
                "</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            "A red pill.",
        ),
    ],
)
def test_what_is_around_runs(tag, text):
    assert read_text("A ", tag, " pill.") == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a b"),
        ("<w:t>non</w:t><w:noBreakHyphen/><w:t>small</w:t>", "non-small"),
        ("<w:t>tab</w:t><w:softHyphen/><w:t>lets</w:t>", "tablets"),
        ("<w:t>tab\u00adlets</w:t>", "tablets"),
        ("<w:t>a\nb</w:t>", "a b"),
        ("<w:t> a </w:t><w:t>b</w:t>", "ab"),
        ('<w:t xml:space="preserve">a </w:t><w:t>b</w:t>', "a b"),
        ('<w:t xml:space="preserve">Stop.  Rest.</w:t>', "Stop. Rest."),
    ],
)
def test_signs_and_spaces_are_read_as_word_shows_them(content, text):
    assert read_text(f"<w:r>{content}</w:r>") == text


def test_a_word_with_an_optional_hyphen_keeps_its_whole_span():
    document = read("<w:r><w:t>Two tab</w:t><w:softHyphen/><w:t>lets.</w:t></w:r>")
    assert [document.source.slice(span) for _, span in words(document)] == ["Two", "tab\u00adlets"]


def test_a_line_break_ends_no_line_of_the_source():
    document = read("<w:r><w:t>High Street</w:t><w:br/><w:t>London</w:t></w:r>")
    assert len(document.source.line_starts) == 1


HIDDEN = [
    ("<w:vanish/>", "hidden text"),
    ("<w:strike/>", "struck out"),
    ("<w:dstrike/>", "struck out"),
    ('<w:rStyle w:val="Secret"/>', "hidden text"),
    ('<w:rStyle w:val="Child"/>', "hidden text"),
    ('<w:rStyle w:val="HTMLCode"/>', "code"),
]
STYLES = (
    make_style("Secret", "Secret", run="<w:vanish/>", kind="character")
    + make_style("Child", "Child", based_on="Secret", kind="character")
    + make_style("HTMLCode", "HTML Code", kind="character")
    + make_style("Note", "Note to editors", run="<w:vanish/>")
)


@pytest.mark.parametrize(("properties", "reason"), HIDDEN)
def test_text_that_is_not_read_is_listed(properties, reason):
    document = read("Take ", make_run("two", properties), " three pills.", styles=STYLES)
    assert list_excluded(document) == [("two", reason)]
    assert [word for word, _ in words(document)] == ["Take", "three", "pills"]


@pytest.mark.parametrize(
    "properties", ['<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', '<w:vanish w:val="off"/>']
)
def test_a_property_can_be_switched_off(properties):
    assert read_text("Take ", make_run("two", properties), " pills.") == "Take two pills."


def test_a_run_can_be_shown_in_a_hidden_style():
    paragraph = make_paragraph(
        "Hidden. ", make_run("Shown to all.", '<w:vanish w:val="0"/>'), style="Note"
    )
    (block,) = read_word_file(make_word_file(paragraph, styles=STYLES)).blocks
    assert block.text == "Shown to all."


def test_what_is_struck_out_keeps_its_neighbours_apart_and_what_is_hidden_does_not():
    struck, hidden = make_run("once ", "<w:strike/>"), make_run("once ", "<w:vanish/>")
    assert read_text("twice ", struck, "twice") == "twice \ufffctwice"
    assert read_text("twice ", hidden, "twice") == "twice twice"


def test_symbols_and_formulas_are_listed():
    document = read(
        "Press ",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        " and add ",
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        " now.",
    )
    assert [reason for _, reason in list_excluded(document)] == ["symbol", "formula"]
    assert document.blocks[0].text == "Press \ufffc and add \ufffc now."


def test_a_content_control_that_nobody_filled_in_is_a_placeholder():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    in_line = control.format(make_run("Click here to enter text."))
    document = read("Your nurse: ", in_line)
    assert list_excluded(document) == [("Click here to enter text.", "placeholder")]
    whole = control.format(make_paragraph("Click here to enter text."))
    document = read_word_file(make_word_file(whole + make_paragraph("Rest.")))
    assert list_excluded(document) == [("Click here to enter text.", "placeholder")]


def test_bold_and_italic_text_is_marked_in_the_report():
    styles = make_style("Strong", "Strong", kind="character")
    document = read(
        "Take ",
        make_run("two ", "<w:b/>"),
        make_run("red", "<w:b/><w:i/>"),
        make_run(" pills", '<w:rStyle w:val="Strong"/>'),
        styles=styles,
    )
    prose = document.blocks[0].prose
    marked = [(prose.text[one.start : one.end], one.tag) for one in prose.wrappers]
    assert marked == [("two ", "strong"), ("red", "em"), ("red", "strong"), (" pills", "strong")]


def make_field(instruction, *result):
    """Return the runs of a field, its instruction in two parts."""
    middle = len(instruction) // 2
    return "".join(
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            f'<w:r><w:instrText xml:space="preserve">{instruction[:middle]}</w:instrText></w:r>',
            f'<w:r><w:instrText xml:space="preserve">{instruction[middle:]}</w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            *result,
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    )


LINKS = [
    '<w:hyperlink r:id="link1"><w:r><w:t>our</w:t></w:r><w:r><w:t xml:space="preserve"> page</w:t></w:r></w:hyperlink>',
    make_field(' HYPERLINK "https://a.org/x" ', make_run("our page")),
    make_field(' HYPERLINK "https://a.org/x" \\o "A tip" \\t "_blank" ', make_run("our page")),
    make_field(" hyperlink https://a.org/x", make_run("our "), make_run("page")),
    make_field(' IF 1 = 1 "" ', make_field(' HYPERLINK "https://a.org/x" ', make_run("our page"))),
    (
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://a.org/x&quot; ">'
        "<w:r><w:t>our page</w:t></w:r></w:fldSimple>"
    ),
]


@pytest.mark.parametrize("link", LINKS)
def test_links(link):
    document = read("See ", link, " now.", links=["https://a.org/x"])
    (found,) = document.links
    assert (found.href, found.text) == ("https://a.org/x", "our page")
    assert document.source.slice(found.text_span) == document.source.slice(found.span) == "our page"


def test_a_link_to_a_bookmark():
    (link,) = read(
        '<w:hyperlink w:anchor="Dose"><w:r><w:t>the dose</w:t></w:r></w:hyperlink>'
    ).links
    assert link.href == "#Dose"
    (link,) = read(make_field(' HYPERLINK "https://a.org" \\l "Dose" ', make_run("it"))).links
    assert link.href == "https://a.org#Dose"
    (link,) = read(make_field(' HYPERLINK \\l "Dose" ', make_run("it"))).links
    assert link.href == "#Dose"


def test_links_side_by_side_with_one_target_are_one_link():
    part = '<w:hyperlink r:id="link1"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    document = read(part.format("our"), part.format("page"), links=["https://a.org"])
    assert [link.text for link in document.links] == ["ourpage"]


def test_the_instruction_of_a_field_is_no_text():
    nested = make_field(" MERGEFIELD Name ", make_run("hidden name"))
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        + nested
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + make_run("Dear all")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read_text(runs, ", read this.") == "Dear all, read this."


def test_a_field_without_an_end_hides_nothing_behind_it():
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    body = make_paragraph("One. ", broken) + make_paragraph("Take two pills.")
    blocks = read_word_file(make_word_file(body)).blocks
    assert [block.text for block in blocks] == ["One. ", "Take two pills."]


def make_picture(name, text="", extra="", place="inline"):
    content = "<pic:pic/>" if name == "picture" else ""
    return (
        f'<w:r><w:drawing><wp:{place}><wp:docPr id="1" name="{name} 1" descr="{text}">{extra}'
        f"</wp:docPr>{content}</wp:{place}></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("picture", "excluded"),
    [
        (
            make_picture("picture", "Two hands  under a tap"),
            ("Two hands under a tap", "image text"),
        ),
        (make_picture("picture"), ("", "image text")),
        (make_picture("line"), ("", "drawing")),
        (make_picture("picture", extra='<adec:decorative val="1"/>'), ("", "decorative image")),
        (make_picture("picture", extra='<adec:decorative val="0"/>'), ("", "image text")),
        (
            '<w:r><w:pict><v:shape alt="A hand"><v:imagedata/></v:shape></w:pict></w:r>',
            ("A hand", "image text"),
        ),
        (
            (
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
                "<wp:docPr id='1' name='a' descr='A hand'/></wp:inline></w:drawing></mc:Choice>"
                "<mc:Fallback><w:pict><v:shape alt='A hand'/></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            ("A hand", "image text"),
        ),
    ],
)
def test_a_picture_is_left_out_with_its_alternative_text(picture, excluded):
    document = read("Wash ", picture, "your hands.")
    assert list_excluded(document) == [excluded]
    assert document.blocks[0].text == "Wash \ufffcyour hands."


def test_the_alternative_text_has_its_place_in_the_source():
    document = read("Wash.", make_picture("picture", "Two hands"))
    (excluded,) = document.excluded_texts
    assert "Two hands" in document.source.slice(excluded.span)


def test_a_picture_beside_the_text_does_not_part_it():
    assert read_text("Wash ", make_picture("picture", place="anchor"), "it.") == "Wash it."


def test_a_paragraph_with_only_a_picture_has_no_text():
    (block,) = read(make_picture("picture", "Two hands")).blocks
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "")
