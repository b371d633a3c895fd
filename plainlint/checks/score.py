"""The check score: readability scores, or formulas over counts, against a limit."""

from collections.abc import Iterator
from math import isnan
from typing import NamedTuple

from plainlint.analysis.metrics.measures import Measures, compute_measures, count_needed_rewrites
from plainlint.analysis.metrics.registry import Metric, can_compute, get_metric, select_formulas
from plainlint.checks import Hit, check
from plainlint.checks.pattern import Granularity, group_blocks
from plainlint.core.audiences import Audiences, Limits
from plainlint.core.source import Span
from plainlint.document.model import Document
from plainlint.languages.base import Language, RewriteAverages, get_language


class _ScoredPart(NamedTuple):
    """A part of a document: the span to report, and its measures."""

    span: Span
    measures: Measures


@check
def score(
    document: Document,
    limits: Limits,
    measures: Measures,
    audiences: Audiences,
    language: str,
    *,
    metrics: list[Metric],
    per: Granularity = "document",
    fewest_words: int = 0,
    sentences_named: int = 20,
) -> Iterator[Hit]:
    """Report a document, or a part of it, if all of its metrics are past the limit.

    A metric is one of `flesch_kincaid`, `smog`, `flesch_reading_ease`, `gunning_fog`,
    `coleman_liau`, `ari`, `dale_chall` and `words_per_sentence`, or `textstat.` and a function of
    textstat. Or it is a formula over these and the counts `sentences`, `words`, `syllables`,
    `polysyllables`, `letters`, `difficult` and `complex`, with `+ - * / **`, brackets, `sqrt`,
    `log`, `exp`, `abs`, `min` and `max`.

    These formulas are for English. A metric with a formula is computed for documents in its
    language only.

    The message may name the sentences to rewrite in plain words to reach the limit; those that
    help most come first. How much rewriting helps is an estimate.

    Args:
        metrics: the metrics.
        per: what is scored: the `document`, each `section` from heading to heading, or each
            `paragraph`, which here is any block of text.
        fewest_words: texts with fewer words are not scored.
        sentences_named: the maximum number of these sentences to name.

    Message:
        low: the lowest of the metrics.
        high: the highest of the metrics.
        limit: the limit that is passed.
        words: how many words were counted.
        sentences: how many sentences were counted.
        lines: the lines of the sentences to rewrite.
        needed: how many sentences to rewrite.

    Example:
        metrics: ["100 * polysyllables / words"]
        per: section
        limits:
          most: {general: 20}
        ---
        # Clean hands

        Wash your hands with soap.

        ## «Medication»

        Immunosuppressive medication necessitates hospitalisation.
    """
    known = get_language(language)
    metrics = [name for name in metrics if can_compute(name, known)]
    head = document.front_matter.get_span(audiences.key)
    for part in _iter_parts(document, measures, per, head, known):
        if (
            metrics
            and part.measures.counts.sentences
            and part.measures.counts.words >= fewest_words
        ):
            yield from _score_part(document, part, limits, metrics, sentences_named, known)


def _iter_parts(
    document: Document, measures: Measures, per: Granularity, head: Span, language: Language
) -> Iterator[_ScoredPart]:
    if per == "document":
        yield _ScoredPart(head, measures)
        return
    first = 0
    for blocks in group_blocks(document, per):
        sentences = tuple(sentence for block in blocks for sentence in block.sentences)
        counts = measures.sentence_counts[first : first + len(sentences)]
        first += len(sentences)
        yield _ScoredPart(blocks[0].span, compute_measures(sentences, counts, language))


def _score_part(
    document: Document,
    part: _ScoredPart,
    limits: Limits,
    metrics: list[Metric],
    sentences_named: int,
    language: Language,
) -> Iterator[Hit]:
    measures = part.measures
    # What is shown is what is compared: "grade 8.0" never passes a limit of 8.
    values = [round(value, 1) for name in metrics if not isnan(value := get_metric(name)(measures))]
    kindest = max if limits.least is not None else min
    if values and (breach := limits.find_exceeded_limit(kindest(values))):
        tier = "most" if limits.least is None else "least"
        needed = _count_sentences_to_rewrite(
            measures, Limits(**{tier: breach.limit}), metrics, language.rewrite
        )
        helpful = measures.find_hardest(len(measures.by_weight) if needed is None else needed)
        named = tuple(sentence.span for sentence in helpful[:sentences_named])
        message_values = {
            "low": min(values),
            "high": max(values),
            "limit": breach.limit,
            "words": measures.counts.words,
            "sentences": measures.counts.sentences,
            "lines": _format_lines(document, named, len(helpful) - len(named)),
            "needed": "as many as you can" if needed is None else str(needed),
        }
        yield Hit(part.span, message_values, breach.severity, named)


def _count_sentences_to_rewrite(
    measures: Measures, goal: Limits, metrics: list[Metric], averages: RewriteAverages
) -> int | None:
    """Return how many sentences to rewrite to meet the goal; None if there is no estimate."""
    formulas = select_formulas(metrics)
    kindest = min if goal.least is None else max
    ranked = [measures.sentence_counts[index] for index in measures.by_weight]
    if len(formulas) < len(metrics):
        return None
    return count_needed_rewrites(
        measures.counts,
        ranked,
        averages,
        lambda counts: not goal.find_exceeded_limit(kindest(f(counts) for f in formulas)),
    )


def _format_lines(document: Document, spans: tuple[Span, ...], others: int) -> str:
    """Return the distinct lines of the spans, in order, and how many sentences are not named."""
    lines = dict.fromkeys(document.source.locate(span.start).line for span in spans)
    return ", ".join(map(str, lines)) + (f" (and {others} more)" if others else "")
