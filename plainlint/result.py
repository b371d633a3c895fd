"""Results: what one document came to."""

from typing import NamedTuple

from plainlint.analysis.metrics.measures import Measures
from plainlint.core.diagnostics import Diagnostic, Suppressed
from plainlint.document.model import Document


class Result(NamedTuple):
    """What one document came to.

    Attributes:
        document: its text and prose.
        audience: whom it was judged for.
        language: its declared language, `en` if it has none.
        measures: its counts and scores.
        diagnostics: the findings to tell, in text order.
        suppressed: those that the document asks not to be told.
        known: those that the baseline has.
        earlier: the lower grade before the change that is looked at; None if it is not known.
    """

    document: Document
    audience: str
    language: str
    measures: Measures
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Diagnostic, ...] = ()
    earlier: float | None = None

    @property
    def path(self) -> str:
        """The path by which the document was named."""
        return self.document.source.path

    def summary(self) -> "Result":
        """The result without blocks and sentences: what a report over many documents keeps."""
        document = Document(self.document.source, self.document.front_matter, ())
        return self._replace(document=document, measures=self.measures.summary())
