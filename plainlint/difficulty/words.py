"""Hard words: what a single word adds to the difficulty of its sentence.

A word is judged by its length, its shape and how common it is; no word is known by name.
"""

import re
from functools import lru_cache

from plainlint.difficulty.causes import (
    ACRONYMS,
    JARGON,
    LONG_WORDS,
    NESTING,
    NOMINALISATIONS,
    NUMBERS,
    RARE_WORDS,
)
from plainlint.difficulty.shapes import is_nominalised
from plainlint.glossary.acronyms import acronyms
from plainlint.glossary.medical_parts import has_medical_part
from plainlint.metrics.frequency import UNLISTED, has_list, zipf
from plainlint.metrics.syllables import syllables

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
def word_amounts(word: str, language: str) -> Amounts:
    """What a word adds to each part but the length; an acronym or number adds to its own alone.

    Args:
        word: as it stands in the text; the parts of a hyphenated one are judged one by one.
        language: a code of two letters.
    """
    # Most words are quickly seen to have no second capital, and no digit.
    if not word[1:].islower() and any(acronyms(word)):
        return ((ACRONYMS, 1.0),)
    if not word.isalpha() and any(map(str.isdecimal, word)):
        return ((NUMBERS, _EASY_AMOUNT if _EASY_NUMBER.fullmatch(word) else 1.0),)
    parts = [part for part in _HYPHEN.split(word.lower().translate(_PLAIN)) if part]
    amounts = {LONG_WORDS: sum(_extra_syllables(part, language) for part in parts)}
    if has_list(language):
        common = [zipf(part, language) for part in parts]
        amounts[RARE_WORDS] = sum(map(_rarity, common))
    if language == "en":
        amounts[NESTING] = float(_OPENERS.fullmatch(parts[0]) is not None)
        pairs = list(zip(parts, common, strict=True))
        amounts[JARGON] = float(sum(_is_term(p, c) for p, c in pairs))
        amounts[NOMINALISATIONS] = float(sum(c < _HEAVY and is_nominalised(p) for p, c in pairs))
    return tuple((part, amount) for part, amount in amounts.items() if amount)


def _is_term(word: str, frequency: float) -> bool:
    return frequency < _JARGON and (
        has_medical_part(word) or (frequency <= UNLISTED and len(word) >= _TERM_LETTERS)
    )


def _extra_syllables(word: str, language: str) -> float:
    if language == "en":
        return float(max(syllables(word) - _SYLLABLES, 0))
    return max(len(word) - _LETTERS, 0) / _LETTERS_A_SYLLABLE


def _rarity(frequency: float) -> float:
    """0 for a common word to 1 for one that is in no list."""
    return min(max((_COMMON - frequency) / (_COMMON - _RARE), 0.0), 1.0)
