"""The documents of a run with their results, and the report on all of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.result import GradedResult, Grading, Result
from plainlint.run.serialization import (
    LISTED,
    FindingRow,
    Headline,
    ListedFinding,
    PackedResult,
    UnpackedResult,
    make_row,
    pack,
)

if TYPE_CHECKING:
    from plainlint.analysis.metrics.measures import Measures
    from plainlint.rulebook.page import Page
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
        fixable: how many of the findings have a safe fix.
        unsafe: how many of them have a fix that replaces words.
        stale: the entries of the baseline that no finding matches any more.
    """

    documents: int = 0
    touched: int = 0
    findings: Mapping[tuple[str, str], int] = {}
    entries: int = 0
    repeats: int = 0
    baselined: int = 0
    suppressed: int = 0
    fixable: int = 0
    unsafe: int = 0
    stale: "tuple[BaselineEntry, ...]" = ()

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
    documents = touched = entries = baselined = suppressed = fixable = unsafe = 0
    findings = Counter[tuple[str, str]]()
    stale: tuple[BaselineEntry, ...] = ()
    for tally in tallies:
        documents += tally.documents
        touched += tally.touched
        findings.update(tally.findings)
        entries += tally.entries
        baselined += tally.baselined
        suppressed += tally.suppressed
        fixable += tally.fixable
        unsafe += tally.unsafe
        stale += tally.stale
    return Tally(
        documents=documents,
        touched=touched,
        findings=findings,
        entries=entries,
        baselined=baselined,
        suppressed=suppressed,
        fixable=fixable,
        unsafe=unsafe,
        stale=stale,
    )


class Report(NamedTuple):
    """The results of one run, in the order of the documents, and what reporters need besides.

    Attributes:
        results: one for each document.
        gradings: the grades against their targets, one for each result.
        pages: the rule pages by id.
        root: the folder of the run, to which reports make paths relative.
        stale: the entries of the baseline that no finding matches; None without a baseline.
        rules_url: where rule pages are published, with `{rule}` for the id; empty if nowhere.
        lists_hidden: whether formats that can say so also list findings that comments suppress, or
            that are in the baseline, and stale entries of the baseline.
    """

    results: tuple[Result, ...]
    gradings: tuple[Grading, ...] = ()
    pages: "Mapping[str, Page]" = {}  # noqa: RUF012 -- a field of a named tuple
    root: Path = Path()
    stale: "tuple[BaselineEntry, ...] | None" = None
    rules_url: str = ""
    lists_hidden: bool = False

    def make_rule_url(self, rule: str) -> str:
        """Return the public address of a rule's page; empty if it has none.

        The page's file is on the machine of the run, where no reader of a report can open it.
        """
        url = self.rules_url.replace("{rule}", rule)
        return url if url.lower().startswith(("https://", "http://")) else ""

    @property
    def diagnostics(self) -> Iterable[Diagnostic]:
        """All findings, document by document."""
        return (diagnostic for result in self.results for diagnostic in result.diagnostics)

    @property
    def tally(self) -> Tally:
        """The findings of all documents in numbers."""
        return sum_tallies(map(count_findings, self.results))._replace(stale=self.stale or ())


def count_findings(result: Result) -> Tally:
    """Count the findings of one document."""
    counts = Counter(
        (diagnostic.rule, diagnostic.severity.value) for diagnostic in result.diagnostics
    )
    fixes = [diagnostic.fix for diagnostic in result.diagnostics if diagnostic.fix]
    return Tally(
        documents=1,
        touched=int(bool(counts)),
        findings=counts,
        entries=len({diagnostic.group for diagnostic in result.diagnostics}),
        baselined=len(result.baselined),
        suppressed=len(result.suppressed),
        fixable=len([fix for fix in fixes if fix.safe]),
        unsafe=len([fix for fix in fixes if not fix.safe]),
    )


class LintedDocument:
    """A document and its result.

    Attributes:
        file: the document as it was read.
        failure: why plainlint itself failed on it; empty if it did not.
    """

    def __init__(
        self,
        file: RawFile,
        graded: GradedResult | None = None,
        packed: PackedResult | None = None,
        failure: str = "",
    ) -> None:
        self.file = file
        self.failure = failure
        self._graded = graded
        self._packed = packed

    @cached_property
    def _unpacked(self) -> UnpackedResult:
        assert self._packed is not None
        return UnpackedResult(self._packed, self.file)

    @property
    def path(self) -> str:
        """The document's path as it was given."""
        return self.file.path

    @property
    def audience(self) -> str:
        """The audience whose limits apply to the document."""
        return self._graded.result.audience if self._graded else self._unpacked.audience

    @property
    def language(self) -> str:
        """The document's language."""
        return self._graded.result.language if self._graded else self._unpacked.language

    @property
    def measures(self) -> "Measures":
        """The counts and scores of the document."""
        return self._graded.result.measures if self._graded else self._unpacked.measures

    @cached_property
    def source(self) -> Source:
        """The document's text."""
        return self._graded.result.document.source if self._graded else decode_file(self.file)

    @property
    def result(self) -> Result:
        """The whole result; without blocks and sentences if it comes from the cache or a worker."""
        return self._graded.result if self._graded else self._unpacked.result

    @property
    def grading(self) -> Grading:
        """The grades against the target of the document's readers."""
        return self._graded.grading if self._graded else self._unpacked.grading

    def replace_result(self, result: Result) -> "LintedDocument":
        """Return the document with another result, after a filter has changed it."""
        return LintedDocument(self.file, GradedResult(result, self.grading), failure=self.failure)

    def pack(self) -> PackedResult:
        """Return the result as bytes."""
        return self._packed or pack(GradedResult(self.result, self.grading))

    def count_findings(self) -> Tally:
        """Count the findings by rule and severity."""
        if self._graded:
            return count_findings(self._graded.result)
        counts = Counter(self._unpacked.iter_severities())
        fixable, unsafe = self._unpacked.fix_counts
        return Tally(
            documents=1,
            touched=int(bool(counts)),
            findings=counts,
            entries=self._unpacked.count_groups(),
            suppressed=self._unpacked.suppressed_count,
            fixable=fixable,
            unsafe=unsafe,
        )

    def iter_headlines(self) -> Iterator[Headline]:
        """Return the headline of each finding, in text order."""
        if not self._graded:
            return self._unpacked.iter_headlines()
        return (
            (line, column, severity, rule, message, group)
            for line, column, severity, rule, message, group, *_ in self.iter_rows()
        )

    def iter_listed(self) -> Iterator[ListedFinding]:
        """Return what a list with excerpts shows of each finding, in text order."""
        if not self._graded:
            return self._unpacked.iter_listed()
        return (row[:LISTED] for row in self.iter_rows())

    def iter_rows(self) -> Iterator[FindingRow]:
        """Return all of each finding but its text, as plain values, in text order."""
        if not self._graded:
            return self._unpacked.iter_rows()
        return map(make_row, self._graded.result.diagnostics)
