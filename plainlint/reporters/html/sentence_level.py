"""Sentence level: how hard a sentence is for its readers, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.text import pluralise
from plainlint.document.model import Sentence

# What a finding of a category asks the writer to do.
_NOUNS = {"jargon": "term to explain", "plain-language": "word to replace"}
# How many parts of the difficulty are named at most, and the smallest share worth naming.
_MAX_PARTS, _MIN_SHARE = 3, 0.15


class Hardness(NamedTuple):
    """How hard a sentence is.

    Attributes:
        value: difficulty, from 0 to 100.
        level: from 0 (readers can follow it) to 3 (hardest).
        reasons: what makes it hard, in words.
    """

    value: float
    level: int
    reasons: tuple[str, ...]


def rate_hardness(
    sentence: Sentence, language: str, limits: Limits, findings: Sequence[Diagnostic] = ()
) -> Hardness:
    """Rate a sentence for readers with these limits of difficulty.

    It is hard (1) above the target, harder (2) from half way to the maximum, and hardest (3) above
    the maximum. Without limits, a finding of a readability rule makes it hard.
    """
    difficulty = sentence_difficulty(sentence.text, language)
    if limits.target is None or limits.most is None:
        level = int(any(finding.rule.startswith("readability/") for finding in findings))
    else:
        steps = (limits.target, (limits.target + limits.most) / 2, limits.most)
        level = sum(difficulty.value > step for step in steps)
    words = pluralise(len(sentence.tokens), "word")
    parts = _iter_heaviest_parts(difficulty.parts) if level else ()
    return Hardness(difficulty.value, level, (words, *parts, *_iter_tasks(findings)))


def _iter_heaviest_parts(parts: Mapping[str, float]) -> Iterator[str]:
    """Yield the largest parts of the difficulty, except length, which is shown as a count."""
    total = sum(parts.values())
    for name in sorted(parts, key=lambda name: -parts[name])[:_MAX_PARTS]:
        if name != "length" and parts[name] > _MIN_SHARE * total:
            yield name


def _iter_tasks(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield how many words there are to explain and to replace."""
    counts = Counter(finding.rule.partition("/")[0] for finding in findings)
    for category, noun in _NOUNS.items():
        if counts[category]:
            yield pluralise(counts[category], noun)
