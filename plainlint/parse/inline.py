"""Inline Markdown: the visible text of a block, with the way back to the source.

markdown-it's inline tokens carry no positions. They do come in source order, so one walk with a
cursor over the block's raw content finds each of them again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from markdown_it.token import Token

from plainlint.model import Link, Omission
from plainlint.parse.html import BREAK_TAGS, read_tag
from plainlint.parse.link_target import read_link_target, read_link_title
from plainlint.prose import Piece, Wrapper
from plainlint.source import Span

_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]", re.DOTALL)
# Elements that link: the web's own, and the one that NCI's glossary service writes.
_ANCHORS = frozenset({"a", "nci-definition"})
_SPACES = re.compile(r"[ \t\n]*")
# The usual link target and title, without brackets, escapes or line ends inside.
_PLAIN_TARGET = re.compile(r"""\(([^\s()<>\\]*)(?: +(?:"[^"\\\n]*"|'[^'\\\n]*'))?\)""")
# What may be longer in the source than in the text: white space, and a bar in a table's cell.
_UNEVEN = re.compile(r"  |[\t|]")
_RUN = re.compile(r"[ \t]{2,}|\t|\||[^ \t|]+(?:[ \t][^ \t|]+)*|[ \t]")


@dataclass(frozen=True, slots=True)
class _Opened:
    """Markup that is open: where it began, in visible text, in `texts` and in the content."""

    visible: int
    texts: int
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    text_start: int = 0


class InlineReader:
    """One walk over the tokens of one block; `read` fills the lists, nothing else changes them.

    `to_source` turns an offset in the block's raw content into an offset in the source.
    """

    def __init__(self, content: str, to_source: Callable[[int], int]) -> None:
        self.content = content
        self.to_source = to_source
        self.cursor = 0
        self.length = 0
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.wrappers: list[Wrapper] = []
        self.links: list[Link] = []
        self.omissions: list[Omission] = []
        self._open: list[_Opened] = []
        self._anchors: list[_Opened] = []

    def read(self, tokens: tuple[Token, ...]) -> str:
        """Walk the tokens and give the visible text."""
        for token in tokens:
            self._READERS[token.type](self, token)
        return "".join(self.texts)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.to_source(start), self.to_source(end - 1) + 1 if end > start else start)

    def _add(self, text: str, start: int, end: int) -> None:
        """Visible `text` that stands at `start` to `end` of the content."""
        if not text:
            return
        first, last = self.to_source(start), self.to_source(end - 1)
        self.texts.append(text)
        self.pieces.append(Piece(self.length, self.length + len(text), first, last + 1))
        self.length += len(text)

    def _text(self, token: Token) -> None:
        if not token.content:
            return
        at = self.content.find(token.content, self.cursor)
        start = at if at >= 0 else self.cursor
        self.cursor = start + len(token.content)
        if not _UNEVEN.search(token.content):
            self._add(token.content, start, self.cursor)
            return
        for run in _RUN.finditer(token.content):
            self._add(
                run.group() if run.group().strip() else " ", start + run.start(), start + run.end()
            )

    def _special(self, token: Token) -> None:
        end = self.cursor + len(token.markup)
        self._add(token.content, self.cursor, end)
        self.cursor = end

    def _line_break(self, token: Token) -> None:
        newline = self.content.index("\n", self.cursor)
        self._add(" " if token.type == "softbreak" else "\n", newline, newline + 1)
        match = _SPACES.match(self.content, newline + 1)
        self.cursor = match.end() if match else newline + 1

    def _code(self, token: Token) -> None:
        fence = re.compile(rf"(?<!`){token.markup}(?!`)")
        close = fence.search(self.content, self.cursor + len(token.markup))
        end = close.end() if close else self.cursor + len(token.markup)
        self._omit(end, "code", token.content)

    def _image(self, token: Token) -> None:
        after_text = self.cursor + len("![") + len(token.content) + 1
        self._omit(self._link_end(after_text, str(token.attrs["src"])), "image text", token.content)

    def _footnote_mark(self, token: Token) -> None:
        mark = f"[^{token.meta['label']}]"
        self._omit(self.cursor + len(mark), "footnote mark", mark)

    def _omit(self, end: int, reason: str, text: str) -> None:
        self.omissions.append(Omission(self._span(self.cursor, end), reason, text))
        self.cursor = end

    def _markup(self, token: Token) -> None:
        start = self.cursor
        self.cursor += len(token.markup)
        if token.nesting == 1:
            self._open.append(_Opened(self.length, len(self.texts), start))
        else:
            opened = self._open.pop()
            self._wrap(opened, token.tag)

    def _wrap(self, opened: _Opened, tag: str) -> Span:
        span = self._span(opened.start, self.cursor)
        self.wrappers.append(Wrapper(opened.visible, self.length, span, tag))
        return span

    def _link_open(self, token: Token) -> None:
        title = str(token.attrs.get("title", ""))
        attributes = {"href": str(token.attrs["href"]), "title": title}
        self._open.append(_Opened(self.length, len(self.texts), self.cursor, attributes))
        self.cursor += 1

    def _link_close(self, token: Token) -> None:
        opened = self._open.pop()
        text_span = self._span(opened.start + 1, self.cursor)
        auto = token.markup == "autolink"
        end = self.cursor + 1
        self.cursor = end if auto else self._link_end(end, opened.attributes["href"])
        self._add_link(opened, text_span, {})

    def _add_link(self, opened: _Opened, text_span: Span, html: dict[str, str]) -> None:
        span = self._wrap(opened, "a")
        text = "".join(self.texts[opened.texts :])
        href, title = opened.attributes.get("href", ""), opened.attributes.get("title", "")
        visible = (opened.visible, self.length)
        self.links.append(Link(text, href, title, span, text_span, *visible, html))

    def _link_end(self, at: int, href: str) -> int:
        """The end of a link whose text's closing bracket is at `at - 1`."""
        end = _inline_target_end(self.content, at, href)
        if end is not None:
            return end
        label = _LABEL.match(self.content, at)
        return label.end() if label else at

    def _html(self, token: Token) -> None:
        start, self.cursor = self.cursor, self.cursor + len(token.content)
        tag = read_tag(token.content)
        if tag.name in BREAK_TAGS:
            self._add("\n", start, self.cursor)
        elif tag.name in _ANCHORS and not tag.closes:
            opened = _Opened(self.length, len(self.texts), start, dict(tag.attributes), self.cursor)
            self._anchors.append(opened)
        elif tag.name in _ANCHORS and self._anchors:
            opened = self._anchors.pop()
            self._add_link(opened, self._span(opened.text_start, start), opened.attributes)
        elif not tag.name:
            self.omissions.append(Omission(self._span(start, self.cursor), "HTML comment"))

    _READERS: ClassVar[dict[str, Callable[["InlineReader", Token], None]]] = {
        "text": _text,
        "text_special": _special,
        "softbreak": _line_break,
        "hardbreak": _line_break,
        "code_inline": _code,
        "image": _image,
        "footnote_ref": _footnote_mark,
        "em_open": _markup,
        "em_close": _markup,
        "strong_open": _markup,
        "strong_close": _markup,
        "link_open": _link_open,
        "link_close": _link_close,
        "html_inline": _html,
    }


def _inline_target_end(content: str, at: int, href: str) -> int | None:
    """The end of `(target "title")` at `at`, or None if there is none or it is not `href`'s."""
    plain = _PLAIN_TARGET.match(content, at)
    if plain and plain[1] == href:
        return plain.end()
    if not content.startswith("(", at):
        return None
    most = len(content)
    pos = _skip_spaces(content, at + 1)
    target = read_link_target(content, pos, most)
    if target.ok and target.str != href:
        return None
    if target.ok:
        pos = _skip_spaces(content, target.pos)
        title = read_link_title(content, pos, most)
        if title.ok and pos > target.pos:
            pos = _skip_spaces(content, title.pos)
    return pos + 1 if content.startswith(")", pos) else None


def _skip_spaces(content: str, pos: int) -> int:
    match = _SPACES.match(content, pos)
    return match.end() if match else pos
