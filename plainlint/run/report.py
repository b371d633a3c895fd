"""The documents of a run with their results, and the report on all of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.result import GradedResult, Grading, Result
from plainlint.run.listing import format_listing
from plainlint.run.serialization import (
    LISTED,
    FindingRow,
    ListedFinding,
    PackedResult,
    UnpackedResult,
    make_row,
    pack,
)
from plainlint.run.tally import Tally, count_findings, sum_tallies

if TYPE_CHECKING:
    from plainlint.analysis.metrics.measures import Measures
    from plainlint.rulebook.page import Page
    from plainlint.run.baseline import BaselineEntry


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
        return count_findings(self._graded.result) if self._graded else self._unpacked.tally

    @property
    def listing(self) -> str:
        """The findings as lines, in text order; see `format_listing`."""
        return format_listing(list(self.iter_rows())) if self._graded else self._unpacked.listing

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
