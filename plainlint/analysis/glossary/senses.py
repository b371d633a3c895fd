"""Senses: whether a name of a glossary means the medical thing where a text uses it.

Many names of terms are everyday words too: a roof has an acute angle, and a form a second line.
They count as terms only if another word nearby belongs to medicine.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from plainlint.analysis.glossary.matching import TermMatch, is_acronym
from plainlint.analysis.glossary.model import Term
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.core.caches import remember
from plainlint.document.folding import fold
from plainlint.languages.en.medical_parts import has_medical_part
from plainlint.languages.frequencies import get_zipf_frequency

# Nouns and verbs of care, illness and the body, by their beginnings.
_MEDICINE = re.compile(
    r"\b(?:cancer|tumou?r|diseas|illness|sick|patient|doctor|nurse|hospital|clinic|surg|treat(?!y)|therap"
    r"|drug|medicin|medic(?:al|at)|dos(?:e|ing)s?\b|pill|chemo|radiat|radio(?:th|log)|x-ray|blood|bone|brain|breast|lung"
    r"|liver|kidney|heart|skin\b|bowel|stomach|belly|abdom|chest|throat|spine|spinal|skull|lymph|marrow|womb|cells?\b"
    r"|pain(?!t)|ache|fever|infect|symptom|diagnos|biops|vein|arter|muscle|nerve|gland|hormon|genes?\b|genetic|dna\b|protein"
    r"|virus|bacter|immun|germ|pregnan|birth|swell|swollen|bleed|bruis|wound|injur|fractur|stroke\b|diabet|asthma"
    r"|allerg|syringe|needle|inject|vaccin|relaps|remiss|surviv|syndrom|leuk|lymphom|carcin|metasta|prostat|ovar|cervi"
    r"|vagin|rect(?:al|um)|colon|pancrea|thyroid|bladder|urin|vomit|nausea|diarrh|rash|itch|cough|breath|wheez|anti-?biotic"
    r"|antibod|insulin|oxygen|anesth|anaesth|transplant|dialysis|catheter|stent|icu\b|ward\b|physician|oncolog|patholog)",
    re.IGNORECASE,
)
_COMMON = 4.3
# "phase I trial", "stage 2"
_NUMBERED = re.compile(r"\b(?:[ivx]+|\d+)\b")
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[a-z]{7,}")
# Two letters mean something else as often: "OS" is what a computer runs.
_LETTERS, _FEWEST_LETTERS = 3, 2
# A name goes on, or began before: "GI Bill", "the Northern GI".
_NAME_AFTER = re.compile(r" [A-Z][a-z]+")
# "the first line of your address": a phrase of common words is part of the thing behind it.
_PART_OF = re.compile(r" of (?:(?:the|an?|this|my|your|his|her|our|their) )?([a-z]+)")
# "adverse effects on trade": harm done to something, not by a medicine.
_HARM = re.compile(
    r" on (?:(?:the|an?|this|my|your|his|her|our|their|its) )?"
    r"(?!(?:body|health|organs?)\b)([a-z-]+)"
)
_EFFECTS = (" effect", " effects")
# In code points: the words that are near.
_NEAR = 240
# A text of fewer words is a heading or an item: what is above it says what it is about.
_FRAGMENT = 5


def is_medical_sense(text: str, match: TermMatch, others: Sequence[TermMatch], above: str) -> bool:
    """Return whether a name that may be an everyday word is a medical term here.

    Args:
        text: the block's text.
        match: the name and its place.
        others: all names of terms in the text.
        above: the text above, which says what a fragment is about.
    """
    name = text[match.start : match.end]
    if is_acronym(name):
        is_named = len(name) <= _LETTERS and _NAME_AFTER.match(text, match.end)
        if is_named or len(name) > _FEWEST_LETTERS:
            return not is_named
    elif name.lower().endswith(_EFFECTS) and (harm := _HARM.match(text, match.end)):
        return bool(_MEDICINE.match(harm[1]) or has_medical_part(harm[1]))
    elif not is_ambiguous(name):
        return True
    part = _PART_OF.match(text, match.end) if " " in name else None
    if part and not _MEDICINE.match(part[1]):
        return False
    near = [other for other in others if abs(other.start - match.start) < _NEAR]
    return is_near_medicine(text, match.start, match.end, above) or any(
        other.term is not match.term and not is_ambiguous(text[other.start : other.end])
        for other in near
    )


def is_near_medicine(text: str, start: int, end: int, above: str = "") -> bool:
    """Return whether a word of medicine is near `start` to `end`, or above a fragment."""
    near = f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}"
    if len(text.split()) <= _FRAGMENT:
        near = f"{above} {near}"
    return _MEDICINE.search(near) is not None or any(
        map(has_medical_part, _LONG_WORD.findall(near))
    )


_CANCER = re.compile(
    r"cancer|tumou?r|malignan|leuk(?:a?emia)|lymphoma|melanoma|oncolog|chemo", re.IGNORECASE
)


def names_cancer(text: str) -> bool:
    """Return whether a text names cancer, a kind of it, or its treatment."""
    return _CANCER.search(text) is not None


@remember(1 << 14)
def is_general_in_cancer(term: Term) -> bool:
    """Return whether a term's plain words name cancer although its own words are general.

    "Recurrence" is the return of a cancer only on a page about cancer; a melanoma is one anywhere.
    """
    words = _CONTENT.findall(term.name.lower())
    return (
        names_cancer(term.plain)
        and not any(
            names_cancer(word) or has_medical_part(word) or is_unfamiliar(word) for word in words
        )
        and not is_acronym(term.name)
    )


@remember(1 << 14)
def is_ambiguous(name: str) -> bool:
    """Return whether a name is an everyday word or phrase too.

    A phrase is one if all its words are common, and none of them is a word of medicine.
    """
    folded = fold(name)
    listed = _load_ambiguous_names()
    if folded in listed or folded.removesuffix("s") in listed:
        return True
    words = _CONTENT.findall(folded)
    return (
        len(words) > 1
        and not _MEDICINE.search(folded)
        and not _NUMBERED.search(folded)
        and all(get_zipf_frequency(word) >= _COMMON for word in words)
    )


@remember(None)
def _load_ambiguous_names() -> frozenset[str]:
    """Read the single words of the list; phrases of common words need no listing."""
    path = Path(__file__).with_name("ambiguous_names.en.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
