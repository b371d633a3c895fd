"""Tallies: what findings come to in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Severity


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
    found: Mapping[tuple[str, str], int] = {}
    known: int = 0
    suppressed: int = 0
    absent: int = 0

    def by_rule(self) -> list[tuple[str, Severity, int]]:
        """(rule, severity, how many), worst and most first."""
        rows = [(rule, Severity(word), count) for (rule, word), count in self.found.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))

    def by_severity(self) -> dict[str, int]:
        """How many findings of each severity, worst first."""
        counts = dict.fromkeys(map(str, Severity), 0)
        for (_, severity), count in self.found.items():
            counts[severity] += count
        return counts

    def fails(self, fail_on: Severity | None) -> bool:
        """Whether there is a finding at least as bad as `fail_on`."""
        if fail_on is None:
            return False
        return any(Severity(word).rank <= fail_on.rank for _, word in self.found)


def added(tallies: Iterable[Tally]) -> Tally:
    """The numbers of several tallies in one."""
    all_of_them = tuple(tallies)
    found = Counter[tuple[str, str]]()
    for each in all_of_them:
        found.update(each.found)
    return Tally(
        sum(each.documents for each in all_of_them),
        sum(each.touched for each in all_of_them),
        found,
        sum(each.known for each in all_of_them),
        sum(each.suppressed for each in all_of_them),
        sum(each.absent for each in all_of_them),
    )
