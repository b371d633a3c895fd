"""Causes: the places of a sentence that make it hard to read, each of one part of difficulty."""

from collections.abc import Iterator
from typing import NamedTuple

# The parts that a difficulty is the sum of.
LENGTH = "length"
LONG_WORDS = "long words"
RARE_WORDS = "rare words"
JARGON = "jargon"
ACRONYMS = "acronyms"
NUMBERS = "numbers and symbols"
NESTING = "nesting"
PASSIVE = "passive"
NOMINALISATIONS = "nominalisations"
PARTS = (
    LENGTH, LONG_WORDS, RARE_WORDS, JARGON, ACRONYMS, NUMBERS, NESTING, PASSIVE, NOMINALISATIONS,
)  # fmt: skip


class Cause(NamedTuple):
    """What adds to a part: where in the text (code points), and how much of it there is.

    The amount of a word is 1 or a grade of it, as the function that found it says.
    """

    part: str
    start: int
    end: int
    amount: float


Causes = Iterator[Cause]
