"""Test patterns beside a place of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.nearby import PatternBefore, find_last_end, find_next_start

TEXTS = st.text("ab ,A", max_size=20)


@given(TEXTS, st.integers(0, 20))
@pytest.mark.parametrize("pattern", [r"\ba+ ", r"(?<!b)a,?", r"(?:a|ab)(?: b)*"])
def test_a_pattern_before_a_place_matches_as_a_search_up_to_it(pattern, text, end):
    end = min(end, len(text))
    match = PatternBefore(pattern, case=False).match(text, end)
    assert bool(match) == bool(re.search(rf"(?:{pattern})\Z", text[:end], re.IGNORECASE))
    assert match is None or match.end() == end


@given(TEXTS, st.integers(0, 20))
def test_the_matches_beside_a_place(text, place):
    place = min(place, len(text))
    comma = re.compile(",")
    assert find_last_end(comma, text, place) == (text.rfind(",", 0, place) + 1 or -1)
    assert find_next_start(comma, text, place) == (text + ",").index(",", place)
