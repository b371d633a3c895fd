"""Rare words and medical words, by frequency, Latin and Greek parts, and drug name stems."""

import re

from plainlint.analysis.glossary.lay_knowledge import load_everyday_words, load_technical_words
from plainlint.analysis.glossary.word_families import is_compound, iter_derived, iter_inflected
from plainlint.core.caches import remember
from plainlint.core.nearby import PatternBefore, find_next_start
from plainlint.languages.en.familiarity import iter_stems
from plainlint.languages.en.medical_parts import (
    SHORTEST,
    Endings,
    has_medical_ending,
    has_medical_part,
    is_drug_name,
)
from plainlint.languages.frequencies import RAREST, UNLISTED, get_rare_frequency, get_zipf_frequency

# Units of doses, which must not be changed.
_UNIT = re.compile(
    r"(?:micro|milli|nano|centi|deci|kilo)(?:grams?|grammes?|lit(?:er|re)s?|moles?|met(?:er|re)s?)"
)


def is_medicine_name(word: str) -> bool:
    """Return whether a lower-case word has an ending that hardly any other words have."""
    return is_drug_name(word) or _FURTHER_ENDS.match(word)


_KINDS = ("drug", "medic", "agent", "antibod", "inhibitor")
_KIND = r"\b(?:drugs?|medicines?|medications?|agents?|antibod(?:y|ies)|inhibitors?)\b"
# "the drugs etoposide phosphate, vincristine (Oncovin), and ": a list of names.
_LIST_START = re.compile(
    rf"{_KIND}(?P<lead>:|,? (?:such as|like|called|including))?", re.IGNORECASE
)
_LIST_ITEM = re.compile(r" [\w-]++(?: [\w-]++)?(?: \([^()]*\))?,")
_BEFORE_ITEM = re.compile(r"(?: (?:and|or))? ", re.IGNORECASE)
# "doxorubicin hydrochloride": a word that belongs to the name before it.
_LAST_WORD = PatternBefore(r"([^\W\d_]+) ")


# "take warfarin", "a dose of heparin", "warfarin tablets": words that only go with medicines.
_TAKEN = PatternBefore(
    r"\b(?:tak(?:e|es|en|ing)|took|prescribed|doses? of|m?c?g of|tablets? of|inject(?:ed|ions? of)?"
    r"|(?:allergic|sensitive|hypersensitive) to|brand of"
    r"|(?:is|are|was|were|been|be|put|stay|started?|starting) on|called|generic|swallow|apply)"
    r" (?:some |any |oral )?"
    r"(?:[\w-]+(?: tablets?)?,? (?:[\w-]+, )*(?:or|and) )?",
    case=False,
)
_FORM = re.compile(
    r"(?: [a-z]+)? (?:\d|tablets?|capsules?|pills?|creams?|gels?|drops?|injections?|inhalers?"
    r"|patch(?:es)?|sprays?|syrup|ointments?|lotions?|dos(?:e|es|age)|suppositor(?:y|ies)|m?c?g\b)"
)
_MEDICATION = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|tablets?|capsules?|pills?|dos(?:e|es|age)|m?c?g|drugs?|medicines?"
    r"|medications?|antibiotics?|antivirals?|painkillers?|steroids?|inhalers?|vaccines?|treat(?:ed|ments?|ing|s)?|prescri\w+|inject\w*|given|gives?|start(?:ed|ing)?|stop(?:ped)?"
    r"|side effects?|therapy|infusions?|receiv(?:e|ed|es|ing)|combin\w+|regimens?|chemo\w*)\b",
    re.IGNORECASE,
)
# Further endings of medicines; words with them are rarely anything else in a text about treatment.
_FURTHER_ENDS = Endings(
    """
    fenac idone purinol thyroxine phylline oxacin dopa floxacin mide zine tine pine pam lam
    pamil tiazem didine nidine darone xaban grel stipol xostat necid purine prine phenidate
    traline abalin pentin triptyline enone itril roxen chicine iazid quiline manid onium opium
    prostone adine giline thrin thion mazole icin onide metrin profen prazine sulfan caine
    curonium barbital prost
    """,
    2,
)
# "trabectedin (Yondelis)": the brand behind it.
_BRAND = re.compile(r" \([A-Z]\w{3,}[\u00ae\u2122]?(?:, [A-Z]\w{3,}[\u00ae\u2122]?)*\)")


# In code points: the words of a list around a name.
_NEAR = 80
# A cell or an item that is not a sentence has no room for words about treatment.
_NO_SENTENCE = re.compile(r"[^.?!]{1,100}")


def is_named_medicine(text: str, start: int, end: int) -> bool:
    """Return whether the text treats the word as the name of a medicine.

    Such a name needs no explanation: "the drugs cisplatin and docetaxel", "take warfarin", "a
    warfarin tablet", and in a text about treatment any word that is formed like one.
    """
    word = text[start:end].lower()
    if is_medicine_name(word) and (
        find_next_start(_MEDICATION, text, 0) < len(text) or _NO_SENTENCE.fullmatch(text)
    ):
        return True
    # Fast tests first: most words have no space, bracket or comma beside them that could help.
    behind = text[end : end + 1]
    return bool(
        start in _find_list_places(text)
        or (
            text[start - 1 : start] == " "
            and (
                (_TAKEN.match(text, start, max(0, start - _NEAR)) and not _PLURAL.match(text, end))
                or _is_drug_before(text, start)
            )
        )
        or (behind == " " and (_FORM.match(text, end) or _BRAND.match(text, end)))
        or _SALT.fullmatch(word)
        or (not has_medical_ending(word) and _is_beside_name(text, start, end))
    )


