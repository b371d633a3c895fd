"""The report: what one run over many documents came to, for the reporters to show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plainlint.baseline import Entry
from plainlint.diagnostics import Diagnostic, Severity
from plainlint.grading import Grading
from plainlint.result import Result
from plainlint.rulebook import Page


@dataclass(frozen=True, slots=True)
class Report:
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
    pages: Mapping[str, Page] = field(default_factory=dict)
    root: Path = Path()
    absent: tuple[Entry, ...] | None = None
    rules_url: str = ""

    def rule_url(self, rule: str) -> str:
        """The address of a rule's page: where it is published, else the file of the page."""
        if self.rules_url:
            return self.rules_url.replace("{rule}", rule)
        return self.pages[rule].path.absolute().as_uri() if rule in self.pages else ""

    @property
    def diagnostics(self) -> Iterable[Diagnostic]:
        """All findings, document by document."""
        return (diagnostic for result in self.results for diagnostic in result.diagnostics)

    def by_rule(self) -> list[tuple[str, Severity, int]]:
        """(rule, severity, how many), worst and most first."""
        counted = Counter((each.rule, each.severity) for each in self.diagnostics)
        rows = [(rule, severity, count) for (rule, severity), count in counted.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))

    def by_severity(self) -> dict[str, int]:
        """How many findings of each severity, worst first."""
        counted = Counter(each.severity for each in self.diagnostics)
        return {severity.value: counted[severity] for severity in Severity}

    def fails(self, fail_on: Severity | None) -> bool:
        """Whether there is a finding at least as bad as `fail_on`."""
        if fail_on is None:
            return False
        return any(each.severity.rank <= fail_on.rank for each in self.diagnostics)
