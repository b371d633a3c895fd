"""Metrics by the names that rule pages use: our formulas, and all of textstat's."""

from collections.abc import Callable, Iterable

from plainlint.errors import PlainlintError
from plainlint.metrics.counts import Counts
from plainlint.metrics.formulas import FORMULAS, Formula
from plainlint.metrics.measures import Measures
from plainlint.metrics.oracle import textstat_metric
from plainlint.nearest import did_you_mean


def words_per_sentence(counts: Counts) -> float:
    """Mean words a sentence; nan without sentences."""
    return counts.words / counts.sentences if counts.sentences else float("nan")


_KNOWN = {**FORMULAS, "words_per_sentence": words_per_sentence}


def metric(name: str) -> Callable[[Measures], float]:
    """The metric that a rule page names: one of our formulas, or `textstat.` and a function.

    Raises:
        PlainlintError: there is no such metric; the message names the nearest.
    """
    if name.startswith("textstat."):
        return textstat_metric(name.removeprefix("textstat."))
    if name not in _KNOWN:
        raise PlainlintError(f"there is no metric {name!r}{did_you_mean(name, _KNOWN)}")
    formula = _KNOWN[name]
    return lambda measures: formula(measures.counts)


def formulas(names: Iterable[str]) -> list[Formula]:
    """Those of the metrics that are formulas of counts alone."""
    return [_KNOWN[name] for name in names if name in _KNOWN]
