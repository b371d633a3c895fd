"""Text for people and programs: counts, printable text, XML."""

import re
from collections.abc import Callable, Mapping
from string import Formatter
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


class _Filler(Formatter):
    """Fills in templates, and writes numbers in the form of a language."""

    def __init__(self, write_number: Callable[[str], str]) -> None:
        self.write_number = write_number

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return self.write_number(text) if isinstance(value, int | float) else text


def fill_template(
    template: str, values: Mapping[str, Any], write_number: Callable[[str], str] = str
) -> str:
    """Return a message with its names in braces filled in; `{late:day}` gives `1 day`, `2 days`.

    Args:
        template: the message.
        values: the values by name.
        write_number: writes a number of an English text in the language of the message.

    Raises:
        KeyError: there is no such name.
        ValueError, AttributeError, IndexError, TypeError: a value can't be shown as it says.
    """
    if _has_count(template):
        template = _COUNT.sub(lambda match: _count(values, match, write_number), template)
    if write_number is str:
        return template.format_map(values)
    return _Filler(write_number).vformat(template, (), values)


def _count(
    values: Mapping[str, Any], match: re.Match[str], write_number: Callable[[str], str]
) -> str:
    number, space, noun = pluralise(int(values[match[1]]), match[2]).partition(" ")
    return write_number(number) + space + noun


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
