"""score: a document's readability scores against a limit."""

from collections.abc import Iterator

from plainlint.audiences import Audiences
from plainlint.checks import Hit
from plainlint.limits import Limits
from plainlint.metrics.measures import Measures
from plainlint.metrics.named import metric
from plainlint.model import Document


def score(
    document: Document,
    limits: Limits,
    measures: Measures,
    audiences: Audiences,
    metrics: list[str],
    fewest_words: int = 0,
    sentences_named: int = 5,
) -> Iterator[Hit]:
    """The document, if even the kindest of the metrics is past the limit.

    Args:
        metrics: names of formulas, or `textstat.` and a function of textstat.
        fewest_words: shorter texts are not judged.
        sentences_named: how many sentences to name, those first that raise the score most.
    """
    if not (metrics and measures.counts.sentences) or measures.counts.words < fewest_words:
        return
    values = [metric(name)(measures) for name in metrics]
    kindest = max(values) if limits.least is not None else min(values)
    if breach := limits.breach(kindest):
        worst = tuple(sentence.span for sentence in measures.hardest(sentences_named))
        span = document.front_matter.span_of(audiences.key)
        numbers = {"low": min(values), "high": max(values), "limit": breach.limit}
        lines = ", ".join(str(document.source.locate(each.start).line) for each in worst)
        facts = {"words": measures.counts.words, "sentences": measures.counts.sentences}
        yield Hit(span, {**numbers, **facts, "lines": lines}, breach.severity, worst)
