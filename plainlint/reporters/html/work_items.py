"""Places: where the findings of a document stand, gathered by the sentence or block they are in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Span
from plainlint.document.model import Block, Sentence
from plainlint.engine.result import Grading, Result, Verdict
from plainlint.reporters.html.sentence_level import Hardness, rate_hardness

_READERS = {
    "patient": "patients",
    "caregiver": "people who care for a patient",
    "general": "the public",
    "technical": "people who work in health care",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENDINGS = {
    Verdict.ON_TARGET: "That is right for them.",
    Verdict.ABOVE_TARGET: "That is within the limit, but above what you should aim at.",
    Verdict.NO_LIMIT: "There is no limit on the grade for them.",
}


def describe_audience(audience: str) -> str:
    """Who an audience is, in words."""
    return _READERS.get(audience, audience)


def describe_verdict(grading: Grading, audience: str, hard: int) -> str:
    """The verdict on a document as a writer understands it; `hard` is its hard sentences."""
    if grading.verdict is Verdict.UNREADABLE:
        return "This file could not be read."
    if grading.verdict is Verdict.TOO_SHORT or grading.grades is None:
        return "There is too little text here to give it a grade."
    who = describe_audience(audience)
    follow = f"; {who} follow grade {_format_limits(grading)}" if grading.target_text != "-" else ""
    written = f"Written at about grade {round(grading.grades[0])} for {who}."
    if follow:
        written = f"Written at about grade {round(grading.grades[0])}{follow}."
    return f"{written} {_ENDINGS.get(grading.verdict) or _point_to_hard_sentences(hard)}"


def _format_limits(grading: Grading) -> str:
    target, most = grading.limits.target, grading.limits.most
    if target is not None and most is not None:
        return f"{target:g} to {most:g}"
    return f"{target or most:g} at most"


def _point_to_hard_sentences(hard: int) -> str:
    if hard < 1:
        return "The places below show where to start."
    shown = min(hard, len(_NUMBERS) - 1)
    if shown == 1:
        return "The first sentence below does most of the harm."
    return f"The first {_NUMBERS[shown]} sentences below do most of the harm."


# A sentence this hard is listed even where no rule has a word to say about it.
_LISTED_LEVEL = 2


class WorkItem(NamedTuple):
    """A stretch of the document that has findings, or is hard: what a writer works on at once.

    Attributes:
        number: from 1 on, in the order in which it is best worked on; it is the place's name.
        line: where it begins.
        findings: what is wrong with it.
        block: the index of its block; None for the document as a whole.
        start, end: its visible range in the block's prose.
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
    """The places of one document, in the order of their numbers, and its hard sentences."""

    all: tuple[WorkItem, ...]
    hard: int


def gather_work_items(result: Result, limits: Limits) -> WorkItems:
    """The places of a result: sentences hardest first, the others, the whole document's.

    The limits are those for the difficulty of a sentence.
    """
    whole, inside = _group_findings(result)
    sentences, rest, hard = [], [], 0
    for block, line, sentence in _iter_sentences(result):
        start, end = sentence.start, sentence.end
        found = tuple(inside.pop((block, start), ()))
        how_hard = rate_hardness(sentence, result.language, limits, found)
        hard += how_hard.level > 0
        if found or how_hard.level >= _LISTED_LEVEL:
            sentences.append(WorkItem(0, line, found, block, start, end, how_hard))
    sentences.sort(key=lambda each: -each.hardness.value if each.hardness else 0)
    for (block, _), others in sorted(inside.items()):
        length = len(result.document.blocks[block].text)
        rest.append(WorkItem(0, others[0].start.line, tuple(others), block, 0, length))
    ordered = [*sentences, *rest, *(WorkItem(0, each.start.line, (each,)) for each in whole)]
    return WorkItems(tuple(_number_work_items(ordered)), hard)


def _number_work_items(ordered: list[WorkItem]) -> Iterator[WorkItem]:
    for number, each in enumerate(ordered, 1):
        yield WorkItem(
            number, each.line, each.findings, each.block, each.start, each.end, each.hardness
        )


def _iter_sentences(result: Result) -> Iterator[tuple[int, int, Sentence]]:
    """(block, line, sentence) of each scored sentence."""
    locate = result.document.source.locate
    for index, block in enumerate(result.document.blocks):
        for sentence in block.sentences:
            yield index, locate(sentence.span.start).line, sentence


def _group_findings(
    result: Result,
) -> tuple[list[Diagnostic], dict[tuple[int, int], list[Diagnostic]]]:
    """Findings on the whole document, and the others by block and start of the sentence (or -1)."""
    whole: list[Diagnostic] = []
    inside: dict[tuple[int, int], list[Diagnostic]] = defaultdict(list)
    document = result.document
    starts = [block.span.start for block in document.blocks]
    head = document.front_matter
    for each in result.diagnostics:
        index = bisect_right(starts, each.span.start) - 1
        start, end = each.span
        if index < 0 or start < head.span.end or each.span == head.anchor or start == end:
            whole.append(each)
            continue
        sentence = _find_sentence(document.blocks[index], each.span)
        inside[index, sentence.start if sentence else -1].append(each)
    return whole, inside


def _find_sentence(block: Block, span: Span) -> Sentence | None:
    """The sentence of a block that holds a span; None if none holds it wholly."""
    start, end = block.prose.get_visible_range(span)
    index = bisect_right(block.sentences, start, key=lambda each: each.start) - 1
    if index < 0 or end > block.sentences[index].end:
        return None
    return block.sentences[index]
