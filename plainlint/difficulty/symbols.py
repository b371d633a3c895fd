"""Symbols: signs that a reader must turn into words, such as "%" and "≥"."""

import re

from plainlint.difficulty.causes import NUMBERS, Cause, Causes

# One set of signs first: `re` skips to the next of them at once.
_SYMBOL = re.compile(r"[<>≤≥=±×÷~≈+µ°§/&→†‡*#^|\u0370-\u03ff%](?<!\d%)")


def symbols(text: str) -> Causes:
    """Each sign that stands for words, Greek letters too."""
    for match in _SYMBOL.finditer(text):
        yield Cause(NUMBERS, *match.span(), 1.0)
