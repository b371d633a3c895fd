"""Text for people and programs: counts, printable text, XML."""

import re
from collections.abc import Mapping

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


XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


def escape_xml(value: str) -> str:
    """Escape text between tags, and replace characters that XML does not allow."""
    from xml.sax.saxutils import escape

    return escape(_replace_invalid_characters(value))


def format_xml_tag(name: str, attributes: Mapping[str, object]) -> str:
    """Return a tag without its angle brackets: the name and the attributes."""
    from xml.sax.saxutils import quoteattr

    pairs = (
        f"{key}={quoteattr(_replace_invalid_characters(str(value)))}"
        for key, value in attributes.items()
    )
    return " ".join([name, *pairs])


def _replace_invalid_characters(value: str) -> str:
    return value if value.isprintable() else _NONCHARACTERS.sub("\ufffd", make_printable(value))
