"""Errors for users, and suggestions for misspelt names."""

from collections.abc import Iterable


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
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(map(str, choices)), 1)), "")


def format_suggestion(name: str, choices: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the closest choice, or list all choices if none is close."""
    names = sorted(map(str, choices))
    nearest = find_nearest(name, names)
    return f"; did you mean '{nearest}'?" if nearest else f"; known are: {', '.join(names)}"
