"""Metrics by the names that rule pages use: our formulas, all of textstat's, and any arithmetic."""

from collections.abc import Callable, Iterable

from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.metrics.arithmetic import evaluate
from plainlint.metrics.counts import Counts
from plainlint.metrics.formulas import FORMULAS, Formula
from plainlint.metrics.measures import Measures
from plainlint.metrics.oracle import textstat_metric


class Metric(str):
    """A text that names a metric, for the annotations of checks."""

    __slots__ = ()


def words_per_sentence(counts: Counts) -> float:
    """Mean words a sentence; nan without sentences."""
    return counts.words / counts.sentences if counts.sentences else float("nan")


_KNOWN = {**FORMULAS, "words_per_sentence": words_per_sentence}


def metric(name: str) -> Callable[[Measures], float]:
    """The metric that a rule page names.

    It is one of our formulas, or `textstat.` and a function of textstat, or arithmetic over our
    counts and formulas, such as `100 * difficult / words` or `(smog + flesch_kincaid) / 2`.

    Raises:
        PlainlintError: there is no such metric; the message names the nearest.
    """
    if name.startswith("textstat."):
        return textstat_metric(name.removeprefix("textstat."))
    formula = _formula(name)
    return lambda measures: formula(measures.counts)


def formulas(names: Iterable[str]) -> list[Formula]:
    """Those of the metrics that are formulas of counts alone."""
    return [_formula(name) for name in names if not name.startswith("textstat.")]


def _formula(name: str) -> Formula:
    if name in _KNOWN:
        return _KNOWN[name]
    if name.isidentifier() and name not in Counts._fields:
        known = [*_KNOWN, *Counts._fields]
        raise PlainlintError(f"there is no metric {name!r}{did_you_mean(name, known)}")
    # What is wrong with it is said now, and not for each document.
    _arithmetic(name, Counts())
    return lambda counts: _arithmetic(name, counts)


def _arithmetic(formula: str, counts: Counts) -> float:
    values = counts._asdict() | {name: known(counts) for name, known in _KNOWN.items()}
    return evaluate(formula, values)
