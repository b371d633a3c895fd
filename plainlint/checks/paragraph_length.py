"""paragraph-length: paragraphs with too many words."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.limits import Limits
from plainlint.model import Block


def paragraph_length(block: Block, limits: Limits) -> Iterator[Hit]:
    """The block, if it is scored prose and has more words than the limit."""
    words = sum(len(sentence.tokens) for sentence in block.sentences)
    if breach := limits.breach(words):
        values = {"words": words, "limit": breach.limit, "sentences": len(block.sentences)}
        yield Hit(block.span, values, breach.severity)
