"""The sieve: a rule with patterns sees the passages that have one of them, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import parse
from plainlint.passages import passages
from plainlint.patterns import compiled
from plainlint.sieve import Patterns, Sieve

TEXT = "Take 5 mg.\n\nNOT unusual.\n\nRest, rest."
PATTERNS = st.sampled_from(
    [r"\bnot\b", r"\d+ ?mg", r"^Take", r"rest\.$", r"(?i)REST", r"(\w+), \1", "é", r"[A-Z]{3}"]
)
PIECES = st.lists(st.sampled_from([*"aE é5\n", "not ", "Rest, rest", "5 mg", "NOT"]), max_size=8)


def sifted(text, *rules):
    found = Sieve(rules).sift(list(passages(parse(text), ("text",))))
    return {number: [each.text for each in seen] for number, seen in found.items()}


def test_each_rule_sees_its_passages():
    dose, negation = Patterns((r"\d+ mg",), case=False), Patterns(("not", "rest"), case=False)
    assert sifted(TEXT, dose, negation) == {
        0: ["Take 5 mg."],
        1: ["NOT unusual.", "Rest, rest."],
    }


def test_capitals_differ_where_a_rule_says_so():
    assert sifted(TEXT, Patterns(("not",), case=True)) == {}


@pytest.mark.parametrize("pattern", [r"(?=5)", r"(?<!\w)5", r"(\w)\1"])
def test_a_rule_whose_pattern_needs_look_around_sees_all(pattern):
    assert len(sifted(TEXT, Patterns((pattern,), case=False))[0]) == 3


def test_no_rules_see_nothing():
    assert sifted(TEXT) == {}


@given(
    st.lists(st.lists(PATTERNS, min_size=1, max_size=3), max_size=3),
    st.lists(PIECES),
    st.booleans(),
)
def test_nothing_that_a_pattern_finds_is_kept_from_its_rule(lists, texts, case):
    within = list(passages(parse("\n\n".join("".join(each) for each in texts)), ("text",)))
    seen = Sieve(tuple(Patterns(tuple(each), case) for each in lists)).sift(within)
    for number, each in enumerate(lists):
        for passage in within:
            if any(list(compiled(one, case=case).find(passage.text)) for one in each):
                assert passage in seen[number]
