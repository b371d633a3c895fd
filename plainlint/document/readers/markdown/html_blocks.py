"""Split a block of raw HTML into raw blocks, one for each visible run of text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainlint.core.caches import remember
from plainlint.core.source import Span
from plainlint.document.model import BlockKind, ExcludedText
from plainlint.document.readers.html.tags import (
    BREAK_TAGS,
    CODE,
    CONTAINER_TAGS,
    HEADING_TAGS,
    IMPLIED_ENDS,
    ITEM_TAGS,
    NOT_SHOWN,
    RAW_TEXT_TAGS,
    Tag,
    find_exclusion,
    read_tag,
)
from plainlint.document.readers.raw_block import (
    MAXIMUM_NESTING,
    ContainerStack,
    HiddenElement,
    RawBlock,
)
from plainlint.document.readers.visible_builder import SourceMappedText
from plainlint.document.visible_text import VisibleText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_NO_PROSE = VisibleText("", ())
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<[?!].*?(?:>|\Z)"
    r"""|</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*'|["'])*>""",
    re.DOTALL,
)
# Elements that are not prose and end a run of text.
_BLOCK_TAGS = BREAK_TAGS - {"br"}
_NOT_INLINE = _BLOCK_TAGS | {"script", "style", "template", "pre", "listing", "xmp", "noframes"}


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
    blocks = list(_HtmlReader(content, nesting).iter_blocks())
    yield from blocks or [make_empty_block(BlockKind.HTML, content.span, nesting)]


class _HtmlReader:
    """One pass over the tags of a block, tracking which elements are open in it."""

    def __init__(self, content: SourceMappedText, nesting: ContainerStack) -> None:
        self.content = content
        self.text = content.text
        self.nesting = nesting
        # The names of the open containers and items.
        self.open: list[str] = []
        # The elements without an end tag in the rest of the block.
        self.endless: set[str] = set()
        self.heading = 0
        # Where the open heading starts if it has no text yet, else -1.
        self.empty_heading = -1
        # Where the current run of text starts.
        self.start = 0

    def iter_blocks(self) -> Iterator[RawBlock]:
        """Yield the blocks of the runs, and of elements that are not prose."""
        position = 0
        if hidden := self.nesting.hidden:
            position = self.start = self._find_hidden_end(hidden)
            yield from self._exclude(0, position, hidden.reason)
        while match := _MARKUP.search(self.text, position):
            position = match.end()
            tag = read_tag(match[0])
            reason = find_exclusion(tag)
            if reason and tag.name not in self.endless:
                end, depth = _find_end(self.text, tag.name, position, 1)
                if depth and reason not in NOT_SHOWN:
                    self.endless.add(tag.name)
                    continue
                if depth == 0 and tag.name not in _NOT_INLINE:
                    # The reader of the run takes it out of the sentence.
                    position = end
                    continue
                yield from self._end_run(match.start(), end)
                yield from self._exclude(match.start(), end, reason)
                if depth:
                    start = self.content.map_to_source(match.start())
                    self.nesting.hidden = HiddenElement(tag.name, reason, start, depth)
                position = end
            elif tag.name in _BLOCK_TAGS or (not tag.name and not _COMMENT.fullmatch(match[0])):
                yield from self._end_run(match.start(), position)
                yield from self._enter_or_leave(tag, match.span())
        yield from self._end_run(len(self.text), len(self.text))
        for _ in self.open:
            self.nesting.leave()

    def _find_hidden_end(self, hidden: HiddenElement) -> int:
        """Return where an element that was opened in a block above ends."""
        end, depth = _find_end(self.text, hidden.tag, 0, hidden.depth)
        self.nesting.hidden = hidden._replace(depth=depth) if depth else None
        if not depth:
            span = Span(hidden.start, self.content.map_to_source(end - 1) + 1)
            self.nesting.hidden_texts.append(ExcludedText(span, hidden.reason))
        return end

    def _exclude(self, start: int, end: int, reason: str) -> Iterator[RawBlock]:
        if not self.text[start:end].strip():
            return
        part = self.content.get_part(start, start + len(self.text[start:end].rstrip()))
        kind = BlockKind.CODE if reason == CODE else BlockKind.HTML
        block = make_empty_block(kind, part.span, self.nesting)
        excluded = ExcludedText(part.span, reason)
        yield block if reason == CODE else block._replace(excluded_texts=(excluded,))

    def _end_run(self, end: int, after: int) -> Iterator[RawBlock]:
        """Yield the run that ends at `end`, if it has text; the next one starts at `after`."""
        start, self.start = self.start, after
        if not _has_text(self.text[start:end]):
            return
        # Few documents have text in raw HTML, and its entities need markdown-it.
        from plainlint.document.readers.markdown.markdown_it.inline import TokenReader

        part = self.content.get_part(start, end)
        inline = get_html_reader().parseInline(part.text)[0]
        visible = TokenReader(part.text, part.map_to_source).read(inline.children or ())
        self.empty_heading = -1
        yield visible.build_block(self._kind, self.heading, part.span, self.nesting.containers)

    @property
    def _kind(self) -> BlockKind:
        if self.heading:
            return BlockKind.HEADING
        kind = self.nesting.kind
        return BlockKind.HTML if kind is BlockKind.PARAGRAPH else kind

    def _enter_or_leave(self, tag: Tag, extent: tuple[int, int]) -> Iterator[RawBlock]:
        """Update the open elements; a heading that ends without text is a block too."""
        name = tag.name
        if name in HEADING_TAGS:
            if tag.closes and self.heading and self.empty_heading >= 0:
                span = self.content.get_part(self.empty_heading, extent[1]).span
                block = make_empty_block(BlockKind.HEADING, span, self.nesting)
                yield block._replace(level=self.heading)
            self.heading = 0 if tag.closes else HEADING_TAGS[name]
            self.empty_heading = -1 if tag.closes else extent[0]
        elif name not in CONTAINER_TAGS and name not in ITEM_TAGS:
            return
        elif tag.closes:
            if name in self.open:
                self._leave(name)
        elif self.nesting.depth < MAXIMUM_NESTING:
            self._end_implied(IMPLIED_ENDS.get(name, frozenset()))
            self.open.append(name)
            self.nesting.enter(name)

    def _end_implied(self, names: frozenset[str]) -> None:
        for name in reversed(self.open):
            if name in CONTAINER_TAGS and name not in names:
                return
            if name in names:
                self._leave(name)

    def _leave(self, name: str) -> None:
        """Leave the innermost open element of this name, and those in it."""
        while self.open:
            last = self.open.pop()
            self.nesting.leave()
            if last == name:
                return


def _find_end(text: str, name: str, start: int, depth: int) -> tuple[int, int]:
    """Return where an element ends that is open `depth` times at `start`.

    The second value is how many of its end tags are missing.
    """
    for match in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(text, start):
        if match[1]:
            depth -= 1
        elif name not in RAW_TEXT_TAGS:
            depth += 1
        if not depth:
            return match.end(), 0
    return len(text), depth


def _has_text(run: str) -> bool:
    return bool(_COMMENT.sub("", run).strip())


def exclude_hidden_blocks(
    blocks: list[RawBlock], hidden_texts: list[ExcludedText]
) -> list[RawBlock]:
    """Empty the blocks of Markdown inside elements of HTML, in text order, that are not prose."""
    if not hidden_texts:
        return blocks
    return [_exclude_if_hidden(block, hidden_texts) for block in blocks]


def _exclude_if_hidden(block: RawBlock, hidden_texts: list[ExcludedText]) -> RawBlock:
    index = bisect_right(hidden_texts, block.span.start, key=lambda hidden: hidden.span.start)
    hidden = hidden_texts[index - 1]
    is_hidden = index > 0 and block.span.end <= hidden.span.end
    if not is_hidden or block.kind is BlockKind.CODE or not block.prose.text:
        return block
    excluded = ExcludedText(block.span, hidden.reason)
    return block._replace(
        kind=BlockKind.HTML, level=0, prose=_NO_PROSE, links=(), excluded_texts=(excluded,)
    )


@remember(None)
def get_html_reader() -> "MarkdownIt":
    """Return a reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")
