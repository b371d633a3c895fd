"""Verb fit: plain words for verbs, in the form that the words around them call for."""

import re

from plainlint.analysis.glossary.adjective_fit import is_before_noun
from plainlint.analysis.glossary.inflection import Form
from plainlint.analysis.glossary.plain_words import OBJECT, Reading
from plainlint.analysis.glossary.replacement import Replacement
from plainlint.analysis.glossary.word_context import (
    WordContext,
    is_adverb,
    is_be,
    is_determiner,
    is_have,
    is_open,
    is_possessive,
    is_word,
    split_words,
)
from plainlint.languages.en.word_classes import is_of_class

# Verbs that are nouns or adjectives, too, as words of the lists may be.
_ALSO_NOUNS = split_words("""
    attempt attempts conduct construct constructs designate duplicate duplicates encounter
    encounters exhibit exhibits manifest manufacture purchase purchases remit rupture
    ruptures select suture sutures
""")
_ARTICLES = frozenset({"a", "an", "any", "no", "some", "the"})
_AMPLIFIERS = frozenset({"far", "much", "well"})
_BEFORE_VERBS = split_words("""
    to i you we they it he she who which that please not don't doesn't didn't do does did
    let help and or then also never always often
""")
_SUBJECTS = split_words("""
    i you he she it we they who which that
""")
# "Throw it away": the second part of a verb follows a pronoun.
_PARTICLES = split_words("""
    apart away back down off on out over together up
""")
_NOT_SPLIT = frozenset({"go over", "put up with", "come back", "go away", "build up"})
# Who can be told something: one does not tell an event.
_TELL = frozenset({"tell", "tells", "telling", "told"})
_TOLD = split_words("""
    you u them him her me anyone everyone someone doctor nurse midwife surgeon dentist pharmacist gp
    team clinic hospital ward practice surgery staff school nursery employer manager insurer council
    police office agency bank driver dvla service parent patient people person family partner friend
    carer caregiver worker contact landlord
""")
# What an office administers: it runs a plan, and does not give it.
_GIVE = frozenset({"give", "gives", "giving", "given", "gave"})
_RUN = split_words("""
    account benefit budget claim company cover coverage employer estate fund government grant
    insurer insurance office pension plan policy program programme scheme state trust
""")
_PRONOUN = re.compile(r"\s+(it|them|him|me|us|you|themselves|yourself|itself)\b", re.IGNORECASE)
_NOUN_PHRASE = re.compile(
    r"\s+((?:(?:the|a|an|your|his|her|their|our|its|my|this|these|those|any|some)\s+)?[\w-]+(?:\s[\w-]+){0,2}?)"
    r"(?=[.;:!?)]|$|\s(?:after|at|before|because|by|during|for|from|if|in|on|or|so|unless|until|when|while|with)\b)",
    re.IGNORECASE,
)


