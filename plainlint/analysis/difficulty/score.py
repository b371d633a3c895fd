"""Difficulty: how hard a sentence is to read, from 0 to 100, as a sum of named parts."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from plainlint.analysis.difficulty.factors import (
    LENGTH,
    PARTS,
    Factor,
    Factors,
    compute_word_amounts,
    find_nesting,
    find_symbols,
)
from plainlint.analysis.difficulty.passive import find_passives
from plainlint.document.model import WORD


class Difficulty(NamedTuple):
    """How hard a sentence is.

    Attributes:
        value: 0 for no words to nearly 100; 50 is the middle sentence of medical pages.
        parts: the value's parts by name, each 0 or more; they add up to it.
    """

    value: float
    parts: Mapping[str, float]


@lru_cache(maxsize=1 << 10)
def sentence_difficulty(text: str, language: str = "en") -> Difficulty:
    """How hard one sentence is to read; remembered, for advice and reports ask again.

    The value is 100 (1 - exp(-load)). The load is the sum of the amounts of the sentence's
    causes, each by the weight of its part, so that no further cause can lower it. Each part has
    the share of the value that it has of the load.

    The weights are fitted to tell sentences for health professionals from sentences for patients
    on the same topics (`benchmarks/fit_difficulty.py`). In languages other than English no
    jargon, passive, nominalisation or subordinate clause is looked for, and rare words only where
    a list of frequencies is at hand.

    Args:
        text: one sentence as a reader sees it, without markup.
        language: an IETF tag such as `en` or `pt-BR`.
    """
    table = load_weights()
    loads = {
        part: table[part] * amount for part, amount in sum_factor_amounts(text, language).items()
    }
    value = compute_difficulty_value(text, WORD.findall(text), language)
    load = sum(loads.values())
    parts = {part: each / load * value if load else 0.0 for part, each in loads.items()}
    return Difficulty(value, MappingProxyType(parts))


def compute_difficulty_value(text: str, words: Sequence[str], language: str = "en") -> float:
    """The value of a sentence's difficulty alone, where its words are at hand."""
    return _compute_value(text, tuple(words), language[:2].lower())


# Documents of one kind share sentences, and a document that is checked again has most of its own.
@lru_cache(maxsize=1 << 12)
def _compute_value(text: str, words: tuple[str, ...], code: str) -> float:
    table = load_weights()
    load = table[LENGTH] * len(words) + sum([compute_word_load(word, code).whole for word in words])
    load += sum([table[cause.part] * cause.amount for cause in iter_phrase_factors(text, code)])
    return 100 * (1 - exp(-load))


class WordLoad(NamedTuple):
    """What a word adds to the load of its sentence: in all, and to each part that it adds to."""

    whole: float
    parts: Mapping[str, float]


@lru_cache(maxsize=1 << 16)
def compute_word_load(word: str, code: str) -> WordLoad:
    """The load of a word in a language, a code of two letters."""
    table = load_weights()
    parts = {part: table[part] * amount for part, amount in compute_word_amounts(word, code)}
    return WordLoad(sum(parts.values()), parts)


def sum_factor_amounts(text: str, language: str = "en") -> dict[str, float]:
    """How much of each part there is in a sentence."""
    code = language[:2].lower()
    found = dict.fromkeys(PARTS, 0.0)
    words = WORD.findall(text)
    found[LENGTH] += len(words)
    for word in words:
        for part, amount in compute_word_amounts(word, code):
            found[part] += amount
    for cause in iter_phrase_factors(text, code):
        found[cause.part] += cause.amount
    return found


def iter_factors(text: str, language: str = "en") -> Factors:
    """The places that `amounts` sums up, those of words first; the words' mere number aside."""
    code = language[:2].lower()
    for match in WORD.finditer(text):
        for part, amount in compute_word_amounts(match[0], code):
            yield Factor(part, *match.span(), amount)
    yield from iter_phrase_factors(text, code)


def iter_phrase_factors(text: str, code: str) -> Factors:
    """The places that make a sentence harder and are no words."""
    yield from find_symbols(text)
    yield from find_nesting(text)
    yield from find_passives(text, code)


@cache
def load_weights() -> Mapping[str, float]:
    """The weight of each part, from the table that `benchmarks/fit_difficulty.py` writes."""
    lines = Path(__file__).with_name("weights.csv").read_text(encoding="utf-8").splitlines()
    rows = (line.split(",") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
