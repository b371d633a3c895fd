"""Split a block of raw HTML into raw blocks, one for each visible run of text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainlint.core.caches import remember
from plainlint.core.source import Span
from plainlint.document.model import BlockKind
from plainlint.document.readers.html.tags import find_text_ranges
from plainlint.document.readers.raw_block import ContainerStack, RawBlock
from plainlint.document.readers.visible_builder import SourceMappedText
from plainlint.document.visible_text import VisibleText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_NO_PROSE = VisibleText("", ())


def make_empty_block(kind: BlockKind, span: Span, nesting: ContainerStack) -> RawBlock:
    """Return a block of code or hidden HTML, which has no prose."""
    return RawBlock(
        kind=kind,
        level=0,
        span=span,
        prose=_NO_PROSE,
        links=(),
        excluded_texts=(),
        containers=nesting.containers,
    )


def read_html_blocks(content: SourceMappedText, nesting: ContainerStack) -> Iterator[RawBlock]:
    """Yield the blocks of a block of raw HTML; without visible text it is one without prose."""
    ranges = list(find_text_ranges(content.text))
    if not ranges:
        yield make_empty_block(BlockKind.HTML, content.span, nesting)
        return
    # Few documents have text in raw HTML, and its entities need markdown-it.
    from plainlint.document.readers.markdown.markdown_it.inline import TokenReader

    kind = BlockKind.HTML if nesting.kind is BlockKind.PARAGRAPH else nesting.kind
    for start, end in ranges:
        part = content.get_part(start, end)
        inline = get_html_reader().parseInline(part.text)[0]
        visible = TokenReader(part.text, part.map_to_source).read(inline.children or ())
        yield visible.build_block(kind, 0, part.span, nesting.containers)


@remember(None)
def get_html_reader() -> "MarkdownIt":
    """Return a reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")
