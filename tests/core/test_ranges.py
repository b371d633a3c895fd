"""Test ranges of a text."""

from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.ranges import Ranges

RANGES = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted).map(tuple)


@given(st.lists(RANGES, max_size=5), RANGES)
def test_overlap(ranges, looked_up):
    start, end = looked_up
    expected = any(first < end and start < last for first, last in ranges)
    assert Ranges(ranges).overlap(start, end) == expected
