"""Reporters: one format a file, each a pure function from results to text.

Some formats are written document by document, the others need the whole report.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plainlint.reporters.style import Style
    from plainlint.run.report import LintedDocument, Report, Tally


class RepeatableText(NamedTuple):
    """A part of a document's text that may be printed only once in a run.

    Attributes:
        text: the part.
        digest: the same for parts that say the same of the same sentence; empty if it is always
            printed in full.
        where: the document and line, by which later parts refer to it.
        reference: what a later part says before the place of the first one; empty if it says
            nothing, and the end of the run names the documents.
    """

    text: str
    digest: bytes = b""
    where: str = ""
    reference: str = ""


# Of the documents with the same finding.
_MOST_NAMED = 5


class RepeatFolder:
    """Replaces parts that were printed before by a reference to the first place."""

    def __init__(self) -> None:
        self._told: dict[bytes, str] = {}
        # How many parts were replaced.
        self.repeats = 0
        # The places of parts that are printed once, by their digest, the first place first.
        self._elsewhere: dict[bytes, list[str]] = {}

    def fold(self, parts: "Iterable[RepeatableText]") -> str:
        """Return the text of the parts, in the order of the run."""
        return "".join(map(self._tell, parts))

    def _tell(self, part: RepeatableText) -> str:
        if not part.digest:
            return part.text
        first = self._told.setdefault(part.digest, part.where)
        if first is part.where:
            return part.text
        self.repeats += 1
        if part.reference:
            return f"{part.reference}{first}\n"
        self._elsewhere.setdefault(part.digest, [first]).append(part.where)
        return ""

    def describe_elsewhere(self) -> str:
        """Return where else the parts that were printed only once apply, a line each."""
        return "".join(map(_describe_places, self._elsewhere.values()))


def _describe_places(places: "Sequence[str]") -> str:
    first, *others = places
    named = ", ".join(others[:_MOST_NAMED])
    rest = len(others) - _MOST_NAMED
    return f"The same as {first}: {named}{f' and {rest:,} more' if rest > 0 else ''}.\n"


class StreamedFormat(NamedTuple):
    """A format that is written document by document.

    Attributes:
        format_document: returns the text of one document, or its parts if some may repeat.
        format_end: returns what follows the last document.
        start: what comes before the first document.
        between: what separates two documents.
        details: whether it needs the details of results; without, only headlines and counts.
    """

    format_document: "Callable[[LintedDocument, Style], str | list[RepeatableText]]"
    format_end: "Callable[[Tally, Style], str]"
    start: str = ""
    between: str = ""
    details: bool = True


# A format's name, and the module and name of its function or `StreamedFormat`.
STREAMED_FORMATS = {
    "entries": ("entries", "ENTRIES"),
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
    folder = RepeatFolder()
    rendered = (streamed.format_document(document, style) for document in documents)
    texts = (text if isinstance(text, str) else folder.fold(text) for text in rendered)
    body = streamed.between.join(texts)
    end = streamed.format_end(tally._replace(repeats=folder.repeats), style)
    return f"{streamed.start}{body}{folder.describe_elsewhere()}{end}"
