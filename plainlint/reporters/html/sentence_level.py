"""Hardness: how much one sentence asks of its readers, and what makes it hard."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.text import pluralise
from plainlint.document.model import Sentence

# What one finding of a category is about.
_NOUNS = {"jargon": "term to explain", "plain-language": "word to replace"}
# How many parts of the difficulty are named, and the share of it that is worth naming.
_PARTS, _WORTH_NAMING = 3, 0.15


class Hardness(NamedTuple):
    """How hard a sentence is.

    Attributes:
        value: its difficulty, from 0 to 100.
        level: 0 for a sentence that its readers follow, up to 3.
        reasons: what makes it hard, in words.
    """

    value: float
    level: int
    reasons: tuple[str, ...]


def rate_hardness(
    sentence: Sentence, language: str, limits: Limits, findings: Sequence[Diagnostic] = ()
) -> Hardness:
    """The hardness of a sentence for readers with these limits of difficulty.

    It is hard above the target, hardest above what is allowed at most, and harder half way. Where
    there is no limit, only a finding of a readability rule makes a sentence hard.
    """
    difficulty = sentence_difficulty(sentence.text, language)
    if limits.target is None or limits.most is None:
        level = int(any(each.rule.startswith("readability/") for each in findings))
    else:
        steps = (limits.target, (limits.target + limits.most) / 2, limits.most)
        level = sum(difficulty.value > step for step in steps)
    words = pluralise(len(sentence.tokens), "word")
    parts = _iter_heaviest_parts(difficulty.parts) if level else ()
    return Hardness(difficulty.value, level, (words, *parts, *_iter_tasks(findings)))


def _iter_heaviest_parts(parts: Mapping[str, float]) -> Iterator[str]:
    """The parts that weigh most, the heaviest first; the words are counted already."""
    whole = sum(parts.values())
    for name in sorted(parts, key=lambda name: -parts[name])[:_PARTS]:
        if name != "length" and parts[name] > _WORTH_NAMING * whole:
            yield name


def _iter_tasks(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """How many words there are to explain and to replace."""
    of_room = Counter(each.rule.partition("/")[0] for each in findings)
    for room, noun in _NOUNS.items():
        if of_room[room]:
            yield pluralise(of_room[room], noun)
