"""Readers: source text to Document. The parser is imported only when a document is read."""

from typing import TYPE_CHECKING

from plainlint.core.source import Source

if TYPE_CHECKING:
    from plainlint.document.model import Document


def parse(text: str, path: str = "<text>") -> "Document":
    """Parse Markdown with optional YAML front matter.

    Args:
        text: the whole text of the document, with any line ends and an optional byte-order mark.
        path: the name of the document in findings.
    """
    return parse_source(Source(text, path))


def parse_source(source: Source, *, join_lists: bool = False, parser: str = "auto") -> "Document":
    """Parse a source; one with a problem becomes a document without blocks.

    Args:
        join_lists: whether a list of fragments forms one sentence with the text before it.
        parser: `auto`, or `markdown-it` to read Markdown only with the reference reader.
    """
    # A run that finds all results in its cache needs no parser.
    from plainlint.document.readers.build import build_document

    return build_document(source, join_lists=join_lists, parser=parser)
