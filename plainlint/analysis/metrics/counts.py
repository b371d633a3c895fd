"""Counts: what every readability formula is computed from, by sentence and by document."""

from collections.abc import Iterable
from functools import lru_cache
from operator import add, sub
from typing import NamedTuple

from plainlint.analysis.metrics.familiarity import is_familiar
from plainlint.analysis.metrics.syllables import count_syllables
from plainlint.document.model import Sentence

POLYSYLLABLE = 3


class WordCounts(NamedTuple):
    """What one word adds to each of the counts of the same name in `Counts`, in their order."""

    syllables: int
    polysyllables: int
    letters: int
    difficult: int
    complex: int


class Counts(NamedTuple):
    """Numbers of things in scored prose.

    Attributes:
        sentences: sentences.
        words: words; a hyphenated word is one, a number is one.
        syllables: syllables, numbers and acronyms as read out loud.
        polysyllables: words of three or more syllables.
        letters: letters and digits.
        difficult: words that are not familiar in the sense of Dale and Chall.
        complex: words of three or more syllables that are not familiar, as Gunning's fog
            index leaves common words out.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0
    difficult: int = 0
    complex: int = 0

    def replace_part(self, old: "Counts", new: "Counts") -> "Counts":
        """The counts of the whole when a part of it makes way for another."""
        return Counts._make(map(add, map(sub, self, old), new))


@lru_cache(maxsize=1 << 16)
def count_word(word: str) -> WordCounts:
    """The counts of one word, worked out once for each distinct word."""
    number = count_syllables(word)
    long = number >= POLYSYLLABLE
    difficult = not is_familiar(word)
    letters = sum(map(str.isalnum, word))
    return WordCounts(number, long, letters, difficult, long and difficult)


def count_sentence(sentence: Sentence) -> Counts:
    """The counts of one sentence."""
    return _count_tokens(sentence.tokens)


@lru_cache(maxsize=1 << 12)
def _count_tokens(tokens: tuple[str, ...]) -> Counts:
    words = list(map(count_word, tokens))
    return Counts(1, len(words), *map(sum, zip(*words, strict=True))) if words else Counts()


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """The sum of many counts."""
    return Counts(*map(sum, zip(*counts, strict=True)))
