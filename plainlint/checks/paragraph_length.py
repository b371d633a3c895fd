"""paragraph-length: paragraphs with too many words."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.audiences import Limits
from plainlint.document.model import Block


def paragraph_length(block: Block, limits: Limits) -> Iterator[Hit]:
    """A paragraph, or another block of prose, with more words than the limit.

    Message:
        words: how many words it has.
        limit: the limit that it passes.
        sentences: how many sentences it has.

    Example:
        limits:
          most: {general: 4}
        ---
        Wash your hands.

        «Wash your hands. Use soap.»
    """
    words = sum(len(sentence.tokens) for sentence in block.sentences)
    if breach := limits.breach(words):
        values = {"words": words, "limit": breach.limit, "sentences": len(block.sentences)}
        yield Hit(block.span, values, breach.severity)
