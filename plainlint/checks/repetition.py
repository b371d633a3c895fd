"""repetition: the same word twice in a row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlint.checks import Hit
from plainlint.model import WORD
from plainlint.passages import Passage


def repetition(passage: Passage, exceptions: Sequence[str] = ()) -> Iterator[Hit]:
    """One hit for each word that only white space parts from the same word before it.

    Args:
        exceptions: words in lower case that may stand twice.
    """
    words = list(WORD.finditer(passage.text))
    for one, other in pairwise(words):
        same = one[0].lower() == other[0].lower() and one[0].lower() not in exceptions
        if same and one[0].isalpha() and passage.text[one.end() : other.start()].isspace():
            yield Hit(passage.place(one.start(), other.end()), {"text": other[0]})
