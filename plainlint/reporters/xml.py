"""XML helpers that the XML reporters share."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from plainlint.core.text import make_printable

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


def escape_text(value: str) -> str:
    """Escape text between tags, and replace characters that XML does not allow."""
    return escape(_replace_invalid_characters(value))


def format_tag(name: str, attributes: Mapping[str, object]) -> str:
    """Return a tag without its angle brackets: the name and the attributes."""
    pairs = (
        f"{key}={quoteattr(_replace_invalid_characters(str(value)))}"
        for key, value in attributes.items()
    )
    return " ".join([name, *pairs])


def _replace_invalid_characters(value: str) -> str:
    return value if value.isprintable() else _NONCHARACTERS.sub("\ufffd", make_printable(value))
