"""A block of raw HTML as raw blocks: one for each run of text that it shows."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from plainlint.document.model import BlockKind
from plainlint.document.readers.html import visible_ranges
from plainlint.document.readers.raw_block import Nesting, RawBlock
from plainlint.document.readers.visible_builder import Content
from plainlint.document.visible_text import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

NO_PROSE = Prose("", ())


def html_blocks(content: Content, nesting: Nesting) -> Iterator[RawBlock]:
    """The blocks of a block of raw HTML; one that shows nothing is a block without prose."""
    ranges = list(visible_ranges(content.text))
    if not ranges:
        yield RawBlock(BlockKind.HTML, 0, content.span, NO_PROSE, (), (), nesting.inside)
        return
    # Few documents show text in raw HTML, and its entities need markdown-it.
    from plainlint.document.readers.markdown.markdown_it.inline import InlineReader

    kind = BlockKind.HTML if nesting.kind is BlockKind.PARAGRAPH else nesting.kind
    for start, end in ranges:
        part = content.part(start, end)
        inline = html_text().parseInline(part.text)[0]
        visible = InlineReader(part.text, part.to_source).read(inline.children or ())
        yield visible.block(kind, 0, part.span, nesting.inside)


@cache
def html_text() -> "MarkdownIt":
    """A reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")
