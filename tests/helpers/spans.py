"""Documents with « » around expected spans."""

import re

from plainlint.core.source import Span
from plainlint.core.words import WORD

_MARK = re.compile("[«»]")


def unmark(marked):
    """Return the document without its marks, and the spans that they enclosed."""
    pieces = _MARK.split(marked)
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    spans = [Span(start, end) for start, end in zip(edges[1:-1:2], edges[2:-1:2], strict=True)]
    return "".join(pieces), spans


def mark(text, spans):
    """Return the document with « » around the spans."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}«{text[span.start : span.end]}»{text[span.end :]}"
    return text


def words(document):
    """Yield all visible words with their spans, also those of headings and fragments."""
    for block in document.blocks:
        for match in WORD.finditer(block.text):
            yield match.group(), block.prose.get_span(*match.span())
