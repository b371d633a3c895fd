"""repetition: the same word twice in a row."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from plainlint.checks import Hit, check
from plainlint.document.model import WORD
from plainlint.document.passages import Passage

# What every text has in which a word stands twice.
_TWICE = re.compile(r"(?:\b|_)([^\W\d_]+)\s+\1", re.IGNORECASE)


@check
def repetition(
    passage: Passage, words: Sequence[str] = (), exceptions: Sequence[str] = ()
) -> Iterator[Hit]:
    """The same word twice in a row, with only white space between the two.

    A word that opens emphasis or a link is left alone: it begins a name or a title.

    Args:
        words: the words to look for, in lower case; all without it.
        exceptions: words in lower case that may stand twice.

    Message:
        text: the word.

    Example:
        exceptions: [had]
        ---
        Wash «the the» hands that had had no soap.
    """
    if not _has_candidate(passage.text):
        return
    found = list(WORD.finditer(passage.text))
    for one, other in pairwise(found):
        word = one[0].lower()
        wanted = word.isalpha() and word not in exceptions and (not words or word in words)
        apart = passage.text[one.end() : other.start()]
        if (
            wanted
            and word == other[0].lower()
            and apart.isspace()
            and not _starts_markup(passage, other)
        ):
            yield Hit(passage.get_span(one.start(), other.end()), {"text": other[0]})


@lru_cache(maxsize=1 << 12)
def _has_candidate(text: str) -> bool:
    return _TWICE.search(text) is not None


def _starts_markup(passage: Passage, word: re.Match[str]) -> bool:
    start = passage.start + word.start()
    return any(wrapper.start == start for wrapper in passage.prose.wrappers)
