"""Packing: a result and its grading as one short text, to send to a process or to keep in a cache.

What the source itself tells is left out: the texts of findings, their lines and columns.
"""

import json
from collections.abc import Mapping
from typing import Any

from plainlint.analysis.metrics.counts import Counts
from plainlint.analysis.metrics.measures import Measures
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    RelatedLocation,
    Scope,
    Severity,
    SuppressedDiagnostic,
)
from plainlint.core.source import Source, Span
from plainlint.document.model import Document, FrontMatter, FrontMatterEntry, Problem, Value
from plainlint.engine.result import Grading, Result, Verdict

# Looking a value up here takes a third of the time of asking the enumeration.
_SEVERITIES = {each.value: each for each in Severity}
_SCOPES = {each.value: each for each in Scope}


def pack(result: Result, grading: Grading) -> str:
    """The summary of a result that no filter has seen yet, and its grading, as JSON."""
    source, measures = result.document.source, result.measures
    parts = (
        (source.problem, source.problem_span),
        (result.audience, result.language),
        _packed_head(result.document.front_matter),
        (measures.counts, measures.scores),
        [_packed(each) for each in result.diagnostics],
        [(_packed(each.diagnostic), each.reason) for each in result.suppressed],
        (grading.grades, grading.limits, grading.verdict),
    )
    return json.dumps(parts, separators=(",", ":"))


def unpack(packed: str, source: Source) -> tuple[Result, Grading]:
    """What was packed, for a source of the same text; its path may be another.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it was not packed by `pack`.
    """
    (problem, place), (audience, language), head, (counts, scores), *found, graded = json.loads(
        packed
    )
    if problem != source.problem:
        source = Source(source.text, source.path, problem, Span(*place))
    told, suppressed = found
    measures = Measures((), (), Counts(*counts), scores, ())
    result = Result(
        Document(source, _head(head), ()),
        audience,
        language,
        measures,
        tuple(_diagnostic(each, source, audience) for each in told),
        tuple(
            SuppressedDiagnostic(_diagnostic(each, source, audience), reason)
            for each, reason in suppressed
        ),
    )
    grades, limits, verdict = graded
    return result, Grading(tuple(grades) if grades else None, Limits(*limits), Verdict(verdict))


def _packed(each: Diagnostic) -> tuple[Any, ...]:
    return (
        each.rule,
        each.severity,
        each.message,
        each.help,
        each.span,
        [related.span for related in each.related],
        each.fix and (each.fix.title, each.fix.edits, each.fix.safe),
        each.values,
        each.scope,
        each.fingerprint,
    )


def _diagnostic(packed: list[Any], source: Source, audience: str) -> Diagnostic:
    rule, severity, message, advice, place, related, fix, values, scope, fingerprint = packed
    span = Span(*place)
    return Diagnostic(
        source.path,
        rule,
        _SEVERITIES[severity],
        message,
        advice,
        span,
        source.locate(span.start),
        source.locate(span.end),
        source.slice(span),
        audience,
        tuple(_related(Span(*each), source) for each in related),
        fix and _fix(*fix),
        values,
        _SCOPES[scope],
        fingerprint,
    )


def _related(span: Span, source: Source) -> RelatedLocation:
    return RelatedLocation(span, source.locate(span.start), source.slice(span))


def _fix(title: str, edits: list[Any], safe: bool) -> Fix:  # noqa: FBT001
    return Fix(title, tuple(Edit(Span(*span), text) for span, text in edits), safe)


def _packed_head(head: FrontMatter) -> tuple[Any, ...]:
    entries = [(e.key, e.value, e.key_span, e.value_span) for e in head.entries.values()]
    return entries, head.span, head.anchor, [(each.message, each.span) for each in head.problems]


def _head(packed: list[Any]) -> FrontMatter:
    entries, span, anchor, problems = packed
    return FrontMatter(
        {
            key: FrontMatterEntry(key, _value(value), Span(*at), Span(*to))
            for key, value, at, to in entries
        },
        Span(*span),
        Span(*anchor),
        tuple(Problem(message, Span(*where)) for message, where in problems),
    )


def _value(value: Any) -> Value:
    """A value of the front matter, with its lists as tuples again."""
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, Mapping):
        return {key: _value(each) for key, each in value.items()}
    assert value is None or isinstance(value, str)
    return value
