"""Source text to Document. The parser itself is imported when a document is read."""

from typing import TYPE_CHECKING

from plainlint.core.source import Source

if TYPE_CHECKING:
    from plainlint.document.model import Document


def parse(text: str, path: str = "<text>") -> "Document":
    """Parse Markdown with optional YAML front matter.

    Args:
        text: the document's whole text; line ends may be LF or CRLF, a byte-order mark may lead.
        path: the name by which findings refer to the document.
    """
    return parse_source(Source(text, path))


def parse_source(source: Source, *, join_lists: bool = False, parser: str = "auto") -> "Document":
    """Parse a source; one with a problem becomes a document without blocks.

    Args:
        join_lists: whether a list of fragments is one sentence with the stem before it.
        parser: `auto`, or `markdown-it` to have Markdown read by the reference reader alone.
    """
    # A run that finds all in its cache needs no parser.
    from plainlint.document.readers.build import build_document

    return build_document(source, join_lists=join_lists, parser=parser)
