"""Hardness: how much one sentence hurts its readers, and what makes it hard."""

from collections.abc import Iterable
from dataclasses import dataclass

from plainlint.diagnostics import Diagnostic
from plainlint.limits import Limits
from plainlint.metrics.counts import Counts
from plainlint.metrics.formulas import flesch_kincaid

# Grades above the limit from which on a sentence is hard, harder, and hardest.
_STEPS = (0, 5, 10)
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Hardness:
    """How hard a sentence is.

    Attributes:
        value: to sort by; the higher, the more harm.
        level: 0 for a sentence that its readers follow, up to 3.
        reasons: what makes it hard, in words.
    """

    value: float
    level: int
    reasons: tuple[str, ...]


def hardness(counts: Counts, limits: Limits, findings: Iterable[Diagnostic] = ()) -> Hardness:
    """The hardness of a sentence by its counts, for readers with these grade limits.

    The value is how far the sentence's own Flesch-Kincaid grade is above the limit, times its
    words: so much it adds to the document's grade. Where there is no limit, only a finding of a
    readability rule makes a sentence hard.
    """
    grade = flesch_kincaid(counts)
    value = counts.words * (grade - (limits.most or 0))
    if limits.most is None:
        level = int(any(each.rule.startswith("readability/") for each in findings))
    else:
        level = sum(grade > limits.most + step for step in _STEPS)
    if counts.words < _FEWEST_WORDS:
        level = min(level, 1)
    return Hardness(value, level, tuple(_reasons(counts)))


def _reasons(counts: Counts) -> Iterable[str]:
    yield f"{counts.words} word" + "s" * (counts.words != 1)
    if counts.complex:
        yield f"{counts.complex} long word" + "s" * (counts.complex != 1)
