"""Patterns beside a place of a text, found without reading the whole text at each place."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

from plainlint.core.caches import remember


class PatternBefore:
    """A pattern for the text that ends at a place, matched from there towards the start.

    `re` would look for it from the start of the text on, so that many places in a long text take
    time by the square of its length.
    """

    def __init__(self, pattern: str, *, case: bool = True) -> None:
        self.pattern = pattern
        self._case = case

    @cached_property
    def _reversed(self) -> Any:
        import regex

        return regex.compile(self.pattern, regex.REVERSE | (0 if self._case else regex.IGNORECASE))

    def match(self, text: str, end: int, start: int = 0) -> Any:
        """Return the match between two places that ends at the last; None if there is none."""
        return self._reversed.match(text, start, end)


# Checks go from place to place of one text with some patterns.
@remember(1 << 6)
def _list_matches(pattern: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    matches = list(pattern.finditer(text))
    return [match.start() for match in matches], [match.end() for match in matches]


def find_last_end(pattern: re.Pattern[str], text: str, before: int) -> int:
    """Return the end of the last match that ends at a place or before it, else -1."""
    _, ends = _list_matches(pattern, text)
    index = bisect_right(ends, before) - 1
    return ends[index] if index >= 0 else -1


def find_next_start(pattern: re.Pattern[str], text: str, after: int) -> int:
    """Return the start of the first match at a place or behind it, else the text's length."""
    starts, _ = _list_matches(pattern, text)
    index = bisect_left(starts, after)
    return starts[index] if index < len(starts) else len(text)
