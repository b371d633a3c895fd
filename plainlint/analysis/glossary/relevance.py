"""Relevance: how much readers need a term explained where a page first uses it, and why."""

import json
from collections.abc import Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.model import Term, UsageCounts
from plainlint.core.caches import remember
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.frequencies import get_zipf_frequency


class Weights(NamedTuple):
    """The weights of a logistic model of editors' links, fitted by `benchmarks/fit_need.py`.

    Attributes:
        familiarity: a constant, and the weight of each trait of a term.
        plain_words: the log-odds added if a term that no document uses has plain words.
        trust: the number of documents that the familiarity of a term counts as.
        links: the weight of the log-odds that a document with the term links it.
        words: the bounds between classes of page length, in words.
        places: the bounds between classes of a mention's place, as a share of the page's blocks.
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
        value: the probability, in per cent, that an editor would link the term there.
        parts: the log-odds by reason; their sum gives the value.
    """

    value: float
    parts: Mapping[str, float]


class MentionPosition(NamedTuple):
    """The place of a term's first mention: the page's words, and the share of its blocks before."""

    words: int
    before: float


# The log-odds of a link that a term loses if most adults know it and no editor thinks otherwise:
# no other trait makes up for it.
_KNOWN = -4.0


def score_relevance(
    term: Term,
    audience: str,
    place: MentionPosition | None = None,
    weights: Weights | None = None,
    *,
    is_known: bool = False,
    language: str = ENGLISH,
) -> Relevance:
    """Return how much readers of this audience need the term explained.

    A term that no document uses is judged by its familiarity: how rare and how long its words are,
    how they are formed, and whether the glossary has plain words for it. For other terms the share
    of documents that link it counts, and counts more the more documents there are. Editors also
    link more in long guides than on short pages, and little near the end; this counts more the
    better the term's use is known.

    Args:
        term: the term.
        audience: the readers.
        place: where the document mentions it first.
        weights: the weights of the model.
        is_known: whether most adults know the term as written. It counts only if no document uses
            the term and no popup explains it: these show that editors think otherwise.
        language: the primary tag of the term's language.
    """
    weights = weights or load_default_weights()
    traits = {"any term": 1.0, **compute_term_traits(term, language)}
    parts = {name: weights.familiarity[name] * value for name, value in traits.items()}
    familiarity = sum(parts.values())
    if use := get_usage(term, audience):
        share = estimate_linked_share(use, familiarity, weights.trust)
        parts["links elsewhere"] = weights.links * _compute_log_odds(share) - familiarity
        if place:
            row = weights.page[_find_class(place.words, weights.words)]
            confidence = use.documents / (use.documents + weights.trust)
            parts["page and place"] = confidence * row[_find_class(place.before, weights.places)]
    elif term.plain:
        parts["plain words at hand"] = weights.plain_words
    if is_known and not (use or term.id or term.url):
        parts["known to most"] = _KNOWN
    return Relevance(100 * _compute_chance(sum(parts.values())), parts)


def get_usage(term: Term, audience: str) -> UsageCounts | None:
    """Return the term's use in documents for an audience; None without such documents."""
    use = term.technical if audience == "technical" else term.patient
    return use if use.documents else None


def estimate_linked_share(use: UsageCounts, familiarity: float, trust: float) -> float:
    """Return the share of documents that link a term, smoothed by its familiarity.

    Args:
        use: the number of documents with the term, and of those that link it.
        familiarity: the log-odds of a link, from the term's traits alone.
        trust: the number of documents that this expectation counts as.
    """
    return (use.linked_in + trust * _compute_chance(familiarity)) / (use.documents + trust)


@remember(1 << 16)
def compute_term_traits(term: Term, language: str = ENGLISH) -> Mapping[str, float]:
    """Return the traits of a term: the Zipf frequency of its rarest word, its length and so on."""
    words = [word for word in term.name.lower().replace("-", " ").split() if word.isalpha()]
    is_medical = get_language(language).is_medical
    frequencies = [get_zipf_frequency(word, language) for word in words]
    return {
        "frequency": min(frequencies, default=get_zipf_frequency("")),
        "letters": float(len(term.name)),
        "medical parts": float(is_medical is not None and any(map(is_medical, words))),
        "acronym": float(is_acronym(term.name)),
    }


@remember(None)
def load_default_weights() -> Weights:
    """Read the weights that come with plainlint."""
    path = Path(__file__).with_name("need.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(**{key: value for key, value in data.items() if key != "made by"})


def _find_class(value: float, ends: Sequence[float]) -> int:
    return sum(value >= end for end in ends)


def _compute_log_odds(chance: float) -> float:
    return log(chance / (1 - chance))


def _compute_chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
