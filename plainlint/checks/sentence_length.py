"""sentence-length: sentences with too many words."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.audiences import Limits
from plainlint.document.model import Sentence


def sentence_length(sentence: Sentence, limits: Limits) -> Iterator[Hit]:
    """A sentence with more words than the limit.

    Message:
        words: how many words it has.
        limit: the limit that it passes.

    Example:
        limits:
          most: {general: 5}
        ---
        Wash your hands. «Use soap and water, then dry them.»
    """
    words = len(sentence.tokens)
    if breach := limits.breach(words):
        yield Hit(sentence.span, {"words": words, "limit": breach.limit}, breach.severity)
