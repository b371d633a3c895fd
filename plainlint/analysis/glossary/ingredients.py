"""Lists of what a medicine is made of, whose words the law wants as they are."""

import re

from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.core.caches import remember

_INGREDIENTS = re.compile(
    r"\b(?:(?:other|inactive|active) ingredients?|excipients?)\b[^.,]{0,300},", re.IGNORECASE
)
_CONTAINS = re.compile(r"\bcontain(?:s|ing)?\b[^.,]{0,300},[^.,]{0,300},[^.]*", re.IGNORECASE)
_SIGNS = ("ingredient", "excipient", "contain")
# A meal contains known things; substances have names that few know.
_FEWEST_UNKNOWN = 2
_WORD = re.compile(r"[a-z]{5,}")


@remember(1 << 8)
def is_ingredient_list(text: str) -> bool:
    """Return whether a sentence or a block lists what a medicine is made of.

    >>> is_ingredient_list("Other ingredients: lactose, starch, magnesium stearate.")
    True
    >>> is_ingredient_list("The box contains a pump, a bottle, and two tubes.")
    False
    """
    lower = text.lower()
    # A fast exit: few texts have one of these.
    if not any(map(lower.__contains__, _SIGNS)):
        return False
    if _INGREDIENTS.search(text):
        return True
    listed = _CONTAINS.search(text)
    return bool(
        listed and sum(map(is_unfamiliar, set(_WORD.findall(listed[0].lower())))) >= _FEWEST_UNKNOWN
    )
