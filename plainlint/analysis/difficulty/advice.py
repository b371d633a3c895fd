"""Advice: what to change in a hard sentence, each piece with the place it speaks of."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Protocol

from plainlint.analysis.difficulty.factors import (
    ACRONYMS,
    JARGON,
    LENGTH,
    LONG_WORDS,
    NESTING,
    NOMINALISATIONS,
    NUMBERS,
    PARTS,
    PASSIVE,
    RARE_WORDS,
)
from plainlint.analysis.difficulty.score import compute_word_load, iter_phrase_factors, load_weights
from plainlint.analysis.glossary.rare_words import has_medical_part
from plainlint.document.model import WORD

# Subjects that show that a clause of its own begins; a noun does if its verb follows soon.
_PRONOUN = r"(?:I|you|he|she|it|we|they|there)"
_VERB = r"(?:is|are|was|were|has|have|had|may|might|can|could|will|would|should|must|do|does|did)"
_NOUN = (
    r"(?:the|an?|your|his|her|its|our|their|this|that|these|those|some|many|most|people|patients)"
    rf"(?=(?:\s[\w-]+){{1,4}}?\s{_VERB}\b)"
)
_SUBJECT = rf"(?:{_PRONOUN}\b|{_NOUN})"
# The strongest boundaries first; each begins where the first half ends.
_BOUNDARIES = (
    re.compile(r";(?=\s)"),
    re.compile(rf",\s(?:and|but|so|yet)\s{_SUBJECT}"),
    re.compile(r",\s(?:which|who|where|while|whereas|although|because|since|unless|until)\b"),
    re.compile(rf"\s(?:and|but)\s{_PRONOUN}\s\w"),
    re.compile(
        r",?\s(?:because|although|though|whereas|while|unless|until|which|when|if|so that)\b"
    ),
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Words that each half must have.
_FEWEST = 5


@lru_cache(maxsize=1 << 12)
def find_split_point(text: str) -> int | None:
    """Where the first of two sentences could end (a code point), or None if nowhere.

    Of the boundaries of the strongest kind that there is, it is the one nearest to the middle.
    """
    inside = [match.span() for match in _BRACKETS.finditer(text)]
    middle = len(text) / 2
    for boundary in _BOUNDARIES:
        ends = [
            match.start()
            for match in boundary.finditer(text)
            if not any(start < match.start() < end for start, end in inside)
            and len(WORD.findall(text[: match.start()])) >= _FEWEST
            and len(WORD.findall(text[match.start() :])) >= _FEWEST
        ]
        if ends:
            return min(ends, key=lambda end: abs(end - middle))
    return None


# A long word or a noun without a plain word is left alone if it is as common as "information".
_WORTH_A_WORD = frozenset({ACRONYMS, JARGON, RARE_WORDS})
# A sentence of fewer words is not worth cutting; from the second number on it always is, for a cut
# takes something from every part.
_LONG, _VERY_LONG = 15, 25


class Advice(NamedTuple):
    """What to do, in words, about `start` to `end` of the sentence (code points)."""

    start: int
    end: int
    words: str


class HardTerm(NamedTuple):
    """The term that a hard word belongs to: where it is, and what helps its reader.

    A `listed` term is one of a glossary. One that `is_explained` needs nothing further.
    """

    start: int
    end: int
    listed: bool
    is_explained: Callable[[], bool]


class Lookup(Protocol):
    """What is known of the words of a sentence, by their places in it."""

    def plain(self, start: int, end: int) -> str:
        """An everyday word for a word, or nothing."""

    def term(self, start: int, end: int) -> HardTerm:
        """The term that a word without an everyday word belongs to."""


Place = tuple[int, int]


class HardPlaces(NamedTuple):
    """The hard places of a sentence, those that add most to it first, and the load of each part."""

    parts: Mapping[Place, Collection[str]]
    loads: Mapping[str, float]


def advise_on_sentence(
    text: str, words: int, language: str, lookup: Lookup, most: int = 2
) -> list[Advice]:
    """Advice on the largest parts of a sentence's difficulty, one piece a part.

    A sentence of 25 words and more is told where to cut it, after the largest part, if the grammar
    allows.

    Args:
        text: the sentence.
        words: how many words it has.
        language: its IETF tag.
        lookup: tells what is known of its words.
        most: how many pieces to give; a part that there is nothing to say of gives way to the next.
    """
    places = _rank_hard_places(text, language)
    given: list[Advice] = []
    for part in _order_parts(places.loads, words):
        if part == LENGTH:
            given += _advise_on_length(text, words)
        else:
            given += islice(_advise_on_part(part, text, places.parts, lookup, given), 1)
        if len(given) == most:
            break
    return given


def _order_parts(loads: Mapping[str, float], words: int) -> list[str]:
    """The parts of the sentence, the largest first; in a long one the length is one of two."""
    all_loads = {**loads, LENGTH: load_weights()[LENGTH] * words}
    order = sorted((part for part in PARTS if all_loads.get(part)), key=lambda p: -all_loads[p])
    if LENGTH in order[2:] and words >= _VERY_LONG:
        order.remove(LENGTH)
        order.insert(1, LENGTH)
    return order


@lru_cache(maxsize=1 << 12)
def _rank_hard_places(text: str, language: str) -> HardPlaces:
    code, table = language[:2].lower(), load_weights()
    loads: defaultdict[str, float] = defaultdict(float)
    found: dict[Place, tuple[float, Collection[str]]] = {}
    for match in WORD.finditer(text):
        whole, parts = compute_word_load(match[0], code)
        if parts:
            found[match.span()] = whole, parts.keys()
            for part, load in parts.items():
                loads[part] += load
    for part, start, end, amount in iter_phrase_factors(text, code):
        load = table[part] * amount
        loads[part] += load
        whole, others = found.get((start, end), (0.0, ()))
        found[start, end] = whole + load, {*others, part}
    heaviest = sorted(found.items(), key=lambda item: item[1][0], reverse=True)
    return HardPlaces({place: parts for place, (_, parts) in heaviest}, loads)


def _is_free(place: Place, given: Iterable[Advice]) -> bool:
    return all(place[1] <= each.start or each.end <= place[0] for each in given)


def _advise_on_length(text: str, words: int) -> Iterator[Advice]:
    if words >= _LONG and (end := find_split_point(text)):
        *_, last = WORD.finditer(text, 0, end)
        yield Advice(*last.span(), f"{words} words: split after '{last[0]}'")


def _advise_on_part(
    part: str,
    text: str,
    places: Mapping[Place, Collection[str]],
    lookup: Lookup,
    given: Sequence[Advice],
) -> Iterator[Advice]:
    """Advice on the places of one part that none is given on, words that have a plain one first."""
    own = [place for place, parts in places.items() if part in parts]
    if given:
        own = [place for place in own if _is_free(place, given)]
    if part in _SIGNS:
        for start, end in own:
            yield Advice(start, end, _SIGNS[part](text[start:end]))
        return
    others = []
    for start, end in own:
        if word := lookup.plain(start, end):
            yield Advice(start, end, f"'{text[start:end]}' -> '{word}'")
        elif not _WORTH_A_WORD.isdisjoint(places[start, end]):
            others.append((start, end))
    for place in others:
        yield from _advise_on_term(part, place, text, lookup.term(*place), given)


def _advise_on_term(
    part: str, place: Place, text: str, term: HardTerm, given: Sequence[Advice]
) -> Iterator[Advice]:
    """Advice on a word that has no plain one; none if the term that it belongs to is explained."""
    start, end = place if part == ACRONYMS else (term.start, term.end)
    if _is_free((start, end), given) and not term.is_explained():
        said = text[start:end]
        yield Advice(start, end, _WORDS[_choose_part(part, said, term)].format(said))


def _choose_part(part: str, said: str, term: HardTerm) -> str:
    """The part that advice on a word speaks of: a term is explained, any other word replaced."""
    if part == ACRONYMS:
        return part
    if term.listed or has_medical_part(said.lower()):
        return JARGON
    return RARE_WORDS if part == JARGON else part


def _describe_nesting(said: str) -> str:
    if said[0] in "([":
        return "in brackets: say it in its own sentence"
    if said == ",":
        return "many commas: make a list"
    return f"'{said}': start a new sentence here"


_SIGNS: dict[str, Callable[[str], str]] = {
    NUMBERS: "round '{}', or say what it means".format,
    NESTING: _describe_nesting,
    PASSIVE: "'{}': say who does it".format,
}
_WORDS = {
    LONG_WORDS: "find a shorter word for '{}'",
    RARE_WORDS: "find a more common word for '{}'",
    JARGON: "'{}' is not explained here",
    ACRONYMS: "write out '{}'",
    NOMINALISATIONS: "say '{}' with a verb",
}
