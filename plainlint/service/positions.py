"""Positions of the language server protocol: lines and units from 0, in the client's encoding."""

from collections.abc import Callable, Mapping

from lsprotocol import types

from plainlint.core.source import Source, Span

_COUNT_UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode(errors="replace")),
    "utf-16": lambda text: len(text.encode("utf-16-le", errors="replace")) // 2,
    "utf-32": len,
}


class PositionMap:
    """Turns spans of a source into ranges of the protocol, and back.

    Args:
        source: the text.
        encoding: `utf-8`, `utf-16` or `utf-32`: what a unit of a column is.
    """

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._count = _COUNT_UNITS[encoding]

    def to_range(self, span: Span) -> types.Range:
        """Return the range of a span."""
        return types.Range(self._to_position(span.start), self._to_position(span.end))

    def to_span(self, given: types.Range) -> Span:
        """Return the span of a range; a position past the end of a line is its end."""
        return Span(self._to_offset(given.start), self._to_offset(given.end))

    def _to_position(self, offset: int) -> types.Position:
        line = self._source.locate(offset).line
        start = self._source.get_line_span(line).start
        return types.Position(line - 1, self._count(self._source.text[start:offset]))

    def _to_offset(self, position: types.Position) -> int:
        lines = len(self._source.line_starts)
        if position.line >= lines:
            return len(self._source.text)
        start, end = self._source.get_line_span(position.line + 1)
        line = self._source.text[start:end]
        # Each character has at least one unit, so that is where the search begins.
        offset = min(position.character, len(line))
        while offset and self._count(line[:offset]) > position.character:
            offset -= 1
        return start + offset
