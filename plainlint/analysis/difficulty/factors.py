"""Hard words: what a single word adds to the difficulty of its sentence.

A word is judged by its length, its shape and how common it is; no word is known by name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainlint.analysis.glossary.acronyms import find_acronyms
from plainlint.analysis.glossary.rare_words import has_medical_part
from plainlint.analysis.metrics.familiarity import UNLISTED, get_zipf_frequency, has_list
from plainlint.analysis.metrics.syllables import count_syllables

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


class Factor(NamedTuple):
    """What adds to a part: where in the text (code points), and how much of it there is.

    The amount of a word is 1 or a grade of it, as the function that found it says.
    """

    part: str
    start: int
    end: int
    amount: float


Factors = Iterator[Factor]


# Each alternative begins with its sign: `re` then skips to the next of them at once.
_SIGN = re.compile(
    r"\([^()]*\)|\(|\[[^\[\]]*\]|\[|;|\u2014|-(?<=\s-)(?=\s)|\u2013(?<=\s\u2013)(?=\s)|,(?!\d)"
)
# From this comma on a sentence is like a list.
_LIST = 2


def find_nesting(text: str) -> Factors:
    """Asides in brackets (with all that is in them), dashes, semicolons, commas as in a list.

    A comma counts a half, and the first one nothing.
    """
    commas = 0
    for match in _SIGN.finditer(text):
        if match[0] != ",":
            yield Factor(NESTING, *match.span(), 1.0)
            continue
        commas += 1
        if commas >= _LIST:
            yield Factor(NESTING, *match.span(), 0.5)


_NOMINALISED = re.compile(
    r"(?!(?:enh|adv)ance|commence|influence)[a-z]{3,}(?:tion|sion|ment|ance|ence|ency|ancy|ity|ness)s?|[a-z]{3,}(?:ities|encies|ancies)"
)


def is_nominalised(word: str) -> bool:
    """Whether a lower-case word looks like a noun made of a verb or an adjective: "evaluation"."""
    return _NOMINALISED.fullmatch(word) is not None


# One set of signs first: `re` skips to the next of them at once.
_SYMBOL = re.compile(r"[<>≤≥=±×÷~≈+µ°§/&→†‡*#^|\u0370-\u03ff%](?<!\d%)")


def find_symbols(text: str) -> Factors:
    """Each sign that stands for words, Greek letters too."""
    for match in _SYMBOL.finditer(text):
        yield Factor(NUMBERS, *match.span(), 1.0)


# Zipf frequencies: a word is the rarer the further it is below the first, up to the second. A term
# is jargon, and a noun heavy, only if it is no everyday word.
_COMMON, _RARE = 4.5, 3.0
_JARGON, _HEAVY = 4.0, 4.8
# A word in no list is a term from this length on.
_TERM_LETTERS = 9
# Syllables, and letters for languages whose syllables are not counted, that cost nothing.
_SYLLABLES, _LETTERS = 2, 6
# Letters for one more syllable.
_LETTERS_A_SYLLABLE = 3
# Whole numbers up to 999 and years, and what they count; any other number counts 1.
_EASY_NUMBER, _EASY_AMOUNT = re.compile(r"\d{1,3}|(?:19|20)\d\d"), 0.25
_PLAIN = str.maketrans({"\u2019": "'", "\u00ad": None})
_HYPHEN = re.compile(r"[-\u2010\u2011]+")
# Words that open a subordinate clause.
_OPENERS = re.compile(
    "which|who|whom|whose|that|because|although|though|whereas|while|whether|unless|until|since|if|"
    "when|where|after|before|provided|despite"
)

Amounts = tuple[tuple[str, float], ...]


@lru_cache(maxsize=1 << 16)
def compute_word_amounts(word: str, language: str) -> Amounts:
    """What a word adds to each part but the length; an acronym or number adds to its own alone.

    Args:
        word: as it stands in the text; the parts of a hyphenated one are judged one by one.
        language: a code of two letters.
    """
    # Most words are quickly seen to have no second capital, and no digit.
    if not word[1:].islower() and any(find_acronyms(word)):
        return ((ACRONYMS, 1.0),)
    if not word.isalpha() and any(map(str.isdecimal, word)):
        return ((NUMBERS, _EASY_AMOUNT if _EASY_NUMBER.fullmatch(word) else 1.0),)
    parts = [part for part in _HYPHEN.split(word.lower().translate(_PLAIN)) if part]
    amounts = {LONG_WORDS: sum(_count_extra_syllables(part, language) for part in parts)}
    if has_list(language):
        common = [get_zipf_frequency(part, language) for part in parts]
        amounts[RARE_WORDS] = sum(map(_rate_rarity, common))
    if language == "en":
        amounts[NESTING] = float(_OPENERS.fullmatch(parts[0]) is not None)
        pairs = list(zip(parts, common, strict=True))
        amounts[JARGON] = float(sum(_is_jargon(p, c) for p, c in pairs))
        amounts[NOMINALISATIONS] = float(sum(c < _HEAVY and is_nominalised(p) for p, c in pairs))
    return tuple((part, amount) for part, amount in amounts.items() if amount)


def _is_jargon(word: str, frequency: float) -> bool:
    return frequency < _JARGON and (
        has_medical_part(word) or (frequency <= UNLISTED and len(word) >= _TERM_LETTERS)
    )


def _count_extra_syllables(word: str, language: str) -> float:
    if language == "en":
        return float(max(count_syllables(word) - _SYLLABLES, 0))
    return max(len(word) - _LETTERS, 0) / _LETTERS_A_SYLLABLE


def _rate_rarity(frequency: float) -> float:
    """0 for a common word to 1 for one that is in no list."""
    return min(max((_COMMON - frequency) / (_COMMON - _RARE), 0.0), 1.0)
