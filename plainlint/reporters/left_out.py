"""What was left out of a document's scores: where, why, and how it begins."""

from collections.abc import Iterator

from plainlint.core.source import Source, Span
from plainlint.core.text import printable
from plainlint.document.model import Document

_TEXT = 110


def left_out(document: Document) -> Iterator[tuple[int, str, str]]:
    """(line, why, the text's beginning on one line) of all that was not scored, in text order."""
    front_matter = document.front_matter.span
    parts = [(front_matter, "front matter")] if front_matter.end else []
    parts += [(b.span, b.left_out.value) for b in document.blocks if b.left_out is not None]
    parts += [(omission.span, omission.reason) for omission in document.omissions]
    for span, why in sorted(parts):
        yield document.source.locate(span.start).line, why, _start_of(document.source, span)


def _start_of(source: Source, span: Span) -> str:
    # Enough to be cut, however much white space there is.
    start = source.text[span.start : min(span.end, span.start + 20 * _TEXT)]
    text = " ".join(printable(start.replace("\n", " ")).split())
    return text if len(text) <= _TEXT else text[: _TEXT - 1] + "…"
