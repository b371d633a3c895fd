"""Blocks: markdown-it's tokens as raw blocks, each with its place in the source."""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plainlint.core.source import Source, Span
from plainlint.document.model import BlockKind
from plainlint.document.readers.markdown.html_blocks import NO_PROSE, read_html_blocks
from plainlint.document.readers.markdown.markdown_it.inline import FastHelpers, TokenReader
from plainlint.document.readers.raw_block import MAXIMUM_NESTING, ContainerStack, RawBlock
from plainlint.document.readers.visible_builder import Anchor, SourceMappedText

_MAYBE_MARKUP = re.compile(r"[\\`*_\[\]<>&!^\n]")


def _keep_as_written(url: str) -> str:
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
def get_markdown_reader() -> MarkdownIt:
    """The Markdown reader: CommonMark with tables and footnotes, entities kept as written."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAXIMUM_NESTING}).enable("table")
    reader.use(footnote_plugin, inline=False, move_to_end=False)
    # Targets stay as written: they are compared and copied, never opened.
    reader.normalizeLink = _keep_as_written  # type: ignore[method-assign]
    reader.normalizeLinkText = _keep_as_written  # type: ignore[method-assign,assignment]
    reader.helpers = FastHelpers  # type: ignore[assignment]
    reader.core.ruler.at("inline", _read_inline)
    return reader.disable("text_join")


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
_CELL_END = re.compile(r"\s*(?:\||$)")


def read_raw_blocks(source: Source, body_start: int) -> tuple[list[RawBlock], int]:
    """The blocks of the Markdown from `body_start` on, in source order.

    The second value is the line from which on the nesting was too deep to be read; 0 if none.

    Raises:
        RecursionError: the nesting is too deep for markdown-it itself.
    """
    walk = _TokenWalker(source, body_start)
    deep = (t.map[0] for t in walk.tokens if t.level >= MAXIMUM_NESTING - 1 and t.map)
    too_deep = min(deep, default=-walk.first_line) + walk.first_line
    return list(walk.iter_blocks()), too_deep


class _TokenWalker:
    """One pass over the tokens, knowing which containers are open."""

    def __init__(self, source: Source, body_start: int) -> None:
        self.source = source
        self.first_line = source.locate(body_start).line
        self.body_start = body_start
        # It fails on some texts whose last line has no end.
        self.tokens = get_markdown_reader().parse(source.text[body_start:] + "\n")
        self.nesting = ContainerStack()
        self.heading = 0
        self.marks = ""
        self.row_cursor = 0

    def iter_blocks(self) -> Iterator[RawBlock]:
        for token in self.tokens:
            if token.type == "inline":
                if token.content:
                    yield self._read_inline_block(token)
            elif token.type in ("fence", "code_block"):
                yield self._read_code_block(token)
            elif token.type == "html_block":
                text = token.content.rstrip()
                content = SourceMappedText(text, tuple(self._locate_lines(token, text)))
                yield from read_html_blocks(content, self.nesting)
            else:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        name, _, _ = token.type.rpartition("_")
        if name in _ELEMENTS:
            if token.nesting == 1:
                self.nesting.enter(_ELEMENTS[name])
            else:
                self.nesting.leave()
        elif name == "heading":
            self.heading = int(token.tag[1]) if token.nesting == 1 else 0
            self.marks = token.markup if self.heading and "#" in token.markup else ""
        if token.type == "tr_open":
            self.row_cursor = 0

    def _get_line(self, number: int) -> tuple[str, int]:
        """Body line `number` (from 0) without its end, and its offset in the source."""
        span = self.source.get_line_span(self.first_line + number)
        start = max(span.start, self.body_start)
        # Markdown reads NUL as the replacement character.
        return self.source.text[start : span.end].replace("\0", "\ufffd"), start

    def _read_inline_block(self, token: Token) -> RawBlock:
        kind = self.nesting.kind
        in_cell = kind is BlockKind.TABLE_CELL
        anchors = self._locate_cell(token) if in_cell else self._locate_lines(token, token.content)
        content = SourceMappedText(token.content, tuple(anchors))
        visible = TokenReader(content.text, content.map_to_source).read(token.children or ())
        if self.heading:
            kind = BlockKind.HEADING
        return visible.build_block(kind, self.heading, content.span, self.nesting.containers)

    def _locate_lines(self, token: Token, content: str) -> Iterator[Anchor]:
        """Each content line is the tail of its source line: what is before it is markup.

        Behind a heading's text there may be markup too, so that is found from its front.
        """
        assert token.map is not None
        lines = content.split("\n")
        offset, (first, end) = 0, token.map
        # Lines of no-break spaces, blank to Python but not to Markdown, are not in the content.
        while first < end - 1 and lines[0].strip(" \t") not in self._get_line(first)[0]:
            first += 1
        for number, line in enumerate(lines, first):
            text, start = self._get_line(number)
            stripped = line.strip(" \t")
            indent = len(line) - len(line.lstrip(" \t"))
            if self.marks:
                at = text.find(stripped, text.find(self.marks) + len(self.marks))
            else:
                at = text.rfind(stripped)
            yield Anchor(offset, start + max(at, 0) - indent)
            offset += len(line) + 1

    def _locate_cell(self, token: Token) -> Iterator[Anchor]:
        r"""A cell's content with `\|` undone, found from the end of the last cell on."""
        assert token.map is not None
        text, start = self._get_line(token.map[0])
        escaped = token.content.replace("|", r"\|")
        at = max(text.find(escaped, self.row_cursor), self.row_cursor)
        while at < len(text) and not _CELL_END.match(text, at + len(escaped)):
            at = max(text.find(escaped, at + 1), at + 1)
        self.row_cursor = at + len(escaped)
        yield Anchor(0, start + at)
        for shift, bar in enumerate(re.finditer(r"\|", token.content), 1):
            yield Anchor(bar.start(), start + at + bar.start() + shift)

    def _read_code_block(self, token: Token) -> RawBlock:
        """A block of code: its lines as they are, with the fences."""
        assert token.map is not None
        start = self._get_line(token.map[0])[1]
        last, last_start = self._get_line(token.map[1] - 1)
        end = start + len(self.source.text[start : last_start + len(last)].rstrip())
        span = Span(start, end)
        return RawBlock(BlockKind.CODE, 0, span, NO_PROSE, (), (), self.nesting.containers)
