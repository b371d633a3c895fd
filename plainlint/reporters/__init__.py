"""Reporters: one format a file, each a pure function from results to text.

Some formats are written document by document, the others need the whole report.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plainlint.reporters.style import Style
    from plainlint.run.report import LintedDocument, Report, Tally


class StreamedFormat(NamedTuple):
    """A format that is written document by document.

    Attributes:
        format_document: returns the text of one document.
        format_end: returns what follows the last document.
        start: what comes before the first document.
        between: what separates two documents.
        details: whether it needs the details of results; without, only headlines and counts.
    """

    format_document: "Callable[[LintedDocument, Style], str]"
    format_end: "Callable[[Tally, Style], str]"
    start: str = ""
    between: str = ""
    details: bool = True


# A format's name, and the module and name of its function or `StreamedFormat`.
STREAMED_FORMATS = {
    "full": ("text", "FULL"),
    "concise": ("text", "CONCISE"),
    "statistics": ("text", "STATISTICS"),
    "json": ("json", "JSON"),
    "jsonl": ("json", "JSONL"),
}
REPORT_FORMATS = {
    "sarif": ("sarif", "sarif"),
    "github": ("github", "github"),
    "gitlab": ("gitlab", "gitlab"),
    "junit": ("junit", "junit"),
    "checkstyle": ("checkstyle", "checkstyle"),
    "rdjson": ("rdjson", "rdjson"),
    "azure": ("azure", "azure"),
    "markdown": ("markdown", "markdown"),
}
FORMATS = (*STREAMED_FORMATS, *REPORT_FORMATS)


def load_streamed_format(name: str) -> StreamedFormat:
    """Return a format that is written document by document, importing its module only now."""
    module, attribute = STREAMED_FORMATS[name]
    streamed: StreamedFormat = getattr(import_module(f"plainlint.reporters.{module}"), attribute)
    return streamed


def load_reporter(name: str) -> "Callable[[Report, Style], str]":
    """Return the function that writes a whole report, importing its module only now."""
    module, function = REPORT_FORMATS[name]
    reporter: Callable[[Report, Style], str] = getattr(
        import_module(f"plainlint.reporters.{module}"), function
    )
    return reporter


def format_documents(
    streamed: StreamedFormat, documents: "Iterable[LintedDocument]", tally: "Tally", style: "Style"
) -> str:
    """Return documents in a streamed format as one text."""
    texts = (streamed.format_document(document, style) for document in documents)
    body = streamed.between.join(texts)
    return f"{streamed.start}{body}{streamed.format_end(tally, style)}"
