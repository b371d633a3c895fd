"""Texts made to break a reader: none may crash it, take long, or lose its words."""

import time

import pytest

from plainlint.config.settings import PARSERS
from plainlint.core.source import Source
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse, parse_source
from tests.helpers.spans import words

SIZE = 100_000
# At this size, quadratic time would be minutes.
SECONDS = 10.0


def filled(piece, before="", after=""):
    return before + piece * (SIZE // len(piece)) + after


HARD = {
    "brackets": filled("["),
    "closing brackets": filled("]"),
    "image openings": filled("!["),
    "link openings": filled("[a]("),
    "titles that never end": filled('[a](b "'),
    "list of numbers": filled("[1, "),
    "stars": filled("*"),
    "loose stars": filled("*a "),
    "loose underscores": filled("a_ _b "),
    "backticks": filled("`"),
    "backticks of every length": " ".join("`" * (n % 60 + 1) + "a" for n in range(3_000)),
    "angles": filled("<"),
    "open tags": filled("<a "),
    "open comments": filled("a <!-- "),
    "open declarations": filled("<!a"),
    "open instructions": filled("<?"),
    "tags in HTML": filled("</p", "<p>\n"),
    "ampersands": filled("&"),
    "entities": filled("a &amp; "),
    "backslashes": filled("\\"),
    "an address without a dot": filled("a", after=" @ b"),
    "addresses without an end": filled("a.", after=" @ b"),
    "phone numbers without an end": filled("555-"),
    "addresses": filled("http://"),
    "stray targets": filled("](/"),
    "navigation and no-break spaces": filled("\u00a0", "go to", "\\\nx"),
    "full stops": filled(". "),
    "one long word": filled("a"),
    "spaces": filled(" ", "a", "b"),
    "lines": filled("a\n"),
    "lines of no-break spaces": filled("\u00a0\n", after="a"),
    "quotes": filled("> a\n"),
    "headings": filled("# a\n"),
    "targets": filled("[a]: /b\n"),
    "references and brackets": filled("[x](x ", after="\n\n[x]: /u\n"),
    "footnote marks": filled("[^1] ", after="\n\n[^1]: a\n"),
    "citations": filled("Rest[1] now [2, 3]. "),
    "links and emphasis": filled("See [this](https://x.org/a) and **that** now. "),
    "HTML links": filled('<a href="x">b</a> '),
    "buttons": filled("It hurts. [Print](x) "),
    "a long cell": filled("a", "| a |\n|-|\n| ", " |"),
    "bars in a cell": filled("\\|", "| a |\n|-|\n| ", " |"),
    "rows": filled("| one cell | two \\| cell |\n", "| a | b |\n|-|-|\n"),
    "HTML paragraphs": filled("<p>Rest now.</p>\n", "<div>\n", "</div>\n"),
    "HTML in a quote": filled("> a\n", "> <div>\n"),
    "keys": "---\n" + "".join(f"k{n}: v\n" for n in range(12_000)) + "---\na",
    "a long value": filled("a b ", "---\nk: ", "\n---\na"),
    "brackets in front matter": filled("[", "---\nk: ", "\n---\na"),
    "dashes in front matter": filled("- ", "---\n", "a\n---\na"),
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["> - <!--\n>", "<?php\n\n  echo '>';\n\n?>\nokay\n"])
def test_html_that_ends_late_or_never_is_a_block(text, parser):
    document = parse_source(Source(text), parser=parser)
    assert document.blocks[0].kind is BlockKind.HTML


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_a_hard_text_is_read_in_time(text):
    started = time.process_time()
    document = parse(text)
    assert time.process_time() - started < SECONDS
    assert not document.source.problem


def test_a_megabyte_of_plain_paragraphs_is_read_in_time():
    paragraph = "The nurse will call you back soon. Take the pill with food.\n\n"
    started = time.process_time()
    document = parse(paragraph * 17_000)
    assert time.process_time() - started < SECONDS
    assert len(document.sentences) == 34_000


@pytest.mark.parametrize(
    "text",
    [
        "> " * 1_000 + "deep",
        "- " * 1_000 + "deep",
        "1. " * 1_000 + "deep",
        "> - " * 1_000 + "deep",
        "[^1]: " + "> " * 1_000 + "deep",
        "".join("  " * depth + "- item\n" for depth in range(200)),
        "".join("> " * depth + "quote\n>\n" for depth in range(1, 200)),
    ],
    ids=["quotes", "lists", "numbers", "both", "in a footnote", "staircase of lists", "of quotes"],
)
def test_deep_nesting_is_a_problem_with_a_span(text):
    document = parse(f"Above it.\n\n{text}")
    problem, span = document.source.problem, document.source.problem_span
    assert "nested" in problem
    assert f"line {document.source.locate(span.start).line} " in problem
    assert span.start >= len("Above it.\n\n")
    assert document.blocks[0].text == "Above it."


@pytest.mark.parametrize(
    "text",
    [
        "> " * 40 + "deep",
        "- " * 40 + "deep",
        "".join("  " * depth + "- item\n" for depth in range(40)) + "  " * 40 + "- deep\n",
        "*" * 200 + "deep" + "*" * 200,
        "[" * 300 + "deep" + "](x)" * 300,
        "![a" * 300 + "](x)" * 300 + " deep",
        "<div>" * 500 + "deep",
        "<b>" * 500 + "deep",
    ],
    ids=["quotes", "lists", "staircase", "stars", "links", "images", "HTML", "tags"],
)
def test_text_that_is_nested_less_keeps_its_words(text):
    document = parse(text)
    assert not document.source.problem
    assert "deep" in [word for word, _ in words(document)]
