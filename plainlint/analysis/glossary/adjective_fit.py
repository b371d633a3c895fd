"""Adjective fit: plain words for adjectives, before a noun or after a form of "be"."""

import re

from plainlint.analysis.glossary.plain_words import Reading
from plainlint.analysis.glossary.replacement import Replacement
from plainlint.analysis.glossary.word_context import (
    WordContext,
    is_adverb,
    is_be,
    is_determiner,
    is_open,
    is_possessive,
    is_word,
    split_words,
)
from plainlint.languages.en.word_classes import is_of_class

_DEGREES = split_words("""
    as how more most less least so too very quite highly equally
""")
_COMPARING = {"more": "er", "most": "est"}
# Adjectives that have degrees in -er and -est, or with "more" and "most".
_GRADED = {
    "clear": "clear", "dry": "dri", "fast": "fast", "hard": "hard", "large": "larg", "long": "long",
    "poor": "poor",
}  # fmt: skip
_GRADED_WITH_MORE = split_words("""
    basic brief common complex harmful healthy helpful lasting likely painful sleepy tired
    usual
""")
_QUANTITIES = frozenset({"enough", "many", "not enough", "too much"})
# A phrase that follows its noun; one without a preposition needs "that is".
_PREPOSITION = re.compile(r"(?:after|before|from|in|into|of|on|through|under|with|without)\b")
_STATE = re.compile(r"(?:not|easy to|safe to|caught)\b")
_UNGRADED_SENSE = split_words("as if unless when where wherever whenever")
# Children's wards are for children, and "children's patients" are nobody.
_OF_CHILDREN = frozenset({"case", "patient", "population"})
_FIRST_SENSE = frozenset({"and", "or", "but"})


def fit_modifier(
    reading: Reading, context: WordContext, _text: str, start: int, end: int
) -> Replacement | None:
    """Fit a noun for an adjective, which only stands before another noun: "kidney" for "renal"."""
    plain = reading.plain
    follows = context.after[1:2] if context.next in {"and", "or"} else context.after[:1]
    is_joined = context.next in {"and", "or"} and any(map(is_open, context.after[2:3]))
    if context.is_predicate and not (context.has_noun_after or is_joined):
        return None
    if not (follows and is_open(follows[0])) or context.previous in _DEGREES:
        return None
    # "Her father's grandmother" is not her paternal grandmother.
    if plain.endswith("'s") and (is_possessive(context.previous) or is_open(context.previous)):
        return None
    is_exact = not (plain == "children's" and context.next.rstrip("s") in _OF_CHILDREN)
    return Replacement(start, end, plain, plain, is_exact=is_exact)


