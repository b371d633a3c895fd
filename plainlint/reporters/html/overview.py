"""The index page: what is too hard, where to start, and the tables of documents and rules."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Verdict
from plainlint.languages.phrases import translate
from plainlint.reporters.entries import format_end
from plainlint.reporters.html.choices import Choice, capitalise
from plainlint.reporters.html.folders import name_folders
from plainlint.reporters.html.plot import build_plots
from plainlint.reporters.html.scales import name_level, name_verdict
from plainlint.reporters.html.start import (
    LATE,
    NEARLY_THERE,
    TASK,
    WRONG_READERS,
    list_start_lines,
    list_tasks,
    write_headline,
)
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


def _get_work_order(summary: DocumentSummary) -> tuple[int, bool, int, str]:
    """Order by verdict, then by the fewest sentences to rewrite; those without an estimate last."""
    left = summary.to_rewrite
    return _RANKED.index(summary.grading.verdict), left is None, left or 0, summary.path


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

    def get_template_values(self, language: str = "") -> Mapping[str, Any]:
        """Return the values of the index template; `language` is that of its fixed words."""
        summaries = sorted(self.entries, key=_get_work_order)
        removed = self.removed_paths
        tally = sum_tallies(summary.tally for summary in summaries)._replace(repeats=self.repeats)
        return {
            "summaries": summaries,
            "headline": write_headline(summaries),
            "start_lines": list_start_lines(summaries),
            "list_tasks": list_tasks,
            "name_folder": name_folders(summaries).name,
            "verdict_ranks": {verdict.value: rank for rank, verdict in enumerate(_RANKED)},
            "checked": format_end(tally, Style(language=language)),
            "trend_counts": [] if removed is None else self._count_trends(removed),
            "plots": build_plots(summaries),
            "level_name": name_level(summaries),
            "questions": self._list_questions(),
            "selections": self._list_selections(language),
            "has_owners": any(summary.owners for summary in summaries),
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
                    Choice(
                        verdict.value,
                        capitalise(name_verdict(verdict, self.entries)),
                        verdicts[verdict],
                        make_sign(verdict),
                    )
                    for verdict in dict.fromkeys((*_USUAL, *_RANKED))
                    for value in (verdict.value,)
                    if verdicts[verdict] or verdict in _USUAL
                ],
            ),
            (
                TASK,
                "To do",
                [
                    Choice(NEARLY_THERE, "Nearly there", tasks[NEARLY_THERE]),
                    Choice(WRONG_READERS, "Wrong readers?", tasks[WRONG_READERS]),
                    Choice(LATE, "Review late", tasks[LATE]),
                ],
            ),
        ]
        if self.removed_paths is not None:
            choices = [
                Choice(trend.value, capitalise(trend.value), trends[trend]) for trend in Trend
            ]
            questions.append(("change", "Since the last run", choices))
        return questions

    def _list_selections(self, language: str) -> list[tuple[str, str, list[Choice]]]:
        """Return the questions with many answers: (name, label, choices); none has only one."""
        audiences = Counter(summary.audience for summary in self.entries)
        owners = Counter(owner.lower() for summary in self.entries for owner in summary.owners)
        # Names that differ in case alone are one owner.
        names = {owner.lower(): owner for summary in self.entries for owner in summary.owners}
        folder_names = name_folders(self.entries)
        folders = Counter(
            folder
            for summary in self.entries
            for folder in _list_folders(summary)
            if folder_names.name(folder)
        )
        by_folder = [(path, folder_names.name(path)) for path in sorted(folders)]
        rules = Counter(rule for summary in self.entries for rule in summary.rules)
        by_title = sorted(rules, key=lambda rule: (self.titles.get(rule, rule).lower(), rule))
        selections = (
            (
                "audience",
                "Readers",
                [(name, translate(capitalise(name), language)) for name in AUDIENCES],
                audiences,
            ),
            ("owner", "Owner", sorted(names.items()), owners),
            ("folder", "Folder", by_folder, folders),
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


def _list_folders(summary: DocumentSummary) -> list[str]:
    """Return the folder of a document and its parent folders."""
    return [str(folder) for folder in PurePath(summary.path).parents if folder.name]
