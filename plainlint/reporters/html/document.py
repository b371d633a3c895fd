"""A document's page: its summary, the list of what to work on, and its text."""

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import NamedTuple

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention
from plainlint.analysis.metrics.counts import count_word
from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.document.model import WORD, Block, Value
from plainlint.engine.result import Result
from plainlint.reporters.entries import count_entries
from plainlint.reporters.html.marks import Mark, escape_text, render_marks
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.text import mark_findings, render_text
from plainlint.reporters.scores import describe_usual_grade, iter_exclusions
from plainlint.reporters.work_items import WorkItem, WorkItems, describe_verdict

# Characters shown of a block, and how many of them come before its first finding.
_EXCERPT, _LEAD = 320, 80
# Characters shown of a sentence in a list of links.
_LINK_LENGTH = 70
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


class MetadataRow(NamedTuple):
    """One row of the metadata table: key, value (empty if missing) and problems."""

    key: str
    value: str
    problems: tuple[str, ...]


class SentenceLink(NamedTuple):
    """A sentence to rewrite: the number of its work item or 0, its line, and its first words."""

    number: int
    line: int
    words: str


class WorkItemView(NamedTuple):
    """A work item as the list shows it.

    Attributes:
        item: the work item.
        text: the HTML of its text.
        unit: the kind of text, such as "sentence".
        related: the sentences that its findings refer to, the most important first.
    """

    item: WorkItem
    text: Markup
    unit: str
    related: tuple[SentenceLink, ...] = ()


class DocumentView(NamedTuple):
    """The content of one document's page.

    Attributes:
        language: the language of its text; empty unless it is a language tag.
        counted: how many entries and findings there are, or empty.
        usual_grade: what other calculators show, or empty.
    """

    summary: DocumentSummary
    language: str
    verdict: str
    counted: str
    usual_grade: str
    scores: tuple[tuple[str, float], ...]
    metadata: tuple[MetadataRow, ...]
    work_items: tuple[WorkItemView, ...]
    text: Markup
    exclusions: tuple[tuple[int, str, str], ...]


def build_document_view(
    result: Result,
    summary: DocumentSummary,
    items: WorkItems,
    mentions: tuple[Mention, ...],
    prefix: str,
) -> DocumentView:
    """Build the page of a result; every id in its text starts with `prefix`."""
    sentences = _link_sentences(result, items)
    return DocumentView(
        summary=summary,
        language=result.language if _LANGUAGE_TAG.fullmatch(result.language) else "",
        verdict=describe_verdict(summary.grading, summary.audience, summary.hard, summary.language),
        counted=count_entries(summary.tally) if summary.tally.touched else "",
        usual_grade=describe_usual_grade(result),
        scores=tuple(result.measures.scores.items()),
        metadata=tuple(_iter_metadata(result)),
        work_items=tuple(_build_work_item_view(result, item, sentences) for item in items.all),
        text=render_text(result.document, items.all, mentions, prefix),
        exclusions=tuple(iter_exclusions(result.document)),
    )


def _iter_metadata(result: Result) -> Iterator[MetadataRow]:
    """Yield the entries of the front matter, then the findings about missing ones."""
    findings = [finding for finding in result.diagnostics if finding.rule.startswith("metadata/")]
    listed: list[Diagnostic] = []
    head = result.document.front_matter
    for entry in head.entries.values():
        start, end = entry.key_span.start, entry.value_span.end
        if head.is_inherited(entry.key):
            end = start
        in_entry = [finding for finding in findings if start <= finding.span.start < end]
        listed += in_entry
        problems = tuple(finding.message for finding in in_entry)
        yield MetadataRow(entry.key, format_value(entry.value), problems)
    for finding in findings:
        if finding not in listed:
            key = finding.rule.partition("/")[2].replace("-", " ")
            yield MetadataRow(key, "", (finding.message,))


def format_value(value: Value) -> str:
    """Format a front-matter value on one line."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return ", ".join(map(format_value, value))
    return ", ".join(f"{key}: {format_value(item)}" for key, item in value.items())


def _link_sentences(result: Result, items: WorkItems) -> Mapping[int, SentenceLink]:
    """Return links to the sentences that findings refer to, by their offsets in the source."""
    findings = (finding for item in items.all if item.block is None for finding in item.findings)
    wanted = {place.span.start for finding in findings for place in finding.related}
    numbers = {(item.block, item.start): item.number for item in items.all if item.hardness}
    return {
        sentence.span.start: SentenceLink(
            numbers.get((index, sentence.start), 0),
            result.document.source.locate(sentence.span.start).line,
            shorten(sentence.text, _LINK_LENGTH, placeholder="…"),
        )
        for index, block in enumerate(result.document.blocks)
        for sentence in block.sentences
        if sentence.span.start in wanted
    }


def _build_work_item_view(
    result: Result, item: WorkItem, sentences: Mapping[int, SentenceLink]
) -> WorkItemView:
    if item.block is None:
        starts = [place.span.start for finding in item.findings for place in finding.related]
        related = [sentences[start] for start in dict.fromkeys(starts) if start in sentences]
        worst = item.findings[0]
        # A score has no text of its own: it is only shown at the key that names the readers.
        text = escape_text("" if worst.scope is Scope.SCORE else worst.text)
        return WorkItemView(item, text, "whole document", tuple(related))
    block = result.document.blocks[item.block]
    marks = [*mark_findings(item, block)]
    if item.hardness:
        marks += _mark_long_words(block, item)
        html = render_marks(block.text, marks, item.start, item.end)
        return WorkItemView(item, html, "sentence")
    first = min((mark.start for mark in marks), default=0)
    start = max(first - _LEAD, 0) if len(block.text) > _EXCERPT else 0
    end = min(start + _EXCERPT, len(block.text))
    html = render_marks(block.text, marks, start, end) or escape_text(
        item.findings[0].text[:_EXCERPT]
    )
    before, after = "… " * (start > 0), " …" * (end < len(block.text))
    return WorkItemView(item, escape_text(before) + html + after, block.kind.value)


def _mark_long_words(block: Block, item: WorkItem) -> Iterator[Mark]:
    for match in WORD.finditer(block.text, item.start, item.end):
        if count_word(match.group()).complex:
            yield Mark(*match.span(), "span", ' class="w"')