def fit_verb(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    """Fit a verb in the form of the hard verb; None where the hard word is no verb."""
    form = reading.form
    if " " in reading.plain and context.previous in _AMPLIFIERS:
        return None
    if reading.plain in _TELL and not (is_be(context.governor) or _is_about_person(context)):
        return None
    if reading.plain in _GIVE and _is_about_office(context):
        return None
    word = text[start:end].lower()
    if form in (Form.PAST, Form.PARTICIPLE):
        return _fit_past(reading, context, text, start, end)
    if form is Form.ING:
        is_noun = (
            context.previous in _ARTICLES
            or is_possessive(context.previous)
            or context.next == "of"
            or (is_open(context.previous) and _is_verb_next(context))
        )
        return None if is_noun else _place_object(reading.plain, text, start, end)
    if word in _ALSO_NOUNS:
        if not _is_verb_slot(form, context):
            return None
    elif context.previous in _ARTICLES or is_possessive(context.previous):
        return None
    return _place_object(reading.plain, text, start, end)


def _is_about_person(context: WordContext) -> bool:
    """Return whether a person or an office follows within three words: "your GP", "us"."""
    return any(token.removesuffix("s") in _TOLD for token in context.after[:3])


def _is_about_office(context: WordContext) -> bool:
    """Return whether an office or what it runs is within three words: "the plan is"."""
    near = (*context.before[-3:], *context.after[:3])
    return any(token.removesuffix("s") in _RUN for token in near)


def _is_verb_next(context: WordContext) -> bool:
    """Return whether a verb follows, as after a noun in -ing: "cell manufacturing failed"."""
    follows = context.next or "."
    return (
        follows.endswith("ed")
        or is_be(follows)
        or is_have(follows)
        or is_of_class(follows, "modal")
    )


def _is_verb_slot(form: Form | None, context: WordContext) -> bool:
    """Return whether the words before show that a verb follows."""
    before = context.governor
    if form is Form.PRESENT:
        return before in {"he", "she", "it", "who", "which", "that", "this"}
    has_object = is_determiner(context.next) or is_possessive(context.next)
    is_command = has_object and not is_word(before)
    return is_command or before in _BEFORE_VERBS or (bool(before) and is_of_class(before, "modal"))


def _fit_past(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    """Fit the past or the participle, which look the same in most hard verbs."""
    use = _find_use(reading, context)
    if use == _PASSIVE:
        is_participle = reading.form is Form.PARTICIPLE
        if not (is_participle and reading.other):
            return None
        return Replacement(start, end, reading.other, reading.other)
    if use != (_PERFECT if reading.form is Form.PARTICIPLE else _PAST):
        return None
    return _place_object(reading.plain, text, start, end)


_PASSIVE, _PERFECT, _PAST, _ADJECTIVE = "passive", "perfect", "past", "adjective"


def _find_use(reading: Reading, context: WordContext) -> str:
    """Return how a form in -ed is used, by the function words around it."""
    before = context.governor
    if is_have(before):
        return _PERFECT
    is_question = is_be(context.opening) and context.before[:1] == (context.opening,)
    if is_be(before) or is_question or (context.next == "by" and is_word(before)):
        return _PASSIVE
    if before in {"and", "or", ","} and (auxiliary := _find_auxiliary(context.before)):
        return auxiliary
    return _find_use_alone(reading, context)


def _find_use_alone(reading: Reading, context: WordContext) -> str:
    """Return how a form in -ed without an auxiliary is used."""
    before, follows = context.governor, context.next or "."
    if before in _SUBJECTS or before == ")":
        return _PAST
    if is_before_noun(context) and before not in {"and", "or"}:
        return _ADJECTIVE
    if is_open(before) and is_open(follows) and not _is_subject(context):
        return _ADJECTIVE
    is_object = reading.other or not is_of_class(follows, "number")
    return _PAST if is_object and not _is_reduced(reading, context) else _PASSIVE


def _is_subject(context: WordContext) -> bool:
    """Return whether the noun before may be a subject: it is plural or has an article."""
    near = context.before[-3:-1]
    return context.governor.endswith("s") or any(
        token in _ARTICLES or is_possessive(token) for token in near
    )


def _find_auxiliary(before: tuple[str, ...]) -> str:
    """Return the use that an earlier auxiliary gives both of two participles, or empty."""
    for position in range(len(before) - 2, -1, -1):
        token = before[position]
        if token in _SUBJECTS and position < len(before) - 2:
            return ""
        following = next((word for word in before[position + 1 :] if not is_adverb(word)), "")
        if following.endswith("ed") or is_of_class(following or ".", "participle"):
            if is_be(token):
                return _PASSIVE
            if is_have(token):
                return _PERFECT
    return ""


def _is_reduced(reading: Reading, context: WordContext) -> bool:
    """Return whether the form follows its noun: "drugs administered by mouth"."""
    if reading.plain.partition(" ")[0] in _INTRANSITIVE_FORMS:
        return False
    follows = context.next
    ends = (
        not is_word(follows)
        or is_of_class(follows, "preposition")
        or follows in {"to", "and", "or"}
    )
    return ends and follows not in {"that", ","}


_INTRANSITIVE_FORMS = split_words("""
    came come went gone happened lasted lived spread swelled swollen sweated walked
""")


def _place_object(plain: str, text: str, start: int, end: int) -> Replacement:
    """Return the verb with its object where the plain verb has it."""
    first, _, rest = plain.partition(" ")
    shown = plain
    if plain not in _NOT_SPLIT and (OBJECT in plain or rest in _PARTICLES):
        second = rest.removeprefix(f"{OBJECT} ")
        pronoun = _PRONOUN.match(text, end)
        phrase = pronoun or (_NOUN_PHRASE.match(text, end) if OBJECT in plain else None)
        if phrase and _is_noun_phrase(phrase[1]):
            return Replacement(start, phrase.end(), f"{first}{phrase[0]} {second}", shown)
        if OBJECT in plain:
            return Replacement(start, end, plain, shown, is_exact=False)
    return Replacement(start, end, plain, shown)


def _is_noun_phrase(words: str) -> bool:
    tokens = words.lower().split()
    if len(tokens) == 1 and _PRONOUN.match(f" {words}"):
        return True
    nouns = tokens[1:] if is_determiner(tokens[0]) else tokens
    return bool(nouns) and all(map(is_open, nouns))
