"""Difficulty: how hard a sentence is to read, from 0 to 100, as a sum of named parts."""

from collections.abc import Mapping, Sequence
from math import ceil, exp, log1p
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from plainlint.analysis.difficulty.factors import (
    LENGTH,
    NESTING,
    NUMBERS,
    PARTS,
    PASSIVE,
    Factor,
    Factors,
    compute_word_amounts,
    count_symbols,
    find_nesting,
    find_symbols,
    list_nesting_amounts,
)
from plainlint.core.caches import remember, remember_words
from plainlint.core.words import WORD
from plainlint.document.language_tags import get_primary_tag
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH

# The value of very long sentences is rounded to 100, which says nothing of their load.
_HARDEST = 99.99


class Difficulty(NamedTuple):
    """How hard a sentence is.

    Attributes:
        value: from 0 without words to nearly 100; 50 is the median sentence of medical pages.
        parts: the share of each part in the value, by name; each is 0 or more, and they sum to
            the value.
    """

    value: float
    parts: Mapping[str, float]


@remember(1 << 10)
def sentence_difficulty(text: str, language: str = "en") -> Difficulty:
    """Return how hard one sentence is to read.

    The value is 100 (1 - exp(-load)). The load is the weighted sum of the amounts of the parts
    (`sum_factor_amounts`), so another factor never lowers it. Each part has the same share of the
    value as of the load.

    The weights are fitted to separate sentences for health professionals from sentences for
    patients on the same topics (`benchmarks/fit_difficulty.py`). Jargon, passives,
    nominalisations and subordinate clauses are detected in languages that have these parts, rare
    words in those with a frequency list.

    Args:
        text: one sentence as a reader sees it, without markup.
        language: an IETF tag such as `en` or `pt-BR`.
    """
    table = load_weights(get_primary_tag(language))
    loads = {
        part: table[part] * amount for part, amount in sum_factor_amounts(text, language).items()
    }
    value = compute_difficulty_value(text, WORD.findall(text), language)
    load = sum(loads.values())
    parts = {name: part / load * value if load else 0.0 for name, part in loads.items()}
    return Difficulty(value, MappingProxyType(parts))


def compute_difficulty_value(text: str, words: Sequence[str], language: str = "en") -> float:
    """Return only the value of a sentence's difficulty, given its words."""
    return _compute_value(text, tuple(words), get_primary_tag(language))


# Similar documents share sentences, and a document checked again has most of its own again.
@remember(1 << 12)
def _compute_value(text: str, words: tuple[str, ...], code: str) -> float:
    weight = load_weights(code)
    load, may_be_passive = _sum_words(words, code, count_symbols(text))
    loads = [weight[NESTING] * amount for amount in list_nesting_amounts(text)]
    if may_be_passive:
        loads += [weight[PASSIVE] * verb.amount for verb in iter_passives(text, code)]
    load += sum(loads)
    return 100 * (1 - exp(-load))


def compute_load(value: float) -> float:
    """Return the load of a sentence, given its difficulty from 0 to 100."""
    return -log1p(-min(value, _HARDEST) / 100)


def compute_words_load(words: Sequence[str], code: str) -> float:
    """Return the load of words in a language, given its primary tag."""
    return _sum_words(words, code, 0)[0]


def _sum_words(words: Sequence[str], code: str, symbols: int) -> tuple[float, bool]:
    """Return the load of words and of so many symbols, and whether a passive may be in them."""
    if not words:
        return load_weights(code)[NUMBERS] * _dampen(symbols), False
    loads, numbers, participles = zip(*_weigh_word.map(words, code), strict=True)
    load = float(sum(loads)) + load_weights(code)[NUMBERS] * _dampen(symbols + sum(numbers))
    return load, any(participles)


def round_difficulty(value: float) -> int:
    """Return a difficulty as a whole number to show.

    It is rounded up, so that a sentence past a limit never seems to be at the limit.
    """
    return ceil(value)


class _WordLoad(NamedTuple):
    """What a word adds to its sentence: the load of all parts except numbers, and its numbers."""

    load: float
    numbers: float
    may_be_participle: bool


@remember_words(1 << 16)
def _weigh_word(word: str, code: str) -> _WordLoad:
    table, load, numbers = load_weights(code), 0.0, 0.0
    for part, amount in compute_word_amounts(word, code):
        if part == NUMBERS:
            numbers = amount
        else:
            load += table[part] * amount
    return _WordLoad(table[LENGTH] + load, numbers, _may_be_participle(word, code))


def _may_be_participle(word: str, code: str) -> bool:
    language = get_language(code)
    may_be_participle = language.may_be_participle
    return language.find_passives is not None and (
        may_be_participle is None or may_be_participle(word)
    )


def _dampen(numbers: float) -> float:
    """Return the amount of all numbers of a sentence: each further one adds less.

    On the pages of the fit, the first number separates the two kinds of sentences best.
    """
    return log1p(numbers)


def sum_factor_amounts(text: str, language: str = "en") -> dict[str, float]:
    """Return the amount of each part in a sentence: the sum of its factors, of numbers dampened."""
    code = get_primary_tag(language)
    totals = dict.fromkeys(PARTS, 0.0)
    words = WORD.findall(text)
    totals[LENGTH] += len(words)
    for word in words:
        for part, amount in compute_word_amounts(word, code):
            totals[part] += amount
    for factor in iter_phrase_factors(text, code):
        totals[factor.part] += factor.amount
    totals[NUMBERS] = _dampen(totals[NUMBERS])
    return totals


def iter_factors(text: str, language: str = "en") -> Factors:
    """Yield the factors that `sum_factor_amounts` sums, except the length; those of words first."""
    code = get_primary_tag(language)
    for match in WORD.finditer(text):
        for part, amount in compute_word_amounts(match[0], code):
            yield Factor(part, *match.span(), amount)
    yield from iter_phrase_factors(text, code)


def iter_phrase_factors(text: str, code: str) -> Factors:
    """Yield the factors that are not single words: symbols, nesting and passives."""
    yield from find_symbols(text)
    yield from find_nesting(text)
    yield from iter_passives(text, code)


def iter_passives(text: str, code: str) -> Factors:
    """Yield each passive verb of a sentence, if those of its language are known."""
    if find_passives := get_language(code).find_passives:
        for start, end in find_passives(text):
            yield Factor(PASSIVE, start, end, 1.0)


@remember(None)
def load_weights(code: str = ENGLISH) -> Mapping[str, float]:
    """Return the weight of each part in a language: its own, or those of English.

    Those of English are in the table that `benchmarks/fit_difficulty.py` writes.
    """
    if code != ENGLISH and (weights := get_language(code).difficulty_weights):
        return weights
    return _read_english_weights()


@remember(None)
def _read_english_weights() -> Mapping[str, float]:
    lines = Path(__file__).with_name("weights.en.csv").read_text(encoding="utf-8").splitlines()
    rows = (line.split(",") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
