"""Counts: the input of every readability formula, by sentence and by document."""

from collections.abc import Iterable
from operator import add, sub
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


@remember_words(1 << 16)
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
    words = list(count_word.map(tokens))
    return Counts(1, len(words), *map(sum, zip(*words, strict=True))) if words else Counts()


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """Return the sum of many counts."""
    return Counts(*map(sum, zip(*counts, strict=True)))
