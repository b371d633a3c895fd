"""sentence-length: sentences with too many words."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.limits import Limits
from plainlint.model import Sentence


def sentence_length(sentence: Sentence, limits: Limits) -> Iterator[Hit]:
    """The sentence, if it has more words than the limit."""
    words = len(sentence.tokens)
    if breach := limits.breach(words):
        yield Hit(sentence.span, {"words": words, "limit": breach.limit}, breach.severity)
