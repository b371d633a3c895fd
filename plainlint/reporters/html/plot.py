"""The plots of the index: a mark for each graded document, in a strip for each audience."""

from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.core.levels import HARDEST, label_hardness
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import make_sign

_LEFT, _RIGHT = 110.0, 700.0
# Width of a bin, in steps from easy to hard; the marks in a bin are stacked. The shipped limits are
# on its edges.
_BIN = 0.5
_TICK_STEP = 2
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
    """A range of a scale with one verdict: its CSS class, name, and edges in SVG units."""

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
    """A scale from easy to hard.

    Attributes:
        scale: the name of its scale of ease; empty for school grades.
        strips: all audiences.
        height: the height of the drawing.
        ticks: (x, number) of each tick of the axis.
    """

    scale: str
    strips: tuple[Strip, ...]
    height: float
    ticks: tuple[tuple[float, str], ...]


def build_plots(summaries: Iterable[DocumentSummary]) -> tuple[Plot, ...]:
    """Build a plot for each scale that documents are on, school grades first."""
    by_scale: dict[str, list[DocumentSummary]] = defaultdict(list)
    for summary in summaries:
        if summary.grading.values and summary.grading.verdict in _SHAPES:
            by_scale[summary.grading.scale].append(summary)
    return tuple(_build_plot(scale, by_scale[scale]) for scale in sorted(by_scale))


def _build_plot(scale: str, summaries: Iterable[DocumentSummary]) -> Plot:
    by_audience: dict[str, list[DocumentSummary]] = defaultdict(list)
    for summary in summaries:
        by_audience[summary.audience].append(summary)
    strips, base = [], 0.0
    for audience in AUDIENCES:
        if group := by_audience.get(audience):
            strips.append(_build_strip(audience, group, base))
            base = strips[-1].base
    ticks = tuple(
        (scale_hardness(step), label_hardness(step, is_ease=bool(scale)))
        for step in range(0, HARDEST + 1, _TICK_STEP)
    )
    return Plot(scale, tuple(strips), base + 46, ticks)


def scale_hardness(hardness: float) -> float:
    """Return the x coordinate of a place on the way from easy to hard."""
    clamped = min(max(hardness, 0), HARDEST)
    return round(_LEFT + (_RIGHT - _LEFT) * clamped / HARDEST, 1)


def _build_strip(audience: str, summaries: list[DocumentSummary], top: float) -> Strip:
    stacks: dict[int, list[DocumentSummary]] = defaultdict(list)
    for summary in sorted(summaries, key=_get_plot_order):
        # A limit belongs to the bin below it.
        place = summary.grading.place(round(_get_lowest(summary.grading), 1))
        stacks[ceil(round(place, 2) / _BIN) - 1].append(summary)
    tallest = max(map(len, stacks.values()))
    step = min(_DOT_STEP, _MAX_STACK / tallest)
    base = round(top + max(step * tallest, 30) + 42, 1)
    grading = summaries[0].grading
    hard = sum(summary.grading.verdict is Verdict.TOO_HARD for summary in summaries)
    bands = build_bands(grading)
    return Strip(
        audience=audience,
        base=base,
        top=top + 20,
        bands=bands,
        limit=None if grading.limit is None else bands[-1].right,
        dots=tuple(
            _build_dot(summary, scale_hardness((number + 0.5) * _BIN), base - 8 - step * index)
            for number, stack in sorted(stacks.items())
            for index, summary in enumerate(stack)
        ),
        summary=f"{audience}: {len(summaries)} graded{_count_past_limit(grading, hard)}",
    )


def _count_past_limit(grading: Grading, number: int) -> str:
    if grading.limit is None:
        return ""
    if grading.ease:
        return f", {grading.scale}, {number} below the limit of {grading.limit:g}"
    return f", {number} above the limit of grade {grading.limit:g}"


def build_bands(grading: Grading) -> tuple[Band, ...]:
    """Build the bands of the verdicts that are not too hard, up to the last number of each."""
    target, limit = grading.limits.target, grading.limit
    margin = grading.limits.margin or 0
    # On a scale of ease, lower is harder.
    sign = -1 if grading.ease else 1
    ends = (
        None if target is None else target + sign * margin,
        None if limit is None else limit + sign * (_ROUNDING if margin else 0),
    )
    rights = [scale_hardness(grading.place(end)) for end in ends if end is not None]
    names = (("on-target", "on target"), ("above-target", "below" if grading.ease else "above"))
    lefts = (scale_hardness(0), *rights)
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
        f"{'' if grading.ease else 'grade '}{grading.grade_text}, {summary.verdict_text}",
    )


def _get_plot_order(summary: DocumentSummary) -> tuple[float, str]:
    return summary.grading.hardness or 0.0, summary.path


def _get_lowest(grading: Grading) -> float:
    """Return the number that decides the verdict."""
    return grading.values[0] if grading.values else 0.0
