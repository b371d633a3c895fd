"""Inline markup: the exact source of words, sentences and links."""

import pytest

from plainlint.document.readers import parse
from tests.helpers.spans import mark, unmark, words

TARGETS = "\n\n[one]: /one 'One'\n[two]: <b c>\n[^1]: A note.\n"


def marked_sentences(text):
    return mark(text, [sentence.span for sentence in parse(text).sentences])


WORDS = {
    "plain": "«Take» «one» «pill».",
    "numbers": "«Take» «5.5» «mg», «1,000» «times», «95%» «sure», «U.S» «well-known» «don’t»",
    "emphasis": "*«Take»* _«one»_ **«pill»** __«now»__ ***«and»*** *«then» **«rest»*** «end»",
    "nested": "**«a» *«b» _«c»_ «d»* «e»**",
    "intraword": "«un*believ*able» «un**real»** «snake_case_word» «2*3*4»",
    "loose delimiters": "«a» * «b» ** «c» _ «d» «e»* *«f»",
    "named entity": "«AT»&amp;«T» «caf&eacute;» «don&rsquo;t» «a»&nbsp;«b» «five» &lt; «six»",
    "numeric entity": "«&#233;t&#xE9;» «x»&#8212;«y» &#128512; «z»",
    "no entity": "&«nothing»; & «amp» &#; «x»",
    "escape": "\\*«not»\\* \\[«x»\\] «5\\-6» \\\\ «C»\\# «end»",
    "hard breaks": "«one»  \n«two»\\\n«three»     \n   «four»\n«five»",
    "white space": "«one»   «two»\t\t«three» \t «four»",
    "no-break space": "«one»\u00a0«two»\u202f«three»\u3000«four»",
    "other planes": "😀 «𝒜bc» 👩‍⚕️ «word» 𝟓 «end»".replace("𝟓", "«𝟓»"),
    "combining marks": "«nai\u0308ve» «e\u0301te\u0301» «cafe\u0301».",
    "scripts": "«год» «été» «αβγ» «日本»",
    "inline code": "«use» `code` ``a ` b`` ```` ``` ```` «un»`«closed» ``«end»",
    "code over lines": "«see» `a\nb` «end»",
    "inline HTML": "«a» <b>«bold»</b> <span class='x'>«s</span>t»<br>«u» <i\nid=x>«v»</i> «w<sup>2»</sup>",
    "not HTML": "«a» < «b» > «c» <«d» «e»",
    "comment": "«a» <!-- hidden *x* --> «b» <!-- two\nlines --> «c»",
    "declarations": "«a» <?php x ?> «b» <!DOCTYPE y> «c» <![CDATA[z]]> «d»",
    "images": "«a» ![alt *text*](p.png 'T') «b» ![x][one] ![one] «c» [![y](z)](u) «d»" + TARGETS,
    "links": "«a» [«b»](/c) [«d» *«e»*](<f g> \"h\") [«i»](j(k)l) [«m»](\n/n\n'o\np'\n) «q»",
    "references": "[«a»][one] [«one»][] [«one»] [«ONE»](/x) «end»" + TARGETS,
    "a reference, then brackets": "[«one»](«text» «here») [«one»]( «x» [«two»]\n(«y»)" + TARGETS,
    "no reference": "[«a»][«b»] [«c»][] [«d»] [«e»](«f» «g») «h»",
    "autolinks": "«see» <https://x.org/%C3%A9?a=b> «and» <me@x.org> «end»",
    "footnote marks": "«a»[^1] «b» [^1]. «c»[^«none»] «d»" + TARGETS,
    "escaped brackets": "[«a»\\]«b»](/u) \\[«c»](«d») [«e»\\\\](/u) «end»",
    "brackets in text": "[«a» [«b»] «c»](/u) [[«d»](/u)] [«e[f»](/u)",
    "markup around links": "*[«a»](/u)* **«b[c»](/u)** [**«d»**](/u)",
    "several lines": "«one»\n«two» *«three»\n«four»* [«five»\n«six»](/u)\n«seven»",
}


@pytest.mark.parametrize("marked", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_words_have_exact_spans(marked, end):
    marked = marked.replace("\n", end)
    text, _ = unmark(marked)
    body = text.partition("[one]: ")[0]
    spans = [span for _, span in words(parse(text)) if span.end <= len(body)]
    assert mark(body, spans) == marked.partition("[one]: ")[0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # Signs above, below and beside a letter, by script.
        ("Zoe\u0308 drinks cafe\u0301 au lait.", 5),
        ("नमस्ते दुनिया।", 2),
        ("ครับ น้ำ", 2),
        ("مُحَمَّد هُنَا", 2),
        # Signs that are used as apostrophes, and joiners.
        ("It‘s the nurse´s cup. They can＇t.", 6),
        ("Hand\u2060made so\u00adap.", 2),
        ("He said ‘yes’ to me.", 5),
        # A keycap is a picture.
        ("1\ufe0f\u20e3 Lie down.", 2),
    ],
)
def test_the_words_of_a_text(text, count):
    assert len(list(words(parse(text)))) == count


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("caf&eacute; &#233;t&#xE9;", "café été"),
        ("un*believ*able \\*x\\* &amp; y", "unbelievable *x* & y"),
        ("one\ntwo.  \nthree.\\\nfour", "one two.\nthree.\nfour"),
        ("a   b \t c", "a b c"),
        ("a.<br>b.<br/>c", "a.\nb.\nc"),
        ("`code` and ![alt](p) and<!-- x -->", " and \ufffc and"),
        ("a\u00a0b&nbsp;c", "a\u00a0b\u00a0c"),
        ("a\0b", "a\ufffdb"),
    ],
)
def test_visible_text(text, visible):
    assert parse(text).blocks[0].text == visible


