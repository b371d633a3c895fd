"""Explanations: signs that explain a term, whatever the language."""

import re

_FEWEST_LETTERS = 4
_WORDS = rf"[^()\[\]]*[^\W\d_A-Z]{{{_FEWEST_LETTERS},}}[^()\[\]]*"
# A bracket with words behind the term, and one with the term alone in it behind words.
_BEHIND = re.compile(rf"[\"\u201d\u00bb]? ?[(\[]{_WORDS}[)\]]")
_BEFORE = re.compile(rf"[^\W\d_]{{{_FEWEST_LETTERS},}} ?[(\[][\"\u201c\u00ab]?$")
_CLOSING = re.compile(r"[\"\u201d\u00bb]?[)\]]")
# What opens a block and has a colon or a dash behind it has its meaning there.
_LABEL = re.compile(r" ?(?::|\u2014|\u2013) \S+ \S+ ")
_REACH = 60


def is_explained_by_signs(text: str, start: int, end: int) -> bool:
    """Return whether brackets, a colon or a dash at `start` to `end` explain the term there.

    >>> is_explained_by_signs("Vous avez un stent (un petit tube).", 13, 18)
    True
    """
    if _BEHIND.match(text, end) or (not start and _LABEL.match(text, end)):
        return True
    before = text[max(0, start - _REACH) : start]
    return _BEFORE.search(before) is not None and _CLOSING.match(text, end) is not None
