"""The pattern index names every pattern that matches a text, and few of the others."""

import random

import pytest
import regex

from plainlint import Config, lint_text
from plainlint.core.regex import compile_pattern, strip_lookaround
from plainlint.document.pattern_index import PatternIndex
from plainlint.document.readers import parse
from plainlint.document.scopes import select_passages

PATTERNS = (
    r"(?i)\bvery\b",
    r"\d+ mg",
    r"(?<!non)compliant(?!\w)",
    r"\bsee\b",
    r"^[a-z]",
    r"caf\w\b",
    r"a\sb",
    r"[^a-z ,.-]ab",
    "\u00e9t",
    r"(\w)\1",
)


def likely(text, patterns=PATTERNS):
    index = PatternIndex(tuple((pattern,) for pattern in patterns))
    return sorted(index.find(select_passages(parse(text), ["paragraph"])))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # A pattern with a back-reference always counts as likely.
        ("Nothing is in it.", [9]),
        ("Very much so, 50 mg.", [0, 1, 9]),
        ("It is noncompliant.", [2, 9]),
        ("all small", [4, 9]),
        # For a non-ASCII character only its kind is known.
        ("Un caf\u00e9.", [5, 7, 8, 9]),
        ("a\u00a0b.", [4, 6, 7, 8, 9]),
        ("It is \u0663 mg.", [1, 7, 8, 9]),
        ("It \u2014 the \u201cone\u201d.", [9]),
    ],
)
def test_which_patterns_are_likely(text, numbers):
    assert likely(text) == numbers


def test_no_match_is_ever_missed():
    rng = random.Random(1)
    words = [
        "very",
        "Very",
        "50",
        "mg",
        "noncompliant",
        "compliant",
        "see",
        "café",
        "a",
        "b",
        "a\xa0b",
        "-",
        "’",
        "ok",
    ]
    for _ in range(300):
        text = "x " + " ".join(rng.choices(words, k=6))
        matched = [n for n, pattern in enumerate(PATTERNS) if regex.search(pattern, text)]
        assert set(matched) <= set(likely(text))


def test_an_index_that_can_not_be_compiled_names_all_patterns():
    huge = tuple(rf"(?:\pL{{1,90}} ){{1,9}}{number}" for number in range(300))
    assert likely("Nothing.", huge) == list(range(300))


def test_a_rule_is_likely_where_one_of_its_patterns_is():
    passages = select_passages(parse("Take 5 mg.\n\nIt is not so.\n\nRest."), ["paragraph"])
    candidates = PatternIndex(((r"\d+ mg", "rest"), ("(?i)rest", "not"))).find(passages)
    texts = {
        number: [candidate.passage.text for candidate in of_rule]
        for number, of_rule in candidates.items()
    }
    assert texts == {0: ["Take 5 mg."], 1: ["It is not so.", "Rest."]}


@pytest.mark.parametrize(
    ("pattern", "without"),
    [
        ("plain (group)", "plain (group)"),
        ("(?<!non)compliant(?!\\w)", "(?:)compliant(?:)"),
        ("a(?=(b|c(?!d)))e", "a(?:)e"),
        (r"[(?=](?=x)[]()][^]](?!\))y", r"[(?=](?:)[]()][^]](?:)y"),
        (r"\(?=x(?<=\(a)", r"\(?=x(?:)"),
        ("(?:a(?=b))?", "(?:a(?:))?"),
        ("(?P<name>a)(?=b)", "(?P<name>a)(?:)"),
    ],
)
def test_lookarounds_are_stripped(pattern, without):
    assert strip_lookaround(pattern) == without


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        (r"\bcaf\b", "caf caf\u00e9", ["caf"]),
        (r"\w+", "na\u00efve \u2014 S\u00ed", ["na\u00efve", "S\u00ed"]),
        (r"a\sb", "a\u00a0b", ["a\u00a0b"]),
        (r"(?i:\u00c9)t", "\u00e9t\u00e9", ["\u00e9t"]),
        (r"(?m)x(?i)y", "xY \u00e9", ["xY"]),
    ],
)
def test_words_are_words_in_every_language(pattern, text, matched):
    assert [match.text for match in compile_pattern(pattern, case=True).find(text)] == matched


def test_the_libraries_agree_on_text_that_is_not_ascii():
    rng = random.Random(2)
    characters = ["a", "A", "é", "É", "z", "0", "٣", "-", "\xa0", ".", "mg", " "]
    patterns = [
        r"\b\w+\b",
        r"(?i)\ba+",
        r"[a-z]+",
        r"\d+ ?mg",
        r"a\b",
        r"\s\S",
        r"[^a]\b",
        "a|az",
        "a.",
        r"\Wz",
    ]
    for _ in range(400):
        text = "".join(rng.choices(characters, k=9))
        for pattern in patterns:
            matches = compile_pattern(pattern, case=True).find(text)
            spans = [(match.start, match.end) for match in matches]
            expected = [match.span() for match in regex.finditer(pattern, text)]
            assert spans == expected, (pattern, text)


def test_a_rule_page_finds_the_ends_of_words_that_are_not_ascii(write):
    page = (
        "---\ncheck: pattern\npatterns: ['\\bni\\b']\nmessage: x\nhelp: y\nscope: text\n---\n# x\n"
    )
    folder = write("rules/own/ni.md", page).parents[1]
    config = Config(select=("own",), rule_folders=(folder,))
    findings = lint_text("Un ni\u00f1o ni una.\n", config=config).diagnostics
    assert [finding.start.column for finding in findings] == [9]
