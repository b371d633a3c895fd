"""markdown-it's inline tokens as visible text.

They carry no positions, but they do come in source order, so one walk with a
cursor over the block's raw content finds each of them again.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, NamedTuple, Protocol

from markdown_it import helpers
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from plainlint.document.readers.visible_builder import VisibleTextBuilder, iter_runs

# A target without brackets, escapes, entities or spaces stands as it is written.
_PLAIN = re.compile(r"[^ <()\\;\x00-\x1f\x7f][^ ()\\;\x00-\x1f\x7f]*(?=[ )\x00-\x1f])")
# Nor has the usual title an escape or an entity in it.
_PLAIN_TITLE = re.compile(r'"([^"\\;]*)"')

# The cache belongs to one text and has positions as keys; this is none of them.
_LAST_BRACKET = -1


class LinkPart(Protocol):
    """What markdown-it expects: whether the part is there, where it ends, and its text."""

    ok: bool
    pos: int
    str: str


class _PlainLinkPart(NamedTuple):
    ok: bool
    pos: int
    str: str
    can_continue: bool = False


def read_link_target(content: str, pos: int, maximum: int) -> LinkPart | _PlainLinkPart:
    """The link target at `pos` of a content that ends at `maximum`."""
    plain = _PLAIN.match(content, pos, maximum)
    if plain:
        return _PlainLinkPart(ok=True, pos=plain.end(), str=plain.group())
    return helpers.parseLinkDestination(content, pos, maximum)


def read_link_title(
    content: str, pos: int, maximum: int, before: Any = None
) -> LinkPart | _PlainLinkPart:
    """The link title at `pos`, or the rest of one that began on the lines `before`."""
    plain = _PLAIN_TITLE.match(content, pos, maximum) if before is None else None
    if plain:
        return _PlainLinkPart(ok=True, pos=plain.end(), str=plain[1])
    return helpers.parseLinkTitle(content, pos, maximum, before)


def read_link_label(state: StateInline, start: int, disable_nested: bool = False) -> int:  # noqa: FBT001, FBT002
    """The end of the link label that opens at `start`, or -1.

    Without a bracket to close it, markdown-it would read the rest of the text to say so.
    """
    last = state.cache.get(_LAST_BRACKET)
    if last is None:
        last = state.cache[_LAST_BRACKET] = state.src.rfind("]")
    return -1 if last < start else helpers.parseLinkLabel(state, start, disable_nested)


class FastHelpers:
    """The helpers that markdown-it's link rules call, under the names it calls them by."""

    parseLinkLabel = staticmethod(read_link_label)  # noqa: N815
    parseLinkDestination = staticmethod(read_link_target)  # noqa: N815
    parseLinkTitle = staticmethod(read_link_title)  # noqa: N815


_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]", re.DOTALL)
_INDENT = re.compile(r"[ \t]*")
_SPACES = re.compile(r"[ \t\n]*")
# The usual link target and title, without brackets, escapes or line ends inside.
_PLAIN_TARGET = re.compile(r"""\(([^\s()<>\\]*)(?: +(?:"[^"\\\n]*"|'[^'\\\n]*'))?\)""")


class TokenReader:
    """One walk over the tokens of one block; `read` fills `visible`.

    `to_source` turns an offset in the block's raw content into an offset in the source.
    """

    def __init__(self, content: str, to_source: Callable[[int], int]) -> None:
        self.content = content
        self.to_source = to_source
        self.visible = VisibleTextBuilder()
        self.cursor = 0
        self._targets: list[str] = []

    def read(self, tokens: Iterable[Token]) -> VisibleTextBuilder:
        """Walk the tokens and give the visible text."""
        for token in tokens:
            self._READERS[token.type](self, token)
        return self.visible

    def _find_source_end(self, offset: int) -> int:
        """The source offset behind the character before `offset`."""
        return self.to_source(offset - 1) + 1

    def _add(self, text: str, start: int, end: int) -> None:
        """Visible `text` that stands at `start` to `end` of the content."""
        if text:
            self.visible.add(text, self.to_source(start), self._find_source_end(end))

    def _read_text(self, token: Token) -> None:
        if not token.content:
            return
        at = self.content.find(token.content, self.cursor)
        start = at if at >= 0 else self.cursor
        self.cursor = start + len(token.content)
        for text, first, last in iter_runs(token.content):
            self._add(text, start + first, start + last)

    def _read_special(self, token: Token) -> None:
        end = self.cursor + len(token.markup)
        self._add(token.content, self.cursor, end)
        self.cursor = end

    def _read_line_break(self, token: Token) -> None:
        newline = self.content.index("\n", self.cursor)
        self._add(" " if token.type == "softbreak" else "\n", newline, newline + 1)
        indent = _INDENT.match(self.content, newline + 1)
        self.cursor = indent.end() if indent else newline + 1

    def _read_code(self, token: Token) -> None:
        fence = re.compile(rf"(?<!`){token.markup}(?!`)")
        close = fence.search(self.content, self.cursor + len(token.markup))
        end = close.end() if close else self.cursor + len(token.markup)
        self._exclude(end, "code", token.content)

    def _read_image(self, token: Token) -> None:
        after_text = self.cursor + len("![") + len(token.content) + 1
        self._exclude(
            self._find_link_end(after_text, str(token.attrs["src"])), "image text", token.content
        )

    def _read_footnote_mark(self, token: Token) -> None:
        mark = f"[^{token.meta['label']}]"
        self._exclude(self.cursor + len(mark), "footnote mark", mark)

    def _exclude(self, end: int, reason: str, text: str) -> None:
        self.visible.exclude(self.to_source(self.cursor), self._find_source_end(end), reason, text)
        self.cursor = end

    def _read_markup(self, token: Token) -> None:
        start = self.to_source(self.cursor)
        self.cursor += len(token.markup)
        if token.nesting == 1:
            self.visible.open(start)
        else:
            self.visible.close(self._find_source_end(self.cursor), token.tag)

    def _open_link(self, token: Token) -> None:
        href, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
        start = self.to_source(self.cursor)
        self.cursor += 1
        text_start = self._find_source_end(self.cursor)
        self.visible.open(start, text_start, {"href": href, "title": title})
        self._targets.append(href)

    def _close_link(self, token: Token) -> None:
        text_end = self._find_source_end(self.cursor)
        href, end = self._targets.pop(), self.cursor + 1
        self.cursor = end if token.markup == "autolink" else self._find_link_end(end, href)
        self.visible.close_link(text_end, self._find_source_end(self.cursor))

    def _find_link_end(self, at: int, href: str) -> int:
        """The end of a link whose text's closing bracket is at `at - 1`."""
        end = _find_target_end(self.content, at, href)
        if end is not None:
            return end
        label = _LABEL.match(self.content, at)
        return label.end() if label else at

    def _read_html(self, token: Token) -> None:
        start, self.cursor = self.cursor, self.cursor + len(token.content)
        self.visible.add_html(
            token.content, self.to_source(start), self._find_source_end(self.cursor)
        )

    _READERS: ClassVar[dict[str, Callable[["TokenReader", Token], None]]] = {
        "text": _read_text,
        "text_special": _read_special,
        "softbreak": _read_line_break,
        "hardbreak": _read_line_break,
        "code_inline": _read_code,
        "image": _read_image,
        "footnote_ref": _read_footnote_mark,
        "em_open": _read_markup,
        "em_close": _read_markup,
        "strong_open": _read_markup,
        "strong_close": _read_markup,
        "link_open": _open_link,
        "link_close": _close_link,
        "html_inline": _read_html,
    }


def _find_target_end(content: str, at: int, href: str) -> int | None:
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
