"""Text for people: counts with their noun, and text that is safe to print in a terminal."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def pluralise(number: int, noun: str) -> str:
    """Return a count with its noun: `1 word`, `2 words to replace`; `info` has no plural."""
    head, space, rest = noun.partition(" to ")
    ending = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {head}{ending}{space}{rest}"


def make_printable(text: str) -> str:
    """Replace control characters, direction overrides and undecoded bytes in a text."""
    if text.isprintable():
        return text
    return _CONTROL.sub("\ufffd", text.replace("\t", " "))
