"""Find in the source what docutils returns without a place: the lines of a block."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plainlint.core.source import Source, Span
from plainlint.document.readers.visible_builder import Anchor, SourceMappedText

# What may stand before the text of a block in its first line: indents, marks of lists, fields and
# footnotes, the sign and the name of a directive.
_PREFIX = re.compile(
    r"(?:[ \t]+|[-*+\u2022\u2023\u2043](?=[ \t])|\(?[\w#]{1,5}[.)](?=[ \t])"
    r"|:(?:[^:\n]|\\:)+:(?=[ \t])|\.\. \[[^\]\n]+\]|\.\. [\w+.:-]+::|\| )*"
)


class Place(NamedTuple):
    """Where a block stands: its text mapped to the source, and the number of its last line."""

    content: SourceMappedText
    last_line: int

    @property
    def span(self) -> Span:
        """The block's span in the source."""
        return self.content.span


class PlaceFinder:
    """Finds blocks in the order in which they stand in the source."""

    def __init__(self, source: Source) -> None:
        self._spans = [
            source.get_line_span(number) for number in range(1, len(source.line_starts) + 1)
        ]
        self._lines = [source.slice(span) for span in self._spans]
        self._next = 0

    def find(self, text: str) -> Place | None:
        """Return where a text of one or more lines stands, after the last one found; or None."""
        first, *rest = text.split("\n")
        for number in range(self._next, len(self._lines)):
            column = self._find_column(number, first)
            if column is None:
                continue
            columns = self._find_columns(number + 1, rest)
            if columns is None:
                continue
            last = number + len(rest)
            # A block may share its line with the next one, as a term with its classifier.
            self._next = last + 1
            return Place(self._map_lines(text, number, (column, *columns)), last)
        return None

    def _find_column(self, number: int, text: str) -> int | None:
        line = self._lines[number].rstrip()
        column = len(line) - len(text)
        if column < 0 or not line.endswith(text):
            return None
        return column if _PREFIX.fullmatch(line, 0, column) else None

    def _find_columns(self, number: int, texts: Sequence[str]) -> tuple[int, ...] | None:
        """Return the columns of the texts of following lines; None if one is not there."""
        if number + len(texts) > len(self._lines):
            return None
        columns = []
        for line, text in zip(self._lines[number : number + len(texts)], texts, strict=True):
            column = len(line) - len(line.lstrip())
            if line.strip() != text.strip():
                return None
            columns.append(column - (len(text) - len(text.lstrip())))
        return tuple(columns)

    def _map_lines(self, text: str, number: int, columns: Sequence[int]) -> SourceMappedText:
        anchors, offset = [], 0
        for line, (part, column) in enumerate(zip(text.split("\n"), columns, strict=True), number):
            anchors.append(Anchor(offset, self._spans[line].start + column))
            offset += len(part) + 1
        return SourceMappedText(text, tuple(anchors))
