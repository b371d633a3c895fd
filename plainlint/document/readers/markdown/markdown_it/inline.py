"""Turn markdown-it's inline tokens into visible text.

Tokens have no positions but come in source order, so one pass with a cursor over the block's raw
content locates all of them.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, NamedTuple, Protocol

from markdown_it import helpers
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from plainlint.document.readers.visible_builder import VisibleTextBuilder, iter_runs

# A target without brackets, escapes, entities or spaces needs no decoding.
_PLAIN = re.compile(r"[^ <()\\;\x00-\x1f\x7f][^ ()\\;\x00-\x1f\x7f]*(?=[ )\x00-\x1f])")
# Most titles have no escapes or entities either.
_PLAIN_TITLE = re.compile(r'"([^"\\;]*)"')

# A key for the cache of one text, whose other keys are positions.
_LAST_BRACKET = -1


class LinkPart(Protocol):
    """The result that markdown-it expects: whether there is a part, where it ends, and its text."""

    ok: bool
    pos: int
    str: str


class _PlainLinkPart(NamedTuple):
    ok: bool
    pos: int
    str: str
    can_continue: bool = False


def read_link_target(content: str, pos: int, maximum: int) -> LinkPart | _PlainLinkPart:
    """Read the link target at `pos` of a content that ends at `maximum`."""
    plain = _PLAIN.match(content, pos, maximum)
    if plain:
        return _PlainLinkPart(ok=True, pos=plain.end(), str=plain.group())
    return helpers.parseLinkDestination(content, pos, maximum)


def read_link_title(
    content: str, pos: int, maximum: int, before: Any = None
) -> LinkPart | _PlainLinkPart:
    """Read the link title at `pos`, or the rest of one that began on the lines `before`."""
    plain = _PLAIN_TITLE.match(content, pos, maximum) if before is None else None
    if plain:
        return _PlainLinkPart(ok=True, pos=plain.end(), str=plain[1])
    return helpers.parseLinkTitle(content, pos, maximum, before)


def read_link_label(state: StateInline, start: int, disable_nested: bool = False) -> int:  # noqa: FBT001, FBT002
    """Return the end of the link label that opens at `start`, or -1.

    Without a closing bracket, markdown-it would read the whole rest of the text to find out.
    """
    last = state.cache.get(_LAST_BRACKET)
    if last is None:
        last = state.cache[_LAST_BRACKET] = state.src.rfind("]")
    return -1 if last < start else helpers.parseLinkLabel(state, start, disable_nested)


class FastHelpers:
    """The helpers that markdown-it's link rules call, under the names that it uses."""

    parseLinkLabel = staticmethod(read_link_label)  # noqa: N815
    parseLinkDestination = staticmethod(read_link_target)  # noqa: N815
    parseLinkTitle = staticmethod(read_link_title)  # noqa: N815


_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]", re.DOTALL)
_INDENT = re.compile(r"[ \t]*")
_SPACES = re.compile(r"[ \t\n]*")
# A typical link target and title, without brackets, escapes or line ends.
_PLAIN_TARGET = re.compile(r"""\(([^\s()<>\\]*)(?: +(?:"[^"\\\n]*"|'[^'\\\n]*'))?\)""")


class TokenReader:
    """One pass over the tokens of one block; `read` fills `visible`.

    `to_source` maps an offset in the block's raw content to a source offset.
    """

    def __init__(self, content: str, to_source: Callable[[int], int]) -> None:
        self.content = content
        self.to_source = to_source
        self.visible = VisibleTextBuilder()
        self.cursor = 0
        self._targets: list[str] = []

    def read(self, tokens: Iterable[Token]) -> VisibleTextBuilder:
        """Read the tokens and return the builder of their visible text."""
        for token in tokens:
            self._READERS[token.type](self, token)
        return self.visible

    def _find_source_end(self, offset: int) -> int:
        """Return the source offset after the character before `offset`."""
        return self.to_source(offset - 1) + 1

    def _add(self, text: str, start: int, end: int) -> None:
        """Add visible `text` with its range in the content."""
        if text:
            self.visible.add(text, self.to_source(start), self._find_source_end(end))

    def _read_text(self, token: Token) -> None:
        if not token.content:
            return
        position = self.content.find(token.content, self.cursor)
        start = position if position >= 0 else self.cursor
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
        end = self.cursor + len(mark)
        self.visible.exclude_note_mark(
            self.to_source(self.cursor), self._find_source_end(end), mark
        )
        self.cursor = end

    def _exclude(self, end: int, reason: str, text: str) -> None:
        self.visible.exclude_object(
            self.to_source(self.cursor), self._find_source_end(end), reason, text
        )
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

    def _find_link_end(self, start: int, href: str) -> int:
        """Return the end of a link whose text's closing bracket is at `start - 1`."""
        end = _find_target_end(self.content, start, href)
        if end is not None:
            return end
        label = _LABEL.match(self.content, start)
        return label.end() if label else start

    def _read_struck_out(self, token: Token) -> None:
        start, self.cursor = self.cursor, self.cursor + len(token.markup)
        markup = "<s>" if token.nesting == 1 else "</s>"
        self.visible.add_html(markup, self.to_source(start), self._find_source_end(self.cursor))

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
        "s_open": _read_struck_out,
        "s_close": _read_struck_out,
    }


def _find_target_end(content: str, start: int, href: str) -> int | None:
    """Return the end of `(target "title")` at `start`; None if its target is not `href`."""
    plain = _PLAIN_TARGET.match(content, start)
    if plain and plain[1] == href:
        return plain.end()
    if not content.startswith("(", start):
        return None
    maximum = len(content)
    pos = _skip_spaces(content, start + 1)
    target = read_link_target(content, pos, maximum)
    if target.ok and target.str != href:
        return None
    if target.ok:
        pos = _skip_spaces(content, target.pos)
        title = read_link_title(content, pos, maximum)
        if title.ok and pos > target.pos:
            pos = _skip_spaces(content, title.pos)
    return pos + 1 if content.startswith(")", pos) else None


def _skip_spaces(content: str, pos: int) -> int:
    match = _SPACES.match(content, pos)
    return match.end() if match else pos
