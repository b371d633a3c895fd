"""Select the reader: pyromark where both readers are known to agree, else markdown-it."""

from collections.abc import Sequence

from plainlint.core.source import Source
from plainlint.document.readers.raw_block import RawBlock


def read_blocks(source: Source, body_start: int, parser: str) -> tuple[Sequence[RawBlock], int]:
    """Read the blocks of the Markdown from `body_start` on, in source order.

    The second value is the line where the nesting becomes too deep to be read; 0 if it does not.
    """
    if parser == "auto":
        from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks as read_fast
        from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader

        try:
            return read_fast(source.text, body_start), 0
        except NeedsReferenceReader:
            pass
    from plainlint.document.readers.markdown.markdown_it.blocks import read_raw_blocks

    try:
        return read_raw_blocks(source, body_start)
    except RecursionError:
        return (), source.locate(body_start).line
