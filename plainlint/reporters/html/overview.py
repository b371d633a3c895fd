"""The index page: where to start, filters with counts, and the tables of documents and rules."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.core.text import pluralise
from plainlint.engine.result import Verdict
from plainlint.reporters.entries import format_end
from plainlint.reporters.html.plot import build_plot
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import make_sign
from plainlint.reporters.style import Style
from plainlint.run.comparison import Trend
from plainlint.run.tally import Tally, sum_tallies

# The order of the index: what is furthest from its goal comes first.
_RANKED = (
    Verdict.UNREADABLE,
    Verdict.TOO_HARD,
    Verdict.ABOVE_TARGET,
    Verdict.NO_LIMIT,
    Verdict.TOO_SHORT,
    Verdict.NOT_SCORED,
    Verdict.ON_TARGET,
)
# These are always among the choices; others are if a document has them.
_USUAL = (Verdict.TOO_HARD, Verdict.ABOVE_TARGET, Verdict.ON_TARGET)
# A document is nearly there if so many sentences are left to rewrite, and no more than this part of
# all: work for one sitting.
FEW_SENTENCES, _SMALL_PART = 5, 1 / 3
# What can be done about a document, as the filter names it.
_NEARLY_THERE, _WRONG_READERS, _LATE = "nearly-there", "wrong-readers", "late"


def is_nearly_there(summary: DocumentSummary) -> bool:
    """Return whether few sentences are left to rewrite."""
    left, sentences = summary.to_rewrite or 0, summary.counts.sentences
    return 0 < left <= min(FEW_SENTENCES, _SMALL_PART * sentences)


def list_tasks(summary: DocumentSummary) -> list[str]:
    """Return what can be done about a document, as the filter names it."""
    tasks = (
        (_NEARLY_THERE, is_nearly_there(summary)),
        (_WRONG_READERS, summary.wrong_readers),
        (_LATE, summary.review.overdue),
    )
    return [name for name, is_open in tasks if is_open]


def _get_work_order(summary: DocumentSummary) -> tuple[int, bool, int, str]:
    """Order by verdict, then by the fewest sentences to rewrite; those without an estimate last."""
    left = summary.to_rewrite
    return _RANKED.index(summary.grading.verdict), left is None, left or 0, summary.path


class Choice(NamedTuple):
    """An answer to a question of the filter.

    Attributes:
        value: as the address and the rows name it.
        label: as users read it.
        count: the number of documents.
        sign: the CSS class of its sign, or empty.
    """

    value: str
    label: str
    count: int
    sign: str = ""


class StartLine(NamedTuple):
    """A line of "Start here".

    Attributes:
        task: what the filter of its button shows.
        count: the number of documents.
        head: what they have in common.
        reason: why that matters, or what to do.
        first: the document to begin with; None to name none.
        rest: what is said about that document, behind its title.
    """

    task: str
    count: int
    head: str
    reason: str
    first: DocumentSummary | None = None
    rest: str = ""


def list_start_lines(summaries: Sequence[DocumentSummary]) -> list[StartLine]:
    """Return where to start; a line that has nothing to say is not among them.

    Args:
        summaries: in the order of the index.
    """
    lines = []
    if near := [summary for summary in summaries if is_nearly_there(summary)]:
        first = min(near, key=lambda summary: summary.to_rewrite or 0)
        rest = f": {pluralise(first.to_rewrite or 0, 'sentence')}."
        few = f"needs {FEW_SENTENCES} sentences or fewer. Begin with"
        reason = f"It {few}" if len(near) == 1 else f"Each {few}"
        head = f"{_count_pages(len(near), 'is', 'are')} nearly there."
        lines.append(StartLine(_NEARLY_THERE, len(near), head, reason, first, rest))
    if wrong := sum(summary.wrong_readers for summary in summaries):
        one = wrong == 1
        head = f"{pluralise(wrong, 'page')} may have the wrong readers."
        reason = (
            f"{'It reads' if one else 'They read'} like pages for doctors. "
            f"{'C' if one else 'In each, c'}heck the line that says who it is for."
        )
        lines.append(StartLine(_WRONG_READERS, wrong, head, reason))
    if late := [summary for summary in summaries if summary.review.overdue]:
        first = max(late, key=lambda summary: summary.review.days_late)
        rest = f", is {pluralise(first.review.days_late, 'day')} late."
        head = f"{pluralise(len(late), 'review')} {'is' if len(late) == 1 else 'are'} late."
        lines.append(StartLine(_LATE, len(late), head, "The oldest,", first, rest))
    return lines


def _count_pages(number: int, one: str, many: str) -> str:
    """Return a number of pages and the form of a verb: `1 page is`, `3 pages are`."""
    return f"{pluralise(number, 'page')} {one if number == 1 else many}"


def write_headline(summaries: Sequence[DocumentSummary]) -> str:
    """Return the result of the run in one sentence."""
    verdicts = Counter(summary.grading.verdict for summary in summaries)
    whole = f"{len(summaries):,} {'page' if len(summaries) == 1 else 'pages'}"
    for verdict, words in (
        (Verdict.TOO_HARD, "too hard for {} readers"),
        (Verdict.ABOVE_TARGET, "above {} goal"),
    ):
        if number := verdicts[verdict]:
            is_one = number == 1
            words = words.format("its" if is_one else "their")
            return f"{number:,} of {whole} {'is' if is_one else 'are'} {words}"
    if verdicts[Verdict.ON_TARGET]:
        return f"No page of {len(summaries):,} is too hard for its readers"
    return f"{whole} checked"


class Overview(NamedTuple):
    """All documents of a run, notes on it, and the difference from an earlier run.

    Attributes:
        entries: the documents, in the order of the run.
        notes: what was skipped or could not be opened.
        removed_paths: paths that only the earlier run had; None without an earlier run.
        repeats: how many entries only refer to an equal text.
        titles: the titles of rules, by id.
    """

    entries: tuple[DocumentSummary, ...]
    notes: tuple[str, ...] = ()
    removed_paths: tuple[str, ...] | None = None
    repeats: int = 0
    titles: Mapping[str, str] = {}

    def get_template_values(self) -> Mapping[str, Any]:
        """Return the values of the index template."""
        summaries = sorted(self.entries, key=_get_work_order)
        removed = self.removed_paths
        tally = sum_tallies(summary.tally for summary in summaries)._replace(repeats=self.repeats)
        return {
            "summaries": summaries,
            "headline": write_headline(summaries),
            "start_lines": list_start_lines(summaries),
            "list_tasks": list_tasks,
            "verdict_ranks": {verdict.value: rank for rank, verdict in enumerate(_RANKED)},
            "checked": format_end(tally, Style()),
            "trend_counts": [] if removed is None else self._count_trends(removed),
            "plot": build_plot(summaries),
            "questions": self._list_questions(),
            "selections": self._list_selections(),
            "has_owners": any(summary.owner for summary in summaries),
            "has_reviews": any(summary.review.due for summary in summaries),
            "by_rule": self._count_by_rule(tally),
            "unreadable": [summary for summary in summaries if summary.problem],
            "ungraded": [
                summary for summary in summaries if summary.grading.verdict is Verdict.TOO_SHORT
            ],
            "not_scored": [
                summary for summary in summaries if summary.grading.verdict is Verdict.NOT_SCORED
            ],
            "notes": self.notes,
            "removed_paths": removed or (),
        }

    def _list_questions(self) -> list[tuple[str, str, list[Choice]]]:
        """Return the questions with few answers: (name, label, choices)."""
        verdicts = Counter(summary.grading.verdict for summary in self.entries)
        tasks = Counter(task for summary in self.entries for task in list_tasks(summary))
        trends = Counter(summary.change.standing for summary in self.entries if summary.change)
        questions = [
            (
                "verdict",
                "Verdict",
                [
                    Choice(verdict.value, capitalise(verdict.value), verdicts[verdict], make_sign(verdict))
                    for verdict in (*_USUAL, *(v for v in _RANKED if v not in _USUAL))
                    if verdicts[verdict] or verdict in _USUAL
                ],
            ),
            (
                "task",
                "To do",
                [
                    Choice(_NEARLY_THERE, "Nearly there", tasks[_NEARLY_THERE]),
                    Choice(_WRONG_READERS, "Wrong readers?", tasks[_WRONG_READERS]),
                    Choice(_LATE, "Review late", tasks[_LATE]),
                ],
            ),
        ]
        if self.removed_paths is not None:
            choices = [Choice(trend.value, capitalise(trend.value), trends[trend]) for trend in Trend]
            questions.append(("change", "Since the last run", choices))
        return questions

    def _list_selections(self) -> list[tuple[str, str, list[Choice]]]:
        """Return the questions with many answers: (name, label, choices); none has only one."""
        audiences = Counter(summary.audience for summary in self.entries)
        owners = Counter(summary.owner for summary in self.entries if summary.owner)
        folders = Counter(folder for summary in self.entries for folder in _list_folders(summary))
        rules = Counter(rule for summary in self.entries for rule in summary.rules)
        by_title = sorted(rules, key=lambda rule: (self.titles.get(rule, rule).lower(), rule))
        selections = (
            ("audience", "Readers", [(name, capitalise(name)) for name in AUDIENCES], audiences),
            ("owner", "Owner", [(name, name) for name in sorted(owners)], owners),
            ("folder", "Folder", [(name, name) for name in sorted(folders)], folders),
            ("rule", "Rule", [(rule, self.titles.get(rule, rule)) for rule in by_title], rules),
        )
        return [
            (name, label, [Choice(*pair, counts[pair[0]]) for pair in pairs if counts[pair[0]]])
            for name, label, pairs, counts in selections
            if len(counts) > 1
        ]

    def _count_trends(self, removed: tuple[str, ...]) -> list[tuple[str, int]]:
        counts = Counter(summary.change.standing for summary in self.entries if summary.change)
        return [*((trend.value, counts[trend]) for trend in Trend), ("gone", len(removed))]

    def _count_by_rule(self, tally: Tally) -> list[tuple[str, str, Severity, int, int]]:
        """Return (rule, title, severity, findings, documents), worst and most frequent first."""
        documents = Counter(key for summary in self.entries for key in summary.tally.findings)
        return [
            (rule, self.titles.get(rule, rule), severity, count, documents[rule, severity])
            for rule, severity, count in tally.count_by_rule()
        ]


def capitalise(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def _list_folders(summary: DocumentSummary) -> list[str]:
    """Return the folder of a document and its parent folders."""
    return [str(folder) for folder in PurePath(summary.path).parents if folder.name]
