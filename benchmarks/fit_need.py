"""Fits plainlint/analysis/glossary/need.json: what editors' links teach about terms to explain.

    python benchmarks/fit_need.py [CORPUS] > plainlint/analysis/glossary/need.json

Two logistic regressions over the terms that patient pages mention: the first on the traits of a
term alone, the second on how often other documents link it, and on the page and place. How often is
counted on the documents of other folds, so that no page speaks for itself.
"""

import json
from collections.abc import Iterable
from math import log

import numpy as np
from corpus_path import corpus_files
from linking_choices import Choice, choices, glossaries, pages

from plainlint.analysis.glossary.relevance import (
    Weights,
    compute_term_traits,
    estimate_linked_share,
    get_usage,
)

TRUST = 2.0
# Not fitted: the corpus has no plain words. A list's author who writes them down has a reason.
PLAIN_WORDS = 0.5
WORDS = (800, 2000, 3500, 5000)
PLACES = (0.1, 0.25, 0.5, 0.75, 0.9)
# Keeps the weights of classes with few mentions small.
RIDGE = 2.0


def fitted(seen: Iterable[Choice]) -> Weights:
    """The weights that best tell the linked terms from the others."""
    seen = list(seen)
    linked = np.array([choice.linked for choice in seen], float)
    traits = [compute_term_traits(choice.mention.match.term) for choice in seen]
    names = list(traits[0])
    table = np.array([[1.0, *(each[name] for name in names)] for each in traits])
    familiarity = _logistic(table, linked)
    uses = [choice.mention.match.term.patient for choice in seen]
    shares = [
        estimate_linked_share(use, float(row @ familiarity), TRUST)
        for use, row in zip(uses, table, strict=True)
    ]
    columns = 1 + len(PLACES)
    cells = [
        np.searchsorted(WORDS, choice.place.words, "right") * columns
        + np.searchsorted(PLACES, choice.place.before, "right")
        for choice in seen
    ]
    known = np.array([use.documents / (use.documents + TRUST) for use in uses])
    grid = np.eye((1 + len(WORDS)) * columns)[cells] * known[:, None]
    odds = np.array([log(share / (1 - share)) for share in shares])
    links, *page = _logistic(np.column_stack([odds, grid]), linked)
    return Weights(
        dict(zip(["any term", *names], np.round(familiarity, 3).tolist(), strict=True)),
        PLAIN_WORDS,
        TRUST,
        round(float(links), 3),
        WORDS,
        PLACES,
        np.round(np.reshape(page, (-1, columns)), 2).tolist(),
    )


def _logistic(table: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        gradient = table.T @ (outcome - chance) - RIDGE * weights
        curvature = (table.T * (chance * (1 - chance))) @ table + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def main() -> None:
    corpus = pages(corpus_files(__doc__ or ""))
    by_fold = glossaries(corpus)
    seen = [
        choice
        for page in corpus
        if page.for_patients
        for choice in choices(page, by_fold[page.fold])
        if get_usage(choice.mention.match.term, "patient")
    ]
    print(json.dumps({"made by": "benchmarks/fit_need.py", **fitted(seen)._asdict()}, indent=1))


if __name__ == "__main__":
    main()
