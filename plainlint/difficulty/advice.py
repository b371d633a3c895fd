"""Advice: what to change in a hard sentence, each piece with the place it speaks of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from plainlint.difficulty.causes import (
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
from plainlint.difficulty.difficulty import causes, weights
from plainlint.difficulty.split import split_point
from plainlint.glossary.medical_parts import has_medical_part
from plainlint.model import WORD

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


class Term(NamedTuple):
    """What is known of a hard word: where the term it belongs to is, and what helps its reader.

    `plain` is an everyday word for it, or empty. A `listed` term is one of a glossary. One that
    `is_explained` needs nothing further.
    """

    start: int
    end: int
    plain: str
    listed: bool
    is_explained: Callable[[], bool]


Place = tuple[int, int]
Places = Mapping[Place, Mapping[str, float]]
Lookup = Callable[[int, int], Term]


def advice(text: str, words: int, language: str, lookup: Lookup, most: int = 2) -> list[Advice]:
    """Advice on the largest parts of a sentence's difficulty, one piece a part.

    A sentence of 25 words and more is told where to cut it, after the largest part, if the grammar
    allows.

    Args:
        text: the sentence.
        words: how many words it has.
        language: its IETF tag.
        lookup: tells what is known of the word at a start and an end.
        most: how many pieces to give; a part that there is nothing to say of gives way to the next.
    """
    places = _by_place(text, language)
    given: list[Advice] = []
    for part in _order(places, words):
        if part == LENGTH:
            given += _on_length(text, words)
        else:
            own = [place for place, on_it in places.items() if part in on_it]
            given += islice(_on(part, own, text, places, lookup, given), 1)
        if len(given) == most:
            break
    return given


def _order(places: Places, words: int) -> list[str]:
    """The parts of the sentence, the largest first; in a long one the length is one of two."""
    loads = dict.fromkeys(PARTS, 0.0)
    loads[LENGTH] = weights()[LENGTH] * words
    for on_it in places.values():
        for part, load in on_it.items():
            loads[part] += load
    order = sorted((part for part in PARTS if loads[part]), key=lambda part: -loads[part])
    if LENGTH in order[2:] and words >= _VERY_LONG:
        order.remove(LENGTH)
        order.insert(1, LENGTH)
    return order


@lru_cache(maxsize=1 << 12)
def _by_place(text: str, language: str) -> Places:
    """The places, those that add most to the sentence first, each with its parts."""
    loads: defaultdict[Place, dict[str, float]] = defaultdict(dict)
    table = weights()
    for part, start, end, amount in causes(text, language):
        loads[start, end][part] = table[part] * amount
    return dict(sorted(loads.items(), key=lambda item: sum(item[1].values()), reverse=True))


def _is_free(place: Place, given: Iterable[Advice]) -> bool:
    return all(place[1] <= each.start or each.end <= place[0] for each in given)


def _on_length(text: str, words: int) -> Iterator[Advice]:
    if words >= _LONG and (end := split_point(text)):
        *_, last = WORD.finditer(text, 0, end)
        yield Advice(*last.span(), f"{words} words: split after '{last[0]}'")


def _on(
    part: str,
    own: Sequence[Place],
    text: str,
    places: Places,
    lookup: Lookup,
    given: Sequence[Advice],
) -> Iterator[Advice]:
    """Advice on the places of one part that none is given on, words that have a plain one first."""
    if part in _SIGNS:
        for start, end in own:
            if _is_free((start, end), given):
                yield Advice(start, end, _SIGNS[part](text[start:end]))
        return
    known = [(lookup(*place), place) for place in own]
    for term, place in sorted(known, key=lambda pair: not pair[0].plain):
        start, end = place if part == ACRONYMS else term[:2]
        if not _is_free((start, end), given):
            continue
        said = text[start:end]
        if term.plain:
            yield Advice(start, end, f"'{said}' -> '{term.plain}'")
        elif _WORTH_A_WORD & places[place].keys() and not term.is_explained():
            yield Advice(start, end, _WORDS[_kind(part, said, term)].format(said))


def _kind(part: str, said: str, term: Term) -> str:
    """The part that advice on a word speaks of: a term is explained, any other word replaced."""
    if part == ACRONYMS:
        return part
    if term.listed or has_medical_part(said.lower()):
        return JARGON
    return RARE_WORDS if part == JARGON else part


def _nested(said: str) -> str:
    if said[0] in "([":
        return "in brackets: say it in its own sentence"
    if said == ",":
        return "many commas: make a list"
    return f"'{said}': start a new sentence here"


_SIGNS: dict[str, Callable[[str], str]] = {
    NUMBERS: "round '{}', or say what it means".format,
    NESTING: _nested,
    PASSIVE: "'{}': say who does it".format,
}
_WORDS = {
    LONG_WORDS: "find a shorter word for '{}'",
    RARE_WORDS: "find a more common word for '{}'",
    JARGON: "'{}' is not explained here",
    ACRONYMS: "write out '{}'",
    NOMINALISATIONS: "say '{}' with a verb",
}
