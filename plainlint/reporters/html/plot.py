"""The plot of the index: a mark for each graded document, in a strip for each audience."""

from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import make_sign

_LEFT, _RIGHT = 110.0, 700.0
_LAST_GRADE = 20
# Width of a bin, in grades; the marks in a bin are stacked. The shipped limits are on its edges.
_BIN = 0.5
_DOT_STEP, _MAX_STACK = 13.0, 150.0
# A limit with a margin is exceeded by what rounds to more.
_ROUNDING = 0.5
# Verdicts differ in shape as well as colour.
_SHAPES = {
    Verdict.ON_TARGET: "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    Verdict.ABOVE_TARGET: "m0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
    Verdict.TOO_HARD: "m0-5.5l5.5 10h-11z",
    Verdict.NO_LIMIT: "m-4.5-4.5h9v9h-9z",
}


class Dot(NamedTuple):
    """One document: its page, its shape as an SVG path, verdict (a CSS class), title and facts."""

    page: str
    path: str
    verdict: str
    title: str
    facts: str


class Band(NamedTuple):
    """A range of grades with one verdict: its CSS class, name, and edges in SVG units."""

    verdict: str
    label: str
    left: float
    right: float


class Strip(NamedTuple):
    """One audience: base line, top and limit in SVG units, its bands, and its dots."""

    audience: str
    base: float
    top: float
    bands: tuple[Band, ...]
    limit: float | None
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
        # A page on a scale of ease has a verdict, but no grade.
        if summary.grading.grades and summary.grading.verdict in _SHAPES:
            by_audience[summary.audience].append(summary)
    strips, base = [], 0.0
    for audience in AUDIENCES:
        if group := by_audience.get(audience):
            strips.append(_build_strip(audience, group, base))
            base = strips[-1].base
    ticks = tuple((scale_grade(grade), str(grade)) for grade in range(0, _LAST_GRADE + 1, 2))
    return Plot(tuple(strips), base + 46, ticks)


def scale_grade(grade: float) -> float:
    """Return the x coordinate of a grade."""
    clamped = min(max(grade, 0), _LAST_GRADE)
    return round(_LEFT + (_RIGHT - _LEFT) * clamped / _LAST_GRADE, 1)


def _build_strip(audience: str, summaries: list[DocumentSummary], top: float) -> Strip:
    stacks: dict[int, list[DocumentSummary]] = defaultdict(list)
    for summary in sorted(summaries, key=_get_plot_order):
        # A limit belongs to the bin below it.
        stacks[ceil(round(_get_lower_grade(summary.grading), 1) / _BIN) - 1].append(summary)
    tallest = max(map(len, stacks.values()))
    step = min(_DOT_STEP, _MAX_STACK / tallest)
    base = round(top + max(step * tallest, 30) + 42, 1)
    limits = summaries[0].grading.limits
    hard = sum(summary.grading.verdict is Verdict.TOO_HARD for summary in summaries)
    bands = build_bands(limits)
    return Strip(
        audience=audience,
        base=base,
        top=top + 20,
        bands=bands,
        limit=None if limits.most is None else bands[-1].right,
        dots=tuple(
            _build_dot(summary, scale_grade((number + 0.5) * _BIN), base - 8 - step * index)
            for number, stack in sorted(stacks.items())
            for index, summary in enumerate(stack)
        ),
        summary=f"{audience}: {len(summaries)} graded"
        + ("" if limits.most is None else f", {hard} above the limit of grade {limits.most:g}"),
    )


def build_bands(limits: Limits) -> tuple[Band, ...]:
    """Build the bands of the verdicts that are not too hard, up to the last grade of each."""
    margin = limits.margin or 0
    ends = (
        None if limits.target is None else limits.target + margin,
        None if limits.most is None else limits.most + (_ROUNDING if margin else 0),
    )
    rights = [scale_grade(end) for end in ends if end is not None]
    names = (("on-target", "on target"), ("above-target", "above"))
    lefts = (scale_grade(0), *rights)
    return tuple(
        Band(*name, left, right) for name, left, right in zip(names, lefts, rights, strict=False)
    )


def _build_dot(summary: DocumentSummary, x: float, y: float) -> Dot:
    grading = summary.grading
    return Dot(
        summary.page,
        f"M{x} {y:.1f}{_SHAPES[grading.verdict]}",
        make_sign(grading.verdict),
        summary.title,
        f"grade {grading.grade_text}, {grading.verdict.value}",
    )


def _get_plot_order(summary: DocumentSummary) -> tuple[float, str]:
    return _get_lower_grade(summary.grading), summary.path


def _get_lower_grade(grading: Grading) -> float:
    """Return the grade that decides the verdict."""
    return grading.grades[0] if grading.grades else 0.0
