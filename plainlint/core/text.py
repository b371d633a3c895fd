"""Text for people and programs: counts, printable text, XML."""

import re
from collections.abc import Mapping
from typing import Any

from plainlint.core.caches import remember

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def pluralise(number: int, noun: str) -> str:
    """Return a count with its noun: `1 word`, `2 words to replace`; `info` has no plural."""
    head, space, rest = noun.partition(" to ")
    ending = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {head}{ending}{space}{rest}"


_COUNT = re.compile(r"(?<!\{)\{(\w+):([^\W\d_]{2,})\}")


@remember(1 << 10)
def _has_count(template: str) -> bool:
    return _COUNT.search(template) is not None


def fill_template(template: str, values: Mapping[str, Any]) -> str:
    """Return a message with its names in braces filled in; `{late:day}` gives `1 day`, `2 days`.

    Raises:
        KeyError: there is no such name.
        ValueError, AttributeError, IndexError, TypeError: a value can't be shown as it says.
    """
    if _has_count(template):
        template = _COUNT.sub(lambda match: pluralise(int(values[match[1]]), match[2]), template)
    return template.format_map(values)


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

    return escape(replace_invalid_characters(value))


def format_xml_tag(name: str, attributes: Mapping[str, object]) -> str:
    """Return a tag without its angle brackets: the name and the attributes."""
    from xml.sax.saxutils import quoteattr

    pairs = (
        f"{key}={quoteattr(replace_invalid_characters(str(value)))}"
        for key, value in attributes.items()
    )
    return " ".join([name, *pairs])


def replace_invalid_characters(value: str) -> str:
    """Replace the characters of a text that XML does not allow, and those that hide its meaning."""
    return value if value.isprintable() else _NONCHARACTERS.sub("\ufffd", make_printable(value))
