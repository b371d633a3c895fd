"""Fits the weights of sentence difficulty and writes plainlint/analysis/difficulty/weights.en.csv.

    python benchmarks/fit_difficulty.py [CORPUS]

Logistic regression tells sentences for professionals from sentences for patients on the same
topics, as many of either kind from each topic. What it sees of a sentence is the amount of each
part, so it knows no word. Three things keep the weights sensible, for the two kinds of page differ
in more than difficulty (patient pages have more passives, professionals' more numbers):

- no weight is below `LEAST`, in standard deviations of its part, so none is negative or nothing,
  and the length keeps some weight, though much of it is in the other parts too, above all in the
  rare words;
- weights are drawn (`PULL`) towards the ratios of `PRIOR`: people who rated medical sentences went
  by their characters, rare words and acronyms far more than by anything else;
- they are scaled so that the middle sentence has the value 50.

No rating by people is used.
"""

import random
from collections.abc import Sequence
from math import exp, log
from pathlib import Path
from statistics import median, pstdev

from corpus_path import corpus_files
from topics import Topic, topics

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
)  # fmt: skip
from plainlint.analysis.difficulty.score import sum_factor_amounts

WEIGHTS = Path(__file__).parents[1] / "plainlint" / "analysis" / "difficulty" / "weights.en.csv"
PRIOR = {
    LENGTH: 1, LONG_WORDS: 2, RARE_WORDS: 3, JARGON: 1, ACRONYMS: 1, NUMBERS: 0.5, NESTING: 0.5,
    PASSIVE: 0.5, NOMINALISATIONS: 0.5,
}  # fmt: skip
PULL = 0.2
LEAST = {part: 0.08 if part == LENGTH else 0.04 for part in PARTS}
MOST_OF_A_TOPIC = 120
STEPS, SWEEPS, EXACT = 20, 100, 1e-5

Row = tuple[list[float], int]


def rows(chosen: Sequence[Topic]) -> list[Row]:
    """Amounts and label (1: professional), as many sentences of either kind from each topic."""
    found: list[Row] = []
    for topic in chosen:
        pick = random.Random(topic.name)
        most = min(len(topic.professional), len(topic.patient), MOST_OF_A_TOPIC)
        for label, texts in ((1, topic.professional), (0, topic.patient)):
            found += [
                (list(sum_factor_amounts(text).values()), label)
                for text in pick.sample(texts, most)
            ]
    return found


def fit(data: Sequence[Row]) -> list[float]:
    """The weight of each part, by Newton's method with bounds."""
    spreads = [pstdev(column) for column in zip(*(row for row, _ in data), strict=True)]
    scaled = [([a / s for a, s in zip(row, spreads, strict=True)] + [1.0], y) for row, y in data]
    weights = [*LEAST.values(), 0.0]
    for _ in range(STEPS):
        stepped = _step(weights, *_slopes(scaled, weights))
        moved = max(abs(a - b) for a, b in zip(stepped, weights, strict=True))
        weights = stepped
        if moved < EXACT:
            break
    raw = [weight / spread for weight, spread in zip(weights, spreads, strict=False)]
    middle = median(_load(raw, row) for row, _ in data)
    return [weight * log(2) / middle for weight in raw]


def _load(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * amount for weight, amount in zip(weights, row, strict=False))


def _slopes(data: Sequence[Row], weights: list[float]) -> tuple[list[float], list[list[float]]]:
    """Gradient and (upper) Hessian of the mean log-likelihood; the last weight is the constant."""
    size = range(len(weights))
    gradient, hessian = [0.0 for _ in size], [[0.0 for _ in size] for _ in size]
    for row, label in data:
        chance = 1 / (1 + exp(-_load(weights, row)))
        curve = chance * (1 - chance) / len(data)
        for i in size:
            gradient[i] += (label - chance) * row[i] / len(data)
            each = curve * row[i]
            for j in range(i, len(row)):
                hessian[i][j] += each * row[j]
    return gradient, hessian


def _step(old: list[float], gradient: list[float], hessian: list[list[float]]) -> list[float]:
    """The best weights of the quadratic model, one by one until they rest (coordinate descent)."""
    prior, least = [PRIOR[part] for part in PARTS], list(LEAST.values())
    size = sum(p * w for p, w in zip(prior, old, strict=False)) / sum(p * p for p in prior)
    new = old.copy()
    for _ in range(SWEEPS):
        for i in range(len(new)):
            bend = hessian[i][i]
            others = (
                hessian[min(i, j)][max(i, j)] * (new[j] - old[j]) for j in range(len(new)) if j != i
            )
            slope = gradient[i] + bend * old[i] - sum(others)
            if i < len(prior):
                new[i] = max((slope + PULL * size * prior[i]) / (bend + PULL), least[i])
            else:
                new[i] = slope / bend
    return new


def main() -> None:
    data = rows(topics(corpus_files(__doc__ or "")))
    lines = [f"{part},{weight:.4f}" for part, weight in zip(PARTS, fit(data), strict=True)]
    head = "# The load of one word, syllable, sign ...: made by python benchmarks/fit_difficulty.py"
    WEIGHTS.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    print(f"{len(data):,} sentences", *lines, sep="\n")


if __name__ == "__main__":
    main()
