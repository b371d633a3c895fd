"""Offsets of the editor in the page, which counts UTF-16 units."""

import re
from bisect import bisect_left

from plainlint.core.source import Span

_LONG = re.compile("[\U00010000-\U0010ffff]")


class EditorUnits:
    """Turns offsets in code points into those of the editor, and back.

    A character outside the first plane of Unicode, such as an emoji, is two units long. The text
    has the line ends of the editor: one character each.
    """

    def __init__(self, text: str) -> None:
        self._long = tuple(match.start() for match in _LONG.finditer(text))
        self._long_units = tuple(offset + number for number, offset in enumerate(self._long))

    def to_units(self, offset: int) -> int:
        """Return the offset in units of an offset in code points."""
        return offset + bisect_left(self._long, offset)

    def to_offset(self, units: int) -> int:
        """Return the offset in code points; in the middle of a character, that of the next."""
        return units - bisect_left(self._long_units, units)

    def to_range(self, span: Span) -> tuple[int, int]:
        """Return a span in units."""
        return self.to_units(span.start), self.to_units(span.end)
