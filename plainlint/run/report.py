"""The report: what one run over many documents came to, for the reporters to show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.engine.result import Grading, Result
from plainlint.rulebook.page import Page
from plainlint.run.baseline import BaselineEntry


class Tally(NamedTuple):
    """The numbers of one document, or of several.

    Attributes:
        documents: how many there are.
        touched: how many of them have findings.
        found: how many findings are told, by rule and severity.
        known: how many more the baseline has.
        suppressed: how many more the documents ask not to be told.
        absent: how many entries of the baseline no document has any more.
    """

    documents: int = 0
    touched: int = 0
    findings: Mapping[tuple[str, str], int] = {}
    known: int = 0
    suppressed: int = 0
    stale: int = 0

    def count_by_rule(self) -> list[tuple[str, Severity, int]]:
        """(rule, severity, how many), worst and most first."""
        rows = [(rule, Severity(word), count) for (rule, word), count in self.findings.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))

    def count_by_severity(self) -> dict[str, int]:
        """How many findings of each severity, worst first."""
        counts = dict.fromkeys(map(str, Severity), 0)
        for (_, severity), count in self.findings.items():
            counts[severity] += count
        return counts

    def fails(self, fail_on: Severity | None) -> bool:
        """Whether there is a finding at least as bad as `fail_on`."""
        if fail_on is None:
            return False
        return any(Severity(word).rank <= fail_on.rank for _, word in self.findings)


def sum_tallies(tallies: Iterable[Tally]) -> Tally:
    """The numbers of several tallies in one."""
    all_of_them = tuple(tallies)
    found = Counter[tuple[str, str]]()
    for each in all_of_them:
        found.update(each.findings)
    return Tally(
        sum(each.documents for each in all_of_them),
        sum(each.touched for each in all_of_them),
        found,
        sum(each.known for each in all_of_them),
        sum(each.suppressed for each in all_of_them),
        sum(each.stale for each in all_of_them),
    )


class Report(NamedTuple):
    """The results of one run, in the order of the documents, and what reporters say of them.

    Attributes:
        results: one for each document.
        gradings: its grades against its target, one for each result.
        pages: the rule pages by id.
        root: the folder of the run, from which reports count paths.
        absent: what the baseline has and the documents no longer have; None without a baseline.
        rules_url: where teams publish rule pages, with `{rule}` for the id; empty for nowhere.
    """

    results: tuple[Result, ...]
    gradings: tuple[Grading, ...] = ()
    pages: Mapping[str, Page] = {}
    root: Path = Path()
    stale: tuple[BaselineEntry, ...] | None = None
    rules_url: str = ""

    def make_rule_url(self, rule: str) -> str:
        """The address of a rule's page: where it is published, else the file of the page."""
        if self.rules_url:
            return self.rules_url.replace("{rule}", rule)
        return self.pages[rule].path.absolute().as_uri() if rule in self.pages else ""

    @property
    def diagnostics(self) -> Iterable[Diagnostic]:
        """All findings, document by document."""
        return (diagnostic for result in self.results for diagnostic in result.diagnostics)

    @property
    def tally(self) -> Tally:
        """The findings of all documents in numbers."""
        return sum_tallies(map(count_findings, self.results))._replace(stale=len(self.stale or ()))


def count_findings(result: Result) -> Tally:
    """The findings of one document in numbers."""
    found = Counter((each.rule, each.severity.value) for each in result.diagnostics)
    return Tally(1, int(bool(found)), found, len(result.baselined), len(result.suppressed))
