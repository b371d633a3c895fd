"""Measures: a document's counts and scores, and the sentences that raise its grade most."""

from collections.abc import Callable, Mapping
from itertools import accumulate
from math import isnan
from typing import NamedTuple

from plainlint.analysis.metrics.counts import Counts, count_sentence, sum_counts
from plainlint.analysis.metrics.formulas import FORMULAS, SMOG_SENTENCES, flesch_kincaid
from plainlint.core.caches import remember
from plainlint.document.language_tags import is_english
from plainlint.document.model import Document, Sentence

# The two formulas that health guides recommend; on most texts the others lie between them.
GRADE_METRICS = ("flesch_kincaid", "smog")
# Equal grades may differ by this much from rounding alone.
_NOISE = 1e-9


class Measures(NamedTuple):
    """The counts of each scored sentence, their sum, and every formula's score.

    `scores` maps formula names to numbers. It is empty for a text without sentences, and for one
    that is not English, because all formulas are for English. `by_weight`
    holds the indexes of the sentences that raise the grade, worst first.
    """

    sentences: tuple[Sentence, ...]
    sentence_counts: tuple[Counts, ...]
    counts: Counts
    scores: Mapping[str, float]
    by_weight: tuple[int, ...]

    @property
    def grades(self) -> tuple[float, float] | None:
        """Return the lowest and the highest grade of the grade formulas; None without prose."""
        grades = [self.scores[name] for name in GRADE_METRICS if name in self.scores]
        return (min(grades), max(grades)) if grades else None

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Return the names of the scores that are based on too little text."""
        few = self.counts.sentences < SMOG_SENTENCES
        return ("smog",) if self.scores and few else ()

    def summarise(self) -> "Measures":
        """Return the sums and scores without the sentences."""
        return Measures((), (), self.counts, self.scores, ())

    def find_hardest(self, limit: int) -> tuple[Sentence, ...]:
        """Return up to `limit` sentences that raise the Flesch-Kincaid grade most, worst first."""
        return tuple(self.sentences[index] for index in self.by_weight[:limit])


def measure(document: Document) -> Measures:
    """Count every scored sentence of a document; if it is English, compute all formulas."""
    sentences = document.sentences
    measures = compute_measures(sentences, tuple(map(count_sentence, sentences)))
    return measures if is_english(document.language) else measures._replace(scores={})


def compute_measures(
    sentences: tuple[Sentence, ...], sentence_counts: tuple[Counts, ...]
) -> Measures:
    """Compute the scores of sentences from their counts."""
    counts = sum_counts(sentence_counts)
    scores = {name: formula(counts) for name, formula in FORMULAS.items()}
    defined = {name: score for name, score in scores.items() if not isnan(score)}
    by_weight = _rank_by_weight(sentence_counts, counts) if defined else ()
    return Measures(sentences, sentence_counts, counts, defined, by_weight)


def _rank_by_weight(sentence_counts: tuple[Counts, ...], whole: Counts) -> tuple[int, ...]:
    """Return the indexes of the sentences that raise the Flesch-Kincaid grade, worst first.

    A sentence's weight is how far the document's grade falls when it is rewritten plainly.
    """
    grade = flesch_kincaid(whole)
    # Only these counts of a sentence change this grade, and many sentences have the same.
    kinds = [(counts.sentences, counts.words, counts.syllables) for counts in sentence_counts]
    weights = {
        kind: grade - flesch_kincaid(whole.replace_part(counts, estimate_rewrite(counts)))
        for kind, counts in dict(zip(kinds, sentence_counts, strict=True)).items()
    }
    heavy = [index for index, kind in enumerate(kinds) if weights[kind] > _NOISE]
    return tuple(sorted(heavy, key=lambda index: -weights[kinds[index]]))


# Averages of a rewritten sentence, between those of the good seed documents for patients and for
# caregivers: words per sentence; then syllables, polysyllables, letters, difficult and complex
# words per word.
_WORDS, _SYLLABLES, _POLYSYLLABLES, _LETTERS, _DIFFICULT, _COMPLEX = 12, 1.3, 0.04, 4.2, 0.08, 0.02


@remember(1 << 12)
def estimate_rewrite(sentence: Counts) -> Counts:
    """Estimate the counts of one sentence after a plain rewrite; no count gets worse.

    The rewrite keeps the number of words and splits them into sentences of about 12. A good writer
    often drops words too.
    """
    words = sentence.words
    return Counts(
        max(sentence.sentences, round(words / _WORDS)),
        words,
        min(sentence.syllables, round(words * _SYLLABLES)),
        min(sentence.polysyllables, round(words * _POLYSYLLABLES)),
        min(sentence.letters, round(words * _LETTERS)),
        min(sentence.difficult, round(words * _DIFFICULT)),
        min(sentence.complex, round(words * _COMPLEX)),
        min(sentence.usual_syllables, round(words * _SYLLABLES)),
    )


def count_needed_rewrites(
    whole: Counts, ranked: list[Counts], is_reached: Callable[[Counts], bool]
) -> int | None:
    """Count how many sentences, in the order of `ranked`, must be rewritten to reach a goal.

    The result is None if rewriting all of them is not enough.
    """
    totals = accumulate(
        ranked,
        lambda total, sentence: total.replace_part(sentence, estimate_rewrite(sentence)),
        initial=whole,
    )
    return next((number for number, total in enumerate(totals) if is_reached(total)), None)
