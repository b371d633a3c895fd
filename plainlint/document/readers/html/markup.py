"""HTML markup in a source text: where tags and comments end, attributes, and text in entities.

The parser's tree has decoded text and the offset where a text begins. The functions here find the
source of each character again.
"""

import re
from collections.abc import Mapping
from html.entities import html5
from itertools import takewhile
from typing import NamedTuple

from plainlint.core.source import Span

EMPTY_ELEMENTS = frozenset(
    re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr")
)
# Elements in which tags are text. The text of some has entities.
RAW_TEXT_ELEMENTS = frozenset(
    re.findall(r"\w+", "script style title textarea xmp iframe noembed noframes noscript plaintext")
)
DECODED_ELEMENTS = frozenset({"title", "textarea"})

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*+)?)?"""
_TAG = re.compile(rf"</?[A-Za-z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+>?")
_START = re.compile(r"<[A-Za-z][^\s/>]*+")
_NAMED_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"'][^\s>]*+))?)?""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"<(?:[A-Za-z!?]|/[^>]|/>)")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]+;?|#\d+;?|[A-Za-z][A-Za-z0-9]*;?)")
_RUN = re.compile(r"[^&<\r]+")
_LONGEST_NAME = max(map(len, html5))
_NUMERIC = "&#"


def find_markup_end(text: str, start: int) -> int:
    """Return the offset behind the tag, comment or declaration at `start`."""
    if text.startswith("<!--", start):
        return _find_comment_end(text, start)
    tag = _TAG.match(text, start)
    if tag is not None:
        return tag.end()
    end = text.find(">", start)
    return end + 1 if end >= 0 else len(text)


def _find_comment_end(text: str, start: int) -> int:
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, start):
            return start + len(short)
    ends = [(text.find(mark, start + 4), len(mark)) for mark in ("-->", "--!>")]
    found = [at + length for at, length in ends if at >= 0]
    return min(found, default=len(text))


def find_end_tag(text: str, name: str, start: int) -> Span | None:
    """Return the span of the element's end tag if it is right at `start`."""
    if not text.startswith("</", start):
        return None
    tag = re.compile(rf"</{re.escape(name)}(?=[\s/>])[^>]*>", re.IGNORECASE).match(text, start)
    return Span(*tag.span()) if tag else None


def find_raw_text_end(text: str, name: str, start: int) -> int:
    """Return where the text of an element ends in which tags are text, such as a script."""
    end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, start)
    return end.start() if end else len(text)


def locate_attributes(text: str, start: int) -> Mapping[str, Span]:
    """Return the spans of the attributes' values, by lower-case name, of the tag at `start`."""
    head = _START.match(text, start)
    spans: dict[str, Span] = {}
    position = head.end() if head else len(text)
    while (match := _NAMED_ATTRIBUTE.match(text, position)) is not None:
        group = next((key for key in ("double", "single", "bare") if match[key] is not None), "")
        span = Span(*match.span(group)) if group else Span(match.end("name"), match.end("name"))
        spans.setdefault(match["name"].lower(), span)
        position = match.end()
    return spans


class Segment(NamedTuple):
    """Decoded text and the source range that it comes from.

    Segments of equal length map character by character, others (an entity, a CRLF) as a whole.
    """

    text: str
    start: int
    end: int


def align_text(
    data: str,
    text: str,
    start: int,
    other_starts: frozenset[int] = frozenset(),
    *,
    has_tags: bool = True,
) -> list[Segment]:
    """Return the source of each part of a text node.

    Args:
        data: the node's decoded text.
        text: the source.
        start: where the node begins in it.
        other_starts: where other nodes begin. Parsers join texts around tags that they ignore, and
            move texts out of tables; what belongs to another node in between is skipped.
        has_tags: False for a text in which tags are text, such as a title.
    """
    if text.startswith(data, start) and "&" not in data:
        return [Segment(data, start, start + len(data))]
    return _Aligner(data, text, other_starts, has_tags=has_tags).align(start)


