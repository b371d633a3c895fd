"""A block of raw HTML as raw blocks: one for each run of text that it shows."""

from collections.abc import Iterator

from plainlint.document.model import BlockKind
from plainlint.document.visible_text import Prose
from plainlint.parse.content import Content
from plainlint.parse.html import visible_ranges
from plainlint.parse.nesting import Nesting
from plainlint.parse.raw_block import RawBlock

NO_PROSE = Prose("", ())


def html_blocks(content: Content, nesting: Nesting) -> Iterator[RawBlock]:
    """The blocks of a block of raw HTML; one that shows nothing is a block without prose."""
    ranges = list(visible_ranges(content.text))
    if not ranges:
        yield RawBlock(BlockKind.HTML, 0, content.span, NO_PROSE, (), (), nesting.inside)
        return
    # Few documents show text in raw HTML, and its entities need markdown-it.
    from plainlint.parse.by_markdown_it.inline import InlineReader
    from plainlint.parse.by_markdown_it.setup import html_text

    kind = BlockKind.HTML if nesting.kind is BlockKind.PARAGRAPH else nesting.kind
    for start, end in ranges:
        part = content.part(start, end)
        inline = html_text().parseInline(part.text)[0]
        visible = InlineReader(part.text, part.to_source).read(inline.children or ())
        yield visible.block(kind, 0, part.span, nesting.inside)
