"""A block's content: its lines without what quotes and lists put before them."""

from bisect import bisect_right
from typing import NamedTuple

from plainlint.core.source import Span


class Anchor(NamedTuple):
    """From offset `content` of a block's content on, the source stands at `source`."""

    content: int
    source: int


class Content(NamedTuple):
    """The text of a block, and where its parts stand: at least one anchor, the first at 0."""

    text: str
    anchors: tuple[Anchor, ...]

    def to_source(self, offset: int) -> int:
        """The source offset of an offset in the content."""
        anchor = self.anchors[0]
        if len(self.anchors) > 1:
            anchor = self.anchors[max(self._index(offset) - 1, 0)]
        return anchor.source + offset - anchor.content

    @property
    def span(self) -> Span:
        """The content's span in the source."""
        end = self.to_source(len(self.text) - 1) + 1 if self.text else self.to_source(0)
        return Span(self.to_source(0), end)

    def part(self, start: int, end: int) -> "Content":
        """The content from `start` to `end`."""
        first = self._index(start) - 1
        within = self.anchors[first : self._index(end)]
        anchors = tuple(Anchor(each.content - start, each.source) for each in within)
        return Content(self.text[start:end], anchors)

    def _index(self, offset: int) -> int:
        return bisect_right(self.anchors, offset, key=lambda each: each.content)
