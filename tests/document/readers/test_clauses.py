"""Clauses and fragments: which lines of a list or table are scored without a full stop."""

from pathlib import Path

import pytest

from plainlint.document.model import ExclusionReason
from plainlint.document.readers import parse
from plainlint.document.readers.clauses import has_subject_and_verb, is_clause

_SAMPLES = Path(__file__).with_name("clauses.txt").read_text(encoding="utf-8")
_, CLAUSES, FRAGMENTS = (
    [line for line in section.splitlines()[1:] if line and not line.startswith("?")]
    for section in _SAMPLES.split("\n[")
)


@pytest.mark.parametrize("text", CLAUSES)
def test_clause(text):
    assert is_clause(text)


@pytest.mark.parametrize("text", FRAGMENTS)
def test_fragment(text):
    assert not is_clause(text)


def test_lines_that_are_read_wrongly_are_few():
    wrong = _SAMPLES.count("\n? ")
    assert wrong / (wrong + len(CLAUSES) + len(FRAGMENTS)) < 0.02


SCORED = [
    "- Take the pill with some food",
    "- **Pain:** take the pill with some food",
    "1. Wash your hands well",
    "- Help: <b>Tell us if it hurts</b>",
    "| Take the pill with some food |\n|-|",
    "a[^1].\n\n[^1]: Take the pill with some food",
    "- aspirin can ease the pain",
    "- iPhones can wake you up in time.",
    "Your signs:\n\n- Your skin may be red",
    "- There was no gain.[Level of evidence C3]",
    "<ul><li>Take the pill with some food</li></ul>",
]
NOT_SCORED = [
    "- A pill that you take with food",
    "- Take it",
    "- dry mouth and a sore throat.",
    "| Food that helps |\n|-|",
    "You need:\n\n- two clean towels",
    "Ring us if\n\n- your skin is red or hot",
    "- Ring us if:\n  - your skin is red or hot.",
    "<ul><li>A pill with some food</li></ul>",
    "- Vitamin A supplements for all ages",
    "| aAdapted from a book by Ng. |\n|-|",
]


@pytest.mark.parametrize("text", SCORED)
def test_a_clause_is_scored_with_or_without_its_stop(text):
    assert any(block.exclusion_reason is None and block.sentences for block in parse(text).blocks)


@pytest.mark.parametrize("text", NOT_SCORED)
def test_a_fragment_is_not_scored(text):
    assert parse(text).blocks[-1].exclusion_reason is ExclusionReason.FRAGMENT


def test_a_long_clause_counts_even_if_it_goes_on_from_the_line_above():
    clause = "your skin is red, " + "hot and sore " * 9 + "for days"
    assert has_subject_and_verb(clause)
    assert parse(f"Ring us if\n\n- {clause}").blocks[-1].sentences
    assert not has_subject_and_verb("to the lungs, and it has spread")
