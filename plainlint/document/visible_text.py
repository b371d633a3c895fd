"""The visible text of one block, mapped to its source."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from plainlint.core.source import Span

# Takes the place of excluded text that stands for words, such as code or an address between two
# words, so that these do not become neighbours. It is not a letter, a digit or white space.
OBJECT = "\ufffc"


class Piece(NamedTuple):
    """A run of visible text and the source text it comes from.

    Runs of equal length map character by character, others (an entity, an escape) as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def is_one_to_one(self) -> bool:
        """Whether it maps character by character."""
        return self.end - self.start == self.source_end - self.source_start


class Wrapper(NamedTuple):
    """Markup around visible text: its visible range, source span, and tag.

    The tag is em, strong, a or abbr; `title` is the explanation that an abbr gives of its text.
    """

    start: int
    end: int
    span: Span
    tag: str
    title: str = ""


class VisibleText(NamedTuple):
    """The visible text of one block, mapped to the source.

    `pieces` are sorted and cover `text` without gaps; `wrappers` are sorted by their end.
    `note_marks` are the sorted offsets of citation and footnote marks, not part of `text`: the
    words around them are neighbours in their sentence, but not side by side on the page.
    """

    text: str
    pieces: tuple[Piece, ...]
    wrappers: tuple[Wrapper, ...] = ()
    note_marks: tuple[int, ...] = ()

    def has_note_mark(self, start: int, end: int) -> bool:
        """Check whether a citation or footnote mark is in a visible range or at its edges."""
        index = bisect_left(self.note_marks, start)
        return index < len(self.note_marks) and self.note_marks[index] <= end

    def get_span(self, start: int, end: int) -> Span:
        """Return the source span of a visible range, without the markup around it."""
        return Span(
            self._find_source_offset(start, first=True),
            self._find_source_offset(end - 1, first=False),
        )

    def get_wrapped_span(self, start: int, end: int) -> Span:
        """Return the source span of a visible range with the markup that opens and ends in it."""
        span = self.get_span(start, end)
        if not self.wrappers:
            return span
        first = bisect_right(self.wrappers, start, key=lambda wrapper: wrapper.end)
        last = bisect_right(self.wrappers, end, key=lambda wrapper: wrapper.end)
        for wrapper in self.wrappers[first:last]:
            if wrapper.start == start:
                span = Span(min(span.start, wrapper.span.start), span.end)
            if wrapper.end == end and wrapper.start >= start:
                span = Span(span.start, max(span.end, wrapper.span.end))
        return span

    def get_visible_range(self, span: Span) -> tuple[int, int]:
        """Return the visible range of a source span; an empty one if nothing of it is visible."""
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.source_end)
        last = bisect_left(self.pieces, span.end, key=lambda piece: piece.source_start) - 1
        if first > last:
            offset = self.pieces[first].start if first < len(self.pieces) else len(self.text)
            return offset, offset
        head, tail = self.pieces[first], self.pieces[last]
        return (
            head.start + (max(span.start - head.source_start, 0) if head.is_one_to_one else 0),
            tail.end - (max(tail.source_end - span.end, 0) if tail.is_one_to_one else 0),
        )

    def _find_source_offset(self, offset: int, *, first: bool) -> int:
        # A piece compares greater than a tuple of its start alone.
        index = bisect_left(self.pieces, (offset + 1,)) - 1
        piece = self.pieces[index]
        if piece.is_one_to_one:
            return piece.source_start + offset - piece.start + (not first)
        return piece.source_start if first else piece.source_end
