"""Sentences: the golden cases, and properties of any text."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.readers.abbreviations import read_words
from plainlint.document.readers.sentences import split_sentences

GOLDEN = Path(__file__).with_name("golden_sentences.txt")
HELD_OUT = Path(__file__).with_name("held_out_sentences.txt")
GOLDEN_RULES = Path(__file__).with_name("golden_rules.txt")
NOT_KEPT = {"lines of a list", "dots between sentences"}
LANGUAGES = {"spanish": "es", "french": "fr", "portuguese": "pt", "german": "de", "italian": "it"}
RULES = ("never", "inside", "before number", "before label", "clock", "unit", "weekday")


def golden_cases(path: Path) -> list[tuple[str, list[str]]]:
    """Read (topic, sentences) from a golden file; a leading + (no space before) is kept."""
    topic, cases = "", []
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = block.splitlines()
        for line in lines:
            topic = line.removeprefix("# topic: ") if line.startswith("# topic: ") else topic
        sentences = [unescape(line) for line in lines if line and not line.startswith("#")]
        if sentences:
            cases.append((topic, sentences))
    return cases


def unescape(line: str) -> str:
    return line.replace("<br>", "\n").replace("<nbsp>", "\u00a0")


def join(sentences: list[str]) -> str:
    """Join by one space, except before a leading + and after white space."""
    text = ""
    for sentence in sentences:
        spaced = text and not text[-1].isspace() and not sentence.startswith("+")
        text += (" " if spaced else "") + sentence.removeprefix("+")
    return text


def cut(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


def ids(cases: list[tuple[str, list[str]]]) -> list[str]:
    return [f"{topic}-{number}" for number, (topic, _) in enumerate(cases)]


CASES = golden_cases(GOLDEN) + golden_cases(HELD_OUT)


@pytest.mark.parametrize(("topic", "sentences"), CASES, ids=ids(CASES))
def test_golden(topic, sentences):
    expected = [sentence.removeprefix("+").strip() for sentence in sentences]
    assert cut(join(sentences), LANGUAGES.get(topic, "en")) == expected


@pytest.mark.parametrize(("topic", "sentences"), CASES, ids=ids(CASES))
def test_a_sentence_is_one_sentence(topic, sentences):
    for sentence in sentences:
        text = sentence.removeprefix("+").strip()
        assert cut(text, LANGUAGES.get(topic, "en")) == [text]


def test_all_but_two_of_the_golden_rules_are_kept():
    cases = golden_cases(GOLDEN_RULES)
    assert len(cases) == 52
    broken = {
        topic
        for topic, sentences in cases
        if cut(join(sentences)) != [sentence.removeprefix("+").strip() for sentence in sentences]
    }
    assert broken == NOT_KEPT


PIECES = """
Dr. U.S. etc. A. 1. (1) [2] The the ... … ? ! ?! ” “ ( ) • mRNA e.g. 0.5 p.m. » x.Y It word 。
"""
PROSE = st.lists(st.sampled_from([*PIECES.split(), " ", " ", "\n", "\u00a0", ". "])).map("".join)


@given(st.one_of(st.text(), PROSE, st.text(alphabet=" .?!\n\u00a0()[]“”aB1")))
def test_spans_cover_the_text_in_order(text):
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    outside = [*text]
    for start, end in spans:
        outside[start:end] = " " * (end - start)
    assert "".join(outside).isspace() or not text


@given(PROSE)
def test_every_sentence_holds_a_letter_or_digit(text):
    pieces = cut(text)
    assert len(pieces) <= 1 or all(any(c.isalnum() for c in piece) for piece in pieces)


def test_empty_text_has_no_sentence():
    assert split_sentences("") == split_sentences(" \n\u00a0") == ()


def test_an_unknown_language_is_still_split():
    assert cut("Boli mnie. Pomocy!", "pl") == ["Boli mnie.", "Pomocy!"]


def test_a_region_is_ignored():
    assert cut("Vive en EE. UU. La casa es suya.", "es-MX") == [
        "Vive en EE. UU.",
        "La casa es suya.",
    ]


def test_no_abbreviation_follows_two_rules():
    words = read_words("en")
    listed = [word for rule in RULES for word in words[rule]]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    "unit",
    [
        "a. ",
        "a.",
        "(",
        ".",
        "A. ",
        "A.",
        ". ",
        ".(",
        "[1",
        ". [1",
        ".”",
        ".1,",
        "x",
        "? (2) A ",
        "é.É",
    ],
)
def test_a_long_text_takes_linear_time(unit):
    text = (unit * 300_000)[:300_000]
    began = time.process_time()
    split_sentences(f"{text} The end. (1) No.")
    assert time.process_time() - began < 2
