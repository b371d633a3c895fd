"""XML text: what the reports in XML share."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from plainlint.core.text import make_printable

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NO_XML = re.compile("[\ufffe\uffff]")


def escape_text(value: str) -> str:
    """Text between tags; characters that XML can't hold are replaced."""
    return escape(_replace_invalid_characters(value))


def format_tag(name: str, attributes: Mapping[str, object]) -> str:
    """The inside of a tag: its name and attributes."""
    pairs = (
        f"{key}={quoteattr(_replace_invalid_characters(str(value)))}"
        for key, value in attributes.items()
    )
    return " ".join([name, *pairs])


def _replace_invalid_characters(value: str) -> str:
    return value if value.isprintable() else _NO_XML.sub("\ufffd", make_printable(value))
