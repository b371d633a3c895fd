"""Measures: a document's counts and scores, and which sentences weigh most on them."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import accumulate
from math import isnan
from typing import NamedTuple

from plainlint.analysis.metrics.counts import Counts, count_sentence, sum_counts
from plainlint.analysis.metrics.formulas import FORMULAS, SMOG_SENTENCES, flesch_kincaid
from plainlint.document.model import Document, Sentence

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

    def summarise(self) -> "Measures":
        """The sums and scores without the sentences."""
        return Measures((), (), self.counts, self.scores, ())

    def find_hardest(self, most: int) -> tuple[Sentence, ...]:
        """Up to `most` sentences that raise the Flesch-Kincaid grade most, worst first."""
        return tuple(self.sentences[index] for index in self.by_weight[:most])


def measure(document: Document) -> Measures:
    """Count every scored sentence of a document and compute all formulas."""
    sentences = document.sentences
    return compute_measures(sentences, tuple(map(count_sentence, sentences)))


def compute_measures(sentences: tuple[Sentence, ...], counted: tuple[Counts, ...]) -> Measures:
    """The formulas' scores of sentences that are counted already."""
    counts = sum_counts(counted)
    scores = {name: formula(counts) for name, formula in FORMULAS.items()}
    known = {name: score for name, score in scores.items() if not isnan(score)}
    heavy = _rank_by_weight(counted, counts) if known else ()
    return Measures(sentences, counted, counts, known, heavy)


def _rank_by_weight(counted: tuple[Counts, ...], whole: Counts) -> tuple[int, ...]:
    """The indexes of the sentences that raise the Flesch-Kincaid grade, worst first.

    A sentence's weight is how far the document's grade falls when it is rewritten plainly.
    """
    grade = flesch_kincaid(whole)
    weights = [
        grade - flesch_kincaid(whole.replace_part(one, estimate_rewrite(one))) for one in counted
    ]
    order = sorted(range(len(weights)), key=lambda index: -weights[index])
    return tuple(index for index in order if weights[index] > _NOISE)


# A rewritten sentence lies between the good seed documents, for patients and for caregivers: words
# a sentence; per word syllables, words of three or more of them, letters, and hard words.
_WORDS, _SYLLABLES, _POLYSYLLABLES, _LETTERS, _DIFFICULT, _COMPLEX = 12, 1.3, 0.04, 4.2, 0.08, 0.02


@lru_cache(maxsize=1 << 12)
def estimate_rewrite(one: Counts) -> Counts:
    """The counts of one sentence after it was rewritten plainly; none gets worse.

    It is taken to keep its number of words, cut into sentences of about 12. This is an estimate: a
    good writer often drops words too.
    """
    words = one.words
    return Counts(
        max(one.sentences, round(words / _WORDS)),
        words,
        min(one.syllables, round(words * _SYLLABLES)),
        min(one.polysyllables, round(words * _POLYSYLLABLES)),
        min(one.letters, round(words * _LETTERS)),
        min(one.difficult, round(words * _DIFFICULT)),
        min(one.complex, round(words * _COMPLEX)),
    )


def count_needed_rewrites(
    whole: Counts, ranked: list[Counts], is_reached: Callable[[Counts], bool]
) -> int | None:
    """How many sentences, from the first of `ranked` on, must be rewritten to reach a goal.

    None if even all of them are not enough.
    """
    steps = accumulate(
        ranked, lambda now, one: now.replace_part(one, estimate_rewrite(one)), initial=whole
    )
    return next((number for number, now in enumerate(steps) if is_reached(now)), None)
