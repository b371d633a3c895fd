"""Nesting by signs: what a reader must hold in mind while something else is said."""

import re

from plainlint.difficulty.causes import NESTING, Cause, Causes

# Each alternative begins with its sign: `re` then skips to the next of them at once.
_SIGN = re.compile(
    r"\([^()]*\)|\(|\[[^\[\]]*\]|\[|;|\u2014|-(?<=\s-)(?=\s)|\u2013(?<=\s\u2013)(?=\s)|,(?!\d)"
)
# From this comma on a sentence is like a list.
_LIST = 2


def nesting(text: str) -> Causes:
    """Asides in brackets (with all that is in them), dashes, semicolons, commas as in a list.

    A comma counts a half, and the first one nothing.
    """
    commas = 0
    for match in _SIGN.finditer(text):
        if match[0] != ",":
            yield Cause(NESTING, *match.span(), 1.0)
            continue
        commas += 1
        if commas >= _LIST:
            yield Cause(NESTING, *match.span(), 0.5)
