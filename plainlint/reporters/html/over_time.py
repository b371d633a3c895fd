"""The page "Over time": figures by folder in each run, and what has changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plainlint.core.text import pluralise
from plainlint.engine.result import Verdict
from plainlint.reporters.html.changes import (
    GROUPS,
    ChangeView,
    EarlierRun,
    list_changes,
    write_headline,
)
from plainlint.reporters.html.charts import MeasureView, build_charts
from plainlint.reporters.html.choices import Choice
from plainlint.reporters.html.days import Day, DaysView, build_days, make_day
from plainlint.reporters.html.folders import name_folders
from plainlint.reporters.html.line_chart import format_day
from plainlint.reporters.html.scales import name_level
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.run.comparison import FindingNote
from plainlint.run.history import DocumentRecord, Figures, MeanEase, RunRecord


class Past(NamedTuple):
    """What the page needs besides the documents of this run.

    Attributes:
        today: the date of this run.
        settings: a digest of all that decides results besides the documents.
        runs: the runs of earlier days, without their documents, the earliest first.
        earlier: the run to compare with; None without one.
        days: the earlier days to choose from.
        rename: returns the path of a document as the earlier runs have it.
        is_kept: whether this run becomes a line of a history.
    """

    today: date
    settings: str
    runs: tuple[RunRecord, ...] = ()
    earlier: EarlierRun | None = None
    days: tuple[Day, ...] = ()
    rename: Callable[[str], str] = str
    is_kept: bool = False


def record_run(summaries: Iterable[DocumentSummary], past: Past) -> RunRecord:
    """Return this run as the history keeps it."""
    by_folder: dict[str, list[Figures]] = {}
    documents = {}
    for summary in summaries:
        path = past.rename(summary.path)
        by_folder.setdefault(path.rpartition("/")[0], []).append(_count(summary))
        documents[path] = DocumentRecord(
            summary.grading.verdict.value,
            summary.grading.grades,
            summary.to_rewrite,
            summary.findings,
            summary.level if summary.grading.ease else None,
        )
    folders = {folder: Figures.sum(parts) for folder, parts in sorted(by_folder.items())}
    return RunRecord(past.today, past.settings, folders, documents)


def _count(summary: DocumentSummary) -> Figures:
    verdict, grades = summary.grading.verdict, summary.grading.grades
    ease, level = summary.grading.ease, summary.level
    return Figures(
        documents=1,
        on_target=int(verdict is Verdict.ON_TARGET),
        too_hard=int(verdict is Verdict.TOO_HARD),
        graded=int(grades is not None),
        to_rewrite=summary.to_rewrite or 0,
        late=int(summary.review.overdue),
        **summary.tally.count_by_severity(),
        grades=grades,
        ease=(MeanEase(level.scale, 1, ease.low, ease.high),) if ease and level else (),
    )


class FigureView(NamedTuple):
    """A number of this run, and how it has changed."""

    label: str
    value: str
    change: str
    is_better: bool


class OverTimeView(NamedTuple):
    """The content of the page.

    Attributes:
        headline: what has changed, in one sentence.
        since: the name of the earlier run; empty without one.
        compared: what this run is compared with, in a sentence; empty without an earlier run.
        folders: the names of the lines.
        measures: the charts; empty without a history.
        figures: the numbers of this run.
        is_first: whether the history has no earlier run.
        groups: the documents that have changed, each group with its title.
        choices: how many documents are easier, harder or new, for the filter.
        removed: documents that only the earlier run has.
        level_name: what says how hard the documents are, such as `Grade`.
        days: each page on each day; None without days to choose from.
    """

    headline: str
    since: str
    compared: str
    folders: tuple[str, ...]
    measures: tuple[MeasureView, ...]
    figures: tuple[FigureView, ...]
    is_first: bool
    groups: tuple[tuple[str, tuple[ChangeView, ...]], ...]
    choices: tuple[Choice, ...]
    removed: tuple[str, ...]
    level_name: str
    days: DaysView | None

    @property
    def changed(self) -> int:
        """How many documents have changed."""
        return sum(len(changes) for _, changes in self.groups)


def build_over_time(summaries: Sequence[DocumentSummary], past: Past) -> OverTimeView:
    """Build the page."""
    run = record_run(summaries, past)
    runs = (*past.runs, run) if past.is_kept else ()
    folders, measures = build_charts(runs) if runs else ((), ())
    earlier = past.earlier
    changes = list_changes(summaries, earlier, past.rename) if earlier else []
    removed = tuple(sorted(earlier.documents.keys() - run.documents)) if earlier else ()
    groups = tuple(
        (title, tuple(view for found, view in changes if found is trend))
        for trend, title in GROUPS.items()
        if any(found is trend for found, _ in changes)
    )
    return OverTimeView(
        headline=write_headline(trend for trend, _ in changes) if earlier else "Over time",
        since=earlier.name if earlier else "",
        compared=_describe_comparison(run, earlier, removed),
        folders=folders,
        measures=measures,
        figures=tuple(_list_figures(run.totals, earlier and earlier.totals)),
        is_first=past.is_kept and not past.runs,
        groups=groups,
        choices=_list_choices(view for _, view in changes),
        removed=removed,
        level_name=name_level(summaries),
        days=_build_days(summaries, past, run),
    )


def _list_choices(changes: Iterable[ChangeView]) -> tuple[Choice, ...]:
    counts = Counter(change.kind for change in changes)
    labels = (("easier", "↓ Easier"), ("harder", "↑ Harder"), ("new", "New pages"))
    return tuple(Choice(kind, label, counts[kind]) for kind, label in labels)


def _build_days(
    summaries: Sequence[DocumentSummary], past: Past, run: RunRecord
) -> DaysView | None:
    by_path = {past.rename(summary.path): summary for summary in summaries}
    return build_days((*past.days, make_day(run)), by_path, name_folders(summaries))


def _list_figures(now: Figures, before: Figures | None) -> Iterable[FigureView]:
    """Yield the numbers of this run; fewer is better, except on target."""
    for label, name, is_good in (
        ("sentences to rewrite", "to_rewrite", False),
        ("pages too hard", "too_hard", False),
        ("pages on target", "on_target", True),
        ("must fix", "error", False),
        ("late reviews", "late", False),
    ):
        value = getattr(now, name)
        step = 0 if before is None else value - getattr(before, name)
        words = "" if not step else f"{'↑' if step > 0 else '↓'} {abs(step):,} "
        words += "" if not step else "more" if step > 0 else "fewer"
        yield FigureView(label, f"{value:,}", words, (step > 0) is is_good)


def _describe_comparison(run: RunRecord, earlier: EarlierRun | None, removed: Sequence[str]) -> str:
    if earlier is None:
        return ""
    added = len(run.documents.keys() - earlier.documents)
    pages = (
        f"{pluralise(added, 'new page')}, {len(removed)} no longer there"
        if added or removed
        else f"the same {pluralise(len(run.documents), 'page')}"
    )
    rules = ""
    if earlier.settings:
        same = earlier.settings == run.settings
        rules = (
            " The rules are the same."
            if same
            else (" The rules or settings are not the same, which changes numbers, too.")
        )
    return f"{format_day(run.day)} compared with {earlier.name}: {pages}.{rules}"


def name_findings(
    findings: Iterable[FindingNote], titles: Mapping[str, str]
) -> list[tuple[int, str, int]]:
    """Return findings as (line, words, how many are alike).

    The words are the message; without one they are the title of the rule and the text.

    Args:
        titles: the titles of rules, by id.
    """
    counts: Counter[tuple[int, str]] = Counter()
    for finding in findings:
        title = titles.get(finding.rule, finding.rule)
        words = finding.message or (f"{title}: “{finding.text}”" if finding.text else title)
        counts[finding.line, words] += 1
    return [(line, words, count) for (line, words), count in counts.items()]


def make_namer(
    titles: Mapping[str, str],
) -> Callable[[Iterable[FindingNote]], list[tuple[int, str, int]]]:
    """Return `name_findings` for the rules with these titles."""

    def name(findings: Iterable[FindingNote]) -> list[tuple[int, str, int]]:
        return name_findings(findings, titles)

    return name
