"""Line charts as SVG: where lines, marks, ticks and labels are drawn."""

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil, floor, log10
from typing import NamedTuple

# In SVG units: the drawing, and the part of it in which lines are drawn.
WIDTH, HEIGHT = 900.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 716.0, 26.0, 262.0
# The least distance of two marks on a line, of two dates, and of two names of lines.
_MARK_STEP, _DATE_STEP, _NAME_STEP = 14.0, 76.0, 34.0
_TICKS = 4
# Characters of a name that fit beside the drawing.
_LONGEST_NAME = 22
# Lines differ in mark, dash and colour. The paths of marks start at the point itself.
_MARKS = (
    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "m-4.5-4.5h9v9h-9z",
    "m0-5.5l5.5 10h-11z",
    "m0-6l6 6l-6 6l-6-6z",
    "m0 5.5l5.5-10h-11z",
    "m-4.5-4.5l9 9m0-9l-9 9",
)
MOST_LINES = len(_MARKS)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Series(NamedTuple):
    """The values of one line, in the order of the dates; None where there is no value."""

    name: str
    values: Sequence[float | None]


class ChartMark(NamedTuple):
    """One mark: its shape as an SVG path, and the date and the value that it stands for."""

    path: str
    day: str
    value: str


class ChartLine(NamedTuple):
    """One line.

    Attributes:
        style: its number, which its CSS class has.
        path: the line as an SVG path; empty if it is a single point.
        shape: the shape of its marks, around the origin.
        marks: its marks.
        whole_name: its name.
        name: its name, short enough to stand beside the drawing.
        last: its last value in words.
        change: how that differs from its first value, or empty.
        label_y: the base of its name.
    """

    style: int
    path: str
    shape: str
    marks: tuple[ChartMark, ...]
    whole_name: str
    name: str
    last: str
    change: str
    label_y: float


class LineChart(NamedTuple):
    """A drawing.

    Attributes:
        lines: the lines.
        values: the ticks of the values, each with its y and its text.
        dates: the ticks of the dates, each with its x and its text.
        events: what happened on a date, each with its x and its text.
        summaries: each line in words.
    """

    lines: tuple[ChartLine, ...]
    values: tuple[tuple[float, str], ...]
    dates: tuple[tuple[float, str], ...]
    events: tuple[tuple[float, str], ...]
    summaries: tuple[str, ...]


