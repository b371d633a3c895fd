"""Senses: whether a name of a glossary means the medical thing where a text uses it.

Many names of terms are everyday words too: a roof has an acute angle, and a form a second line.
They count as terms only if another word nearby belongs to medicine.
"""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.glossary.lay_knowledge import is_frequent
from plainlint.analysis.glossary.matching import TermMatch, is_acronym
from plainlint.analysis.glossary.model import Term
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.core.caches import remember
from plainlint.document.folding import fold
from plainlint.document.model import Block
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH, read_sections
from plainlint.languages.frequencies import get_zipf_frequency
from plainlint.languages.senses import AMBIGUOUS_NAMES, SenseWords

_COMMON = 4.3
# "phase I trial", "stage 2"
_NUMBERED = re.compile(r"\b(?:[ivx]+|\d+)\b")
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[^\W\d_A-Z]{7,}")
# Two letters mean something else as often: "OS" is what a computer runs.
_LETTERS, _FEWEST_LETTERS = 3, 2
# A name goes on, or began before: "GI Bill", "the Northern GI".
_NAME_AFTER = re.compile(r" [A-Z][a-z]+")
# In code points: the words that are near.
_NEAR = 240
# A text of fewer words is a heading or an item: what is above it says what it is about.
_FRAGMENT = 5


@remember(1 << 6)
def _get_words(language: str) -> SenseWords | None:
    """Return the words of medicine of a language, None if they are not known."""
    load_sense_words = get_language(language).load_sense_words
    return load_sense_words() if load_sense_words else None


def is_medical_sense(
    text: str, match: TermMatch, others: Sequence[TermMatch], above: str, language: str = ENGLISH
) -> bool:
    """Return whether a name that may be an everyday word is a medical term here.

    In a language whose words of medicine are not known, each is.

    Args:
        text: the block's text.
        match: the name and its place.
        others: all names of terms in the text.
        above: the text above, which says what a fragment is about.
        language: the primary tag of the text's language.
    """
    words = _get_words(language)
    if words is None:
        return True
    name = text[match.start : match.end]
    if is_acronym(name):
        is_named = len(name) <= _LETTERS and _NAME_AFTER.match(text, match.end)
        if is_named or len(name) > _FEWEST_LETTERS:
            return not is_named
    elif name.lower().endswith(words.effects) and (harm := words.harm.match(text, match.end)):
        return bool(words.medicine.match(harm[1]) or _is_medical(harm[1], language))
    elif not is_ambiguous(name, language):
        return True
    part = words.part_of.match(text, match.end) if " " in name else None
    if part and not words.medicine.match(part[1]):
        return False
    near = [other for other in others if abs(other.start - match.start) < _NEAR]
    return is_near_medicine(text, match.start, match.end, above, language) or any(
        other.term is not match.term and not is_ambiguous(text[other.start : other.end], language)
        for other in near
    )


def is_near_medicine(
    text: str, start: int, end: int, above: str = "", language: str = ENGLISH
) -> bool:
    """Return whether a word of medicine is near `start` to `end`, or above a fragment.

    In a language whose words of medicine are not known, one always may be.
    """
    words = _get_words(language)
    near = f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}"
    if len(text.split()) <= _FRAGMENT:
        near = f"{above} {near}"
    return (
        words is None
        or words.medicine.search(near) is not None
        or any(_is_medical(word, language) for word in _LONG_WORD.findall(near))
    )


def _is_medical(word: str, language: str) -> bool:
    is_medical = get_language(language).is_medical
    return is_medical is not None and is_medical(word)


def names_cancer(text: str, language: str = ENGLISH) -> bool:
    """Return whether a text names cancer, a kind of it, or its treatment."""
    words = _get_words(language)
    return words is not None and words.cancer.search(text) is not None


def is_about_cancer(blocks: Iterable[Block], language: str = ENGLISH) -> bool:
    """Return whether a block of a document names cancer."""
    return any(names_cancer(block.text, language) for block in blocks)


@remember(1 << 14)
def is_general_in_cancer(term: Term, language: str = ENGLISH) -> bool:
    """Return whether a term's plain words name cancer although its own words are general.

    "Recurrence" is the return of a cancer only on a page about cancer; a melanoma is one anywhere.
    """
    words = _CONTENT.findall(term.name.lower())
    return (
        names_cancer(term.plain, language)
        and not any(
            names_cancer(word, language) or _is_medical(word, language) or _is_rare(word, language)
            for word in words
        )
        and not is_acronym(term.name)
    )


def _is_rare(word: str, language: str) -> bool:
    """Return whether few readers know a word."""
    if language == ENGLISH:
        return is_unfamiliar(word)
    return not is_frequent(word, language)


@remember(1 << 14)
def is_ambiguous(name: str, language: str = ENGLISH) -> bool:
    """Return whether a name is an everyday word or phrase too.

    A phrase is one if all its words are common, and none of them is a word of medicine.
    """
    folded, medicine = fold(name), _get_words(language)
    listed = read_sections(language, AMBIGUOUS_NAMES).get("", frozenset())
    if folded in listed or folded.removesuffix("s") in listed:
        return True
    words = _CONTENT.findall(folded)
    return (
        len(words) > 1
        and medicine is not None
        and not medicine.medicine.search(folded)
        and not _NUMBERED.search(folded)
        and all(get_zipf_frequency(word, language) >= _COMMON for word in words)
    )
