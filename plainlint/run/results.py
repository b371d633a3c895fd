"""The documents of a run: each with its result, which is unpacked as far as it is asked for."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from plainlint.core.source import RawFile, Source
from plainlint.engine.result import GradedResult, Grading, Result
from plainlint.run.report import Tally, count_findings
from plainlint.run.serialization import (
    Headline,
    ListedFinding,
    PackedResult,
    UnpackedResult,
    pack,
)


class LintedDocument:
    """A document and its result.

    Attributes:
        file: the document, as it was read.
        failure: why plainlint itself failed on it, in words; empty if it did not.
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
        """The audience whose limits the document was held to."""
        return self._graded.result.audience if self._graded else self._unpacked.audience

    @cached_property
    def source(self) -> Source:
        """The document's text."""
        return self._graded.result.document.source if self._graded else self.file.decode()

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
        suppressed = self._unpacked.suppressed_count
        return Tally(documents=1, touched=int(bool(counts)), findings=counts, suppressed=suppressed)

    def iter_headlines(self) -> Iterator[Headline]:
        """Return what a list of findings shows of each, in text order."""
        if not self._graded:
            return self._unpacked.iter_headlines()
        return (
            Headline(
                diagnostic.start.line,
                diagnostic.start.column,
                diagnostic.severity,
                diagnostic.rule,
                diagnostic.message,
            )
            for diagnostic in self._graded.result.diagnostics
        )

    def iter_listed(self) -> Iterator[ListedFinding]:
        """Return what a list shows of each finding with its text, in text order."""
        if not self._graded:
            return self._unpacked.iter_listed()
        return (
            ListedFinding(
                line=diagnostic.start.line,
                column=diagnostic.start.column,
                severity=diagnostic.severity,
                rule=diagnostic.rule,
                message=diagnostic.message,
                help=diagnostic.help,
                start=diagnostic.span.start,
                end=diagnostic.span.end,
            )
            for diagnostic in self._graded.result.diagnostics
        )
