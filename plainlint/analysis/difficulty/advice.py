"""Advice: what to change in a hard sentence, and where."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import heapify, heappop, heappush
from itertools import islice
from math import inf
from typing import NamedTuple

from plainlint.analysis.difficulty.factors import LENGTH, PASSIVE
from plainlint.analysis.difficulty.score import compute_words_load, load_weights
from plainlint.core.caches import remember
from plainlint.core.words import WORD
from plainlint.document.language_tags import get_primary_tag
from plainlint.languages.base import get_language
from plainlint.languages.grammar import SentenceGrammar

# The words of the second half that say where it begins.
_WORDS_QUOTED = 3


class Advice(NamedTuple):
    """Advice on `start` to `end` (code points), in words; `weight` is the load it can take away."""

    start: int
    end: int
    words: str
    weight: float


class Prospect(NamedTuple):
    """Advice that is yet to be found: `find` yields pieces that weigh at most `bound`.

    Finding takes time, and a sentence has few places for advice: most prospects are never tried.
    What `divides` a sentence, into two or into a list, always helps.
    """

    bound: float
    find: Callable[[], Iterable[Advice]]
    divides: bool = False


def choose_advice(prospects: Iterable[Prospect], limit: int, least: float = 0) -> list[Advice]:
    """Return the weightiest pieces of advice, none on the same place or in the same words.

    Of equal weights, those of the first prospects are taken.

    Args:
        prospects: where to look for advice.
        limit: how many pieces to return at most.
        least: what a piece must weigh to be worth a change, unless it divides the sentence.
    """
    # What is found is queued again by its weight, until nothing unfound can weigh more.
    queue: list[tuple[float, int, int, Prospect | Advice]] = [
        (-prospect.bound, number, -1, prospect)
        for number, prospect in enumerate(prospects)
        if prospect.bound >= least or prospect.divides
    ]
    heapify(queue)
    chosen: list[Advice] = []
    while queue and len(chosen) < limit:
        _, number, _, best = heappop(queue)
        if isinstance(best, Prospect):
            for place, advice in enumerate(best.find()):
                heappush(queue, (-advice.weight, number, place, advice))
        elif not chosen or not any(_is_repeated(best, other) for other in chosen):
            chosen.append(best)
    return chosen


def _is_repeated(advice: Advice, other: Advice) -> bool:
    overlaps = advice.start < other.end and other.start < advice.end
    return overlaps or advice.words.casefold() == other.words.casefold()


@remember(1 << 12)
def compute_phrase_load(text: str, language: str) -> float:
    """Return what the words of a text add to the load of their sentence."""
    return compute_words_load(WORD.findall(text), get_primary_tag(language))


def advise_on_grammar(
    text: str, words: int, language: str, *, has_rows: bool
) -> Iterator[Prospect]:
    """Yield the advice that the length, the rows and the passives of a sentence may give.

    There is none in a language whose grammar is not known.

    Args:
        text: the sentence.
        words: how many words it has.
        language: the document's language, an IETF tag.
        has_rows: whether a row in it may become a list.
    """
    code = get_primary_tag(language)
    grammar, weights = _load_grammar(code), load_weights(code)
    if grammar is None:
        return
    if words >= grammar.long:
        length = weights[LENGTH] * words
        yield Prospect(
            length if words < grammar.very_long else inf,
            partial(advise_on_length, text, words, code),
            divides=True,
        )
        if has_rows:
            yield Prospect(length, partial(advise_on_rows, text, words, code), divides=True)
    yield Prospect(weights[PASSIVE], partial(advise_on_passives, text, code))


def advise_on_length(text: str, words: int, code: str) -> Iterator[Advice]:
    """Yield where to split a sentence of so many words, if it is long and its grammar allows it.

    For a very long sentence this is the weightiest advice.
    """
    grammar = _load_grammar(code)
    if grammar and words >= grammar.long and (start := grammar.find_split_point(text)):
        *_, last = islice(WORD.finditer(text, start), _WORDS_QUOTED)
        weight = load_weights(code)[LENGTH] * words if words < grammar.very_long else inf
        second = text[start : last.end()]
        yield Advice(start, last.end(), f"split the {words} words before '{second}'", weight)


def advise_on_rows(text: str, words: int, code: str) -> Iterator[Advice]:
    """Yield the rows of things in a long sentence that would be easier to read as a list."""
    grammar = _load_grammar(code)
    if grammar is None or words < grammar.long:
        return
    for row in grammar.find_rows(text):
        weight = load_weights(code)[LENGTH] * len(WORD.findall(text, row.start, row.end))
        yield Advice(row.start, row.end, f"make a list of the {row.items} items", weight)


def advise_on_passives(text: str, code: str) -> Iterator[Advice]:
    """Yield the verbs that hide who does something to the reader."""
    if grammar := _load_grammar(code):
        for start, end in grammar.find_hidden_doers(text):
            words = f"say who does it, in place of '{text[start:end]}'"
            yield Advice(start, end, words, load_weights(code)[PASSIVE])


def _load_grammar(code: str) -> SentenceGrammar | None:
    load_grammar = get_language(code).load_grammar
    return load_grammar() if load_grammar else None
