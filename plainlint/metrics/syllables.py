"""How many syllables an English reader says for one word, number, acronym or sign.

Words follow the first pronunciation in CMUdict; words it lacks follow a rule of spelling. Letters
of other scripts count one each, Greek letters as their names.
"""

import re
from functools import lru_cache

from plainlint.metrics.spoken_capitals import capitals_as_words
from plainlint.metrics.spoken_numbers import number_words, ordinal_words
from plainlint.metrics.spoken_signs import plain_words
from plainlint.metrics.word_syllables import exceptions, word_syllables

_PIECE = re.compile(
    r"""
      (?P<ordinal>\d{1,3}(?:,\d{3})+|\d+)(?i:st|nd|rd|th)\b
    | (?P<named>(?<=[^\W\d_])\d+(?!\.\d))
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d*\.?\d+)(?:s\b)?
    | (?P<letters>[^\W\d_]+(?:'[^\W\d_]+)*)
    """,
    re.VERBOSE,
)
_CASE_CHANGE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SURNAME = re.compile(r"(?:Ma?c|O')[A-Z]")
_ABBREVIATIONS = {
    "mg": "milligrams",
    "mcg": "micrograms",
    "kg": "kilograms",
    "ml": "milliliters",
    "dl": "deciliters",
    "mm": "millimeters",
    "cm": "centimeters",
    "km": "kilometers",
    "vs": "versus",
}


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Return the syllables of one token as it is read out; 0 if it has no letter, digit or sign.

    Hyphenated words count as the sum of their parts; punctuation counts nothing.

    >>> [syllables(word) for word in ("follow-up", "crizotinib", "NSCLC", "65%", "2014", "H2O")]
    [3, 4, 5, 5, 4, 3]
    """
    if word.isascii() and word.isalpha():
        return _letters(word)
    count = sum(_piece(match) for match in _PIECE.finditer(plain_words(word)))
    return count or int(any(character.isalnum() for character in word))


def _piece(match: re.Match[str]) -> int:
    kind, text = str(match.lastgroup), match[str(match.lastgroup)]
    if kind == "letters":
        return _letters(text)
    if kind == "ordinal":
        return _total(ordinal_words(text))
    return _total(number_words(text, in_name=kind == "named"))


def _letters(text: str) -> int:
    """Count letters by their case: a word, an acronym, or a mixture such as "mRNA" or "PhD"."""
    lower = text.lower()
    if text[1:] == lower[1:]:
        return _total([_ABBREVIATIONS.get(lower, lower)])
    if text.isupper() and "'" not in text:
        return _total(capitals_as_words(text))
    acronym = text.removesuffix("s").removesuffix("'")
    if acronym != text and acronym.isupper():
        return _total(capitals_as_words(acronym))
    if "'" in text or _SURNAME.match(text):
        return _total([lower])
    return sum(_letters(part) for part in _CASE_CHANGE.findall(text))


def _total(words: list[str]) -> int:
    return sum(map(_said, words))


# Many are the names of letters and of numbers.
@lru_cache(maxsize=1 << 12)
def _said(word: str) -> int:
    return word_syllables(word, exceptions())
