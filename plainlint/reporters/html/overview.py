"""The plot: each document a dot by its grade, a strip for each audience, the limit a line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.run.comparison import Trend

_LEFT, _RIGHT = 110.0, 700.0
_LAST_GRADE = 20
# Dots this many grades apart stand side by side; nearer ones are piled up.
_BIN = 0.4
_DOT, _HIGHEST = 7.0, 110.0
# Shapes as well as colours tell the verdicts apart.
_SHAPES = {
    Verdict.ON_TARGET: "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    Verdict.ABOVE_TARGET: "m0-4l4 4l-4 4l-4-4z",
    Verdict.TOO_HARD: "m0-4l4 7h-8z",
    Verdict.NO_LIMIT: "m-3-3h6v6h-6z",
}


class Dot(NamedTuple):
    """One document: its shape as an SVG path, its verdict and what it is called."""

    path: str
    verdict: str
    title: str


class Strip(NamedTuple):
    """One audience: its base line, where target and limit stand, and the dots on it."""

    audience: str
    base: float
    top: float
    target: float | None
    most: float | None
    limits: str
    dots: tuple[Dot, ...]
    summary: str


class Plot(NamedTuple):
    """All strips, the height of the drawing, and the ticks of its axis (place, grade)."""

    strips: tuple[Strip, ...]
    height: float
    ticks: tuple[tuple[float, str], ...]


def build_plot(entries: Iterable[DocumentSummary]) -> Plot:
    """The plot of all documents that have a grade."""
    of_audience: dict[str, list[DocumentSummary]] = defaultdict(list)
    for entry in entries:
        if entry.grading.verdict in _SHAPES:
            of_audience[entry.audience].append(entry)
    strips, base = [], 0.0
    for audience in AUDIENCES:
        if group := of_audience.get(audience):
            strips.append(_build_strip(audience, group, base))
            base = strips[-1].base
    ticks = tuple((_scale_grade(grade), str(grade)) for grade in range(0, _LAST_GRADE + 1, 2))
    return Plot(tuple(strips), base + 40, ticks)


def _scale_grade(grade: float) -> float:
    shown = min(max(grade, 0), _LAST_GRADE)
    return round(_LEFT + (_RIGHT - _LEFT) * shown / _LAST_GRADE, 1)


def _build_strip(audience: str, entries: list[DocumentSummary], top: float) -> Strip:
    piles: dict[int, list[DocumentSummary]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (_get_lower_grade(each.grading), each.path)):
        piles[round(_get_lower_grade(entry.grading) / _BIN)].append(entry)
    tallest = max(map(len, piles.values()))
    step = min(_DOT, _HIGHEST / tallest)
    base = round(top + max(step * tallest, 16) + 34, 1)
    limits = entries[0].grading.limits
    hard = sum(each.grading.verdict is Verdict.TOO_HARD for each in entries)
    return Strip(
        audience,
        base,
        top + 14,
        None if limits.target is None else _scale_grade(limits.target),
        None if limits.most is None else _scale_grade(limits.most),
        entries[0].grading.target_text,
        tuple(
            Dot(
                f"M{_scale_grade(number * _BIN)} {base - 6 - step * index:.1f}{_SHAPES[grading.verdict]}",
                grading.verdict.value.replace(" ", "-"),
                f"{each.title}: grade {grading.grade_text}, {grading.verdict.value}",
            )
            for number, pile in sorted(piles.items())
            for index, each in enumerate(pile)
            for grading in (each.grading,)
        ),
        f"{audience}: {len(entries)} graded"
        + ("" if limits.most is None else f", {hard} above the limit of grade {limits.most:g}"),
    )


def _get_lower_grade(grading: Grading) -> float:
    """The grade that the verdict goes by."""
    return grading.grades[0] if grading.grades else 0.0


class Overview(NamedTuple):
    """All documents of a run, what was left out, and what an earlier run had besides.

    Attributes:
        entries: the documents, in their order.
        notes: what was met and not followed, or could not be opened.
        gone: paths of the earlier run that are no more; None without an earlier run.
    """

    entries: tuple[DocumentSummary, ...]
    notes: tuple[str, ...] = ()
    removed_paths: tuple[str, ...] | None = None

    def get_template_values(self) -> Mapping[str, Any]:
        """The values that the template asks for."""
        entries = self.entries
        return {
            "entries": entries,
            "totals": self._count_totals(),
            "compared": []
            if self.removed_paths is None
            else self._count_changes(self.removed_paths),
            "plot": build_plot(entries),
            "audiences": [a for a in AUDIENCES if any(each.audience == a for each in entries)],
            "verdicts": [v.value for v in Verdict if any(e.grading.verdict is v for e in entries)],
            "rules": sorted({rule for each in entries for rule in each.rules}),
            "folders": sorted({folder for each in entries for folder in _list_folders(each)}),
            "standings": [standing.value for standing in Trend],
            "by_rule": self._count_by_rule(),
            "unread": [each for each in entries if each.problem],
            "ungraded": [each for each in entries if each.grading.verdict is Verdict.TOO_SHORT],
            "notes": self.notes,
            "gone": self.removed_paths or (),
        }

    def _count_totals(self) -> Mapping[str, int]:
        return {
            "too_hard": sum(each.grading.verdict is Verdict.TOO_HARD for each in self.entries),
            "errors": sum(each.count(Severity.ERROR) for each in self.entries),
            "warnings": sum(each.count(Severity.WARNING) for each in self.entries),
            "hard": sum(each.hard for each in self.entries),
            "overdue": sum(each.review.overdue for each in self.entries),
        }

    def _count_changes(self, gone: tuple[str, ...]) -> list[tuple[str, int]]:
        counted = Counter(each.change.standing for each in self.entries if each.change)
        return [*((each.value, counted[each]) for each in Trend), ("gone", len(gone))]

    def _count_by_rule(self) -> list[tuple[str, Severity, int, int]]:
        """(rule, severity, findings, documents), worst and most first."""
        findings: Counter[tuple[str, Severity]] = Counter()
        documents: Counter[tuple[str, Severity]] = Counter()
        for each in self.entries:
            findings.update(each.finding_counts)
            documents.update(each.finding_counts.keys())
        rows = [(rule, how, n, documents[rule, how]) for (rule, how), n in findings.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))


def _list_folders(entry: DocumentSummary) -> list[str]:
    """The document's folder and the folders around it."""
    return [str(folder) for folder in PurePath(entry.path).parents if folder.name]
