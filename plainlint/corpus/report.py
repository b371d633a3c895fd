"""The report on a corpus: one HTML page with grades, or ease, by group and what is found most."""

from collections.abc import Sequence
from pathlib import Path

from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.levels import label_hardness
from plainlint.core.text import make_printable
from plainlint.corpus.statistics import LAST_BAR, CorpusStatistics

PAGE = "index.html"
_BAR_WIDTH, _HEIGHT = 8, 36


def write_report(folder: Path, statistics: CorpusStatistics) -> Path:
    """Write the page into a folder, and return its path.

    Raises:
        PlainlintError: the folder can't be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlainlintError(f"{folder}: can't be written: {error.strerror}") from error
    page = folder / PAGE
    write_atomically(page, render_report(statistics))
    return page


def render_report(statistics: CorpusStatistics) -> str:
    """Return the page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("plainlint.corpus"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = lambda value: make_printable(str(value))
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["grade"] = lambda value: "-" if value is None else f"{value:.1f}"
    environment.filters["percent"] = lambda value: "-" if value is None else f"{value:.0%}"
    return environment.get_template("corpus.html.j2").render(
        statistics=statistics,
        last=LAST_BAR,
        has_ease=_has_ease(statistics),
        label=label_hardness,
        draw=_list_bars,
        width=_BAR_WIDTH * (LAST_BAR + 1),
        height=_HEIGHT,
    )


def _has_ease(statistics: CorpusStatistics) -> bool:
    return any(spread.scale for spread in statistics.whole.spreads)


def _list_bars(counts: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return left edge, top and height of the bar of each place, in pixels."""
    largest = max(counts, default=0) or 1
    heights = [-(-_HEIGHT * count // largest) for count in counts]
    return [(_BAR_WIDTH * place, _HEIGHT - height, height) for place, height in enumerate(heights)]