def _is_drug_before(text: str, start: int) -> bool:
    """Return whether the word before a place is formed like the name of a medicine."""
    # A fast exit: few words are so long.
    if not text[max(0, start - 1 - SHORTEST) : start - 1].isalpha():
        return False
    last = _LAST_WORD.match(text, start)
    return bool(last and is_drug_name(last[1].lower()))


_PLURAL = re.compile(r"-| [a-z]+s\b(?<!tablets)")


# The words of one text are looked at one after another.
@remember(1 << 4)
def _find_list_places(text: str) -> frozenset[int]:
    """Return where the items of lists of medicines may start, in code points."""
    # A fast exit: few texts name a kind of medicine.
    if not any(map(text.lower().__contains__, _KINDS)):
        return frozenset()
    places, done = set[int](), set[int]()
    for opening in _LIST_START.finditer(text):
        for end in {opening.end(), opening.start("lead")} - {-1}:
            position = end
            while position not in done:
                done.add(position)
                if before := _BEFORE_ITEM.match(text, position):
                    places |= {position + 1, before.end()}
                item = _LIST_ITEM.match(text, position)
                position = item.end() if item else position
    return frozenset(places)


# "Colestyramine, ", "febuxostat and ", ", or torsemide": other items of a list.
_ITEMS_BEFORE = re.compile(r"((?:[\w/-]+(?: \([^()]*\))?(?:,|,? (?:and|or)) ){1,3})$")
_BETWEEN_ITEMS = (", ", " and ", " or ")
_BEHIND_ITEM = (*_BETWEEN_ITEMS, " (", ",")
_ITEMS_BEHIND = re.compile(
    r"(?: \([^()]*\))?((?:(?:,|,? (?:and|or)) [\w/-]+(?: \([^()]*\))?){1,3})"
)
_ITEM = re.compile(r"[^\W\d_]{4,}")
# "ferrous fumarate": a salt is a part of the name.
_SALT = re.compile(
    r"(?:acet|bes[iy]l|citr|fumar|gluc?on|lact|male|mesyl|phosph|succin|sulf|sulph|tartr)ate"
    r"|hydrochloride|hydrobromide|chloride|bromide|hydroxide|oxide"
)


def _is_beside_name(text: str, start: int, end: int) -> bool:
    """Return whether another item of the list is formed like the name of a medicine."""
    near = text[max(0, start - _NEAR) : start]
    before = _ITEMS_BEFORE.search(near) if near.endswith(_BETWEEN_ITEMS) else None
    has_more = text.startswith(_BEHIND_ITEM, end)
    behind = _ITEMS_BEHIND.match(text, end, min(len(text), end + _NEAR)) if has_more else None
    if not before and not behind:
        return False
    items = _ITEM.findall(f"{before[1] if before else ''} {behind[1] if behind else ''}".lower())
    return any(map(is_medicine_name, items))


# Spellings of words that English does not have from Latin or Greek: "blotchy", "bludging".
_NATIVE = re.compile(r"tch|ck|dg|gg|zz|ight|ough|aw|ew|ow|shy|sly|nky|mpy|ooz|wh|kn|^wr|shie")
# Shorter words are letters, units and syllables more often than terms.
_SHORTEST_WORD = 5


@remember(1 << 16)
def is_unfamiliar(word: str, country: str = "") -> bool:
    """Return whether readers are unlikely to know a word.

    A word is as familiar as the most common word of its family: the word it is a form or a
    derivation of, or the parts of a compound. One that is formed like a medical word, or stands in
    technical_words.en.txt, is unfamiliar at a higher frequency. Words with a capital may be names.

    Args:
        word: as written.
        country: the readers' country, as in `en-GB`; empty for readers anywhere.
    """
    lower = word.lower()
    if word != lower or len(word) < _SHORTEST_WORD or not word.isalpha() or not word.isascii():
        return False
    if _UNIT.fullmatch(lower):
        return False
    everyday, technical = load_everyday_words(country), load_technical_words()
    # A fast exit: most words are listed as they are.
    if get_zipf_frequency(lower) > UNLISTED and technical.isdisjoint((lower, *iter_stems(lower))):
        return False
    inflected = tuple(iter_inflected(lower))
    if not everyday.isdisjoint(inflected):
        return False
    if not technical.isdisjoint(inflected):
        return True
    limit = UNLISTED if has_medical_part(lower) else RAREST
    if any(get_rare_frequency(form) > limit for form in inflected):
        return False
    derived = tuple(iter_derived(lower))
    if not technical.isdisjoint(derived):
        return True
    return not (
        (_NATIVE.search(lower) and not has_medical_part(lower))
        or not everyday.isdisjoint(derived)
        or any(get_rare_frequency(stem) > UNLISTED for stem in derived)
        or (not has_medical_part(lower) and is_compound(lower))
    )
