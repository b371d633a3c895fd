"""Results as bytes, to send to another process or to keep in the cache, and back.

A packed result has two parts: the summary, which begins with the listing, and the details, which
begin with what a list with texts needs. All but the listing is JSON, with findings by column, so
that lists are printed without building a single finding. What the source itself holds is not kept:
the texts of findings, and the document's path.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from plainlint.core.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    RelatedLocation,
    Scope,
    Severity,
    SuppressedDiagnostic,
)
from plainlint.core.source import Location, RawFile, Source, Span
from plainlint.document.model import Document, FrontMatter, FrontMatterEntry, Problem, Value
from plainlint.document.readers import decode_file
from plainlint.engine.result import GradedResult, Result, unpack_grading
from plainlint.run.listing import format_listing
from plainlint.run.tally import Tally, count_findings

if TYPE_CHECKING:
    from plainlint.analysis.metrics.measures import Measures

# A look-up takes a third of the time of a call of the enumeration.
_SEVERITIES = {severity.value: severity for severity in Severity}
_SCOPES = {scope.value: scope for scope in Scope}
# How many columns a headline has, a listed finding, and a whole row.
_HEADLINE, LISTED, _COLUMNS = 6, 11, 18
# Between the parts of a text; neither JSON nor a listing has such a byte.
_BORDER = b"\0"


# The beginning of a finding: line and column from 1 on, severity, rule, message, group.
Headline: TypeAlias = tuple[int, int, Severity, str, str, int]
# The same with what its excerpt needs: help, the offsets of its start and end, and its place.
ListedFinding: TypeAlias = tuple[int, int, Severity, str, str, int, str, int, int, int, int]
# All of a finding but its text: a listed finding, then line and column of its end, related places
# (start, end, line, column), fix (title, edits, whether it is safe), values, scope, fingerprint.
FindingRow: TypeAlias = tuple[Any, ...]


class PackedResult(NamedTuple):
    """A graded result as two texts of JSON in UTF-8; the details may be left in the cache."""

    summary: bytes
    details: bytes | None


def pack(graded: GradedResult) -> PackedResult:
    """Pack a result that no filter has changed yet, without blocks and sentences."""
    result, grading = graded
    source, measures = result.document.source, result.measures
    rows = list(map(make_row, result.diagnostics))
    columns = list(map(list, zip(*rows, strict=True))) or [[]] * _COLUMNS
    tally = count_findings(result)
    head = (
        (source.problem, result.audience, result.language),
        (measures.counts, measures.scores, measures.scale),
        (grading.grades, grading.limits, grading.verdict, grading.ease),
        [
            (*key, count, tally.safe_fixes.get(key, 0), tally.unsafe_fixes.get(key, 0))
            for key, count in tally.findings.items()
        ],
        tally._replace(findings={}, safe_fixes={}, unsafe_fixes={}),
    )
    summary = (_dump(head), format_listing(rows).encode(), _dump(columns[:_HEADLINE]))
    rest = (
        source.problem_span,
        _pack_front_matter(result.document.front_matter),
        columns[LISTED:],
        [(make_row(hidden.diagnostic), hidden.reason) for hidden in result.suppressed],
    )
    listing = _dump(columns[_HEADLINE:LISTED])
    return PackedResult(_BORDER.join(summary), _BORDER.join((listing, _dump(rest))))


def _dump(parts: object) -> bytes:
    text = json.dumps(parts, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def _load(data: bytes) -> Any:
    return json.loads(data.decode("utf-8", "surrogatepass"))


def make_row(diagnostic: Diagnostic) -> FindingRow:
    """Return a finding as a row of plain values."""
    fix = diagnostic.fix
    return (
        diagnostic.start.line,
        diagnostic.start.column,
        diagnostic.severity,
        diagnostic.rule,
        diagnostic.message,
        diagnostic.group,
        diagnostic.help,
        *diagnostic.span,
        *diagnostic.place,
        diagnostic.end.line,
        diagnostic.end.column,
        [(*related.span, *related.start) for related in diagnostic.related],
        fix and (fix.title, fix.edits, fix.safe),
        diagnostic.values,
        diagnostic.scope,
        diagnostic.fingerprint,
    )


class UnpackedResult:
    """A packed result, parsed as far as it is asked for.

    Raises, from any attribute:
        ValueError, TypeError, KeyError, IndexError: it was not packed by `pack`.
    """

    def __init__(self, packed: PackedResult, file: RawFile) -> None:
        self._packed = packed
        self._file = file
        head, self._listing, self._columns = packed.summary.split(_BORDER)
        about, measures, grading, findings, tally = _load(head)
        self._problem, self.audience, self.language = about
        self._counts, self._scores, self._scale = measures
        self.tally = Tally(*tally)._replace(
            findings={(rule, severity): count for rule, severity, count, *_ in findings},
            safe_fixes={(rule, severity): safe for rule, severity, _, safe, _ in findings if safe},
            unsafe_fixes={
                (rule, severity): unsafe for rule, severity, *_, unsafe in findings if unsafe
            },
            stale=(),
        )
        self.grading = unpack_grading(*grading)

    @property
    def listing(self) -> str:
        """The findings as lines; see `format_listing`."""
        return self._listing.decode()

    def _iter_headlines(self) -> Iterator[Headline]:
        lines, columns, severities, *others = _load(self._columns)
        return zip(lines, columns, map(_SEVERITIES.__getitem__, severities), *others, strict=True)

    @cached_property
    def _details(self) -> tuple[bytes, bytes]:
        assert self._packed.details is not None, "the details were not asked for"
        listing, _, rest = self._packed.details.partition(_BORDER)
        return listing, rest

    def iter_listed(self) -> Iterator[ListedFinding]:
        """Return what a list shows of the findings with their texts."""
        listed: Iterator[ListedFinding] = (
            (*headline, *rest)
            for headline, *rest in zip(
                self._iter_headlines(), *_load(self._details[0]), strict=True
            )
        )
        return listed

    @cached_property
    def _rest(self) -> list[Any]:
        rest: list[Any] = _load(self._details[1])
        return rest

    def iter_rows(self) -> Iterator[FindingRow]:
        """Return all of the findings but their texts."""
        columns = self._rest[2]
        rows = zip(*columns, strict=True)
        return ((*listed, *row) for listed, row in zip(self.iter_listed(), rows, strict=True))

    @cached_property
    def measures(self) -> "Measures":
        """The counts and scores of the document, without sentences."""
        from plainlint.analysis.metrics.measures import Measures
        from plainlint.languages.base import GradeScale
        from plainlint.languages.counts import Counts

        scale = self._scale and GradeScale(tuple(self._scale[0]), *self._scale[1:])
        return Measures((), (), Counts(*self._counts), self._scores, (), scale)

    @cached_property
    def result(self) -> Result:
        """The result for the file, without blocks and sentences."""
        problem_span, head, _, suppressed = self._rest
        source = decode_file(self._file)
        if source.problem != self._problem:
            source = source._replace(problem=self._problem, problem_span=Span(*problem_span))
        return Result(
            document=Document(source, _unpack_front_matter(head), (), language=self.language),
            audience=self.audience,
            language=self.language,
            measures=self.measures,
            diagnostics=tuple(_unpack_row(row, source, self.audience) for row in self.iter_rows()),
            suppressed=tuple(
                SuppressedDiagnostic(_unpack_row(row, source, self.audience), reason)
                for row, reason in suppressed
            ),
        )


def _unpack_row(row: FindingRow, source: Source, audience: str) -> Diagnostic:
    line, column, severity, rule, message, group, advice, start, end, *rest = row
    first, last, end_line, end_column, related, fix, values, scope, fingerprint = rest
    # By position, as there are tens of thousands of them.
    return Diagnostic(
        source.path,
        rule,
        _SEVERITIES[severity],
        message,
        advice,
        Span(start, end),
        Location(line, column),
        Location(end_line, end_column),
        source.text[start:end],
        audience,
        tuple(_unpack_related(place, source.text) for place in related),
        fix and _unpack_fix(*fix),
        values,
        _SCOPES[scope],
        fingerprint,
        group,
        Span(first, last),
    )


def _unpack_related(place: tuple[int, int, int, int], text: str) -> RelatedLocation:
    start, end, line, column = place
    return RelatedLocation(Span(start, end), Location(line, column), text[start:end])


def _unpack_fix(title: str, edits: list[Any], safe: bool) -> Fix:  # noqa: FBT001
    return Fix(title, tuple(Edit(Span(*span), text) for span, text in edits), safe)


def _pack_front_matter(head: FrontMatter) -> tuple[Any, ...]:
    entries = [
        (entry.key, entry.value, entry.key_span, entry.value_span)
        for entry in head.entries.values()
    ]
    problems = [(problem.message, problem.span) for problem in head.problems]
    return entries, head.span, head.anchor, problems


def _unpack_front_matter(packed: list[Any]) -> FrontMatter:
    entries, span, anchor, problems = packed
    return FrontMatter(
        {
            key: FrontMatterEntry(key, _unpack_value(value), Span(*key_span), Span(*value_span))
            for key, value, key_span, value_span in entries
        },
        Span(*span),
        Span(*anchor),
        tuple(Problem(message, Span(*span)) for message, span in problems),
    )


def _unpack_value(value: Any) -> Value:
    """Return a value of the front matter, with its lists as tuples again."""
    if isinstance(value, list):
        return tuple(map(_unpack_value, value))
    if isinstance(value, Mapping):
        return {key: _unpack_value(item) for key, item in value.items()}
    assert value is None or isinstance(value, str)
    return value
