"""Measures: a document's counts and scores, and the sentences that raise its grade most."""

from collections.abc import Callable, Mapping
from itertools import accumulate, repeat
from math import isnan
from typing import NamedTuple

from plainlint.analysis.metrics.counts import count_sentence, sum_counts
from plainlint.core.caches import remember
from plainlint.core.levels import Level
from plainlint.document.model import Document, Sentence
from plainlint.languages.base import GradeScale, Language, RewriteAverages, get_language
from plainlint.languages.counts import Counts, words_per_sentence
from plainlint.languages.en.formulas import SMOG_SENTENCES

# Equal grades may differ by this much from rounding alone.
_NOISE = 1e-9


class Measures(NamedTuple):
    """The counts of each scored sentence, their sum, and every formula's score.

    `scores` maps formula names to numbers. It is empty for a text without sentences, and for one in
    a language without formulas. `by_weight` holds the indexes of the sentences that raise the
    grade, worst first. `scale` says how the difficulty is shown; None for a language without one.
    """

    sentences: tuple[Sentence, ...]
    sentence_counts: tuple[Counts, ...]
    counts: Counts
    scores: Mapping[str, float]
    by_weight: tuple[int, ...]
    scale: GradeScale | None

    @property
    def grades(self) -> tuple[float, float] | None:
        """Return the lowest and the highest school grade; None without any."""
        return self._find_range() if self.scale and not self.scale.is_ease else None

    @property
    def ease(self) -> tuple[float, float] | None:
        """Return the lowest and the highest reading ease, in languages that are rated by it."""
        return self._find_range() if self.scale and self.scale.is_ease else None

    @property
    def level(self) -> Level | None:
        """Return the lowest number with its scale, school grades or one of ease; None without."""
        found = self._find_range()
        if not (found and self.scale):
            return None
        return Level(found[0], self.scale.formulas[0] if self.scale.is_ease else "")

    def _find_range(self) -> tuple[float, float] | None:
        names = self.scale.formulas if self.scale else ()
        values = [self.scores[name] for name in names if name in self.scores]
        return (min(values), max(values)) if values else None

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Return the names of the scores that are based on too little text."""
        few = self.counts.sentences < SMOG_SENTENCES
        return ("smog",) if "smog" in self.scores and few else ()

    def summarise(self) -> "Measures":
        """Return the sums and scores without the sentences."""
        return Measures((), (), self.counts, self.scores, (), self.scale)

    def find_hardest(self, limit: int) -> tuple[Sentence, ...]:
        """Return up to `limit` sentences that raise the grade most, worst first."""
        return tuple(self.sentences[index] for index in self.by_weight[:limit])


def measure(document: Document) -> Measures:
    """Count every scored sentence of a document, and compute the formulas of its language."""
    language, sentences = get_language(document.language), document.sentences
    counts = tuple(map(count_sentence, sentences, repeat(language.code)))
    return compute_measures(sentences, counts, language)


def compute_measures(
    sentences: tuple[Sentence, ...], sentence_counts: tuple[Counts, ...], language: Language
) -> Measures:
    """Compute the scores of sentences in a language from their counts."""
    counts = sum_counts(sentence_counts)
    scores = {name: formula(counts) for name, formula in language.formulas.items()}
    defined = {name: score for name, score in scores.items() if not isnan(score)}
    by_weight = _rank_by_weight(sentence_counts, counts, language) if counts.words else ()
    return Measures(sentences, sentence_counts, counts, defined, by_weight, language.grade)


def _rank_by_weight(
    sentence_counts: tuple[Counts, ...], whole: Counts, language: Language
) -> tuple[int, ...]:
    """Return the indexes of the sentences that raise the grade, worst first.

    A sentence's weight is how far the document's grade falls when it is rewritten plainly; without
    grades, how far the mean length of its sentences falls.
    """
    scale, averages = language.grade, language.rewrite
    formula = language.formulas[scale.formulas[0]] if scale else words_per_sentence
    grade, sign = formula(whole), -1 if scale and scale.is_ease else 1
    # Only these counts of a sentence change this grade, and many sentences have the same.
    kinds = [(counts.sentences, counts.words, counts.syllables) for counts in sentence_counts]
    weights = {
        kind: sign
        * (grade - formula(whole.replace_part(counts, estimate_rewrite(counts, averages))))
        for kind, counts in dict(zip(kinds, sentence_counts, strict=True)).items()
    }
    heavy = [index for index, kind in enumerate(kinds) if weights[kind] > _NOISE]
    return tuple(sorted(heavy, key=lambda index: -weights[kinds[index]]))


@remember(1 << 12)
def estimate_rewrite(sentence: Counts, averages: RewriteAverages) -> Counts:
    """Estimate the counts of one sentence after a plain rewrite; no count gets worse.

    The rewrite keeps the number of words and splits them into sentences of usual length. A good
    writer often drops words too.
    """
    words = sentence.words
    return Counts(
        max(sentence.sentences, round(words / averages.words)),
        words,
        min(sentence.syllables, round(words * averages.syllables)),
        min(sentence.polysyllables, round(words * averages.polysyllables)),
        min(sentence.letters, round(words * averages.letters)),
        min(sentence.difficult, round(words * averages.difficult)),
        min(sentence.complex, round(words * averages.complex)),
        min(sentence.usual_syllables, round(words * averages.syllables)),
        sentence.squared_letters,
    )


def count_needed_rewrites(
    whole: Counts,
    ranked: list[Counts],
    averages: RewriteAverages,
    is_reached: Callable[[Counts], bool],
) -> int | None:
    """Count how many sentences, in the order of `ranked`, must be rewritten to reach a goal.

    The result is None if rewriting all of them is not enough.
    """
    totals = accumulate(
        ranked,
        lambda total, sentence: total.replace_part(sentence, estimate_rewrite(sentence, averages)),
        initial=whole,
    )
    return next((number for number, total in enumerate(totals) if is_reached(total)), None)
