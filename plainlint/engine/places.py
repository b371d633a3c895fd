"""Places: the blocks and sentences of a document, found by their offsets in the source."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from plainlint.core.source import Span
from plainlint.document.model import Block, Document, Sentence


class Places:
    """The blocks and sentences of a document, both in text order and without overlaps."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self._document.blocks]

    def find_block(self, start: int) -> Block | None:
        """Return the last block that starts at an offset or before it; it may end before it."""
        index = bisect_right(self._starts, start) - 1
        return self._document.blocks[index] if index >= 0 else None


def find_sentence_at(block: Block, start: int) -> Sentence | None:
    """Return the first sentence of a block that ends behind an offset, or None."""
    index = bisect_right(block.sentences, start, key=_get_end)
    return block.sentences[index] if index < len(block.sentences) else None


def find_sentence_around(block: Block, span: Span) -> Sentence | None:
    """Return the sentence of a block that contains a whole span, or None."""
    index = bisect_left(block.sentences, span.end, key=_get_end)
    sentence = block.sentences[index] if index < len(block.sentences) else None
    return sentence if sentence and sentence.span.start <= span.start else None


def _get_end(sentence: Sentence) -> int:
    return sentence.span.end
