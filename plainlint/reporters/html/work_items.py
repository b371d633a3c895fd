"""Work items: the findings of a document, grouped by sentence or block."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Span
from plainlint.core.text import pluralise
from plainlint.document.model import Block, Sentence
from plainlint.engine.result import Grading, Result, Verdict, format_verdict

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


_READERS = {
    "patient": "patients",
    "caregiver": "people who care for a patient",
    "general": "the public",
    "technical": "people who work in health care",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENDINGS = {
    Verdict.ON_TARGET: "That is right for them.",
    Verdict.ABOVE_TARGET: "That is within the limit, but above the target.",
    Verdict.NO_LIMIT: "There is no limit on the grade for them.",
}


def describe_audience(audience: str) -> str:
    """Return who the readers of an audience are, in words."""
    return _READERS.get(audience, audience)


def describe_verdict(grading: Grading, audience: str, hard: int, language: str = "en") -> str:
    """Describe the verdict on a document for its writer; `hard` is its number of hard sentences."""
    if grading.verdict is Verdict.UNREADABLE:
        return "This file could not be read."
    if grading.verdict is Verdict.NOT_SCORED:
        return (
            f"This document is {format_verdict(grading.verdict, language)}. Grades are for English."
        )
    if grading.verdict is Verdict.TOO_SHORT or grading.grades is None:
        return "This document has too little text for a grade."
    readers = describe_audience(audience)
    level = f"Written at about grade {round(grading.grades[0])}"
    if grading.target_text == "-":
        level += f" for {readers}."
    else:
        level += f"; {readers} can follow grade {_format_limits(grading)}."
    return f"{level} {_ENDINGS.get(grading.verdict) or _point_to_hard_sentences(hard)}"


def _format_limits(grading: Grading) -> str:
    target, most = grading.limits.target, grading.limits.most
    if target is not None and most is not None:
        return f"{target:g} to {most:g}"
    return f"{target or most:g} or lower"


def _point_to_hard_sentences(hard: int) -> str:
    if hard < 1:
        return "The list below shows where to start."
    number = min(hard, len(_NUMBERS) - 1)
    if number == 1:
        return "Start with the first sentence below. It is the hardest."
    return f"Start with the first {_NUMBERS[number]} sentences below. They are the hardest."


# A sentence this hard is listed even if it has no finding.
_LISTED_LEVEL = 2


class WorkItem(NamedTuple):
    """A sentence, block or document to work on, because it is hard or has findings.

    Attributes:
        number: its rank, from 1; also its name on the page.
        line: its first line.
        findings: the findings in it.
        block: the index of its block; None for the whole document.
        start, end: its range in the visible text of the block.
        hardness: how hard it is, if it is a sentence.
    """

    number: int
    line: int
    findings: tuple[Diagnostic, ...]
    block: int | None = None
    start: int = 0
    end: int = 0
    hardness: Hardness | None = None


class WorkItems(NamedTuple):
    """The work items of one document, by number, and how many hard sentences it has."""

    all: tuple[WorkItem, ...]
    hard: int


def gather_work_items(result: Result, limits: Limits) -> WorkItems:
    """Group the findings of a result: hardest sentences first, then blocks, then the document.

    `limits` are for the difficulty of a sentence.
    """
    on_document, by_place = _group_findings(result)
    sentences, blocks, hard = [], [], 0
    for block, line, sentence in _iter_sentences(result):
        findings = tuple(by_place.pop((block, sentence.start), ()))
        hardness = rate_hardness(sentence, result.language, limits, findings)
        hard += hardness.level > 0
        if findings or hardness.level >= _LISTED_LEVEL:
            item = WorkItem(
                number=0,
                line=line,
                findings=findings,
                block=block,
                start=sentence.start,
                end=sentence.end,
                hardness=hardness,
            )
            sentences.append((-hardness.value, item))
    sentences.sort(key=itemgetter(0))
    for (block, _), findings_in_block in sorted(by_place.items()):
        blocks.append(
            WorkItem(
                number=0,
                line=findings_in_block[0].start.line,
                findings=tuple(findings_in_block),
                block=block,
                end=len(result.document.blocks[block].text),
            )
        )
    ordered = [
        *(item for _, item in sentences),
        *blocks,
        *(WorkItem(0, finding.start.line, (finding,)) for finding in on_document),
    ]
    numbered = (item._replace(number=number) for number, item in enumerate(ordered, 1))
    return WorkItems(tuple(numbered), hard)


def _iter_sentences(result: Result) -> Iterator[tuple[int, int, Sentence]]:
    """Yield (block index, line, sentence) for each scored sentence."""
    locate = result.document.source.locate
    for index, block in enumerate(result.document.blocks):
        for sentence in block.sentences:
            yield index, locate(sentence.span.start).line, sentence


def _group_findings(
    result: Result,
) -> tuple[list[Diagnostic], dict[tuple[int, int], list[Diagnostic]]]:
    """Return findings on the document, and the others by block and sentence start (or -1)."""
    on_document: list[Diagnostic] = []
    by_place: dict[tuple[int, int], list[Diagnostic]] = defaultdict(list)
    document = result.document
    starts = [block.span.start for block in document.blocks]
    head = document.front_matter
    for finding in result.diagnostics:
        span = finding.span
        index = bisect_right(starts, span.start) - 1
        is_empty = span.start == span.end
        if index < 0 or span.start < head.span.end or span == head.anchor or is_empty:
            on_document.append(finding)
            continue
        sentence = _find_sentence(document.blocks[index], span)
        by_place[index, sentence.start if sentence else -1].append(finding)
    return on_document, by_place


def _find_sentence(block: Block, span: Span) -> Sentence | None:
    """Return the sentence of a block that contains a whole span, or None."""
    start, end = block.prose.get_visible_range(span)
    index = bisect_right(block.sentences, start, key=lambda sentence: sentence.start) - 1
    if index < 0 or end > block.sentences[index].end:
        return None
    return block.sentences[index]
