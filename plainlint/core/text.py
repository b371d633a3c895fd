"""Text for people: numbers of things, and nothing that could steer a terminal."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def pluralise(number: int, noun: str) -> str:
    """A number of things: `1 word`, `2 words`, `2 words to replace`; `info` has no plural."""
    head, space, rest = noun.partition(" to ")
    ending = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {head}{ending}{space}{rest}"


def make_printable(text: str) -> str:
    """Text without control characters, direction overrides and bytes that are no text."""
    if text.isprintable():
        return text
    return _CONTROL.sub("\ufffd", text.replace("\t", " "))
