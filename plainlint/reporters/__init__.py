"""Reporters: one format a file, each a pure function from results to text.

Some formats are written document by document, the others need the whole report.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.inert import make_inert, make_inert_json, make_inert_xml

if TYPE_CHECKING:
    from plainlint.reporters.style import Style
    from plainlint.run.report import LintedDocument, Report
    from plainlint.run.tally import Tally


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
# Parts that are remembered, some 30 MB of them; in a run with more, later ones are printed in full.
_MOST_KNOWN = 200_000


class RepeatFolder:
    """Replaces parts that were printed before by a reference to the first place."""

    def __init__(self, say: Callable[[str], str] = str) -> None:
        self._say = say
        self._first_places: dict[bytes, str] = {}
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
        first = self._first_places.get(part.digest)
        if first is None:
            if len(self._first_places) < _MOST_KNOWN:
                self._first_places[part.digest] = part.where
            return part.text
        self.repeats += 1
        if part.reference:
            return f"{part.reference}{first}\n"
        self._elsewhere.setdefault(part.digest, [first]).append(part.where)
        return ""

    def describe_elsewhere(self) -> str:
        """Return where else the parts that were printed only once apply, a line each."""
        return "".join(
            f"{self._say(_describe_places(places))}\n" for places in self._elsewhere.values()
        )


def _describe_places(places: "Sequence[str]") -> str:
    first, *others = places
    named = ", ".join(others[:_MOST_NAMED])
    rest = len(others) - _MOST_NAMED
    return f"The same as {first}: {named}{f' and {rest:,} more' if rest > 0 else ''}."


class StreamedFormat(NamedTuple):
    """A format that is written document by document.

    Attributes:
        format_document: returns the text of one document, or its parts if some may repeat.
        format_end: returns what follows the last document.
        start: what comes before the first document.
        between: what separates two documents.
        details: whether it needs the details of results; without, only headlines and counts.
        seal: makes finished text inert, so that nothing in it is a command to what reads it.
    """

    format_document: "Callable[[LintedDocument, Style], str | list[RepeatableText]]"
    format_end: "Callable[[Tally, Style], str]"
    start: str = ""
    between: str = ""
    details: bool = True
    seal: Callable[[str], str] = make_inert

    def render(self, document: "LintedDocument", style: "Style") -> "str | list[RepeatableText]":
        """Return the text of one document as it may be printed, or its parts."""
        rendering = self.format_document(document, style)
        if isinstance(rendering, str):
            return self.seal(rendering)
        return [
            part._replace(
                text=self.seal(part.text),
                where=self.seal(part.where),
                reference=self.seal(part.reference),
            )
            for part in rendering
        ]

    def render_end(self, tally: "Tally", style: "Style") -> str:
        """Return what follows the last document, as it may be printed."""
        return self.seal(self.format_end(tally, style))


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
# What makes a report inert; those that consist of commands see to each value themselves.
_SEALS: dict[str, Callable[[str], str]] = {
    "sarif": make_inert_json,
    "gitlab": make_inert_json,
    "rdjson": make_inert_json,
    "junit": make_inert_xml,
    "checkstyle": make_inert_xml,
    "markdown": make_inert,
}


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
    seal = _SEALS.get(name, str)
    return lambda report, style: seal(reporter(report, style))


def format_documents(
    streamed: StreamedFormat, documents: "Iterable[LintedDocument]", tally: "Tally", style: "Style"
) -> str:
    """Return documents in a streamed format as one text."""
    folder = RepeatFolder(style.say)
    rendered = (streamed.render(document, style) for document in documents)
    texts = (text if isinstance(text, str) else folder.fold(text) for text in rendered)
    body = streamed.between.join(texts)
    end = streamed.render_end(tally._replace(repeats=folder.repeats), style)
    return f"{streamed.start}{body}{folder.describe_elsewhere()}{end}"
