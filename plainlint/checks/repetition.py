"""repetition: the same word twice in a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlint.checks import Hit
from plainlint.model import WORD
from plainlint.passages import Passage


def repetition(
    passage: Passage, words: Sequence[str] = (), exceptions: Sequence[str] = ()
) -> Iterator[Hit]:
    """One hit for each word that only white space parts from the same word before it.

    A word that opens emphasis or a link is left alone: it begins a name or a title.

    Args:
        words: the words to look for, in lower case; all without it.
        exceptions: words in lower case that may stand twice.
    """
    found = list(WORD.finditer(passage.text))
    for one, other in pairwise(found):
        word = one[0].lower()
        wanted = word.isalpha() and word not in exceptions and (not words or word in words)
        apart = passage.text[one.end() : other.start()]
        if wanted and word == other[0].lower() and apart.isspace() and not _opens(passage, other):
            yield Hit(passage.place(one.start(), other.end()), {"text": other[0]})


def _opens(passage: Passage, word: re.Match[str]) -> bool:
    start = passage.start + word.start()
    return any(wrapper.start == start for wrapper in passage.prose.wrappers)
