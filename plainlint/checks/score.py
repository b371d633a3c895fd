"""score: a document's readability scores against a limit."""

from collections.abc import Iterator

from plainlint.audiences import Audiences
from plainlint.checks import Hit
from plainlint.limits import Limits
from plainlint.metrics.measures import Measures
from plainlint.metrics.named import formulas, metric
from plainlint.metrics.simplified import sentences_to_simplify
from plainlint.model import Document
from plainlint.source import Span


def score(
    document: Document,
    limits: Limits,
    measures: Measures,
    audiences: Audiences,
    metrics: list[str],
    fewest_words: int = 0,
    sentences_named: int = 20,
) -> Iterator[Hit]:
    """The document, if even the kindest of the metrics is past the limit.

    Its message may name the sentences that bring the document under the limit once they are
    rewritten plainly, in the order in which that helps most. What rewriting does is estimated as
    `plainlint.metrics.simplified` says: a sentence keeps its words, but in short sentences with the
    syllables of plain ones, and the metrics are worked out anew.

    Args:
        metrics: names of formulas, or `textstat.` and a function of textstat.
        fewest_words: shorter texts are not judged.
        sentences_named: how many of these sentences to name at most, the first ones.

    Message:
        low: the lowest of the metrics.
        high: the highest of the metrics.
        limit: the limit that is passed.
        words: how many words were counted.
        sentences: how many sentences were counted.
        lines: the lines of the sentences to rewrite.
        needed: how many sentences to rewrite.
    """
    if not (metrics and measures.counts.sentences) or measures.counts.words < fewest_words:
        return
    values = [metric(name)(measures) for name in metrics]
    kindest = max(values) if limits.least is not None else min(values)
    if breach := limits.breach(kindest):
        tier = "most" if limits.least is None else "least"
        needed = _needed(measures, Limits(**{tier: breach.limit}), metrics)
        helpful = measures.hardest(len(measures.by_weight) if needed is None else needed)
        named = tuple(each.span for each in helpful[:sentences_named])
        shown = {
            "low": min(values),
            "high": max(values),
            "limit": breach.limit,
            "words": measures.counts.words,
            "sentences": measures.counts.sentences,
            "lines": _lines(document, named, len(helpful) - len(named)),
            "needed": "as many as you can" if needed is None else str(needed),
        }
        span = document.front_matter.span_of(audiences.key)
        yield Hit(span, shown, breach.severity, named)


def _needed(measures: Measures, goal: Limits, metrics: list[str]) -> int | None:
    """How many sentences to rewrite so that the goal is met; None if that can't be said."""
    known = formulas(metrics)
    kindest = min if goal.least is None else max
    ranked = [measures.sentence_counts[index] for index in measures.by_weight]
    if len(known) < len(metrics):
        return None
    return sentences_to_simplify(
        measures.counts, ranked, lambda now: not goal.breach(kindest(f(now) for f in known))
    )


def _lines(document: Document, spans: tuple[Span, ...], others: int) -> str:
    """The lines of the spans, each once, in their order, and how many sentences are not named."""
    lines = dict.fromkeys(document.source.locate(span.start).line for span in spans)
    return ", ".join(map(str, lines)) + (f" (and {others} more)" if others else "")
