"""Blocks: markdown-it's tokens as raw blocks, each with its content and the way to the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plainlint.model import BlockKind, Container
from plainlint.parse.html import visible_ranges
from plainlint.parse.link_target import FastHelpers
from plainlint.source import Source, Span

# Deeper than any person nests, and shallow enough for Python's own limit on recursion.
MOST_NESTING = 100

_CONTAINERS = {
    "list_item": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "footnote_reference": BlockKind.FOOTNOTE,
}
_ELEMENTS = {
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "table": "table",
    "tr": "tr",
    "th": "th",
    "td": "td",
    "footnote_reference": "aside",
}
_MAYBE_MARKUP = re.compile(r"[\\`*_\[\]<>&!^\n]")
_CELL_END = re.compile(r"[ \t]*(?:\||$)")


class Anchor(NamedTuple):
    """From offset `content` of a block's content on, the source stands at `source`."""

    content: int
    source: int


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before its inline markup is read; code and hidden HTML have no tokens."""

    kind: BlockKind
    level: int
    content: str
    anchors: tuple[Anchor, ...]
    tokens: tuple[Token, ...]
    inside: tuple[Container, ...]

    def to_source(self, offset: int) -> int:
        """The source offset of an offset in the content."""
        anchor = self.anchors[0]
        if len(self.anchors) > 1:
            index = bisect_right(self.anchors, offset, key=lambda each: each.content) - 1
            anchor = self.anchors[max(index, 0)]
        return anchor.source + offset - anchor.content

    @property
    def span(self) -> Span:
        """The content's span in the source."""
        end = self.to_source(len(self.content) - 1) + 1 if self.content else self.to_source(0)
        return Span(self.to_source(0), end)


def _as_written(url: str) -> str:
    return url


def _read_inline(state: StateCore) -> None:
    """markdown-it's inline step, with a short way for text that holds no markup at all."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MAYBE_MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children = [Token("text", "", 0, content=token.content)]


@cache
def markdown() -> MarkdownIt:
    """The Markdown reader: CommonMark with tables and footnotes, entities kept as written."""
    reader = MarkdownIt("commonmark", {"maxNesting": MOST_NESTING}).enable("table")
    reader.use(footnote_plugin, inline=False, move_to_end=False)
    # Targets stay as written: they are compared and copied, never opened.
    reader.normalizeLink = _as_written  # type: ignore[method-assign]
    reader.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]
    reader.helpers = FastHelpers  # type: ignore[assignment]
    reader.core.ruler.at("inline", _read_inline)
    return reader.disable("text_join")


@cache
def html_text() -> MarkdownIt:
    """A reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")


def raw_blocks(source: Source, body_start: int) -> tuple[tuple[RawBlock, ...], int]:
    """The blocks of the Markdown from `body_start` on, in source order.

    The second value is the line from which on the nesting was too deep to be read; 0 if none.
    """
    walk = _Walk(source, body_start)
    deep = (t.map[0] for t in walk.tokens if t.level >= MOST_NESTING - 1 and t.map)
    too_deep = min(deep, default=-walk.first_line) + walk.first_line
    return tuple(walk.blocks()), too_deep


