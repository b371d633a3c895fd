"""The overview: what the first page shows of all documents together."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Verdict
from plainlint.reporters.html.entry import Entry
from plainlint.reporters.html.plot import plot
from plainlint.run.comparison import Standing


class Overview(NamedTuple):
    """All documents of a run, what was left out, and what an earlier run had besides.

    Attributes:
        entries: the documents, in their order.
        notes: what was met and not followed, or could not be opened.
        gone: paths of the earlier run that are no more; None without an earlier run.
    """

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    gone: tuple[str, ...] | None = None

    def shown(self) -> Mapping[str, Any]:
        """The values that the template asks for."""
        entries = self.entries
        return {
            "entries": entries,
            "totals": self._totals(),
            "compared": [] if self.gone is None else self._changes(self.gone),
            "plot": plot(entries),
            "audiences": [a for a in AUDIENCES if any(each.audience == a for each in entries)],
            "verdicts": [v.value for v in Verdict if any(e.grading.verdict is v for e in entries)],
            "rules": sorted({rule for each in entries for rule in each.rules}),
            "folders": sorted({folder for each in entries for folder in _folders(each)}),
            "standings": [standing.value for standing in Standing],
            "by_rule": self._by_rule(),
            "unread": [each for each in entries if each.problem],
            "ungraded": [each for each in entries if each.grading.verdict is Verdict.TOO_SHORT],
            "notes": self.notes,
            "gone": self.gone or (),
        }

    def _totals(self) -> Mapping[str, int]:
        return {
            "too_hard": sum(each.grading.verdict is Verdict.TOO_HARD for each in self.entries),
            "errors": sum(each.count(Severity.ERROR) for each in self.entries),
            "warnings": sum(each.count(Severity.WARNING) for each in self.entries),
            "hard": sum(each.hard for each in self.entries),
            "overdue": sum(each.review.overdue for each in self.entries),
        }

    def _changes(self, gone: tuple[str, ...]) -> list[tuple[str, int]]:
        counted = Counter(each.change.standing for each in self.entries if each.change)
        return [*((each.value, counted[each]) for each in Standing), ("gone", len(gone))]

    def _by_rule(self) -> list[tuple[str, Severity, int, int]]:
        """(rule, severity, findings, documents), worst and most first."""
        findings: Counter[tuple[str, Severity]] = Counter()
        documents: Counter[tuple[str, Severity]] = Counter()
        for each in self.entries:
            findings.update(each.found)
            documents.update(each.found.keys())
        rows = [(rule, how, n, documents[rule, how]) for (rule, how), n in findings.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))


def _folders(entry: Entry) -> list[str]:
    """The document's folder and the folders around it."""
    return [str(folder) for folder in PurePath(entry.path).parents if folder.name]
