"""Word fit: whether a plain word can stand where a hard word stands, and in which form.

The part of speech and the form of the hard word are read from the function words around it. A
hard word that has another sense there, or that only looks like it, has no plain word.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from plainlint.analysis.glossary.adjective_fit import fit_adjective, fit_modifier
from plainlint.analysis.glossary.noun_fit import fit_mass_noun, fit_noun
from plainlint.analysis.glossary.plain_words import PlainWords, Reading, Role
from plainlint.analysis.glossary.replacement import Replacement, adjust_article, copy_capital
from plainlint.analysis.glossary.verb_fit import fit_verb
from plainlint.analysis.glossary.word_context import (
    WordContext,
    is_adverb,
    is_determiner,
    is_open,
    is_word,
    read_context,
    split_words,
)
from plainlint.core.caches import remember
from plainlint.document.quotations import is_quoted
from plainlint.languages.base import get_language
from plainlint.languages.en.word_classes import is_of_class
from plainlint.languages.files import ENGLISH

# A sentence or an item begins after these.
_OPENING = re.compile(
    r"(?:^|[.!?:\u2022\n\ufffc][\"'\u201d\u2019)\]]*|[.!?]\s?(?:[\[(][^\[\]()]*[\])])+|[\u2014\u2013/])"
    r"\s*[\"'\u201c\u2018(\[\u00bf\u00a1\u00ab]*\Z"
)
# A point after these ends no sentence.
_TITLE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Fr|Hon|Sr|Jr|St|[A-Z])\.\s*\Z")
_REACH = 80
# In words, before and behind.
_CLOSE_BEFORE, _CLOSE = 8, 5
_CHOICE = re.compile(r"\bor\b|[,;()]")
_CLAUSE_ONLY = frozenset({"so", "still"})
_QUANTIFIERS = frozenset({"a few", "enough", "few", "many", "most", "some"})
# "Now" and "only" are not more or less so.
_DEGREES = split_words("more most less least as so too very quite")
_GRADED = split_words("often quickly slowly rarely much wrongly fast")
_COMPARATIVE = re.compile(r"more|less|fewer|better|worse|\w{2,}er|\w{2,}ed")
_PEOPLE = split_words("""
    i you he she we they who anyone everyone people patients adults children parents
    carers caregivers doctors nurses staff women men visitors members participants
""")
_AMOUNTS = split_words("""
    at up about around over under more less between several a an one
