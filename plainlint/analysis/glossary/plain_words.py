"""Plain words: the everyday word for each form of a hard word, from lines of `hard: plain`."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from plainlint.analysis.glossary.inflection import (
    Form,
    inflect_noun,
    inflect_verb,
    iter_spelled_forms,
)
from plainlint.core.caches import remember
from plainlint.core.stored_results import STORED
from plainlint.document.folding import fold
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH

# In a verb's plain words, the place of its object: "make ... worse".
OBJECT = "\u2026"
_NO_PLAIN = "-"


class Role(StrEnum):
    """The part of speech of a hard word, which decides where its plain word fits."""

    VERB = "verb"
    NOUN = "noun"
    MASS_NOUN = "mass noun"
    ADJECTIVE = "adjective"
    MODIFIER = "modifier"
    ADVERB = "adverb"
    PHRASE = "phrase"


class Reading(NamedTuple):
    """One way to read a form of a hard word, and the plain word in the same form.

    `other` is the plain word for the other use: the passive of a verb, a phrase about a thing
    rather than a person. It is empty if there is no plain word for that use.
    """

    role: Role
    form: Form | None
    plain: str
    other: str


class WordLists(NamedTuple):
    """Hard words by part of speech, each in lines of `hard: plain` or `hard: plain | other use`.

    Attributes:
        verbs: verbs; all forms match, in American and British spelling. `|` is before the
            participle for the passive, or `-` if the passive has no plain word.
        nouns: nouns with a singular and a plural.
        mass_nouns: nouns with one form, such as illnesses.
        adjectives: adjectives, with an adjective, a phrase or a word such as "many".
        modifiers: adjectives whose plain word is a noun before another: "renal", "kidney".
        adverbs: adverbs.
        others: phrases; `|` is before the words for a subject that is not a person.
        own: words of a configuration, which replace a hard word with all its forms.
        language: the primary tag of the language of the words.
    """

    verbs: str = ""
    nouns: str = ""
    mass_nouns: str = ""
    adjectives: str = ""
    modifiers: str = ""
    adverbs: str = ""
    others: str = ""
    own: tuple[tuple[str, str], ...] = ()
    language: str = ENGLISH


class PlainWords:
    """A lookup of the plain word for each form of each hard word. Equality is identity.

    `by_form` maps folded forms to their readings; `language` is the primary tag of their language.
    """

    __slots__ = ("by_form", "language")

    def __init__(
        self, readings: Iterable[tuple[str, Reading]] = (), language: str = ENGLISH
    ) -> None:
        self.language = language
        by_form: dict[str, list[Reading]] = {}
        for form, reading in readings:
            by_form.setdefault(fold(form), []).append(reading)
        self.by_form: Mapping[str, tuple[Reading, ...]] = {
            form: tuple(dict.fromkeys(found)) for form, found in by_form.items()
        }

    def get_readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a hard word in any case and spelling; none for other words."""
        return self.by_form.get(fold(word), ())

    def find(self, word: str) -> str:
        """Return the plain word for a hard word anywhere, or an empty text."""
        plains = (reading.plain.replace(f" {OBJECT}", "") for reading in self.get_readings(word))
        return " or ".join(dict.fromkeys(filter(None, plains)))


NO_PLAIN_WORDS = PlainWords()


@remember(8)
def map_readings(lists: WordLists) -> Mapping[str, tuple[tuple[str, Reading], ...]]:
    """Map each hard word to its forms with their readings; an empty plain word removes it."""
    return {
        hard: tuple((word, _make_reading(*row)) for word, *row in rows)
        for hard, rows in STORED.get(_list_readings, tuple(lists)).items()
    }


def _make_reading(role: str, form: str, plain: str, other: str) -> Reading:
    return Reading(Role(role), Form(form) if form else None, plain, other)


# Form of a hard word, role, form, plain word, and that for the other use: as text, to be stored.
_ReadingRow = tuple[str, str, str, str, str]


def _list_readings(lists: tuple[Any, ...]) -> dict[str, tuple[_ReadingRow, ...]]:
    """Return the forms of each hard word with their readings.

    Args:
        lists: the fields of a `WordLists`.
    """
    return {
        hard: tuple(
            (word, one.role.value, one.form.value if one.form else "", one.plain, one.other)
            for word, one in pairs
        )
        for hard, pairs in _inflect_lists(WordLists(*lists)).items()
    }


def _inflect_lists(lists: WordLists) -> dict[str, tuple[tuple[str, Reading], ...]]:
    readings: dict[str, tuple[tuple[str, Reading], ...]] = {}
    for role, lines in (
        (Role.VERB, lists.verbs),
        (Role.NOUN, lists.nouns),
        (Role.MASS_NOUN, lists.mass_nouns),
        (Role.ADJECTIVE, lists.adjectives),
        (Role.MODIFIER, lists.modifiers),
        (Role.ADVERB, lists.adverbs),
        (Role.PHRASE, lists.others),
    ):
        for hard, plain, other in _parse_lines(lines):
            forms = _iter_readings(role, hard, plain, other, lists.language)
            readings[hard] = (*readings.get(hard, ()), *forms)
    for hard, plain in lists.own:
        readings[hard] = ((hard, Reading(Role.PHRASE, None, plain, plain)),) if plain else ()
    return readings


@remember(8)
def get_plain_words(lists: WordLists) -> PlainWords:
    """Return the lookup of the plain word for each form of each hard word."""
    pairs = (pair for pairs in map_readings(lists).values() for pair in pairs)
    return PlainWords(pairs, lists.language)


def _iter_readings(
    role: Role, hard: str, plain: str, other: str, language: str
) -> Iterator[tuple[str, Reading]]:
    if language != ENGLISH:
        load = get_language(language).load_inflection
        pairs = load().pair_forms(role, hard, plain, other) if load else [(hard, plain)]
        for word, its_plain in pairs:
            yield word, Reading(role, None, its_plain, its_plain)
        return
    if role not in (Role.VERB, Role.NOUN):
        for _, spelling in iter_spelled_forms({Form.SINGULAR: hard}):
            yield spelling, Reading(role, None, plain, other or plain)
        return
    hard_forms, plain_forms = _inflect_phrase(role, hard), _inflect_phrase(role, plain)
    passive = {_NO_PLAIN: "", "": plain_forms.get(Form.PARTICIPLE, "")}.get(other, other)
    for form, spelling in iter_spelled_forms(hard_forms):
        yield spelling, Reading(role, form, plain_forms[form], passive.replace(f"{OBJECT} ", ""))


def _inflect_phrase(role: Role, phrase: str) -> dict[Form, str]:
    """Return the forms of a phrase: its first word is a verb, or its last one a noun."""
    if role is Role.VERB:
        verb, _, rest = phrase.partition(" ")
        return {form: f"{word} {rest}".rstrip() for form, word in inflect_verb(verb).items()}
    rest, _, noun = phrase.rpartition(" ")
    return {form: f"{rest} {word}".lstrip() for form, word in inflect_noun(noun).items()}


def _parse_lines(lines: str) -> Iterator[tuple[str, str, str]]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        hard, _, plain = line.partition(":")
        plain, _, other = plain.partition("|")
        yield hard.strip(), plain.strip(), other.strip()
