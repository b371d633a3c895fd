"""The index page: a plot of the grades by audience, totals and tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from plainlint.analysis.glossary.mentions import MentionState
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.entries import format_end
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.style import Style
from plainlint.run.comparison import Trend
from plainlint.run.tally import Tally, sum_tallies

_LEFT, _RIGHT = 110.0, 700.0
_LAST_GRADE = 20
# Width of a bin, in grades; the dots in a bin are stacked.
_BIN = 0.4
_DOT_STEP, _MAX_STACK = 7.0, 110.0
# Verdicts differ in shape as well as colour.
_SHAPES = {
    Verdict.ON_TARGET: "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    Verdict.ABOVE_TARGET: "m0-4l4 4l-4 4l-4-4z",
    Verdict.TOO_HARD: "m0-4l4 7h-8z",
    Verdict.NO_LIMIT: "m-3-3h6v6h-6z",
}


class Dot(NamedTuple):
    """One document: its page, its shape as an SVG path, its verdict (a CSS class), its tooltip."""

    page: str
    path: str
    verdict: str
    title: str


class Strip(NamedTuple):
    """One audience: base line, top, target and limit in SVG units, and its dots."""

    audience: str
    base: float
    top: float
    target: float | None
    most: float | None
    limits: str
    dots: tuple[Dot, ...]
    summary: str


class Plot(NamedTuple):
    """All strips, the height of the drawing, and the axis ticks as (x, grade)."""

    strips: tuple[Strip, ...]
    height: float
    ticks: tuple[tuple[float, str], ...]


def build_plot(summaries: Iterable[DocumentSummary]) -> Plot:
    """Build the plot of all documents that have a grade."""
    by_audience: dict[str, list[DocumentSummary]] = defaultdict(list)
    for summary in summaries:
        if summary.grading.verdict in _SHAPES:
            by_audience[summary.audience].append(summary)
    strips, base = [], 0.0
    for audience in AUDIENCES:
        if group := by_audience.get(audience):
            strips.append(_build_strip(audience, group, base))
            base = strips[-1].base
    ticks = tuple((_scale_grade(grade), str(grade)) for grade in range(0, _LAST_GRADE + 1, 2))
    return Plot(tuple(strips), base + 40, ticks)


def _scale_grade(grade: float) -> float:
    """Return the x coordinate of a grade."""
    clamped = min(max(grade, 0), _LAST_GRADE)
    return round(_LEFT + (_RIGHT - _LEFT) * clamped / _LAST_GRADE, 1)


def _build_strip(audience: str, summaries: list[DocumentSummary], top: float) -> Strip:
    stacks: dict[int, list[DocumentSummary]] = defaultdict(list)
    for summary in sorted(summaries, key=_get_plot_order):
        stacks[round(_get_lower_grade(summary.grading) / _BIN)].append(summary)
    tallest = max(map(len, stacks.values()))
    step = min(_DOT_STEP, _MAX_STACK / tallest)
    base = round(top + max(step * tallest, 16) + 34, 1)
    limits = summaries[0].grading.limits
    hard = sum(summary.grading.verdict is Verdict.TOO_HARD for summary in summaries)
    return Strip(
        audience=audience,
        base=base,
        top=top + 14,
        target=None if limits.target is None else _scale_grade(limits.target),
        most=None if limits.most is None else _scale_grade(limits.most),
        limits=summaries[0].grading.target_text,
        dots=tuple(
            _build_dot(summary, _scale_grade(number * _BIN), base - 6 - step * index)
            for number, stack in sorted(stacks.items())
            for index, summary in enumerate(stack)
        ),
        summary=f"{audience}: {len(summaries)} graded"
        + ("" if limits.most is None else f", {hard} above the limit of grade {limits.most:g}"),
    )


def _build_dot(summary: DocumentSummary, x: float, y: float) -> Dot:
    grading = summary.grading
    return Dot(
        summary.page,
        f"M{x} {y:.1f}{_SHAPES[grading.verdict]}",
        grading.verdict.value.replace(" ", "-"),
        f"{summary.title}: grade {grading.grade_text}, {grading.verdict.value}",
    )


def _get_plot_order(summary: DocumentSummary) -> tuple[float, str]:
    return _get_lower_grade(summary.grading), summary.path


def _get_lower_grade(grading: Grading) -> float:
    """Return the grade that decides the verdict."""
    return grading.grades[0] if grading.grades else 0.0


# The order of the index: what is furthest from its goal comes first.
_RANKED = (
    Verdict.UNREADABLE,
    Verdict.TOO_HARD,
    Verdict.ABOVE_TARGET,
    Verdict.NO_LIMIT,
    Verdict.TOO_SHORT,
    Verdict.NOT_SCORED,
    Verdict.ON_TARGET,
)
# A document is nearly there if so many sentences are left to rewrite, and no more than this part of
# all: work for one sitting.
FEW_SENTENCES, _SMALL_PART = 5, 1 / 3


def is_nearly_there(summary: DocumentSummary) -> bool:
    """Return whether few sentences are left to rewrite."""
    left, sentences = summary.to_rewrite or 0, summary.counts.sentences
    return 0 < left <= min(FEW_SENTENCES, _SMALL_PART * sentences)


def _get_work_order(summary: DocumentSummary) -> tuple[int, bool, int, str]:
    """Order by verdict, then by the fewest sentences to rewrite; those without an estimate last."""
    left = summary.to_rewrite
    return _RANKED.index(summary.grading.verdict), left is None, left or 0, summary.path


class Overview(NamedTuple):
    """All documents of a run, notes on it, and the difference from an earlier run.

    Attributes:
        entries: the documents, in the order of the run.
        notes: what was skipped or could not be opened.
        removed_paths: paths that only the earlier run had; None without an earlier run.
        repeats: how many entries only refer to an equal text.
    """

    entries: tuple[DocumentSummary, ...]
    notes: tuple[str, ...] = ()
    removed_paths: tuple[str, ...] | None = None
    repeats: int = 0

    def get_template_values(self) -> Mapping[str, Any]:
        """Return the values of the index template."""
        summaries = self.entries
        removed = self.removed_paths
        tally = sum_tallies(summary.tally for summary in summaries)._replace(repeats=self.repeats)
        return {
            "summaries": sorted(summaries, key=_get_work_order),
            "verdict_ranks": {verdict.value: rank for rank, verdict in enumerate(_RANKED)},
            "nearly_there": sum(is_nearly_there(summary) for summary in summaries),
            "few": FEW_SENTENCES,
            "is_nearly_there": is_nearly_there,
            "totals": self._count_totals(tally),
            "checked": format_end(tally, Style()),
            "trend_counts": [] if removed is None else self._count_trends(removed),
            "plot": build_plot(summaries),
            "audiences": [
                audience
                for audience in AUDIENCES
                if any(summary.audience == audience for summary in summaries)
            ],
            "verdicts": [
                verdict.value
                for verdict in Verdict
                if any(summary.grading.verdict is verdict for summary in summaries)
            ],
            "rules": sorted({rule for summary in summaries for rule in summary.rules}),
            "folders": sorted(
                {folder for summary in summaries for folder in _list_folders(summary)}
            ),
            "trends": [trend.value for trend in Trend],
            "by_rule": self._count_by_rule(tally),
            "unreadable": [summary for summary in summaries if summary.problem],
            "ungraded": [
                summary for summary in summaries if summary.grading.verdict is Verdict.TOO_SHORT
            ],
            "not_scored": [
                summary for summary in summaries if summary.grading.verdict is Verdict.NOT_SCORED
            ],
            "notes": self.notes,
            "removed_paths": removed or (),
        }

    def _count_totals(self, tally: Tally) -> Mapping[str, int]:
        summaries = self.entries
        by_severity = tally.count_by_severity()
        verdicts = Counter(summary.grading.verdict for summary in summaries)
        return {
            "too_hard": verdicts[Verdict.TOO_HARD],
            "errors": by_severity[Severity.ERROR],
            "warnings": by_severity[Severity.WARNING],
            "hard": sum(summary.hard for summary in summaries),
            "overdue": sum(summary.review.overdue for summary in summaries),
        }

    def _count_trends(self, removed: tuple[str, ...]) -> list[tuple[str, int]]:
        counts = Counter(summary.change.standing for summary in self.entries if summary.change)
        return [*((trend.value, counts[trend]) for trend in Trend), ("gone", len(removed))]

    def _count_by_rule(self, tally: Tally) -> list[tuple[str, Severity, int, int]]:
        """Return (rule, severity, findings, documents), worst and most frequent first."""
        documents = Counter(key for summary in self.entries for key in summary.tally.findings)
        return [(*row, documents[row[:2]]) for row in tally.count_by_rule()]


def _list_folders(summary: DocumentSummary) -> list[str]:
    """Return the folder of a document and its parent folders."""
    return [str(folder) for folder in PurePath(summary.path).parents if folder.name]


class TermRow(NamedTuple):
    """A term, its popup address, how often it is used, and its documents by state."""

    name: str
    url: str
    mentions: int
    neither: tuple[DocumentSummary, ...]
    explained: tuple[DocumentSummary, ...]
    linked: tuple[DocumentSummary, ...]

    @property
    def documents(self) -> int:
        """The number of documents that use the term."""
        return len(self.neither) + len(self.explained) + len(self.linked)


def build_term_rows(summaries: Iterable[DocumentSummary]) -> list[TermRow]:
    """Return the terms, those that most documents leave unexplained first."""
    states: dict[str, dict[MentionState, list[DocumentSummary]]] = defaultdict(
        lambda: defaultdict(list)
    )
    mentions: dict[str, int] = defaultdict(int)
    urls: dict[str, str] = {}
    for summary in summaries:
        for term in summary.terms:
            states[term.name][term.state].append(summary)
            mentions[term.name] += term.mentions
            urls[term.name] = term.url
    rows = [
        TermRow(
            name=name,
            url=urls[name],
            mentions=mentions[name],
            neither=tuple(documents[MentionState.NEITHER]),
            explained=(*documents[MentionState.EXPLAINED], *documents[MentionState.ON_A_PAGE]),
            linked=tuple(documents[MentionState.LINKED]),
        )
        for name, documents in states.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.neither), -row.mentions, row.name))
