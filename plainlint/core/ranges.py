"""Ranges of a text, to look up which of many are at a place."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Ranges from `start` up to but not including `end`, in any order; they may overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._farthest = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Return whether one of them shares a character with the range from `start` to `end`."""
        count = bisect_left(self._starts, end)
        return count > 0 and self._farthest[count - 1] > start