class _Walk:
    """One pass over the tokens, knowing which containers are open."""

    def __init__(self, source: Source, body_start: int) -> None:
        self.source = source
        self.first_line = source.locate(body_start).line
        self.body_start = body_start
        self.tokens = markdown().parse(source.text[body_start:])
        self.containers: list[BlockKind] = []
        self.inside: list[Container] = []
        self.number = self.column = 0
        self.heading = 0
        self.in_cell = False
        self.row_cursor = 0

    def blocks(self) -> Iterator[RawBlock]:
        for token in self.tokens:
            if token.type == "inline":
                if token.content:
                    yield self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield self._code(token)
            elif token.type == "html_block":
                yield from self._html(token)
            else:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        name, _, _ = token.type.rpartition("_")
        if name in _ELEMENTS:
            self._step(_ELEMENTS[name], token)
        if name in _CONTAINERS:
            if token.nesting == 1:
                self.containers.append(_CONTAINERS[name])
            else:
                self.containers.pop()
        elif name == "heading":
            self.heading = int(token.tag[1]) if token.nesting == 1 else 0
        elif name in ("td", "th"):
            self.in_cell = token.nesting == 1
        elif token.type == "tr_open":
            self.row_cursor = 0

    def _step(self, tag: str, token: Token) -> None:
        """Into a container or out of it."""
        if token.nesting < 0:
            self.inside.pop()
        elif tag in ("th", "td"):
            self.inside.append(Container(tag, self.column))
            self.column += 1
        else:
            self.number += 1
            self.column = 0
            self.inside.append(Container(tag, self.number))

    def _kind(self) -> BlockKind:
        if self.in_cell:
            return BlockKind.TABLE_CELL
        if self.heading:
            return BlockKind.HEADING
        return self.containers[-1] if self.containers else BlockKind.PARAGRAPH

    def _line(self, number: int) -> tuple[str, int]:
        """Body line `number` (from 0) without its end, and its offset in the source."""
        span = self.source.line_span(self.first_line + number)
        start = max(span.start, self.body_start)
        # Markdown reads NUL as the replacement character.
        return self.source.text[start : span.end].replace("\0", "\ufffd"), start

    def _inline(self, token: Token) -> RawBlock:
        assert token.map is not None
        anchors = self._cell(token) if self.in_cell else self._lines(token, token.content)
        children = tuple(token.children or ())
        return RawBlock(
            self._kind(), self.heading, token.content, tuple(anchors), children, (*self.inside,)
        )

    def _lines(self, token: Token, content: str) -> Iterator[Anchor]:
        """Each content line is the tail of its source line: what is before it is markup."""
        assert token.map is not None
        lines = content.split("\n")
        offset, (first, end) = 0, token.map
        # Lines of no-break spaces, blank to Python but not to Markdown, are not in the content.
        while first < end - 1 and lines[0].strip(" \t") not in self._line(first)[0]:
            first += 1
        for number, line in enumerate(lines, first):
            text, start = self._line(number)
            stripped = line.strip(" \t")
            indent = len(line) - len(line.lstrip(" \t"))
            yield Anchor(offset, start + max(text.rfind(stripped), 0) - indent)
            offset += len(line) + 1

    def _cell(self, token: Token) -> Iterator[Anchor]:
        r"""A cell's content with `\|` undone, found from the end of the last cell on."""
        assert token.map is not None
        text, start = self._line(token.map[0])
        escaped = token.content.replace("|", r"\|")
        at = max(text.find(escaped, self.row_cursor), self.row_cursor)
        while at < len(text) and not _CELL_END.match(text, at + len(escaped)):
            at = max(text.find(escaped, at + 1), at + 1)
        self.row_cursor = at + len(escaped)
        yield Anchor(0, start + at)
        for shift, bar in enumerate(re.finditer(r"\|", token.content), 1):
            yield Anchor(bar.start(), start + at + bar.start() + shift)

    def _code(self, token: Token) -> RawBlock:
        """A block of code: its lines as they are, with the fences."""
        assert token.map is not None
        start = self._line(token.map[0])[1]
        last, last_start = self._line(token.map[1] - 1)
        content = self.source.text[start : last_start + len(last)].rstrip()
        return RawBlock(BlockKind.CODE, 0, content, (Anchor(0, start),), (), (*self.inside,))

    def _html(self, token: Token) -> Iterator[RawBlock]:
        content = token.content.rstrip()
        anchors = tuple(self._lines(token, content))
        ranges = list(visible_ranges(content))
        if not ranges:
            yield RawBlock(BlockKind.HTML, 0, content, anchors, (), (*self.inside,))
        kind = self.containers[-1] if self.containers else BlockKind.HTML
        for start, end in ranges:
            first = bisect_right(anchors, start, key=lambda anchor: anchor.content) - 1
            last = bisect_right(anchors, end, key=lambda anchor: anchor.content)
            within = tuple(Anchor(a.content - start, a.source) for a in anchors[first:last])
            inline = html_text().parseInline(content[start:end])[0]
            children = tuple(inline.children or ())
            yield RawBlock(kind, 0, inline.content, within, children, (*self.inside,))
