"""Turn pyromark's events into raw blocks with source spans."""

import re
from collections.abc import Iterator
from typing import Any

from plainlint.core.source import Span
from plainlint.document.model import BlockKind
from plainlint.document.readers.markdown.html_blocks import (
    exclude_hidden_blocks,
    make_empty_block,
    read_html_blocks,
)
from plainlint.document.readers.markdown.pyromark.events import (
    EDGES,
    Event,
    find_content_start,
    read_events,
    trim_events,
)
from plainlint.document.readers.markdown.pyromark.fallback import (
    NeedsReferenceReader,
    check_html_block,
    check_text,
)
from plainlint.document.readers.markdown.pyromark.inline import EventReader
from plainlint.document.readers.raw_block import ContainerStack, RawBlock, RawBlocks
from plainlint.document.readers.visible_builder import Anchor, SourceMappedText

# Far less than markdown-it allows: deeper nesting is left to it.
_MAXIMUM_NESTING = 20
_TAGS = {
    "Item": "li",
    "BlockQuote": "blockquote",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
}
_CLOSES = frozenset(["/List", "/TableCell", *(f"/{name}" for name in _TAGS)])
_PARAGRAPHS = frozenset({"Paragraph", "/Paragraph"})
_REST_OF_LINE = re.compile(r"[^\S\r\n]*\S")


def read_raw_blocks(text: str, body_start: int, containers: int = 0) -> RawBlocks:
    """Read the blocks of the Markdown from `body_start` on.

    Args:
        text: the source.
        body_start: where its Markdown starts, a code point.
        containers: the number of its first container is higher than this.

    Raises:
        NeedsReferenceReader: markdown-it may read the text differently.
    """
    walker = _EventWalker(text, body_start, containers)
    blocks = list(walker.iter_blocks())
    nesting = walker.nesting
    is_divisible = not nesting.hidden_texts and nesting.hidden is None
    blocks = exclude_hidden_blocks(blocks, nesting.hidden_texts)
    return RawBlocks(blocks, body_start, nesting.number, is_divisible)


class _EventWalker:
    """One pass over the events, tracking which containers are open."""

    def __init__(self, text: str, body_start: int, containers: int) -> None:
        self.text = text
        self.body_start = body_start
        self.nesting = ContainerStack(containers)
        self.cell = "td"
        self.heading = 0

    def iter_blocks(self) -> Iterator[RawBlock]:
        """Yield the blocks; the events between two block edges are the content of one block."""
        run: list[Event] = []
        last = ""
        body = self.text[self.body_start :]
        check_text(body)
        for event in read_events(body, self.body_start):
            if event[0] not in EDGES:
                run.append(event)
                continue
            name, value, start, end = event
            if name == "/HtmlBlock":
                check_html_block(self.text, start)
                yield from read_html_blocks(self._read_html_lines(run), self.nesting)
            elif name == "/CodeBlock":
                yield self._read_code_block(start, end)
            elif run and (run := trim_events(self.text, run)):
                yield self._read_inline_block(run)
            elif name == "/Heading":
                yield self._read_empty_heading(start, end)
            if name == "/Item" and last == "Item" and not run:
                raise NeedsReferenceReader("an empty item")
            run, last = [], name
            if name not in _PARAGRAPHS:
                self._handle_edge(name, value)

    def _handle_edge(self, name: str, value: Any) -> None:
        """Update the open containers and the heading level at the edge of a block."""
        if name == "Heading":
            self.heading = int(value["level"][1])
        elif name == "/Heading":
            self.heading = 0
        elif name == "List":
            self._enter("ul" if value is None else "ol")
        elif name == "TableCell":
            self._enter(self.cell)
        elif name == "CodeBlock" and (value == "Indented" or self.nesting.depth):
            raise NeedsReferenceReader("code that is indented, or in a list or quote")
        elif name in _TAGS:
            self.cell = "th" if name == "TableHead" else "td"
            self._enter(_TAGS[name])
        elif name in _CLOSES:
            self.nesting.leave()

    def _enter(self, tag: str) -> None:
        self.nesting.enter(tag)
        if self.nesting.depth > _MAXIMUM_NESTING:
            raise NeedsReferenceReader("deep nesting")

    def _read_inline_block(self, run: list[Event]) -> RawBlock:
        if run[0][0] == "InlineHtml" and not _REST_OF_LINE.match(self.text, run[0][3]):
            raise NeedsReferenceReader("a tag alone on its line")
        kind = self.nesting.kind
        in_cell = kind is BlockKind.TABLE_CELL
        reader = EventReader(self.text, in_cell=in_cell)
        visible = reader.read(run)
        span = Span(find_content_start(self.text, run[0], in_cell=in_cell), reader.cursor)
        if self.heading:
            kind = BlockKind.HEADING
        return visible.build_block(kind, self.heading, span, self.nesting.containers)

    def _read_empty_heading(self, start: int, end: int) -> RawBlock:
        span = Span(start, start + len(self.text[start:end].rstrip()))
        return make_empty_block(BlockKind.HEADING, span, self.nesting)._replace(level=self.heading)

    def _read_code_block(self, start: int, end: int) -> RawBlock:
        """Return a block of code; its span includes the fences."""
        text = self.text
        first = max(text.rfind("\n", 0, start) + 1, self.body_start)
        last = text.find("\n", end - 1)
        lines = text[first : last if last >= 0 else len(text)].rstrip()
        return make_empty_block(BlockKind.CODE, Span(first, first + len(lines)), self.nesting)

    def _read_html_lines(self, run: list[Event]) -> SourceMappedText:
        """Join the lines of raw HTML; the first event may be indentation, which has no anchor."""
        anchors: list[Anchor] = []
        lines: list[str] = []
        length = 0
        for _, line, start, _ in run:
            if not lines or lines[-1].endswith("\n"):
                anchors.append(Anchor(length, start))
            lines.append(line)
            length += len(line)
        if run[0][0] == "Text":
            anchors[0] = Anchor(0, anchors[0].source - len(run[0][1]))
        return SourceMappedText("".join(lines).rstrip(), tuple(anchors))
