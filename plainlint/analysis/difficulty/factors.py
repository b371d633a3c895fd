"""Factors: what words, symbols and brackets add to the difficulty of their sentence.

Words are judged by length, form and frequency alone; no list names single words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plainlint.analysis.glossary.acronyms import find_acronyms
from plainlint.core.caches import remember
from plainlint.core.words import simplify_signs
from plainlint.languages.base import Language, get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.frequencies import UNLISTED, get_zipf_frequency, has_list
from plainlint.languages.known_words import is_listed_word

# The parts whose sum is the difficulty.
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


class Factor(NamedTuple):
    """One contribution to a part: its place in the text (code points) and its amount."""

    part: str
    start: int
    end: int
    amount: float


Factors = Iterator[Factor]


# Each alternative begins with its sign, so that `re` skips straight to the next one.
_SIGN = re.compile(
    r"\([^()]*\)|\(|\[[^\[\]]*\]|\[|;|\u2014|-(?<=\s-)(?=\s)|\u2013(?<=\s\u2013)(?=\s)|,(?!\d)"
)


def find_nesting(text: str) -> Factors:
    """Yield brackets (with their content), dashes, semicolons and the commas of lists.

    A comma counts 0.5, and the first comma does not count.
    """
    spans = [match.span() for match in _SIGN.finditer(text)]
    first_comma = next((span for span in spans if text[slice(*span)] == ","), None)
    counted = [span for span in spans if span != first_comma]
    for span, amount in zip(counted, list_nesting_amounts(text), strict=True):
        yield Factor(NESTING, *span, amount)


def list_nesting_amounts(text: str) -> list[float]:
    """Return the amounts that `find_nesting` yields."""
    signs = _SIGN.findall(text)
    amounts = [0.5 if sign == "," else 1.0 for sign in signs]
    if "," in signs:
        del amounts[signs.index(",")]
    return amounts


# A character set first, so that `re` skips straight to the next sign.
_SYMBOL = re.compile(r"[<>≤≥=±×÷~≈+µ°§/&→†‡*#^|\u0370-\u03ff%](?<!\d[%/])(?!(?<=/)\d)")


def find_symbols(text: str) -> Factors:
    """Yield each sign that stands for a word, and each Greek letter.

    A per cent sign and the slash of a fraction or date ("1/4") belong to the number beside them.
    """
    for match in _SYMBOL.finditer(text):
        yield Factor(NUMBERS, *match.span(), 1.0)


def count_symbols(text: str) -> int:
    """Return how many symbols `find_symbols` yields."""
    return len(_SYMBOL.findall(text))


# Zipf frequencies: words from the first on are common, and an unlisted word counts as much as one
# of the second. Unlisted words of medical texts have 1.8 on average in wordfreq's long list.
_COMMON, _UNSEEN = 5.0, 2.0
# Only words below these can be jargon and heavy nouns: everyday words are neither.
_JARGON, _HEAVY = 4.0, 4.8
# An unlisted word of this length or more is jargon.
_TERM_LETTERS = 9
# Syllables that add nothing; letters, in languages whose syllables are not counted.
_SYLLABLES, _LETTERS = 2, 6
# So many letters count as one syllable.
_LETTERS_A_SYLLABLE = 3
# Whole numbers up to 999, years, telephone numbers, dates and fractions, and their amount; any
# other number counts 1.
_EASY_NUMBER = re.compile(
    r"\d{1,3}|(?:19|20)\d\d|\d+(?:-\d+){2,}|\d{0,3}[\u00bc-\u00be\u2150-\u215e]"
)
_EASY_AMOUNT = 0.25
Amounts = tuple[tuple[str, float], ...]


@remember(1 << 16)
def compute_word_amounts(word: str, language: str) -> Amounts:
    """Return what a word adds to each part except the length.

    An acronym or a number adds to its own part and to the rare words only.

    Args:
        word: as in the text; the parts of a hyphenated word are judged one by one.
        language: a primary tag such as `en`.
    """
    known = get_language(language)
    parts = [part for part in simplify_signs(word.lower()).split("-") if part]
    frequencies = [_get_frequency(part, language) for part in parts]
    rarity = sum(map(_rate_rarity, parts, frequencies)) if has_list(language) else 0.0
    amounts: Amounts
    # Fast tests first: most words have no capital behind their first letter, and no digit.
    has_capitals = not word[1:].islower() and any(map(str.isupper, word[1:]))
    if has_capitals and any(find_acronyms(word, language)):
        amounts = ((ACRONYMS, 1.0),)
    elif not word.isalpha() and any(map(str.isnumeric, word)):
        amounts = ((NUMBERS, _EASY_AMOUNT if _EASY_NUMBER.fullmatch(word) else 1.0),)
    else:
        pairs = list(zip(parts, frequencies, strict=True))
        amounts = (
            (LONG_WORDS, sum(_rate_length(part, known) for part in parts)),
            (NESTING, float(parts[0] in known.clause_openers)),
            (JARGON, float(sum(_is_jargon(*pair, known) for pair in pairs))),
            (NOMINALISATIONS, float(sum(_is_heavy(*pair, known) for pair in pairs))),
        )
    return tuple([pair for pair in ((RARE_WORDS, rarity), *amounts) if pair[1]])


def _get_frequency(word: str, language: str) -> float:
    """Return the Zipf frequency of a word; words that every adult knows, and addresses, are common.

    The weights of English were fitted without this.
    """
    frequency = get_zipf_frequency(word, language)
    if language == ENGLISH or frequency >= _JARGON:
        return frequency
    if "@" in word or "." in word:
        return _COMMON
    return _JARGON if is_listed_word(word, language) else frequency


def _is_heavy(word: str, frequency: float, language: Language) -> bool:
    is_nominalised = language.is_nominalised
    return is_nominalised is not None and frequency < _HEAVY and is_nominalised(word)


def _is_jargon(word: str, frequency: float, language: Language) -> bool:
    is_medical = language.is_medical
    return (
        is_medical is not None
        and frequency < _JARGON
        and (is_medical(word) or (frequency <= UNLISTED and len(word) >= _TERM_LETTERS))
    )


def _rate_length(word: str, language: Language) -> float:
    """Return how many syllables a word has too many; letters tell, where they are not counted."""
    if count_syllables := language.count_syllables:
        return float(max(count_syllables(word) - _SYLLABLES, 0))
    return max(len(word) - _LETTERS, 0) / _LETTERS_A_SYLLABLE


def _rate_rarity(word: str, frequency: float) -> float:
    """Return the rarity, from 0 for a common word to 3 for an unlisted one.

    What begins with a digit is a number, a date or a dose ("1960s", "5mg"), and never rare.
    """
    if not word[0].isalpha():
        return 0.0
    return max(_COMMON - (frequency if frequency > UNLISTED else _UNSEEN), 0.0)
