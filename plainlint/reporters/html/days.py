"""Each page on each day of the history, so that any two days can be compared."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.levels import Level
from plainlint.reporters.html.folders import FolderNames
from plainlint.reporters.html.line_chart import format_day
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.run.history import DocumentRecord, RunRecord

# So many pages on a day are shown, all days together; but never fewer days than that.
_MOST_CELLS, _FEWEST_DAYS = 10_000, 12


class PageDay(NamedTuple):
    """A page on a day.

    Attributes:
        level: how hard it was, as it is shown; None without a grade.
        to_rewrite: the estimate of how many sentences to rewrite; None without one.
        must: how many findings must be fixed.
        findings: how many findings there were.
    """

    level: Level | None
    to_rewrite: int | None
    must: int
    findings: int

    @property
    def data(self) -> str:
        """The values as the script reads them; empty for what is not known."""
        level = (f"{self.level.value:.1f}", self.level.scale) if self.level else ("", "")
        left = "" if self.to_rewrite is None else str(self.to_rewrite)
        return "|".join((*level, left, str(self.must), str(self.findings)))


class Day(NamedTuple):
    """A day of the history, and its pages by path."""

    date: date
    pages: Mapping[str, PageDay]


class PageRow(NamedTuple):
    """A page on all days, the last day first; `page` is empty if it is no longer there."""

    page: str
    title: str
    folder: str
    days: tuple[PageDay | None, ...]


class DaysView(NamedTuple):
    """The days to choose from, each as the address and as people have it, and the pages."""

    days: tuple[tuple[str, str], ...]
    rows: tuple[PageRow, ...]


def count_days(documents: int) -> int:
    """Return how many days a report shows of so many documents."""
    return max(_FEWEST_DAYS, _MOST_CELLS // max(documents, 1))


def make_day(run: RunRecord) -> Day:
    """Return the pages of a run without what only one comparison needs."""
    return Day(run.day, {path: _count(record) for path, record in run.documents.items()})


def _count(record: DocumentRecord) -> PageDay:
    must = sum(finding.severity is Severity.ERROR for finding in record.findings)
    level = record.level and record.level.round()
    return PageDay(level, record.to_rewrite, must, len(record.findings))


def build_days(
    days: Iterable[Day], summaries: Mapping[str, DocumentSummary], folders: FolderNames
) -> DaysView | None:
    """Return each page on each day; None if there are no two days to choose from besides the last.

    Args:
        days: the days, the last one too.
        summaries: the documents of the last day, by the path that the history has.
    """
    latest = sorted(days, key=lambda day: day.date, reverse=True)
    if len(latest) <= 2:  # noqa: PLR2004 -- two days are compared anyway
        return None
    paths = sorted({path for day in latest for path in day.pages})
    return DaysView(
        days=tuple((day.date.isoformat(), format_day(day.date)) for day in latest),
        rows=tuple(_make_row(path, latest, summaries.get(path), folders) for path in paths),
    )


def _make_row(
    path: str, days: Sequence[Day], summary: DocumentSummary | None, folders: FolderNames
) -> PageRow:
    return PageRow(
        page=summary.page if summary else "",
        title=summary.title if summary else path,
        folder=folders.name(summary.folder) if summary else "",
        days=tuple(day.pages.get(path) for day in days),
    )
