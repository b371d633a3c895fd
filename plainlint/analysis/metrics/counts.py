"""Count what readability formulas need, by word and by sentence."""

from collections.abc import Iterable
from operator import lshift
from typing import NamedTuple

from plainlint.core.caches import remember, remember_words
from plainlint.document.model import Sentence
from plainlint.languages.base import get_language
from plainlint.languages.counts import Counts

POLYSYLLABLE = 3


class WordCounts(NamedTuple):
    """The contribution of one word to the counts of the same names in `Counts`, in their order."""

    syllables: int
    polysyllables: int
    letters: int
    difficult: int
    complex: int
    usual_syllables: int
    squared_letters: int


def count_word(word: str, code: str = "en") -> WordCounts:
    """Return the counts of one word; those that its language has no part for are 0.

    Args:
        word: as in the text.
        code: the primary tag of its language.
    """
    language = get_language(code)
    number = language.count_syllables(word) if language.count_syllables else 0
    if language.figure_syllables and number and is_figure(word):
        number = language.figure_syllables
    long = number >= POLYSYLLABLE
    difficult = language.is_familiar is not None and not language.is_familiar(word)
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    usual = 1 if number and is_said_in_parts(word) else number
    return WordCounts(
        number, long, letters, difficult, long and difficult, usual, letters * letters
    )


def is_said_in_parts(word: str) -> bool:
    """Return whether a word is a number or an acronym, which is said digit by digit or so."""
    return is_figure(word) or (len(word) > 1 and word.isupper())


def is_figure(word: str) -> bool:
    """Return whether a word is a number or a code: it has a digit."""
    return not word.isalpha() and any(map(str.isdecimal, word))


def count_sentence(sentence: Sentence, code: str = "en") -> Counts:
    """Return the counts of one sentence, given the primary tag of its language."""
    return _count_tokens(sentence.tokens, code)


@remember(1 << 12)
def _count_tokens(tokens: tuple[str, ...], code: str) -> Counts:
    return _unpack(len(tokens), sum(_pack_word.map(tokens, code))) if tokens else Counts()


# A word's counts are added as one number, which takes a fraction of the time. No text has so many
# letters or syllables that a count needs more bits.
_BITS = 48
_MASK = (1 << _BITS) - 1
_SHIFTS = tuple(range(0, len(WordCounts._fields) * _BITS, _BITS))


@remember_words(1 << 16)
def _pack_word(word: str, code: str) -> int:
    return sum(map(lshift, count_word(word, code), _SHIFTS))


def _unpack(words: int, packed: int) -> Counts:
    return Counts(1, words, *[packed >> shift & _MASK for shift in _SHIFTS])


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """Return the sum of many counts."""
    return Counts(*map(sum, zip(*counts, strict=True)))
