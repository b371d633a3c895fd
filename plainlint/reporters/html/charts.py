"""The charts of the page "Over time": figures by folder in each run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from pathlib import PurePosixPath
from typing import NamedTuple

from plainlint.languages.base import name_scale
from plainlint.reporters.html.line_chart import (
    MOST_LINES,
    LineChart,
    Series,
    draw_line_chart,
    format_day,
)
from plainlint.run.history import Figures, RunRecord

_OTHERS, _TOP = "other folders", "all pages"
# Names of lines that are no folders.
MADE_NAMES = (_OTHERS, _TOP)


class Measure(NamedTuple):
    """What a chart shows.

    Attributes:
        name: its name in addresses.
        title: its title.
        label: what chooses it; charts with one label are shown together.
        get: returns the value of figures; None without one.
        format: writes the value of figures.
        format_value: writes a value.
        from_zero: whether the values start at 0.
        is_ease: whether more is better.
    """

    name: str
    title: str
    label: str
    get: Callable[[Figures], float | None]
    format: Callable[[Figures], str]
    format_value: Callable[[float], str] = "{:,.0f}".format
    from_zero: bool = True
    is_ease: bool = False


def _format_grades(figures: Figures) -> str:
    return "–" if figures.grades is None else "{:.1f} to {:.1f}".format(*figures.grades)


def _make_ease(scale: str) -> Measure:
    """Return the chart of a scale of ease, named by its formula."""

    def get(figures: Figures) -> float | None:
        mean = figures.find_ease(scale)
        return mean and mean.low

    def write(figures: Figures) -> str:
        mean = figures.find_ease(scale)
        if mean is None:
            return "–"
        return " to ".join(dict.fromkeys((f"{mean.low:.1f}", f"{mean.high:.1f}")))

    return Measure(
        name="ease",
        title=name_scale(scale),
        label="Ease",
        get=get,
        format=write,
        format_value="{:.1f}".format,
        from_zero=False,
        is_ease=True,
    )


def _make_count(name: str, title: str, field: str) -> Measure:
    def get(figures: Figures) -> int:
        return int(getattr(figures, field))

    return Measure(name, title, title, get, lambda figures: f"{get(figures):,}")


_GRADE = Measure(
    name="grade",
    title="Grade",
    label="Grade",
    get=lambda figures: figures.grades and figures.grades[0],
    format=_format_grades,
    format_value="{:.1f}".format,
    from_zero=False,
)
_MEASURES = (
    _make_count("sentences", "Sentences to rewrite", "to_rewrite"),
    _GRADE,
    _make_count("must", "Must fix", "error"),
    _make_count("should", "Should fix", "warning"),
    _make_count("could", "Could fix", "info"),
    _make_count("late", "Late reviews", "late"),
)


class MeasureView(NamedTuple):
    """A chart, if there is a value, and the table of its numbers.

    The rows are the runs, the last one first: a date, a cell for each folder, and one for all.
    In a chart that `is_ease` more is better; in others, less is.
    """

    name: str
    title: str
    label: str
    chart: LineChart | None
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    is_ease: bool = False


def build_charts(
    runs: Sequence[RunRecord],
) -> tuple[tuple[str, ...], tuple[MeasureView, ...]]:
    """Return the names of the lines, and a chart for each measure; there is at least one run."""
    folders, by_run = group_folders(runs)
    measures = _choose_measures([run.totals for run in runs])
    return folders, tuple(_build_measure(measure, runs, folders, by_run) for measure in measures)


def _choose_measures(totals: Sequence[Figures]) -> Sequence[Measure]:
    """Return what to show: with scales of ease, grades only if a document has one."""
    scales = sorted({mean.scale for figures in totals for mean in figures.ease})
    if not scales:
        return _MEASURES
    has_grades = any(figures.grades for figures in totals)
    ease = tuple(map(_make_ease, scales))
    place = _MEASURES.index(_GRADE)
    return (*_MEASURES[: place + has_grades], *ease, *_MEASURES[place + 1 :])


def group_folders(
    runs: Sequence[RunRecord],
) -> tuple[tuple[str, ...], list[Mapping[str, Figures]]]:
    """Return the names of the lines, and for each run the figures by name.

    Documents belong to the folder below the one that holds them all. If there are more folders than
    lines, those with the fewest sentences to rewrite are one line.
    """
    every = {PurePosixPath(folder).parts for run in runs for folder in run.folders}
    depth = _count_common(every)
    top = "/".join(next(iter(every))[:depth]) if every else ""
    by_run = [
        _sum_by_name(run, lambda parts: "/".join(parts[depth : depth + 1]) or _name_top(top))
        for run in runs
    ]
    names = sorted({name for figures in by_run for name in figures})
    if len(names) > MOST_LINES:
        last = by_run[-1]
        names.sort(key=lambda name: (-last.get(name, Figures()).to_rewrite, name))
        shown = sorted(names[: MOST_LINES - 1])
        by_run = [_merge_others(figures, shown) for figures in by_run]
        names = [*shown, _OTHERS]
    return tuple(names), by_run


def _count_common(paths: Iterable[tuple[str, ...]]) -> int:
    """Return how many first parts all paths share."""
    shared = takewhile(lambda column: len(set(column)) == 1, zip(*paths, strict=False))
    return len(list(shared))


def _name_top(top: str) -> str:
    return top.rpartition("/")[2].strip(".") or _TOP


def _sum_by_name(run: RunRecord, name: Callable[[tuple[str, ...]], str]) -> Mapping[str, Figures]:
    groups: dict[str, list[Figures]] = {}
    for folder, figures in run.folders.items():
        groups.setdefault(name(PurePosixPath(folder).parts), []).append(figures)
    return {key: Figures.sum(parts) for key, parts in groups.items()}


def _merge_others(figures: Mapping[str, Figures], shown: Sequence[str]) -> Mapping[str, Figures]:
    others = [part for name, part in figures.items() if name not in shown]
    kept = {name: part for name, part in figures.items() if name in shown}
    return {**kept, _OTHERS: Figures.sum(others)} if others else kept


def _build_measure(
    measure: Measure,
    runs: Sequence[RunRecord],
    folders: Sequence[str],
    by_run: Sequence[Mapping[str, Figures]],
) -> MeasureView:
    series = [
        Series(name, [measure.get(part[name]) if name in part else None for part in by_run])
        for name in folders
    ]
    has_values = any(value is not None for one in series for value in one.values)
    chart = None
    if has_values:
        chart = draw_line_chart(
            [run.day for run in runs],
            series,
            format_value=measure.format_value,
            from_zero=measure.from_zero,
            events=[
                (after.day, "other rules or settings")
                for before, after in pairwise(runs)
                if before.settings != after.settings
            ],
        )
    rows = tuple(
        (
            format_day(run.day),
            (
                *(measure.format(part[name]) if name in part else "–" for name in folders),
                measure.format(run.totals),
            ),
        )
        for run, part in zip(reversed(runs), reversed(by_run), strict=True)
    )
    return MeasureView(
        name=measure.name,
        title=measure.title,
        label=measure.label,
        chart=chart,
        rows=rows,
        is_ease=measure.is_ease,
    )