""")


# A rule asks whether a word fits, and then for the words.
@remember(1 << 8)
def fit_plain_word(text: str, start: int, end: int, words: PlainWords) -> Replacement | None:
    """Return what can stand in place of a hard word, or None where it should stay.

    A word in a quotation, in capitals or in a name stays, as does one in another sense.

    Args:
        text: the text of a block.
        start: where the hard word begins (code points).
        end: where it ends.
        words: the lookup of plain words.
    """
    hard = text[start:end]
    readings = words.get_readings(hard)
    if not readings or _is_name(text, start, hard) or is_quoted(text, start, end):
        return None
    if words.language != ENGLISH:
        fitted_readings = (
            _fit_foreign(reading, words.language, text, start, end) for reading in readings
        )
        return next(filter(None, fitted_readings), None)
    context = read_context(text, start, end)
    for reading in readings:
        fitted = _FITS[reading.role](reading, context, text, start, end)
        if fitted is not None and not _repeats_word(fitted.plain, text, start, end):
            return _finish(fitted, text, hard)
    return None


def _fit_foreign(
    reading: Reading, language: str, text: str, start: int, end: int
) -> Replacement | None:
    """Fit a word of another language: its form has been found, the article may have to change."""
    hard, plain = text[start:end], copy_capital(text[start:end], reading.plain)
    if _repeats_word(reading.plain, text, start, end) or (
        reading.role is Role.VERB and _stands_in_sentence(reading.plain, text, start, end)
    ):
        return None
    load = get_language(language).load_inflection
    replacement = Replacement(start, end, plain, plain, is_exact=not _CHOICE_OF_WORDS.search(plain))
    if load is None:
        return replacement
    inflection = load()
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    fits = {
        Role.VERB: partial(inflection.fits_verb, hard, before),
        Role.ADJECTIVE: partial(inflection.fits_adjective, reading.plain, before),
        Role.NOUN: partial(inflection.fits_noun, hard, reading.plain, before),
        Role.MASS_NOUN: partial(inflection.fits_noun, hard, reading.plain, before),
        Role.ADVERB: partial(inflection.fits_adverb, reading.plain),
        Role.PHRASE: partial(inflection.fits_phrase, hard, reading.plain, before),
    }.get(reading.role)
    if fits is not None and not fits(after):
        return None
    if reading.role is Role.VERB:
        shown = copy_capital(hard, inflection.show_verb(reading.plain, before, after))
        return replacement._replace(plain=shown, words=shown)
    if reading.role is Role.PHRASE:
        shown = copy_capital(hard, inflection.show_phrase(reading.plain, before))
        return replacement._replace(plain=shown, words=shown)
    if reading.role not in (Role.NOUN, Role.MASS_NOUN):
        return replacement
    old, new, is_exact = inflection.fit_noun(hard, reading.plain, before, after)
    shown = copy_capital(hard, inflection.show_noun(hard, reading.plain, before, after))
    replacement = replacement._replace(plain=shown, is_exact=replacement.is_exact and is_exact)
    if old == new:
        return replacement
    return replacement._replace(start=start - len(old) - 1, words=f"{new} {plain}")


_CHOICE_OF_WORDS = re.compile(r"[,;()/]")
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.?!:;]\s")


def _stands_in_sentence(plain: str, text: str, start: int, end: int) -> bool:
    """Return whether the sentence says the plain words already: "solicitó ayuda y pidió fondos"."""
    before, after = _SENTENCE_END.split(text[:start])[-1], _SENTENCE_END.split(text[end:])[0]
    return re.search(rf"\b{re.escape(plain)}\b", f"{before} {after}") is not None


def _repeats_word(plain: str, text: str, start: int, end: int) -> bool:
    """Return whether a word of the plain words stands close by already.

    "Rest for the rest of the day" and "a broken bone of the thigh bone" read worse than before.
    """
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1].split()[-_CLOSE_BEFORE:]
    after = _SENTENCE_END.split(text[end : end + _REACH])[0].split()[:_CLOSE]
    near = {
        word.removesuffix("s") for word in _CONTENT.findall(" ".join((*before, *after)).lower())
    }
    return any(word.removesuffix("s") in near for word in _CONTENT.findall(plain.lower()))


def _is_name(text: str, start: int, hard: str) -> bool:
    """Return whether a word is in capitals, or has one inside a sentence."""
    if hard.isupper():
        return True
    before = text[max(0, start - _REACH) : start]
    return hard[0].isupper() and (not _OPENING.search(before) or bool(_TITLE.search(before)))


def _finish(fitted: Replacement, text: str, hard: str) -> Replacement:
    """Return the replacement with the capital of the text and the article before it corrected."""
    words = copy_capital(text[fitted.start], fitted.words)
    is_exact = fitted.is_exact and not _CHOICE.search(fitted.plain)
    plain = copy_capital(hard, fitted.plain)
    return adjust_article(fitted._replace(words=words, plain=plain, is_exact=is_exact), text)


def _fit_adverb(
    reading: Reading, context: WordContext, _text: str, start: int, end: int
) -> Replacement | None:
    plain = reading.plain
    if plain in _CLAUSE_ONLY and not _opens_clause(context):
        return None
    if context.previous in _DEGREES and plain not in _GRADED:
        return None
    if plain == "very" and not (is_open(context.next) or is_of_class(context.next, "adverb")):
        return None
    if plain == "much" and not _COMPARATIVE.fullmatch(context.next):
        plain = "a lot"
        return Replacement(start, end, plain, plain, is_exact=not is_open(context.next))
    # A phrase cannot stand between a subject and its verb, or before an adjective.
    is_free = " " not in plain or not (
        is_open(context.next) or any(is_of_class(context.next, kind) for kind in ("be", "modal"))
    )
    return Replacement(start, end, plain, plain, is_exact=is_free)


def _opens_clause(context: WordContext) -> bool:
    is_aside = context.previous in {",", "("} and context.next == ","
    return not (is_word(context.previous) or is_aside) or context.previous == "and"


def _fit_phrase(
    reading: Reading, context: WordContext, text: str, start: int, end: int
) -> Replacement | None:
    plain, hard = reading.plain, text[start:end].lower()
    if plain in _CLAUSE_ONLY and not _opens_clause(context):
        return None
    # "The canals are located using a camera": somebody finds them.
    if hard.endswith(" located") and not is_of_class(context.next or ".", "preposition"):
        return None
    if reading.other != plain and not _is_about_person(context):
        plain = reading.other
    if hard.endswith(" of"):
        if hard.endswith("period of") and not _opens_amount(context.next):
            return None
        if plain in _QUANTIFIERS and _opens_noun_phrase(context.next):
            plain = f"{plain} of"
        if plain.endswith(" is") and _is_plural_next(context):
            plain = plain.removesuffix("is") + "are"
    if hard.endswith(" that") and plain == "if" and is_word(context.previous):
        is_noun_before = is_open(context.previous) and hard.startswith("provided")
        return None if is_noun_before else Replacement(start, end, plain, plain)
    is_subject = hard.startswith("a ") and hard.endswith(" of") and context.is_clause_start
    is_exact = not (is_subject and _has_singular_verb(context)) and not (
        plain == "about" and context.is_clause_start
    )
    return Replacement(start, end, plain, plain, is_exact=is_exact)


def _has_singular_verb(context: WordContext) -> bool:
    """Return whether the verb after a noun phrase may be singular: "a variety of foods keeps"."""
    verbs = {"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"}
    nouns = [token for token in context.after[:3] if is_open(token)]
    return not verbs.isdisjoint(context.after[:8]) or (
        len(nouns) > 1 and all(noun.endswith("s") for noun in nouns[:2])
    )


def _is_about_person(context: WordContext) -> bool:
    words = [word for word in context.before if not is_adverb(word)]
    if words and is_of_class(words[-1], "modal"):
        words.pop()
    return not words or words[-1] in _PEOPLE


def _opens_amount(token: str) -> bool:
    return token in _AMOUNTS or (bool(token) and is_of_class(token, "number"))


def _opens_noun_phrase(token: str) -> bool:
    return is_determiner(token) or token in {"them", "us", "you", "it"}


def _is_plural_next(context: WordContext) -> bool:
    """Return whether the noun phrase that follows is plural, as far as its ending tells."""
    if context.next in {"a", "an", "this", "that", "each", "every", "another", "one"}:
        return False
    nouns: list[str] = []
    for token in context.after:
        if not is_open(token) and not (is_determiner(token) and not nouns):
            break
        nouns.append(token)
    return bool(nouns) and nouns[-1].endswith("s") and not nouns[-1].endswith(("ss", "us", "is"))


_Fit = Callable[[Reading, WordContext, str, int, int], Replacement | None]
_FITS: Mapping[Role, _Fit] = {
    Role.VERB: fit_verb,
    Role.NOUN: fit_noun,
    Role.MASS_NOUN: fit_mass_noun,
    Role.ADJECTIVE: fit_adjective,
    Role.MODIFIER: fit_modifier,
    Role.ADVERB: _fit_adverb,
    Role.PHRASE: _fit_phrase,
}