def format_day(day: date) -> str:
    """Return a date such as `3 July 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def draw_line_chart(
    days: Sequence[date],
    series: Sequence[Series],
    *,
    format_value: Callable[[float], str] = "{:,.0f}".format,
    from_zero: bool = True,
    events: Sequence[tuple[date, str]] = (),
) -> LineChart:
    """Draw lines over time.

    Args:
        days: the dates, the earliest first.
        series: the lines, at most `MOST_LINES`.
        format_value: writes a value.
        from_zero: whether the values start at 0.
        events: what happened on some of the dates.
    """
    known = [value for one in series for value in one.values if value is not None]
    ticks = _choose_ticks(0.0 if from_zero else min(known), max(known))
    place_day = _make_scale(days[0].toordinal(), days[-1].toordinal(), _LEFT, _RIGHT)
    place_value = _make_scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    xs = [place_day(day.toordinal()) for day in days]
    ys = [[None if v is None else place_value(v) for v in one.values] for one in series]
    labels = _spread([next((y for y in reversed(line) if y is not None), _BOTTOM) for line in ys])
    lines = tuple(
        ChartLine(
            style=style,
            path=_draw_path(xs, line),
            shape=f"M0 0{_MARKS[style]}",
            marks=_draw_marks(days, xs, line, one.values, _MARKS[style], format_value),
            whole_name=one.name,
            name=_shorten_name(one.name),
            last=_describe_last(one, format_value),
            change=_describe_change(one, days, format_value),
            label_y=label,
        )
        for style, (one, line, label) in enumerate(zip(series, ys, labels, strict=True))
    )
    return LineChart(
        lines=lines,
        values=tuple((place_value(tick), f"{tick:g}") for tick in ticks),
        dates=_choose_dates(days, xs),
        events=tuple((place_day(day.toordinal()), text) for day, text in events),
        summaries=tuple(
            f"{one.name}: {_describe_last(one, format_value)} "
            f"{_describe_change(one, days, format_value)}".strip()
            for one in series
        ),
    )


def _make_scale(first: float, last: float, start: float, end: float) -> Callable[[float], float]:
    """Return a function from values to SVG units; a single value is at the end."""

    def place(value: float) -> float:
        share = (value - first) / (last - first) if last > first else 1.0
        return round(start + (end - start) * share, 1)

    return place


def _choose_ticks(low: float, high: float) -> list[float]:
    """Return round values from at most `low` to at least `high`."""
    rough = max(high - low, 1.0) / _TICKS
    power = 10 ** floor(log10(rough))
    step = max(1.0, next(size * power for size in (1, 2, 5, 10) if size * power >= rough))
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return [number * step for number in range(first, last + 1)]


def _draw_path(xs: Sequence[float], ys: Sequence[float | None]) -> str:
    """Return a line through the points; it is broken where there is no value."""
    parts, pen = [], "M"
    for x, y in zip(xs, ys, strict=True):
        if y is not None:
            parts.append(f"{pen}{x} {y}")
        pen = "M" if y is None else "L"
    return "".join(parts) if len(parts) > 1 else ""


def _draw_marks(
    days: Sequence[date],
    xs: Sequence[float],
    ys: Sequence[float | None],
    values: Sequence[float | None],
    shape: str,
    format_value: Callable[[float], str],
) -> tuple[ChartMark, ...]:
    """Return the marks of a line, so far apart that each is seen; the last one is among them."""
    marks, limit = [], xs[-1] + _MARK_STEP
    for day, x, y, value in reversed(list(zip(days, xs, ys, values, strict=True))):
        if y is not None and value is not None and x <= limit - _MARK_STEP:
            marks.append(ChartMark(f"M{x} {y}{shape}", format_day(day), format_value(value)))
            limit = x
    return tuple(reversed(marks))


def _choose_dates(days: Sequence[date], xs: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """Return the dates to write, the last one first: as many as fit beside each other."""
    chosen: list[tuple[float, str]] = []
    for day, x in reversed(list(zip(days, xs, strict=True))):
        if not chosen or x <= chosen[-1][0] - _DATE_STEP:
            year = f" {day.year}" if days[0].year != days[-1].year else ""
            chosen.append((x, f"{day.day} {_MONTHS[day.month - 1][:3]}{year}"))
    return tuple(reversed(chosen))


def _spread(wanted: Sequence[float]) -> list[float]:
    """Return places near the wanted ones that are far enough apart for names."""
    placed = [0.0] * len(wanted)
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    # Below a name is its change.
    lowest = _BOTTOM - _NAME_STEP / 2
    limit = 0.0
    for index in order:
        limit = placed[index] = max(wanted[index], limit)
        limit += _NAME_STEP
    for index in reversed(order):
        lowest = placed[index] = min(placed[index], lowest)
        lowest -= _NAME_STEP
    return [round(place, 1) for place in placed]


def _shorten_name(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _describe_last(series: Series, format_value: Callable[[float], str]) -> str:
    last = series.values[-1]
    return "no value now" if last is None else format_value(last)


def _describe_change(
    series: Series, days: Sequence[date], format_value: Callable[[float], str]
) -> str:
    """Return how the last value differs from the first one; empty without two values."""
    known = [(v, day) for v, day in zip(series.values, days, strict=True) if v is not None]
    if len(known) < 2 or series.values[-1] is None:  # noqa: PLR2004 -- a change needs two
        return ""
    (first, day), (last, _) = known[0], known[-1]
    change = format_value(abs(last - first))
    if change == format_value(0):
        return f"no change since {format_day(day)}"
    return f"{'−' if last < first else '+'}{change} since {format_day(day)}"
