"""Stems: what may be left of an English word without its regular ending."""

import re
from collections.abc import Iterator

_SUFFIXES = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"),
    ("'s", ""), ("s'", "s"), ("es", ""), ("s", ""),
    ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"),
    ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")


def stems(word: str) -> Iterator[str]:
    """Words that a lower-case word may be a regular form of, the likely ones first.

    >>> list(stems("stopped"))
    ['stopp', 'stop', 'stoppe']
    """
    for suffix, ending in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if 1 < len(stem) < len(word):
            yield stem + ending
            if not ending and _DOUBLED.search(stem):
                yield stem[:-1]
