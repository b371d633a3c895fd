"""A document's page: its verdict, its text, and a card for each place to work on."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from plainlint.document.model import Value
from plainlint.engine.result import Result
from plainlint.reporters.html.marks import escape_text
from plainlint.reporters.html.places import Place
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.verdict import Headline, Remark, gather_remarks, write_headline
from plainlint.reporters.scores import describe_usual_grade, iter_exclusions
from plainlint.reporters.work_items import WorkItems, describe_audience
from plainlint.rulebook.rule import Rule

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# The headline speaks for the rules with these roles.
_TOLD = ("grade", "wrong readers")
# How many places are listed first, for paper and for small screens.
_FIRST = 10


class Choice(NamedTuple):
    """A value of a filter: what is sent, what is shown, and how many places it has."""

    value: str
    label: str
    places: int


class FirstPlace(NamedTuple):
    """A place to work on first, with the HTML of its text."""

    place: Place
    text: Markup


class DocumentView(NamedTuple):
    """The content of one document's page.

    Attributes:
        language: the language of its text; empty unless it is a language tag.
        readers: who it is for, in words.
        remarks: what rules say about the whole document.
        places: the places to work on, in text order.
        first: those to work on first, the first one first.
        shown, kinds: the values of the two filters.
        legend: the names of the marks that its text has.
        usual_grade: what other calculators show, or empty.
        metadata: the front matter as (key, value).
    """

    summary: DocumentSummary
    language: str
    readers: str
    headline: Headline
    remarks: tuple[Remark, ...]
    places: tuple[Place, ...]
    first: tuple[FirstPlace, ...]
    shown: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    text: Markup
    legend: frozenset[str]
    usual_grade: str
    scores: tuple[tuple[str, float], ...]
    metadata: tuple[tuple[str, str], ...]
    exclusions: tuple[tuple[int, str, str], ...]


def build_document_view(
    result: Result,
    summary: DocumentSummary,
    items: WorkItems,
    places: tuple[Place, ...],
    rules: Mapping[str, Rule],
    text: Markup,
) -> DocumentView:
    """Build the page of a result.

    Args:
        items: its work items.
        places: those in its text, as places.
        rules: the rules of the run by id.
        text: the HTML of its text.
    """
    return DocumentView(
        summary=summary,
        language=result.language if _LANGUAGE_TAG.fullmatch(result.language) else "",
        readers=describe_audience(summary.audience),
        headline=write_headline(summary, len(places)),
        remarks=gather_remarks(items.all, rules, _TOLD),
        places=places,
        first=tuple(_choose_first(result, places)),
        shown=tuple(_iter_weights(places)),
        kinds=tuple(_iter_kinds(places)),
        text=text,
        legend=frozenset(_iter_legend(places, text)),
        usual_grade=describe_usual_grade(result),
        scores=tuple(result.measures.scores.items()),
        metadata=tuple(
            (entry.key, format_value(entry.value))
            for entry in result.document.front_matter.entries.values()
        ),
        exclusions=tuple(iter_exclusions(result.document)),
    )


def format_value(value: Value) -> str:
    """Format a front-matter value on one line."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return ", ".join(map(format_value, value))
    return ", ".join(f"{key}: {format_value(item)}" for key, item in value.items())


def _choose_first(result: Result, places: Sequence[Place]) -> Iterator[FirstPlace]:
    """Yield the places to work on first, in the order of their ranks."""
    ranked = sorted((place for place in places if place.rank), key=lambda place: place.rank)
    for place in ranked[:_FIRST]:
        item = place.card.item
        assert item.block is not None
        text = result.document.blocks[item.block].text[item.start : item.end]
        yield FirstPlace(place, escape_text(" ".join(text.split())))


def _iter_weights(places: Sequence[Place]) -> Iterator[Choice]:
    """Yield all places, then those to rewrite, then those of each weight."""
    yield Choice("", "All", len(places))
    if rewrites := sum(place.is_rewrite for place in places):
        yield Choice("rewrite", "To rewrite", rewrites)
    counts = Counter(place.severity for place in places)
    for severity, label in (
        ("error", "Must fix"),
        ("warning", "Should fix"),
        ("info", "Could fix"),
    ):
        yield Choice(severity, label, counts[severity])


def _iter_kinds(places: Sequence[Place]) -> Iterator[Choice]:
    """Yield the rules with findings in these places, by title."""
    reasons = {(reason.title, reason.rule) for place in places for reason in place.card.reasons}
    counts = Counter(rule for place in places for rule in place.card.item.rules)
    for title, rule in sorted(reasons):
        yield Choice(rule, title, counts[rule])


def _iter_legend(places: Sequence[Place], text: Markup) -> Iterator[str]:
    """Yield the names of the marks that there are, so that nothing else is explained."""
    for place in places:
        yield f"l{place.level}"
        for step in place.card.steps:
            if step.span.start < step.span.end:
                yield "cut" if step.divides else "box"
    if 'class="out"' in text:
        yield "out"
