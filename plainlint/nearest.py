"""The known name that a misspelt one was most likely meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known name, or all known names if none is near."""
    names = sorted(map(str, known))
    near = get_close_matches(name, names, 1)
    return f"; did you mean '{near[0]}'?" if near else f"; known are: {', '.join(names)}"
