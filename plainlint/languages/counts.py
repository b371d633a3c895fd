"""Counts: the input of every readability formula, by sentence and by document."""

from collections.abc import Callable
from functools import wraps
from math import nan
from operator import add, sub
from typing import NamedTuple


class Counts(NamedTuple):
    """The counts of scored prose.

    Attributes:
        sentences: sentences.
        words: words; a hyphenated word is one, a number is one.
        syllables: syllables; numbers and acronyms count as they are read aloud.
        polysyllables: words of three or more syllables.
        letters: letters and digits.
        difficult: words that are not on the language's list of familiar words.
        complex: words of three or more syllables that are not familiar; Gunning's fog index
            excludes common words.
        usual_syllables: syllables as most calculators count them: a number or an acronym has one.
        squared_letters: the sum of the squares of each word's letters, for their variance.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0
    difficult: int = 0
    complex: int = 0
    usual_syllables: int = 0
    squared_letters: int = 0

    def name_shown(self) -> dict[str, int]:
        """Return the counts that people can check, by name: all but the squares."""
        shown = self._asdict()
        del shown["squared_letters"]
        return shown

    def replace_part(self, old: "Counts", new: "Counts") -> "Counts":
        """Return the counts of the whole after one part of it is replaced by another."""
        return Counts(*map(add, map(sub, self, old), new))


Formula = Callable[[Counts], float]


def needs_prose(formula: Formula) -> Formula:
    """Make a formula return nan where it would divide by zero."""

    @wraps(formula)
    def apply_formula(counts: Counts) -> float:
        return formula(counts) if counts.words and counts.sentences else nan

    return apply_formula


def words_per_sentence(counts: Counts) -> float:
    """Return the mean number of words per sentence; nan without sentences."""
    return counts.words / counts.sentences if counts.sentences else nan
