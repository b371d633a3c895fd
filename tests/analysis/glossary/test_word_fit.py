"""Word fit: plain words where hard words stand, in sentences of health pages."""

import re
from pathlib import Path

import pytest

from plainlint import Config
from plainlint.analysis.glossary.plain_words import WordLists, get_plain_words
from plainlint.analysis.glossary.word_fit import fit_plain_word
from plainlint.core.source import Source
from plainlint.engine.fixes import apply_fixes
from plainlint.engine.linter import Linter

RULE = "plain-language/complex-word"
LINES = (
    Path(__file__).with_name("plain_words_in_place.txt").read_text(encoding="utf-8").splitlines()
)
SENTENCES = [line.split(" | ") for line in LINES if not line.startswith("#")]
# What is wrong in any sentence, whatever it says.
BROKEN = re.compile(
    r"\ban? (?:an?|the|many|enough|too much|people|stool|swelling|bleeding|his|her|your)\b"
    r"|\ba [aeio]\w|\ban [bcdfgjklmnpqrstvwxz]\w|\b(?:more|most) (?:right|best|first|faster|\w+est)\b"
    r"|\b(?:is|are|was|were|been|be) (?:gave|did|threw|took|went|saw|chose)\b"
    r"|\b(?:has|have|had) (?:gave|did|threw|took|went|saw|chose)\b"
    r"|\b(?:deaths|people|records) (?:is|was|has)\b|\bstool (?:are|were)\b"
    r"|\b(?:away|up|on|off|worse|still) (?:it|them|him)\b|\b(\w+) \1\b|\u2026",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def linter():
    return Linter(Config(select=(RULE,), default_audience="patient"), None)


def test_there_are_300_sentences():
    assert len(SENTENCES) >= 300
    assert len({sentence for sentence, *_ in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize(("sentence", "rest"), [(s, rest) for s, *rest in SENTENCES])
def test_plain_words_fit_where_they_stand(linter, sentence, rest):
    after, *advice = rest
    fixed = apply_fixes(Source(sentence), linter, unsafe=True).text
    assert fixed == (sentence if after == "=" else after)
    assert not BROKEN.search(fixed)
    left = [
        f"{finding.text}: {finding.message.rpartition('say: ')[2][:-1]}"
        for finding in linter.lint(Source(fixed)).diagnostics
    ]
    assert left == ("; ".join(advice).split("; ") if advice else [])


def test_offsets_include_the_words_that_change_too():
    words = get_plain_words(
        WordLists(adjectives="rapid: fast", mass_nouns="pharyngitis: sore throat")
    )
    text = "A more rapid test."
    fitted = fit_plain_word(text, 7, 12, words)
    assert fitted is not None
    assert (text[fitted.start : fitted.end], fitted.words) == ("A more rapid", "A faster")
    text = "It is pharyngitis."
    fitted = fit_plain_word(text, 6, 17, words)
    assert fitted is not None
    assert (fitted.words, fitted.plain, fitted.is_exact) == ("a sore throat", "sore throat", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ask Dr. «Rapid» for a test.",
        "The «RAPID» trial is over.",
        "He said, \u201cIt is «rapid».\u201d",
        "The word '«rapid»' is hard.",
    ],
)
def test_names_capitals_and_quotations_stay(text):
    words = get_plain_words(WordLists(adjectives="rapid: fast"))
    plain = text.replace("«", "").replace("»", "")
    start = text.index("«")
    assert fit_plain_word(plain, start, start + 5, words) is None
