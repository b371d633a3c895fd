"""A document's page: its head, its places with what to do, and its text."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention
from plainlint.analysis.metrics.counts import count_word
from plainlint.core.diagnostics import Diagnostic
from plainlint.document.model import WORD, Block, Value
from plainlint.engine.result import Result
from plainlint.reporters.html.marks import Mark, escape_text, render_marks
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.text import render_text
from plainlint.reporters.html.work_items import WorkItem, WorkItems, describe_verdict
from plainlint.reporters.scores import iter_exclusions

# Characters shown of a block that is not a sentence, and of them those before its first finding.
_EXCERPT, _LEAD = 320, 80
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class MetadataRow(NamedTuple):
    """One line of the metadata: key, value and what is wrong with it; an empty value is missing."""

    key: str
    value: str
    problems: tuple[str, ...]


class WorkItemView(NamedTuple):
    """A place as the list shows it, with the HTML of its text; `unit` is what kind of place.

    `others` are the numbers of the sentences that its findings speak of.
    """

    place: WorkItem
    text: Markup
    unit: str
    others: tuple[int, ...] = ()


class DocumentPage(NamedTuple):
    """All that the page of one document shows; `language` is empty if it is no language tag."""

    entry: DocumentSummary
    language: str
    verdict: str
    scores: tuple[tuple[str, float], ...]
    metadata: tuple[MetadataRow, ...]
    works: tuple[WorkItemView, ...]
    text: Markup
    exclusions: tuple[tuple[int, str, str], ...]


def build_document_page(
    result: Result,
    entry: DocumentSummary,
    found: WorkItems,
    mentions: tuple[Mention, ...],
    prefix: str,
) -> DocumentPage:
    """The page of a result; `prefix` goes before each id in its text."""
    numbers = _map_sentence_numbers(result, found)
    return DocumentPage(
        entry,
        result.language if _LANGUAGE_TAG.fullmatch(result.language) else "",
        describe_verdict(entry.grading, entry.audience, entry.hard),
        tuple(result.measures.scores.items()),
        tuple(_iter_metadata(result)),
        tuple(_build_work_item_view(result, place, numbers) for place in found.all),
        render_text(result.document, found.all, mentions, prefix),
        tuple(iter_exclusions(result.document)),
    )


def _iter_metadata(result: Result) -> Iterator[MetadataRow]:
    """What the front matter says, then what it lacks."""
    head = result.document.front_matter
    metadata = [each for each in result.diagnostics if each.rule.startswith("metadata/")]
    told: list[Diagnostic] = []
    for entry in head.entries.values():
        here = [d for d in metadata if entry.key_span.start <= d.span.start < entry.value_span.end]
        told += here
        yield MetadataRow(
            entry.key, format_value(entry.value), tuple(each.message for each in here)
        )
    for each in metadata:
        if each not in told:
            yield MetadataRow(each.rule.partition("/")[2].replace("-", " "), "", (each.message,))


def format_value(value: Value) -> str:
    """A front-matter value on one line."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return ", ".join(map(format_value, value))
    return ", ".join(f"{key}: {format_value(each)}" for key, each in value.items())


def _map_sentence_numbers(result: Result, found: WorkItems) -> Mapping[int, int]:
    """The number of each sentence that is a place, by where it starts in the source."""
    of_place = {(place.block, place.start): place.number for place in found.all if place.hardness}
    return {
        sentence.span.start: of_place[index, sentence.start]
        for index, block in enumerate(result.document.blocks)
        for sentence in block.sentences
        if (index, sentence.start) in of_place
    }


def _build_work_item_view(
    result: Result, place: WorkItem, numbers: Mapping[int, int]
) -> WorkItemView:
    if place.block is None:
        related = (each.span.start for finding in place.findings for each in finding.related)
        others = tuple(numbers[start] for start in related if start in numbers)
        return WorkItemView(place, escape_text(place.findings[0].text), "whole document", others)
    block = result.document.blocks[place.block]
    marks = [*_mark_findings(place, block)]
    if place.hardness:
        marks += _mark_long_words(block, place)
        return WorkItemView(
            place, render_marks(block.text, marks, place.start, place.end), "sentence"
        )
    first = min((mark.start for mark in marks), default=0)
    start = max(first - _LEAD, 0) if len(block.text) > _EXCERPT else 0
    end = min(start + _EXCERPT, len(block.text))
    shown = render_marks(block.text, marks, start, end) or escape_text(
        place.findings[0].text[:_EXCERPT]
    )
    before, after = "… " * (start > 0), " …" * (end < len(block.text))
    return WorkItemView(place, escape_text(before) + shown + after, block.kind.value)


def _mark_findings(place: WorkItem, block: Block) -> Iterator[Mark]:
    """The words that findings name; those on the whole place say nothing about a word."""
    for start, end in dict.fromkeys(
        block.prose.get_visible_range(each.span) for each in place.findings
    ):
        if place.start < start or end < place.end:
            yield Mark(start, end, "mark")


def _mark_long_words(block: Block, place: WorkItem) -> Iterator[Mark]:
    for match in WORD.finditer(block.text, place.start, place.end):
        if count_word(match.group()).complex:
            yield Mark(*match.span(), "span", ' class="w"')
