"""The numbers of a run: how many findings there are, by rule and severity."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Result

if TYPE_CHECKING:
    from plainlint.run.baseline import BaselineEntry


class Tally(NamedTuple):
    """The numbers of one document, or of several.

    Attributes:
        documents: how many there are.
        touched: how many of them have findings.
        findings: how many findings are reported, by rule and severity.
        entries: how many groups of findings that is: a sentence with three findings is one entry.
        repeats: how many of the entries were shown before, for an equal sentence.
        baselined: how many more are in the baseline.
        suppressed: how many more are suppressed by comments in the documents.
        safe_fixes: how many of the findings have a safe fix, by rule and severity.
        unsafe_fixes: how many of them have a fix that replaces words, by rule and severity.
        stale: the entries of the baseline that no finding matches any more.
    """

    documents: int = 0
    touched: int = 0
    findings: Mapping[tuple[str, str], int] = {}
    entries: int = 0
    repeats: int = 0
    baselined: int = 0
    suppressed: int = 0
    safe_fixes: Mapping[tuple[str, str], int] = {}
    unsafe_fixes: Mapping[tuple[str, str], int] = {}
    stale: "tuple[BaselineEntry, ...]" = ()

    @property
    def fixable(self) -> int:
        """How many of the findings have a safe fix."""
        return sum(self.safe_fixes.values())

    @property
    def unsafe(self) -> int:
        """How many of the findings have a fix that replaces words."""
        return sum(self.unsafe_fixes.values())

    def count_by_rule(self) -> list[tuple[str, Severity, int]]:
        """Return rows of (rule, severity, count), the worst and most frequent first."""
        rows = [(rule, Severity(name), count) for (rule, name), count in self.findings.items()]
        return sorted(rows, key=lambda row: (row[1].rank, -row[2], row[0]))

    def count_by_severity(self) -> dict[str, int]:
        """Return how many findings of each severity there are, worst first."""
        counts = dict.fromkeys(map(str, Severity), 0)
        for (_, severity), count in self.findings.items():
            counts[severity] += count
        return counts

    def fails(self, fail_on: Severity | None) -> bool:
        """Return whether there is a finding at least as bad as `fail_on`."""
        if fail_on is None:
            return False
        return any(Severity(name).rank <= fail_on.rank for _, name in self.findings)


def sum_tallies(tallies: Iterable[Tally]) -> Tally:
    """Add up the numbers of several tallies."""
    documents = touched = entries = baselined = suppressed = 0
    findings, safe, unsafe = (Counter[tuple[str, str]]() for _ in range(3))
    stale: tuple[BaselineEntry, ...] = ()
    for tally in tallies:
        documents += tally.documents
        touched += tally.touched
        findings.update(tally.findings)
        entries += tally.entries
        baselined += tally.baselined
        suppressed += tally.suppressed
        safe.update(tally.safe_fixes)
        unsafe.update(tally.unsafe_fixes)
        stale += tally.stale
    return Tally(
        documents=documents,
        touched=touched,
        findings=findings,
        entries=entries,
        baselined=baselined,
        suppressed=suppressed,
        safe_fixes=safe,
        unsafe_fixes=unsafe,
        stale=stale,
    )


def count_findings(result: Result) -> Tally:
    """Count the findings of one document."""
    counts = Counter(
        (diagnostic.rule, diagnostic.severity.value) for diagnostic in result.diagnostics
    )
    fixes = [
        ((diagnostic.rule, diagnostic.severity.value), diagnostic.fix.safe)
        for diagnostic in result.diagnostics
        if diagnostic.fix
    ]
    return Tally(
        documents=1,
        touched=int(bool(counts)),
        findings=counts,
        entries=len({diagnostic.group for diagnostic in result.diagnostics}),
        baselined=len(result.baselined),
        suppressed=len(result.suppressed),
        safe_fixes=Counter(key for key, safe in fixes if safe),
        unsafe_fixes=Counter(key for key, safe in fixes if not safe),
    )
