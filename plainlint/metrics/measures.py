"""Measures: a document's counts and scores, and which sentences weigh most on them."""

from collections.abc import Mapping
from math import isnan
from typing import NamedTuple

from plainlint.document.model import Document, Sentence
from plainlint.metrics.counts import Counts, count_sentence, total
from plainlint.metrics.formulas import FORMULAS, SMOG_SENTENCES, flesch_kincaid
from plainlint.metrics.simplified import simplified

# The two formulas that health guides name; they bracket the others on most texts.
GRADE_METRICS = ("flesch_kincaid", "smog")
# What rounding alone may make of equal grades.
_NOISE = 1e-9


class Measures(NamedTuple):
    """The counts of each scored sentence, their sum, and every formula's score.

    `scores` maps formula names to numbers; a text without sentences has none. `by_weight` has the
    indexes of the sentences that raise the grade, worst first; several rules name them.
    """

    sentences: tuple[Sentence, ...]
    sentence_counts: tuple[Counts, ...]
    counts: Counts
    scores: Mapping[str, float]
    by_weight: tuple[int, ...]

    @property
    def grades(self) -> tuple[float, float] | None:
        """Lowest and highest grade of the two grade formulas; None without prose."""
        grades = [self.scores[name] for name in GRADE_METRICS if name in self.scores]
        return (min(grades), max(grades)) if grades else None

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Names of the scores that have too little text to go by."""
        few = self.counts.sentences < SMOG_SENTENCES
        return ("smog",) if self.scores and few else ()

    def summary(self) -> "Measures":
        """The sums and scores without the sentences."""
        return Measures((), (), self.counts, self.scores, ())

    def hardest(self, most: int) -> tuple[Sentence, ...]:
        """Up to `most` sentences that raise the Flesch-Kincaid grade most, worst first."""
        return tuple(self.sentences[index] for index in self.by_weight[:most])


def measure(document: Document) -> Measures:
    """Count every scored sentence of a document and compute all formulas."""
    sentences = document.sentences
    return measured(sentences, tuple(map(count_sentence, sentences)))


def measured(sentences: tuple[Sentence, ...], counted: tuple[Counts, ...]) -> Measures:
    """The formulas' scores of sentences that are counted already."""
    counts = total(counted)
    scores = {name: formula(counts) for name, formula in FORMULAS.items()}
    known = {name: score for name, score in scores.items() if not isnan(score)}
    heavy = _by_weight(counted, counts) if known else ()
    return Measures(sentences, counted, counts, known, heavy)


def _by_weight(counted: tuple[Counts, ...], whole: Counts) -> tuple[int, ...]:
    """The indexes of the sentences that raise the Flesch-Kincaid grade, worst first.

    A sentence's weight is how far the document's grade falls when it is rewritten plainly.
    """
    grade = flesch_kincaid(whole)
    weights = [grade - flesch_kincaid(whole.exchanged(one, simplified(one))) for one in counted]
    order = sorted(range(len(weights)), key=lambda index: -weights[index])
    return tuple(index for index in order if weights[index] > _NOISE)
