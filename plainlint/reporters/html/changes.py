"""What has changed in each document since an earlier run."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plainlint.core.levels import Level
from plainlint.core.text import pluralise
from plainlint.reporters.html.folders import name_folders
from plainlint.reporters.html.line_chart import format_day
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.run.comparison import (
    FindingChanges,
    PreviousResult,
    Trend,
    compare_findings,
    compare_levels,
    compute_delta,
)
from plainlint.run.history import Figures, RunRecord

# The findings of one document that are named, and the documents whose findings are; others are
# counted. After a change of the rules, a page would else have tens of thousands of lines.
_MOST_NAMED, _MOST_DOCUMENTS = 50, 200


class EarlierRun(NamedTuple):
    """The run to compare with.

    Attributes:
        name: what it is called in a sentence, such as its date.
        documents: its results, by the path of the document.
        to_rewrite: its estimates of the sentences to rewrite, by path, where it has them.
        verdicts: its verdicts, by path, where it has them.
        totals: its figures; None if it has none.
        settings: the digest of its settings, or empty.
    """

    name: str
    documents: Mapping[str, PreviousResult]
    to_rewrite: Mapping[str, int | None] = {}
    verdicts: Mapping[str, str] = {}
    totals: Figures | None = None
    settings: str = ""


def make_earlier_run(run: RunRecord) -> EarlierRun:
    """Return a run of the history as one to compare with."""
    return EarlierRun(
        name=format_day(run.day),
        documents={
            path: PreviousResult(record.level, record.findings)
            for path, record in run.documents.items()
        },
        to_rewrite={path: record.to_rewrite for path, record in run.documents.items()},
        verdicts={path: record.verdict for path, record in run.documents.items()},
        totals=run.totals,
        settings=run.settings,
    )


class ChangeView(NamedTuple):
    """A document that has changed.

    Attributes:
        page: the name of its page; empty if the document is gone.
        title: its title, or its path if it is gone.
        folder: its folder, below the one that holds all documents.
        kind: `easier`, `harder`, `same` or `new`, by its grade alone.
        what: what has changed, in words.
        sign: an arrow; down is easier, up is harder, on every scale.
        before: its lower grade, or its ease, in the earlier run, or a dash.
        now: its lower grade, or its ease, now, or a dash.
        left_before: its sentences to rewrite in the earlier run; empty if that does not say.
        left: its sentences to rewrite now, or a dash.
        findings: the findings that are gone and new, as far as they are named.
        gone: how many findings are gone.
        new: how many findings are new.
    """

    page: str
    title: str
    folder: str
    kind: str
    what: str
    sign: str
    before: str
    now: str
    left_before: str
    left: str
    findings: FindingChanges
    gone: int
    new: int


# The groups of documents that have changed, in the order of the page.
GROUPS = {
    Trend.WORSE: "Worse",
    Trend.MIXED: "Better and worse",
    Trend.BETTER: "Better",
    Trend.SAME: "Changed, and no better or worse",
    Trend.NEW: "New pages",
}

_KINDS = {1: "harder", 0: "same", -1: "easier"}
_SIGNS = {Trend.WORSE: "↑", Trend.MIXED: "↕", Trend.BETTER: "↓", Trend.SAME: "=", Trend.NEW: "+"}


def list_changes(
    summaries: Sequence[DocumentSummary], earlier: EarlierRun, rename: Callable[[str], str]
) -> list[tuple[Trend, ChangeView]]:
    """Return the documents that have changed, the worse ones first, then by path.

    Args:
        rename: returns the path of a document as the earlier run has it.
    """
    changes = []
    folders = name_folders(summaries)
    for summary in sorted(summaries, key=lambda summary: summary.path):
        path = rename(summary.path)
        previous = earlier.documents.get(path)
        now = summary.level
        trend = compute_delta(previous, PreviousResult(now, summary.findings)).standing
        known = previous.findings if previous else summary.findings
        found = compare_findings(known, summary.findings)
        if trend is Trend.SAME and not found.gone and not found.new:
            continue
        verdict = summary.grading.verdict
        what = trend.value
        if verdict.value != earlier.verdicts.get(path, verdict.value):
            what = f"now {verdict.value}"
        view = ChangeView(
            page=summary.page,
            title=summary.title,
            folder=folders.name(summary.folder),
            kind=_KINDS[compare_levels(previous.level, now)] if previous else "new",
            what=what,
            sign=_SIGNS[trend],
            before=_format_level(previous.level if previous else None),
            now=_format_level(now),
            left_before=_format_left(earlier.to_rewrite, path),
            left="–" if summary.to_rewrite is None else str(summary.to_rewrite),
            findings=found,
            gone=len(found.gone),
            new=len(found.new),
        )
        changes.append((trend, view))
    changes.sort(key=lambda change: list(GROUPS).index(change[0]))
    return [
        (trend, _name_findings(view, _MOST_NAMED if place < _MOST_DOCUMENTS else 0))
        for place, (trend, view) in enumerate(changes)
    ]


def _name_findings(view: ChangeView, most: int) -> ChangeView:
    gone, new, kept = view.findings
    return view._replace(findings=FindingChanges(gone[:most], new[:most], kept))


def _format_level(level: Level | None) -> str:
    return "–" if level is None else f"{level.value:.1f}"


def _format_left(to_rewrite: Mapping[str, int | None], path: str) -> str:
    left = to_rewrite.get(path)
    return "" if left is None else str(left)


def write_headline(trends: Iterable[Trend]) -> str:
    """Return in one sentence what has changed."""
    counts = Counter(trends)
    words = {Trend.BETTER: "better", Trend.WORSE: "worse", Trend.MIXED: "both better and worse"}
    parts = [(counts[trend], word) for trend, word in words.items() if counts[trend]]
    if not parts:
        return "No page got better or worse"
    (number, word), *others = parts
    rest = "".join(f", {number:,} got {word}" for number, word in others)
    return f"{pluralise(number, 'page')} got {word}{rest}"
