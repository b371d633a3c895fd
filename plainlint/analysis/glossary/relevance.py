"""Need: how much a term must be explained where a page first uses it, and what makes it so."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.model import Term, UsageCounts
from plainlint.analysis.glossary.rare_words import has_medical_part
from plainlint.analysis.metrics.familiarity import get_zipf_frequency


class Weights(NamedTuple):
    """What editors' choices teach: log-odds, made by `benchmarks/fit_need.py`.

    Attributes:
        familiarity: a constant, and the weight of each of a term's `traits`.
        plain_words: what it adds that a glossary has plain words for a term that no harvest met.
        trust: how many documents the familiarity of a term counts for beside those that use it.
        links: the weight of the log-odds that a document with the term links it.
        words: where one class of page length ends and the next begins, in words.
        places: the same for the place of a mention, as a share of the page's blocks.
        page: the weight of each class of length (rows) and place (columns).
    """

    familiarity: Mapping[str, float]
    plain_words: float
    trust: float
    links: float
    words: Sequence[float]
    places: Sequence[float]
    page: Sequence[Sequence[float]]


class Relevance(NamedTuple):
    """How much readers need a term explained.

    Attributes:
        value: the chance, in per cent, that an editor would link the term there.
        parts: the log-odds that each reason adds; the value is that of their sum.
    """

    value: float
    parts: Mapping[str, float]


class MentionPosition(NamedTuple):
    """Where a page first mentions a term: the page's words, and the share of it that is before."""

    words: int
    before: float


def score_relevance(
    term: Term, audience: str, place: MentionPosition | None = None, weights: Weights | None = None
) -> Relevance:
    """How much readers of this audience need the term explained.

    A term that no harvest has met is judged by its familiarity: how rare and how long its words
    are, how they are built, and whether the glossary has plain words for it. Where documents use
    it, the share of them that link it speaks, the more the more they are; and editors link more
    in long guides than on short pages, and little at their ends, which counts as far as the
    term's use is known.
    """
    weights = weights or load_default_weights()
    traits = {"any term": 1.0, **compute_term_traits(term)}
    parts = {name: weights.familiarity[name] * value for name, value in traits.items()}
    familiarity = sum(parts.values())
    if use := get_usage(term, audience):
        share = estimate_linked_share(use, familiarity, weights.trust)
        parts["links elsewhere"] = weights.links * _compute_log_odds(share) - familiarity
        if place:
            row = weights.page[_find_class(place.words, weights.words)]
            known = use.documents / (use.documents + weights.trust)
            parts["page and place"] = known * row[_find_class(place.before, weights.places)]
    elif term.plain:
        parts["plain words at hand"] = weights.plain_words
    return Relevance(100 * _compute_chance(sum(parts.values())), parts)


def get_usage(term: Term, audience: str) -> UsageCounts | None:
    """The term's use in documents for such readers; None if there are none."""
    use = term.technical if audience == "technical" else term.patient
    return use if use.documents else None


def estimate_linked_share(use: UsageCounts, familiarity: float, trust: float) -> float:
    """The share of documents that link a term, with `trust` documents more that do as expected.

    Args:
        familiarity: the log-odds that its traits alone give.
    """
    return (use.linked_in + trust * _compute_chance(familiarity)) / (use.documents + trust)


@cache
def compute_term_traits(term: Term) -> Mapping[str, float]:
    """What the term itself tells: the Zipf frequency of its rarest word, letters, and so on."""
    words = [word for word in term.name.lower().replace("-", " ").split() if word.isalpha()]
    return {
        "frequency": min(map(get_zipf_frequency, words), default=get_zipf_frequency("")),
        "letters": float(len(term.name)),
        "medical parts": float(any(map(has_medical_part, words))),
        "acronym": float(is_acronym(term.name)),
    }


@cache
def load_default_weights() -> Weights:
    """The weights that come with plainlint."""
    path = Path(__file__).with_name("need.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(**{key: value for key, value in data.items() if key != "made by"})


def _find_class(value: float, ends: Sequence[float]) -> int:
    return sum(value >= end for end in ends)


def _compute_log_odds(chance: float) -> float:
    return log(chance / (1 - chance))


def _compute_chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
