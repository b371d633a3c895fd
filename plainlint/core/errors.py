"""Errors for people, and the known name that a misspelt one was most likely meant to be."""

from collections.abc import Iterable


class PlainlintError(Exception):
    """Something in the configuration, a rule page, a glossary or the command line is wrong.

    `key` is the key of a rule page or configuration that is at fault, `rule` the rule that ran when
    that came out; empty if none is.
    """

    def __init__(self, message: str, key: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.rule = rule


def find_nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`; empty if none is close."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(map(str, known)), 1)), "")


def format_suggestion(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known name, or all known names if none is near."""
    names = sorted(map(str, known))
    near = find_nearest(name, names)
    return f"; did you mean '{near}'?" if near else f"; known are: {', '.join(names)}"
