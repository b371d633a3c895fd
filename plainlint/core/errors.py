"""Errors for users, and suggestions for misspelt names."""

from collections import Counter
from collections.abc import Iterable, Mapping

from plainlint.core.caches import remember

# The part of two names that a suggestion has in common.
_CLOSE = 0.6


class PlainlintError(Exception):
    """An error in the configuration, a rule page, a glossary or the command line.

    `key` is the key of the rule page or configuration at fault, `rule` the rule that was running;
    both are empty if they do not apply.
    """

    def __init__(self, message: str, key: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.rule = rule


def find_nearest(name: str, choices: Iterable[str]) -> str:
    """Return the choice closest to `name`; empty if no choice is close."""
    # Most choices differ too much in length or letters, which takes less time to see.
    shortest, longest = len(name) * _CLOSE / (2 - _CLOSE) - 1, len(name) * (2 - _CLOSE) / _CLOSE + 1
    similar = [choice for choice in map(str, choices) if shortest <= len(choice) <= longest]
    letters = dict(Counter(name))
    close = sorted(choice for choice in similar if _shares_letters(letters, len(name), choice))
    if not close:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, close, 1, _CLOSE)), "")


def _shares_letters(letters: Mapping[str, int], length: int, choice: str) -> bool:
    """Return whether enough letters of a name of this length are in a choice."""
    counts = _count_letters(choice)
    shared = sum(
        [min(count, counts[letter]) for letter, count in letters.items() if letter in counts]
    )
    return shared + 1 >= _CLOSE / 2 * (length + len(choice))


# A document may have thousands of wrong names, but there are few right ones.
@remember(1 << 8)
def _count_letters(choice: str) -> Mapping[str, int]:
    return Counter(choice)


def format_suggestion(name: str, choices: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the closest choice, or list all choices if none is close."""
    names = sorted(map(str, choices))
    nearest = find_nearest(name, names)
    return f"; did you mean '{nearest}'?" if nearest else f"; known are: {', '.join(names)}"
