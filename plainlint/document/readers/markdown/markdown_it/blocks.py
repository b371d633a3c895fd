"""Turn markdown-it's block tokens into raw blocks with source spans."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plainlint.core.caches import remember
from plainlint.core.source import Source, Span
from plainlint.document.model import DEFINITION, DEFINITION_LIST, BlockKind
from plainlint.document.readers.markdown.html_blocks import (
    exclude_hidden_blocks,
    make_empty_block,
    read_html_blocks,
)
from plainlint.document.readers.markdown.markdown_it.inline import FastHelpers, TokenReader
from plainlint.document.readers.raw_block import MAXIMUM_NESTING, ContainerStack, RawBlock
from plainlint.document.readers.visible_builder import Anchor, SourceMappedText

_MAYBE_MARKUP = re.compile(r"[\\`*_~\[\]<>&!^\n]")


def _keep_as_written(url: str) -> str:
    return url


def _read_inline(state: StateCore) -> None:
    """Run markdown-it's inline step, with a shortcut for text without any markup."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MAYBE_MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children = [Token("text", "", 0, content=token.content)]


@remember(None)
def get_markdown_reader(*, has_indented_code: bool = True) -> MarkdownIt:
    """Return the Markdown reader: CommonMark with tables, footnotes and strikethrough."""
    reader = MarkdownIt("commonmark", {"maxNesting": MAXIMUM_NESTING})
    reader.enable(["table", "strikethrough"])
    reader.use(footnote_plugin, inline=False, move_to_end=False)
    # Targets stay as written: they are only compared and copied, never opened.
    reader.normalizeLink = _keep_as_written  # type: ignore[method-assign]
    reader.normalizeLinkText = _keep_as_written  # type: ignore[method-assign,assignment]
    reader.helpers = FastHelpers  # type: ignore[assignment]
    reader.core.ruler.at("inline", _read_inline)
    return reader.disable("text_join" if has_indented_code else ["text_join", "code"])


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
_LISTS = frozenset({"bullet_list", "list_item"})
_CELL_END = re.compile(r"\s*(?:\||$)")


def read_raw_blocks(
    source: Source,
    body_start: int,
    container_starts: Mapping[int, str] = MappingProxyType({}),
    *,
    has_indented_code: bool = True,
) -> tuple[list[RawBlock], int]:
    """Read the blocks of the Markdown from `body_start` on, in source order.

    List items that start at one of the offsets `container_starts` are the elements that it names,
    not items. The second value is the line where the nesting becomes too deep to be read; 0 if it
    does not.

    Raises:
        RecursionError: the nesting is too deep for markdown-it itself.
    """
    reader = get_markdown_reader(has_indented_code=has_indented_code)
    walker = _TokenWalker(source, body_start, reader, container_starts)
    deep_lines = (
        token.map[0] for token in walker.tokens if token.level >= MAXIMUM_NESTING - 1 and token.map
    )
    too_deep = min(deep_lines, default=-walker.first_line) + walker.first_line
    blocks = list(walker.iter_blocks())
    return exclude_hidden_blocks(blocks, walker.nesting.hidden_texts), too_deep


class _TokenWalker:
    """One pass over the tokens, tracking which containers are open."""

    def __init__(
        self,
        source: Source,
        body_start: int,
        reader: MarkdownIt,
        container_starts: Mapping[int, str],
    ) -> None:
        self.source = source
        self.first_line = source.locate(body_start).line
        self.body_start = body_start
        # markdown-it fails on some texts whose last line has no end.
        self.tokens = reader.parse(source.text[body_start:] + "\n")
        self.nesting = ContainerStack()
        self.elements = {
            source.locate(start).line - self.first_line: element
            for start, element in container_starts.items()
        }
        self.heading = 0
        self.marks = ""
        self.row_cursor = 0

    def iter_blocks(self) -> Iterator[RawBlock]:
        for token in self.tokens:
            if token.type == "inline":
                if token.content:
                    yield self._read_inline_block(token)
                elif self.marks:
                    yield self._read_empty_heading(token)
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
                self.nesting.enter(self._find_element(name, token))
            else:
                self.nesting.leave()
        elif name == "heading":
            self.heading = int(token.tag[1]) if token.nesting == 1 else 0
            self.marks = token.markup if self.heading and "#" in token.markup else ""
        if token.type == "tr_open":
            self.row_cursor = 0

    def _find_element(self, name: str, token: Token) -> str:
        """Return the HTML element of a container."""
        element = self.elements.get(token.map[0]) if token.map and name in _LISTS else None
        if element == DEFINITION and name == "bullet_list":
            return DEFINITION_LIST
        return element or _ELEMENTS[name]

    def _get_line(self, number: int) -> tuple[str, int]:
        """Return body line `number` (from 0) without its end, and its source offset."""
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

    def _read_empty_heading(self, token: Token) -> RawBlock:
        assert token.map is not None
        line, start = self._get_line(token.map[0])
        span = Span(start + line.find(self.marks), start + len(line.rstrip()))
        return make_empty_block(BlockKind.HEADING, span, self.nesting)._replace(level=self.heading)

    def _locate_lines(self, token: Token, content: str) -> Iterator[Anchor]:
        """Yield the source offset of each line of the content.

        Each content line is the tail of its source line, after markup. A heading's text may be
        followed by markup too, so it is searched from the front.
        """
        assert token.map is not None
        lines = content.split("\n")
        offset, (first, end) = 0, token.map
        # The content lacks lines of no-break spaces, which are blank to Python, not to Markdown.
        while first < end - 1 and lines[0].strip(" \t") not in self._get_line(first)[0]:
            first += 1
        for number, line in enumerate(lines, first):
            text, start = self._get_line(number)
            stripped = line.strip(" \t")
            indent = len(line) - len(line.lstrip(" \t"))
            if self.marks:
                column = text.find(stripped, text.find(self.marks) + len(self.marks))
            else:
                column = text.rfind(stripped)
            yield Anchor(offset, start + max(column, 0) - indent)
            offset += len(line) + 1

    def _locate_cell(self, token: Token) -> Iterator[Anchor]:
        r"""Yield the anchors of a cell's content, in which `\|` is `|`, from the last cell on."""
        assert token.map is not None
        text, start = self._get_line(token.map[0])
        escaped = token.content.replace("|", r"\|")
        column = max(text.find(escaped, self.row_cursor), self.row_cursor)
        while column < len(text) and not _CELL_END.match(text, column + len(escaped)):
            column = max(text.find(escaped, column + 1), column + 1)
        self.row_cursor = column + len(escaped)
        yield Anchor(0, start + column)
        for shift, bar in enumerate(re.finditer(r"\|", token.content), 1):
            yield Anchor(bar.start(), start + column + bar.start() + shift)

    def _read_code_block(self, token: Token) -> RawBlock:
        """Return a block of code; its span includes the fences."""
        assert token.map is not None
        start = self._get_line(token.map[0])[1]
        last, last_start = self._get_line(token.map[1] - 1)
        end = start + len(self.source.text[start : last_start + len(last)].rstrip())
        return make_empty_block(BlockKind.CODE, Span(start, end), self.nesting)
