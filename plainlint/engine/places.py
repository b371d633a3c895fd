"""Places: the blocks and sentences of a document, found by their offsets in the source."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from plainlint.core.source import Span
from plainlint.document.model import Block, Document, Sentence


class Places:
    """The blocks and sentences of a document, both in text order and without overlaps."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # The spans of the sentences of each block with findings, worked out once.
        self._spans: dict[int, tuple[list[Span], list[int]]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self._document.blocks]

    def find_block(self, start: int) -> Block | None:
        """Return the last block that starts at an offset or before it; it may end before it."""
        index = self._find_index(start)
        return self._document.blocks[index] if index >= 0 else None

    def find_sentence_at(self, start: int) -> Sentence | None:
        """Return the first sentence of the block at an offset that ends behind it, or None."""
        block = self._find_index(start)
        if block < 0:
            return None
        spans, ends = self._list_spans(block)
        index = bisect_right(ends, start)
        return self._document.blocks[block].sentences[index] if index < len(spans) else None

    def find_sentence_span(self, span: Span) -> Span | None:
        """Return the span of the sentence that contains a whole span, or None."""
        block = self._find_index(span.start)
        if block < 0:
            return None
        spans, ends = self._list_spans(block)
        index = bisect_left(ends, span.end)
        return spans[index] if index < len(spans) and spans[index].start <= span.start else None

    def _find_index(self, start: int) -> int:
        """Return the index of the block at an offset; -1 before the first."""
        return bisect_right(self._starts, start) - 1

    def _list_spans(self, index: int) -> tuple[list[Span], list[int]]:
        """Return the spans of the sentences of a block, and their ends."""
        if index not in self._spans:
            spans = [sentence.span for sentence in self._document.blocks[index].sentences]
            self._spans[index] = spans, [span.end for span in spans]
        return self._spans[index]
