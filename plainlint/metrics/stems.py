"""Stems: what may be left of an English word without its regular ending."""

import re
from collections.abc import Iterator

# By its last letter an ending, and what stands in its place in the base word.
_SUFFIXES = {
    "s": (("ies", "y"), ("'s", ""), ("es", ""), ("s", "")),
    "'": (("s'", "s"),),
    "d": (("ied", "y"), ("ed", ""), ("ed", "e")),
    "r": (("ier", "y"), ("er", ""), ("er", "e")),
    "t": (("iest", "y"), ("est", ""), ("est", "e")),
    "y": (("ily", "y"), ("ly", "")),
    "g": (("ing", ""), ("ing", "e")),
}
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")


def stems(word: str) -> Iterator[str]:
    """Words that a lower-case word may be a regular form of, the likely ones first.

    >>> list(stems("stopped"))
    ['stopp', 'stop', 'stoppe']
    """
    for suffix, ending in _SUFFIXES.get(word[-1:], ()):
        stem = word.removesuffix(suffix)
        if 1 < len(stem) < len(word):
            yield stem + ending
            if not ending and _DOUBLED.search(stem):
                yield stem[:-1]