SENTENCES = {
    "plain": "«One is here.» «Two is here.»",
    "link first": "«[Start](/u 'T') here now.» «Go on.»",
    "link last": "«Go to [the end](<a b>).» «See [me](/u).»",
    "all link": "«Go on now.» «[All of it.](/u)» «Then stop.»",
    "reference last": "«Go to [the end][one].» «See [one].» «[One] is it.»" + TARGETS,
    "emphasis first": "«*Never* do it.» «**Always** do *it.*»",
    "emphasis alone": "«One is here.» «**Two is here.**» «Three is *here*.»",
    "two in emphasis": "**«One is here.» «Two is here.»** «Three is here.»",
    "nested": "«***[Never](/u)** do* it.» «Do _[it](/u)_.»",
    "HTML link": '«<a href="/u">Start</a> here.» «See <a href="/u">it.</a>»',
    "entity and escape": "«&#201;t&eacute; is \\*here\\*.» «&ldquo;Two&rdquo; is here.»",
    "code and image": "«Press `Enter` and ![x](y) wait.» «Go.»",
    "quoted lines": "> «One is\n> here.» «*Two*\n> is here.»",
}


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_sentence_includes_its_own_markup(marked, end):
    marked = marked.partition(TARGETS)[0].replace("\n", end)
    text, _ = unmark(marked)
    tail = TARGETS.replace("\n", end) if "one]" in text else ""
    assert marked_sentences(text + tail).removesuffix(tail) == marked


LINKS = {
    "inline": ("«[the page](/u)»", "/u", ""),
    "title": ('See «[the page](/u "It\'s")» now', "/u", "It's"),
    "title in quotes": ("«[x](/u 'a \"b\"')»", "/u", 'a "b"'),
    "title in brackets": ("«[x](/u (a b))»", "/u", "a b"),
    "entity in the title": ('«[x](/u "a &amp; b")»', "/u", "a & b"),
    "angles": ("«[x](<a b(c>)»", "a b(c", ""),
    "brackets": ("«[x](a(b)c)» d)", "a(b)c", ""),
    "escape": ("«[x](a\\)b)»", "a)b", ""),
    "line ends": ("«[x](\n/u\n'T'\n)»", "/u", "T"),
    "nothing": ("a «[x]()» b", "", ""),
    "as written": ("«[x](/été%20ü)»", "/été%20ü", ""),
    "full reference": ("«[x][one]» b" + TARGETS, "/one", "One"),
    "collapsed": ("«[one][]» b" + TARGETS, "/one", "One"),
    "shortcut": ("«[one]» b" + TARGETS, "/one", "One"),
    "shortcut, then brackets": ("«[two]»(b c d) e" + TARGETS, "b c", ""),
    "autolink": ("see «<https://x.org/%20a>» b", "https://x.org/%20a", ""),
    "mail": ("see «<me@x.org>» b", "mailto:me@x.org", ""),
    "image in it": ("see «[![alt](p.png)](/u)» b", "/u", ""),
    "HTML": ("see «<a href='/u?a&amp;b' TITLE=T>it</a>» b", "/u?a&b", "T"),
    "definition": ("see «<nci-definition code='1'>it</nci-definition>» b", "", ""),
    "in a heading": ("## «[x](/u)» ##", "/u", ""),
    "in a list": ("- a\n  «[x\n  y](/u)»", "/u", ""),
    "in a quote": ("> «[x\n> y](/u\n> 'T')»", "/u", "T"),
    "in a cell": ("| a |\n|---|\n| b \\| «[x](/u)» |", "/u", ""),
}


@pytest.mark.parametrize(("marked", "href", "title"), LINKS.values(), ids=LINKS)
def test_a_link_is_found_with_its_target_and_title(marked, href, title):
    text, spans = unmark(marked)
    (link,) = parse(text).links
    assert mark(text, [link.span]) == mark(text, spans)
    assert (link.href, link.title) == (href, title)


@pytest.mark.parametrize(
    ("marked", "visible"),
    [
        ("[«the *page*»](/u)", "the page"),
        ("[«caf&eacute;»](/u)", "café"),
        ("[«two\nlines»][one]" + TARGETS, "two lines"),
        ("<«https://x.org»>", "https://x.org"),
        ("<a href='/u'>«the <b>page</b>»</a>", "the page"),
        ("*[«it»](/u)*", "it"),
    ],
)
def test_a_link_has_its_visible_text(marked, visible):
    text, spans = unmark(marked)
    (link,) = parse(text).links
    assert (link.text, link.text_span) == (visible, spans[0])


def test_links_are_in_text_order_with_their_visible_range():
    document = parse("Text [1] with [a b](/c), [one] and <a href='d'>e</a>." + TARGETS)
    block = document.blocks[0]
    assert [(link.text, link.href) for link in document.links] == [
        ("a b", "/c"),
        ("one", "/one"),
        ("e", "d"),
    ]
    assert [block.text[link.start : link.end] for link in block.links] == ["a b", "one", "e"]


def test_only_an_html_link_has_attributes():
    markdown, html = parse("[a](/b) <A HREF=/c Data-Term='x &amp; y' disabled>d</A>").links
    assert markdown.attributes == {}
    assert html.attributes == {"href": "/c", "data-term": "x & y", "disabled": ""}


@pytest.mark.parametrize("text", ["[a](b c)", "\\[a](b)", "`[a](b)`", "![a](b)", "[a]", "</a> a"])
def test_text_that_is_not_a_link(text):
    assert parse(text).links == ()
