"""The report: what one run over many documents came to, for the reporters to show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plainlint.diagnostics import Diagnostic, Severity
from plainlint.linter import Result


@dataclass(frozen=True, slots=True)
class Report:
    """The results of one run, in the order of the documents."""

    results: tuple[Result, ...]

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
