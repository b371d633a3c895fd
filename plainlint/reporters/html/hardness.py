"""Hardness: how much one sentence hurts its readers, and what makes it hard."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainlint.diagnostics import Diagnostic
from plainlint.limits import Limits
from plainlint.metrics.counts import Counts
from plainlint.metrics.formulas import flesch_kincaid
from plainlint.reporters.style import several

# Grades above the limit from which on a sentence is hard, harder, and hardest.
_STEPS = (0, 5, 10)
_FEWEST_WORDS = 6
# What one finding of a category is about.
_NOUNS = {"jargon": "term to explain", "plain-language": "word to replace"}


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


def hardness(counts: Counts, limits: Limits, findings: Sequence[Diagnostic] = ()) -> Hardness:
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
    return Hardness(value, level, tuple(_reasons(counts, findings)))


def _reasons(counts: Counts, findings: Sequence[Diagnostic]) -> Iterator[str]:
    """The sentence's length, then how much there is of what makes it hard."""
    yield several(counts.words, "word")
    if counts.complex:
        yield several(counts.complex, "long word")
    of_room = Counter(each.rule.partition("/")[0] for each in findings)
    for room, noun in _NOUNS.items():
        if of_room[room]:
            yield several(of_room[room], noun)
