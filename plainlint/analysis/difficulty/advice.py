"""Advice: what to change in a hard sentence, and where."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
from plainlint.core.caches import remember
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import WORD

# Subjects that begin a new clause; a noun only counts if its verb follows soon.
_PRONOUN = r"(?:I|you|he|she|it|we|they|there)"
_VERB = r"(?:is|are|was|were|has|have|had|may|might|can|could|will|would|should|must|do|does|did)"
_NOUN = (
    r"(?:the|an?|your|his|her|its|our|their|this|that|these|those|some|many|most|people|patients)"
    rf"(?=(?:\s[\w-]+){{1,4}}?\s{_VERB}\b)"
)
_SUBJECT = rf"(?:{_PRONOUN}\b|{_NOUN})"
# The strongest boundaries first; a match begins where the first half ends.
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
# The minimum number of words in each half.
_FEWEST = 5


@remember(1 << 12)
def find_split_point(text: str) -> int | None:
    """Return where to split a sentence in two (a code point), or None.

    It is the boundary of the strongest kind present that is nearest to the middle.
    """
    brackets = [match.span() for match in _BRACKETS.finditer(text)]
    middle = len(text) / 2
    for boundary in _BOUNDARIES:
        ends = [
            match.start()
            for match in boundary.finditer(text)
            if not any(start < match.start() < end for start, end in brackets)
            and len(WORD.findall(text[: match.start()])) >= _FEWEST
            and len(WORD.findall(text[match.start() :])) >= _FEWEST
        ]
        if ends:
            return min(ends, key=lambda end: abs(end - middle))
    return None


# A word without a plain word gets advice only if it has one of these parts: other long words and
# nouns may be as common as "information".
_WORTH_A_WORD = frozenset({ACRONYMS, JARGON, RARE_WORDS})
# Shorter sentences are not worth splitting; very long ones always are, because a split reduces
# every part.
_LONG, _VERY_LONG = 15, 25


class Advice(NamedTuple):
    """Advice on `start` to `end` (code points) of the sentence, in words."""

    start: int
    end: int
    words: str


class HardTerm(NamedTuple):
    """The term that a hard word belongs to, and its place in the sentence (code points).

    A `listed` term is in a glossary. A term that `is_explained` needs no advice.
    """

    start: int
    end: int
    listed: bool
    is_explained: Callable[[], bool]


class Lookup(Protocol):
    """A lookup of the words of a sentence by their places in it (code points)."""

    def plain(self, start: int, end: int) -> str:
        """Return an everyday word for a word, or an empty text."""

    def term(self, start: int, end: int) -> HardTerm:
        """Return the term that a word without an everyday word belongs to."""


Place = tuple[int, int]


class HardPlaces(NamedTuple):
    """The parts at each hard place of a sentence, hardest places first, and each part's load."""

    parts: Mapping[Place, Collection[str]]
    loads: Mapping[str, float]


def advise_on_sentence(
    text: str, words: int, language: str, lookup: Lookup, limit: int = 2
) -> list[Advice]:
    """Return advice on the largest parts of a sentence's difficulty, one piece for each part.

    For a sentence of 25 words or more, the first or second part is its length, with advice on
    where to split it if the grammar allows.

    Args:
        text: the sentence.
        words: its number of words.
        language: its IETF tag.
        lookup: finds plain words and terms for its words.
        limit: the maximum number of pieces; a part without advice is skipped.
    """
    places = _rank_hard_places(text, language)
    given: list[Advice] = []
    for part in _order_parts(places.loads, words):
        if part == LENGTH:
            given += _advise_on_length(text, words)
        else:
            given += islice(_advise_on_part(part, text, places.parts, lookup, given), 1)
        if len(given) == limit:
            break
    return given


def _order_parts(loads: Mapping[str, float], words: int) -> list[str]:
    """Return the parts, largest first; in a very long sentence the length is at most second."""
    all_loads = {**loads, LENGTH: load_weights()[LENGTH] * words}
    order = sorted(
        (part for part in PARTS if all_loads.get(part)), key=lambda part: -all_loads[part]
    )
    if LENGTH in order[2:] and words >= _VERY_LONG:
        order.remove(LENGTH)
        order.insert(1, LENGTH)
    return order


@remember(1 << 12)
def _rank_hard_places(text: str, language: str) -> HardPlaces:
    code, table = get_primary_tag(language), load_weights()
    loads: defaultdict[str, float] = defaultdict(float)
    hard: dict[Place, tuple[float, Collection[str]]] = {}
    for match in WORD.finditer(text):
        whole, parts = compute_word_load(match[0], code)
        if parts:
            hard[match.span()] = whole, parts.keys()
            for part, load in parts.items():
                loads[part] += load
    for part, start, end, amount in iter_phrase_factors(text, code):
        load = table[part] * amount
        loads[part] += load
        whole, others = hard.get((start, end), (0.0, ()))
        hard[start, end] = whole + load, {*others, part}
    heaviest = sorted(hard.items(), key=lambda item: item[1][0], reverse=True)
    return HardPlaces({place: parts for place, (_, parts) in heaviest}, loads)


def _is_free(place: Place, given: Iterable[Advice]) -> bool:
    return all(place[1] <= advice.start or advice.end <= place[0] for advice in given)


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
    """Yield advice on the places of one part without advice, words with a plain word first."""
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
    """Yield advice on a word without a plain word, unless its term is explained."""
    start, end = place if part == ACRONYMS else (term.start, term.end)
    if _is_free((start, end), given) and not term.is_explained():
        phrase = text[start:end]
        yield Advice(start, end, _WORDS[_choose_part(part, phrase, term)].format(phrase))


def _choose_part(part: str, phrase: str, term: HardTerm) -> str:
    """Return the part whose advice fits: explain a term, replace any other word."""
    if part == ACRONYMS:
        return part
    if term.listed or has_medical_part(phrase.lower()):
        return JARGON
    return RARE_WORDS if part == JARGON else part


def _describe_nesting(sign: str) -> str:
    if sign[0] in "([":
        return "in brackets: say it in its own sentence"
    if sign == ",":
        return "many commas: make a list"
    return f"'{sign}': start a new sentence here"


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