class _Aligner:
    """One pass over a node's text and its source."""

    def __init__(
        self, data: str, text: str, other_starts: frozenset[int], *, has_tags: bool
    ) -> None:
        self.data = data
        self.text = text
        self.other_starts = other_starts
        self.has_tags = has_tags
        self.segments: list[Segment] = []
        self.done = 0

    def align(self, position: int) -> list[Segment]:
        data, text = self.data, self.text
        while text[position : position + 1] in ("\r", "\n") and data[0] not in "\r\n":
            # The first line end of preformatted text does not count.
            position += 1
        while self.done < len(data) and position < len(text):
            end = self._read(position)
            if end > position:
                position = end
            elif self._is_markup(position):
                position = self._skip_markup(position)
            elif data[self.done].isspace() and not text[position].isspace():
                # The parser moved white space of a table in front of the text.
                self.segments.append(Segment(data[self.done], position, position))
                self.done += 1
            elif text[position].isspace() and not data[self.done].isspace():
                # White space that stays in the table.
                position += 1
            else:
                position = self._skip_foreign_text(position)
        return self.segments

    def _is_markup(self, position: int) -> bool:
        return self.has_tags and _MARKUP.match(self.text, position) is not None

    def _add(self, value: str, start: int, end: int) -> int:
        self.segments.append(Segment(value, start, end))
        self.done += len(value)
        return end

    def _read(self, position: int) -> int:
        """Read what is the next part of the data; return `position` if it is something else."""
        data, text, done = self.data, self.text, self.done
        sign = text[position]
        if sign == "&":
            value, end = _read_entity(text, position, data[done])
            return self._add(value, position, end) if data.startswith(value, done) else position
        if sign == "\r":
            length = 2 if text.startswith("\n", position + 1) else 1
            return self._add("\n", position, position + length) if data[done] == "\n" else position
        if sign == "<":
            is_text = data[done] == "<" and not self._is_markup(position)
            return self._add("<", position, position + 1) if is_text else position
        run = _RUN.match(text, position)
        assert run is not None
        shared = _count_shared(run[0], data, done)
        if shared == 0:
            return position
        if shared < len(run[0]) and done + shared < len(data):
            # The run is another node's that begins alike.
            return position
        return self._add(run[0][:shared], position, position + shared)

    def _skip_markup(self, position: int) -> int:
        """Return where this node's text goes on behind the markup at `position`."""
        end = find_markup_end(self.text, position)
        head = _START.match(self.text, position)
        if head and head[0][1:].lower() in RAW_TEXT_ELEMENTS:
            return find_raw_text_end(self.text, head[0][1:], end)
        return self._skip_foreign_text(end) if end in self.other_starts else end

    def _skip_foreign_text(self, position: int) -> int:
        """Return the offset of the next markup."""
        position += 1
        while (position := self.text.find("<", position)) >= 0:
            if _MARKUP.match(self.text, position):
                return position
            position += 1
        return len(self.text)


def _count_shared(run: str, data: str, done: int) -> int:
    """Count the characters that a run of source shares with the data from `done` on."""
    if data.startswith(run, done):
        return len(run)
    pairs = zip(run, data[done : done + len(run)], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _read_entity(text: str, start: int, first: str) -> tuple[str, int]:
    """Return the text of the entity at `start`, which may be a lone ampersand, and its end.

    Args:
        first: the character that the parser made of it, for those that have a number.
    """
    entity = _ENTITY.match(text, start)
    if entity is None:
        return "&", start + 1
    if entity[0].startswith(_NUMERIC):
        return first, entity.end()
    name = entity[0][1 : _LONGEST_NAME + 1]
    for length in range(len(name), 0, -1):
        if value := html5.get(name[:length]):
            return value, start + 1 + length
    return "&", start + 1
