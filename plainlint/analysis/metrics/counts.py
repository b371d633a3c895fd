"""Counts: the input of every readability formula, by sentence and by document."""

from collections.abc import Iterable
from operator import add, lshift, sub
from typing import NamedTuple

from plainlint.analysis.metrics.familiarity import is_familiar
from plainlint.analysis.metrics.syllables import count_syllables
from plainlint.core.caches import remember, remember_words
from plainlint.document.model import Sentence

POLYSYLLABLE = 3


class WordCounts(NamedTuple):
    """The contribution of one word to the counts of the same names in `Counts`, in their order."""

    syllables: int
    polysyllables: int
    letters: int
    difficult: int
    complex: int
    usual_syllables: int


class Counts(NamedTuple):
    """The counts of scored prose.

    Attributes:
        sentences: sentences.
        words: words; a hyphenated word is one, a number is one.
        syllables: syllables; numbers and acronyms count as they are read aloud.
        polysyllables: words of three or more syllables.
        letters: letters and digits.
        difficult: words that are not on Dale and Chall's list of familiar words.
        complex: words of three or more syllables that are not familiar; Gunning's fog index
            excludes common words.
        usual_syllables: syllables as most calculators count them: a number or an acronym has one.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0
    difficult: int = 0
    complex: int = 0
    usual_syllables: int = 0

    def replace_part(self, old: "Counts", new: "Counts") -> "Counts":
        """Return the counts of the whole after one part of it is replaced by another."""
        return Counts(*map(add, map(sub, self, old), new))


def count_word(word: str) -> WordCounts:
    """Return the counts of one word."""
    number = count_syllables(word)
    long = number >= POLYSYLLABLE
    difficult = not is_familiar(word)
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    usual = 1 if is_said_in_parts(word) else number
    return WordCounts(number, long, letters, difficult, long and difficult, usual)


def is_said_in_parts(word: str) -> bool:
    """Return whether a word is a number or an acronym, which is said digit by digit or so."""
    return (not word.isalpha() and any(map(str.isdecimal, word))) or (
        len(word) > 1 and word.isupper()
    )


def count_sentence(sentence: Sentence) -> Counts:
    """Return the counts of one sentence."""
    return _count_tokens(sentence.tokens)


@remember(1 << 12)
def _count_tokens(tokens: tuple[str, ...]) -> Counts:
    return _unpack(len(tokens), sum(_pack_word.map(tokens))) if tokens else Counts()


# A word's counts are added as one number, which takes a fraction of the time. No text has so many
# letters or syllables that a count needs more bits.
_BITS = 48
_MASK = (1 << _BITS) - 1
_SHIFTS = tuple(range(0, len(WordCounts._fields) * _BITS, _BITS))


@remember_words(1 << 16)
def _pack_word(word: str) -> int:
    return sum(map(lshift, count_word(word), _SHIFTS))


def _unpack(words: int, packed: int) -> Counts:
    return Counts(1, words, *[packed >> shift & _MASK for shift in _SHIFTS])


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """Return the sum of many counts."""
    return Counts(*map(sum, zip(*counts, strict=True)))
