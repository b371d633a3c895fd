"""Read Markdown: front matter and blocks, by the fast reader or by the one that it needs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainlint.core.source import Source, Span
from plainlint.document.model import ExcludedText
from plainlint.document.readers.front_matter import (
    find_text_above,
    inherit_values,
    read_front_matter,
)
from plainlint.document.readers.markdown.dialect_tables import get_dialect
from plainlint.document.readers.markdown.gate import has_dialect_syntax
from plainlint.document.readers.raw_block import (
    MAXIMUM_NESTING,
    RawBlock,
    RawBlocks,
    RawDocument,
)

if TYPE_CHECKING:
    from plainlint.document.readers.markdown.masking import MaskedText


def read_markdown(source: Source, parser: str, earlier: RawDocument | None = None) -> RawDocument:
    """Read a Markdown document.

    Args:
        source: the document.
        parser: `auto`, or `markdown-it` to read it only with the reference reader.
        earlier: what was read of an earlier text of it; only what differs is read again.
    """
    front_matter, body_start = read_front_matter(source)
    front_matter = inherit_values(front_matter, source.inherited)
    masked = _mask(source, body_start)
    parts = None if masked else _read_fast(source.text, body_start, parser, earlier)
    raw_blocks, too_deep = (
        (parts.blocks, 0) if parts else _read_by_reference(source, body_start, masked)
    )
    if too_deep:
        problem = f"from line {too_deep} on it is nested more than {MAXIMUM_NESTING} levels deep"
        span = source.get_line_span(too_deep)
        source = source._replace(problem=problem, problem_span=span)
    above = find_text_above(source, front_matter)
    if above.start < above.end:
        raw_blocks = [*_read_above(source, above, parser), *raw_blocks]
    excluded_texts = tuple(_list_syntax(masked, source)) if masked else ()
    return RawDocument(source, front_matter, raw_blocks, excluded_texts, parts)


def _mask(source: Source, body_start: int) -> "MaskedText | None":
    """Mask the syntax of Markdown dialects; return None for a document that has none."""
    dialect = get_dialect(source.dialect, source.path)
    if not has_dialect_syntax(source.text, dialect):
        return None
    # Few documents have such syntax, and its patterns take time to compile.
    from plainlint.document.readers.markdown.masking import mask_dialects

    return mask_dialects(source.text, body_start, dialect)


def _list_syntax(masked: "MaskedText", source: Source) -> Iterator[ExcludedText]:
    from plainlint.document.readers.markdown.masking import list_excluded_syntax

    return list_excluded_syntax(masked, source.text)


def _read_above(source: Source, above: Span, parser: str) -> Sequence[RawBlock]:
    """Read the blocks of the text above the front matter."""
    text = source.text[: above.end]
    if fast := _read_fast(text, above.start, parser, None):
        return fast.blocks
    return _read_by_reference(source._replace(text=text), above.start, None)[0]


def _read_fast(
    text: str, body_start: int, parser: str, earlier: RawDocument | None
) -> RawBlocks | None:
    """Read the blocks of the Markdown from `body_start` on; None if only markdown-it can."""
    if parser != "auto":
        return None
    from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks
    from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader

    try:
        if earlier and earlier.parts:
            from plainlint.document.readers.markdown.pyromark.splice import read_changed_part

            parts = read_changed_part(text, body_start, earlier.source.text, earlier.parts)
            if parts:
                return parts
        return read_raw_blocks(text, body_start)
    except NeedsReferenceReader:
        return None


def _read_by_reference(
    source: Source, body_start: int, masked: "MaskedText | None"
) -> tuple[Sequence[RawBlock], int]:
    """Read the blocks of the Markdown from `body_start` on with markdown-it.

    The second value is the line where the nesting becomes too deep to be read; 0 if it does not.
    """
    from plainlint.document.readers.markdown.markdown_it.blocks import read_raw_blocks

    try:
        if masked is None:
            return read_raw_blocks(source, body_start)
        from plainlint.document.readers.markdown.unmasking import restore_block

        raw_blocks, too_deep = read_raw_blocks(
            source._replace(text=masked.text),
            body_start,
            masked.containers,
            has_indented_code=masked.has_indented_code,
        )
    except RecursionError:
        return (), source.locate(body_start).line
    restored = [block for raw in raw_blocks for block in restore_block(raw, masked, source.text)]
    return restored, too_deep
