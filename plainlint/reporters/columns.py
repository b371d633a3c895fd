"""Columns of a terminal: wide characters take two, combining marks none."""

from itertools import accumulate
from unicodedata import combining, east_asian_width


def count_columns(text: str) -> int:
    """Count the columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_count_column, text))


def cut_to_columns(text: str, width: int) -> str:
    """Return a text that takes no more columns; one that is cut ends with an ellipsis."""
    if count_columns(text) <= width:
        return text
    ends = accumulate(map(_count_column, text))
    kept = sum(1 for end in ends if end < width)
    return f"{text[:kept].rstrip()}…"


def _count_column(sign: str) -> int:
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
