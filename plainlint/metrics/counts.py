"""Counts: what every readability formula is computed from, by sentence and by document."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from plainlint.metrics.familiar import is_familiar
from plainlint.metrics.syllables import syllables
from plainlint.model import Sentence

POLYSYLLABLE = 3


class WordCounts(NamedTuple):
    """What one word adds to each of the counts of the same name in `Counts`, in their order."""

    syllables: int
    polysyllables: int
    letters: int
    difficult: int
    complex: int


@dataclass(frozen=True, slots=True)
class Counts:
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

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.polysyllables + other.polysyllables,
            self.letters + other.letters,
            self.difficult + other.difficult,
            self.complex + other.complex,
        )

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(
            self.sentences - other.sentences,
            self.words - other.words,
            self.syllables - other.syllables,
            self.polysyllables - other.polysyllables,
            self.letters - other.letters,
            self.difficult - other.difficult,
            self.complex - other.complex,
        )


@lru_cache(maxsize=1 << 16)
def count_word(word: str) -> WordCounts:
    """The counts of one word, worked out once for each distinct word."""
    number = syllables(word)
    long = number >= POLYSYLLABLE
    difficult = not is_familiar(word)
    letters = sum(map(str.isalnum, word))
    return WordCounts(number, long, letters, difficult, long and difficult)


def count_sentence(sentence: Sentence) -> Counts:
    """The counts of one sentence."""
    return _count(sentence.tokens)


@lru_cache(maxsize=1 << 12)
def _count(tokens: tuple[str, ...]) -> Counts:
    words = list(map(count_word, tokens))
    return Counts(1, len(words), *map(sum, zip(*words, strict=True))) if words else Counts()


_numbers = attrgetter(*(field.name for field in fields(Counts)))


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of many counts."""
    columns = zip(*map(_numbers, counts), strict=True)
    return Counts(*map(sum, columns))
