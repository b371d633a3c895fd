"""Test the comparison of two runs: what is new and gone, by fingerprint."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.levels import Level
from plainlint.run.comparison import (
    FindingNote,
    PreviousResult,
    Trend,
    compare_findings,
    compute_delta,
    read_previous_results,
    shorten_text,
)


def note(fingerprint, line=1, severity=Severity.WARNING):
    return FindingNote(fingerprint, "a/b", severity, line)


def test_findings_are_told_apart_by_their_fingerprints():
    changes = compare_findings([note("a"), note("b", 3)], [note("a", 9), note("c", 5)])
    assert changes.gone == (note("b", 3),)
    assert changes.new == (note("c", 5),)
    assert changes.kept == 1


def test_of_equal_findings_the_last_one_is_new():
    changes = compare_findings([note("a", 1)], [note("a", 1), note("a", 7)])
    assert changes.new == (note("a", 7),)
    assert changes.gone == ()


runs = st.lists(st.builds(note, st.sampled_from("abc"), st.integers(1, 99)), max_size=12)


@given(runs, runs)
def test_what_is_kept_and_what_is_gone_or_new_are_all(earlier, later):
    changes = compare_findings(earlier, later)
    assert changes.kept + len(changes.gone) == len(earlier)
    assert changes.kept + len(changes.new) == len(later)
    gone, new = (Counter(f.fingerprint for f in side) for side in (changes.gone, changes.new))
    assert not gone & new
    assert compare_findings(later, earlier).gone == changes.new


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        ((9.0, ["a", "b"]), (9.0, ["a"]), Trend.BETTER),
        ((9.0, ["a"]), (8.0, ["a"]), Trend.BETTER),
        ((9.0, ["a"]), (9.05, ["a"]), Trend.SAME),
        ((9.0, ["a"]), (9.0, ["b"]), Trend.SAME),
        ((9.0, ["a"]), (9.5, []), Trend.MIXED),
        ((None, []), (9.0, ["a"]), Trend.WORSE),
    ],
)
def test_the_trend_of_a_document(before, now, trend):
    earlier, later = (
        PreviousResult(grade and Level(grade), tuple(map(note, names)))
        for grade, names in (before, now)
    )
    assert compute_delta(earlier, later).standing is trend


def test_a_finding_that_became_worse_makes_the_document_worse():
    earlier = PreviousResult(Level(9.0), (note("a"),))
    later = PreviousResult(Level(9.0), (note("a", severity=Severity.ERROR),))
    assert compute_delta(earlier, later) == (Trend.WORSE, 0, 0)


def test_the_findings_of_an_earlier_check_are_read(plainlint, write, hard):
    write("a.md", hard)
    text = plainlint("check", "a.md", "--output-format", "json").out
    first = read_previous_results(text, "last.json")["a.md"].findings[0]
    assert first.message == json.loads(text)["documents"][0]["diagnostics"][0]["message"]


@pytest.mark.parametrize("finding", [{}, {"fingerprint": "a", "rule": "b", "severity": "bad"}])
def test_findings_that_are_not_from_a_check_are_an_error(finding):
    text = json.dumps({"documents": [{"path": "a", "scores": {}, "diagnostics": [finding]}]})
    with pytest.raises(PlainlintError, match=r"last\.json: it is not a list of findings"):
        read_previous_results(text, "last.json")


def test_a_long_text_is_cut():
    assert shorten_text("a  b\nc", 10) == "a b c"
    assert shorten_text("a" * 20, 10) == "a" * 9 + "…"
