"""The report: what one run over many documents came to, for the reporters to show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainlint.baseline import Entry
from plainlint.core.diagnostics import Diagnostic
from plainlint.engine.result import Grading, Result
from plainlint.rulebook.page import Page
from plainlint.tally import Tally, added


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

    @property
    def tally(self) -> Tally:
        """The findings of all documents in numbers."""
        return added(map(tally_of, self.results))._replace(absent=len(self.absent or ()))


def tally_of(result: Result) -> Tally:
    """The findings of one document in numbers."""
    found = Counter((each.rule, each.severity.value) for each in result.diagnostics)
    return Tally(1, int(bool(found)), found, len(result.known), len(result.suppressed))
