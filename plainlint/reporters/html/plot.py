"""The plot: each document a dot by its grade, a strip for each audience, the limit a line."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html.entry import Entry

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


def plot(entries: Iterable[Entry]) -> Plot:
    """The plot of all documents that have a grade."""
    of_audience: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.grading.verdict in _SHAPES:
            of_audience[entry.audience].append(entry)
    strips, base = [], 0.0
    for audience in AUDIENCES:
        if group := of_audience.get(audience):
            strips.append(_strip(audience, group, base))
            base = strips[-1].base
    ticks = tuple((_x(grade), str(grade)) for grade in range(0, _LAST_GRADE + 1, 2))
    return Plot(tuple(strips), base + 40, ticks)


def _x(grade: float) -> float:
    shown = min(max(grade, 0), _LAST_GRADE)
    return round(_LEFT + (_RIGHT - _LEFT) * shown / _LAST_GRADE, 1)


def _strip(audience: str, entries: list[Entry], top: float) -> Strip:
    piles: dict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (_grade(each.grading), each.path)):
        piles[round(_grade(entry.grading) / _BIN)].append(entry)
    tallest = max(map(len, piles.values()))
    step = min(_DOT, _HIGHEST / tallest)
    base = round(top + max(step * tallest, 16) + 34, 1)
    limits = entries[0].grading.limits
    hard = sum(each.grading.verdict is Verdict.TOO_HARD for each in entries)
    return Strip(
        audience,
        base,
        top + 14,
        None if limits.target is None else _x(limits.target),
        None if limits.most is None else _x(limits.most),
        entries[0].grading.target_text,
        tuple(
            Dot(
                f"M{_x(number * _BIN)} {base - 6 - step * index:.1f}{_SHAPES[grading.verdict]}",
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


def _grade(grading: Grading) -> float:
    """The grade that the verdict goes by."""
    return grading.grades[0] if grading.grades else 0.0