def fit_adjective(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    """Fit a plain adjective, a quantity ("many") or a phrase ("from birth")."""
    plain = reading.plain
    if _is_noun_here(context) or _is_compound(context, text[start:end].lower()):
        return None
    if plain.startswith("the "):
        return _fit_definite(plain.removeprefix("the "), context, start, end)
    if plain in _QUANTITIES:
        return _fit_quantity(plain, context, start, end)
    if _PREPOSITION.match(plain) or _STATE.match(plain):
        return _fit_phrase(plain, context, start, end)
    return _fit_degree(plain, context, start, end)


def _is_noun_here(context: WordContext) -> bool:
    """Return whether a word after an article or a number has no noun to go with: "the elderly"."""
    return (
        is_determiner(context.previous)
        and context.previous not in _DEGREES
        and not context.has_noun_after
        and not is_adverb(context.next)
        and context.next not in {",", "-", "/", *_FIRST_SENSE}
    )


def _is_compound(context: WordContext, hard: str) -> bool:
    """Return whether the word before is the first half: "visually impaired", "hearing impaired"."""
    previous = context.previous
    is_participle = hard.endswith("ed")
    if previous in _DEGREES or previous in _KEPT_ADVERBS:
        return False
    if not is_participle and (
        is_adverb(previous) or is_of_class(context.next or ".", "preposition")
    ):
        return False
    is_object = is_open(previous) and is_of_class((*context.before[-2:-1], ".")[0], "modal")
    is_noun_before = is_open(previous) and (not context.has_noun_after or is_participle)
    is_noun_before = is_noun_before and not is_object
    return previous.endswith("ly") or is_noun_before


_KEPT_ADVERBS = split_words("""
    clearly especially extremely fairly generally highly likely mainly mostly namely only
    particularly possibly probably quickly rarely really relatively usually
""")


def _fit_degree(plain: str, context: WordContext, start: int, end: int) -> Replacement | None:
    """Fit an adjective, which may be more or less so: "more rapid" is "faster"."""
    # "Three or more earlier treatments" are not earlier ones.
    degree = "" if context.before[-2:] == ("or", "more") else context.previous
    is_mass = context.has_noun_after and not _is_plural(context.next)
    if plain == "large" and is_mass and not _has_article(context):
        plain = "a lot of"
    if degree not in _DEGREES or plain in _GRADED_WITH_MORE:
        return Replacement(start, end, plain, plain)
    if plain not in _GRADED:
        return None
    if ending := _COMPARING.get(degree):
        words = _GRADED[plain] + ending
        return Replacement(start - len(degree) - 1, end, words, words)
    return Replacement(start, end, plain, plain)


def _fit_definite(plain: str, context: WordContext, start: int, end: int) -> Replacement | None:
    """Fit "right" or "best", of which there is one: "the right dose", but "it is right"."""
    previous = context.previous
    if previous in _DEGREES or context.governor in _UNGRADED_SENSE:
        return None
    if not context.has_noun_after:
        is_joined = context.governor in _FIRST_SENSE and any(map(is_be, context.before))
        is_fixed = context.next in {"to", "that"} and "it" not in context.before[-4:]
        is_right = (context.is_predicate or is_joined) and not is_fixed
        return Replacement(start, end, plain, plain) if is_right else None
    if previous == "the":
        return Replacement(start, end, plain, plain)
    if context.is_after_article:
        return Replacement(start - len(previous) - 1, end, f"the {plain}", f"the {plain}")
    if is_possessive(previous):
        return Replacement(start, end, plain, plain) if plain == "best" else None
    if is_determiner(previous) or is_open(previous) or previous in _FIRST_SENSE:
        # After an open word it may be a verb with its object, or the next of several adjectives.
        is_object = is_open(previous) and not previous.endswith(_ADJECTIVE_ENDINGS)
        words = f"the {plain}"
        return Replacement(start, end, words, words) if is_object else None
    return Replacement(start, end, f"the {plain}", f"the {plain}")


_ADJECTIVE_ENDINGS = ("al", "ic", "ous", "ive", "ful", "able", "ible", "ary", "ed")


def _fit_quantity(plain: str, context: WordContext, start: int, end: int) -> Replacement | None:
    """Fit a quantity, which takes the place of an article."""
    previous = context.previous
    if previous in _DEGREES or (
        is_determiner(previous) and not (plain == "many" and previous == "the")
    ):
        return None
    if plain == "not enough" and previous == "not":
        return None
    # Nobody says "too much sleepiness".
    if plain == "too much" and context.next.endswith("ness"):
        return None
    if not (context.has_noun_after or context.is_predicate):
        return None
    if plain == "too much" and context.has_noun_after:
        first, second = (*context.after[:2], "")[:2]
        if _is_plural(first):
            plain = "too many"
        elif is_open(second) and _is_plural(second):
            return Replacement(start, end, plain, plain, is_exact=False)
    is_adjective = is_open(previous) and previous.endswith(_ADJECTIVE_ENDINGS[:-1])
    return Replacement(start, end, plain, plain, is_exact=not is_adjective)


def _has_article(context: WordContext) -> bool:
    return is_determiner(context.previous) or is_possessive(context.previous)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _fit_phrase(plain: str, context: WordContext, start: int, end: int) -> Replacement | None:
    """Fit a phrase, which follows a noun: "a tumor that is not cancer"."""
    if context.previous in _DEGREES or (plain.startswith("not ") and context.previous == "not"):
        return None
    if not context.has_noun_after:
        # Nobody "is with symptoms".
        is_right = context.is_predicate and not plain.startswith("with")
        return Replacement(start, end, plain, plain, is_exact=is_right)
    return Replacement(start, end, plain, plain, is_exact=False)


def is_before_noun(context: WordContext) -> bool:
    """Return whether a word goes with the noun after it: "the required dose"."""
    previous = context.governor
    return context.has_noun_after and (
        not is_word(previous)
        or is_determiner(previous)
        or is_possessive(previous)
        or is_of_class(previous, "preposition")
    )
