"""Each word of a page is exactly where its span says, whatever the markup."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainlint.core.source import Source
from plainlint.document.coverage import UNACCOUNTED, find_coverage
from plainlint.document.readers import parse_source
from tests.helpers.spans import words

TEXTS = st.sampled_from(
    [
        "Take one pill.", "Call us", "&amp;", "caf&eacute;", "&copy 2026", "&#233;t&#xE9;", "&#8217;",
        "&notit;", "AT&T", "a < b", "5 &lt; 6", "&bogus;", "été", "😀 smile", "no&nbsp;break", "\u00a0",
        "two  spaces", "tab\there", "line\nbreak", "&shy;", "un<b>believ</b>able", "[x] *y*", "it&rsquo;s",
    ]
)  # fmt: skip
MARKUP = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='x>y'>", "</a>", "<br>", "<br/><br/>", "<ul>",
        "<li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", '<div class="a&amp;b">', "</div>",
        "<h2>", "</h2>", "<!-- c -->", "<!-- open", "<![CDATA[x]]>", "<?pi x?>", "</ >", "</bogus>", "<",
        "<code>", "</code>", "<img alt='a b'>", "<script>if (a<b) c()</script>", "<title>t</title>", "<pre>",
        "</pre>", "<span lang=es>", "</span>", "<form>", "</form>", "<q>", "</q>", "<main>", "</main>",
        "<textarea>", "<select><option>", "<sup>1</sup>", "<dl><dt>", "<dd>", "<body>", "<nav>", "</nav>",
    ]
)  # fmt: skip
PAGE = st.lists(st.one_of(TEXTS, MARKUP), min_size=1, max_size=14).map(" ".join)
TIGHT_PAGE = st.lists(st.one_of(TEXTS, MARKUP), min_size=1, max_size=14).map("".join)
LEFT_OUT = r"<(?P<name>script|code|select|textarea|pre|nav|form|title)\b.*?</(?P=name)>"
TAG = re.compile(rf"""<!--.*?-->|{LEFT_OUT}|<[/!?a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>""", re.DOTALL)


def read(text):
    return parse_source(Source(text, format="html"))


def decode(markup):
    """What a browser shows of markup."""
    return html.unescape(TAG.sub("", markup).replace("\r\n", "\n"))


def show(document):
    return [(word, decode(document.source.slice(span))) for word, span in words(document)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("<p>Wash your\nhands.</p>", ["Wash", "your", "hands"]),
        ("<p>It&rsquo;s caf&eacute; &#x41;\n\nand so on.", ["It&rsquo;s", "caf&eacute;", "&#x41;"]),
        ("<!-- a\nb -->\n<p>Un<b>believ</b>able pills.", ["Un<b>believ</b>able", "pills"]),
        ("<p>AT&T says &copy2026 is\nit.", ["AT", "T", "says", "2026"]),
        ("<table>Take <tr><td>Use it.</td></tr> this one now.</table>", ["Take"]),
        ("<p>Take</bogus> <!-- x\n-->one now please.", ["Take", "one", "now", "please"]),
        ("<?xml version='1.0'?>\n<p>Rest a <![CDATA[x]]>bit more.", ["Rest", "a", "bit"]),
    ],
)
def test_words_are_where_they_are_written(page, written, newline, mark):
    document = read(mark + page.replace("\n", newline))
    found = [document.source.slice(span) for _, span in words(document)]
    assert found[: len(written)] == written


@given(st.one_of(PAGE, TIGHT_PAGE))
@example("Call us<Take one pill.<sup>1</sup>")
def test_the_source_of_each_word_is_the_word(text):
    assert all(word == written for word, written in show(read(text)))


@given(PAGE)
def test_spans_are_in_bounds_and_in_order(text):
    document = read(text)
    size = len(text)
    for block in document.blocks:
        spans = [block.span, *(sentence.span for sentence in block.sentences)]
        spans += [span for link in block.links for span in (link.span, link.text_span)]
        assert all(0 <= span.start <= span.end <= size for span in spans)
        pieces = block.prose.pieces
        assert all(a.end == b.start and a.source_end <= b.source_start for a, b in pairwise(pieces))
        assert "".join(block.prose.text[p.start : p.end] for p in pieces) == block.prose.text
    assert all(0 <= part.span.start <= part.span.end <= size for part in document.excluded_texts)


@given(PAGE)
def test_each_character_is_prose_markup_or_listed(text):
    coverage = find_coverage(read(text))
    lost = [text[span.start : span.end] for span, fate in coverage.stretches if fate == UNACCOUNTED]
    assert lost == []


@given(PAGE)
def test_crlf_and_a_byte_order_mark_change_no_word(text):
    def tokens(document):
        return [sentence.tokens for sentence in document.sentences]

    assert tokens(read("\ufeff" + text.replace("\n", "\r\n"))) == tokens(read(text))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "Wash your hands.",
        "<ul><li>" * 5_000 + "Wash your hands.",
        "<a href=x><b>" * 3_000 + "Wash your hands.",
        "<table><tr><td>" * 2_000 + "Wash your hands.",
        "<" * 20_000 + "p>Wash your hands.",
        "Wash your hands." + "<a b='" * 20_000,
        "<header><h1>Wash your hands.</h1></header>" * 3_000,
        "<article>Wash your hands.</article>" * 5_000,
    ],
)
def test_deep_nesting_and_broken_tags_end(page):
    assert any("Wash your hands" in block.text for block in read(page).blocks)


def test_a_link_around_blocks_is_a_link_in_each():
    document = read('<a href="/x"><h2>Rest</h2> <p>Take <b>a</b> nap.</p></a>')
    assert [(link.text, document.source.slice(link.span)) for link in document.links] == [
        ("Rest", '<a href="/x"><h2>Rest'),
        ("Take a nap.", "Take <b>a</b> nap."),
    ]
