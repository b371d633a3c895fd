"""A block of raw HTML as raw blocks: one for each run of text that it shows."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from plainlint.document.model import BlockKind
from plainlint.document.readers.html import find_text_ranges
from plainlint.document.readers.raw_block import ContainerStack, RawBlock
from plainlint.document.readers.visible_builder import SourceMappedText
from plainlint.document.visible_text import VisibleText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

NO_PROSE = VisibleText("", ())


def read_html_blocks(content: SourceMappedText, nesting: ContainerStack) -> Iterator[RawBlock]:
    """The blocks of a block of raw HTML; one that shows nothing is a block without prose."""
    ranges = list(find_text_ranges(content.text))
    if not ranges:
        yield RawBlock(BlockKind.HTML, 0, content.span, NO_PROSE, (), (), nesting.containers)
        return
    # Few documents show text in raw HTML, and its entities need markdown-it.
    from plainlint.document.readers.markdown.markdown_it.inline import TokenReader

    kind = BlockKind.HTML if nesting.kind is BlockKind.PARAGRAPH else nesting.kind
    for start, end in ranges:
        part = content.get_part(start, end)
        inline = get_html_reader().parseInline(part.text)[0]
        visible = TokenReader(part.text, part.map_to_source).read(inline.children or ())
        yield visible.build_block(kind, 0, part.span, nesting.containers)


@cache
def get_html_reader() -> "MarkdownIt":
    """A reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")
