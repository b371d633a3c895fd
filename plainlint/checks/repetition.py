"""The check repetition: the same word twice in a row."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from plainlint.checks import Hit, check
from plainlint.document.model import WORD
from plainlint.document.passages import Passage

# Every text that repeats a word matches this, and few others.
_REPEATED = re.compile(r"(?:\b|_)([^\W\d_]+)\s+\1", re.IGNORECASE)


@check
def repetition(
    passage: Passage, *, words: Sequence[str] = (), exceptions: Sequence[str] = ()
) -> Iterator[Hit]:
    """Report the same word twice in a row, with only white space in between.

    A repeated word that opens emphasis or a link is not reported: it begins a name or a title.

    Args:
        words: the words to look for, in lower case; by default all words.
        exceptions: words, in lower case, that may be repeated.

    Message:
        text: the word.

    Example:
        exceptions: [had]
        ---
        Wash «the the» hands that had had no soap.
    """
    if not _has_candidate(passage.text):
        return
    for first, second in pairwise(list(WORD.finditer(passage.text))):
        word = first[0].lower()
        is_wanted = word.isalpha() and word not in exceptions and (not words or word in words)
        if (
            is_wanted
            and word == second[0].lower()
            and passage.text[first.end() : second.start()].isspace()
            and not _starts_markup(passage, second)
        ):
            yield Hit(passage.get_span(first.start(), second.end()), {"text": second[0]})


@lru_cache(maxsize=1 << 12)
def _has_candidate(text: str) -> bool:
    return _REPEATED.search(text) is not None


def _starts_markup(passage: Passage, word: re.Match[str]) -> bool:
    start = passage.start + word.start()
    return any(wrapper.start == start for wrapper in passage.prose.wrappers)
