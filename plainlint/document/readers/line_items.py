"""Split a block whose lines are items, or whose first line is a heading, into blocks.

Markdown has one paragraph where writers see several lines: after <br> or a hard line break, behind
a bullet that is a sign of its own, and behind `##` without a space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from plainlint.core.formats import MARKDOWN
from plainlint.core.source import Source, Span
from plainlint.document.model import BlockKind, Container, ExcludedText, Link
from plainlint.document.readers.cuts import Cut, remove_ranges
from plainlint.document.readers.raw_block import RawBlock
from plainlint.document.visible_text import VisibleText, Wrapper

LIST_MARK = "list mark"
HEADING_MARK = "heading mark"
_SPLIT_KINDS = frozenset(BlockKind) - {BlockKind.HEADING, BlockKind.CODE}
# Bullets, arrows and ticks.
_SIGNS = (
    "\u2022\u2023\u2043\u25a0\u25a1\u25aa\u25b8\u25ba\u25c6"
    "\u25cb\u25cf\u25e6\u27a2\u27a4\u2713\u2714\u2717"
)
_BULLET = re.compile(rf"(?:(?<=\s)|^)[{_SIGNS}]\s*(?=\S)")
_SIGN = re.compile(f"[{_SIGNS}]")
# Cheap tests for what _LINE_MARK needs.
_FIRST_MARKS = ("(1) ", "(a) ", "(i) ")
_LINE_SIGNS = ("~ ", "\u2013 ", "\u2014 ")
# Marks that are items only at the start of a line, and only if there are several.
_LINE_MARK = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<sign>[~\u2013\u2014])\s+|\((?P<name>\d{1,2}|[a-z]{1,3})\)\s+)(?=\S)"
)
_FIRST_NAMES = frozenset({"1", "a", "i"})
# Behind one sign there must be several words, without another sign or a stop: it may be a hashtag.
_HEADING = re.compile(
    r"(?P<marks>#{2,6})(?=[^\W_])[^\n]+|(?P<mark>#)[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]* [^\n#.!?]+"
)
_LINE_END = re.compile(r"\n")
_CLOSING_MARKS = re.compile(r"[ \t]*#*[ \t]*\Z")
_LINE_START = re.compile(r"[ \t>]*\Z")
# A line that opens with what the rest is about: "**Ward:** 01632 960100", "Tel: 01632 960100".
_LABEL = re.compile(
    r"[ \t>]*(?P<mark>\*\*|__)?[A-Z\u00c0-\u00de][^:*_\n.!?]{0,40}"
    r"(?(mark)(?::(?P=mark)|(?P=mark) ?:)|:)[ \t]"
    # A whole line in bold.
    r"|[ \t>]*(?P<bold>\*\*|__)[^*_\n]+(?P=bold)[ \t]*$",
    re.MULTILINE,
)
_STOP = re.compile(r"[.!?\u2026][\"')\]\u201d\u2019*_]*(?=\s|$)")
_LEADS_IN = re.compile(r"[.!?\u2026:;][\"')\]\u201d\u2019*_]*\s*$")
# A line that ends so goes on in the next one.
_UNFINISHED = re.compile(
    r"\b(?:an?|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|if|when|as|than|your|our"
    r"|their|his|her|its|is|are|was|were|be|been|has|have|had|can|could|may|might|must|should|will"
    r"|would|not|very|more)$",
    re.IGNORECASE,
)
# In code points: hard breaks after lines of this length are those of a wrapped text.
_FULL_LINE = 55


_Part = TypeVar("_Part", Link, Wrapper)


class _Item(NamedTuple):
    """Where an item starts, where its text starts behind the mark, and where it ends."""

    start: int
    text: int
    end: int


def split_line_items(blocks: Iterable[RawBlock], source: Source) -> Iterator[RawBlock]:
    """Yield the blocks; one whose lines are items or a heading becomes several."""
    for block in blocks:
        text = block.prose.text
        if block.kind not in _SPLIT_KINDS or not text:
            yield block
        elif text[0] == "#" and (heading := _find_heading(block, source)):
            yield from _split_heading(block, heading, source)
        else:
            yield from _split_items(block, source)


def _find_heading(block: RawBlock, source: Source) -> re.Match[str] | None:
    """Return the heading that the first line was meant to be."""
    start = block.span.start
    line = source.get_line_span(source.locate(start).line)
    if block.containers or not source.text.startswith("#", start):
        return None
    heading = _HEADING.fullmatch(source.text, start, max(start, min(line.end, block.span.end)))
    if heading and heading["mark"] and block.span.end > line.end:
        return None
    return heading


def _split_heading(block: RawBlock, heading: re.Match[str], source: Source) -> Iterator[RawBlock]:
    """Yield the heading on the first line, and what follows it."""
    prose, start = block.prose, heading.start()
    marks = heading["marks"] or heading["mark"]
    closing = _CLOSING_MARKS.search(source.text, start, heading.end())
    text_end = closing.start() if closing else heading.end()
    _, last = prose.get_visible_range(Span(start, text_end))
    excluded = ExcludedText(Span(start, start + len(marks)), HEADING_MARK, marks)
    yield _take_part(block, _Item(0, len(marks), last))._replace(
        kind=BlockKind.HEADING,
        level=len(marks),
        span=Span(start, text_end),
        excluded_texts=(excluded, *block.excluded_texts),
    )
    _, rest = prose.get_visible_range(Span(start, heading.end()))
    rest += len(prose.text[rest:]) - len(prose.text[rest:].lstrip())
    if rest < len(prose.text):
        below = _take_part(block, _Item(rest, rest, len(prose.text)))
        yield from _split_items(below._replace(excluded_texts=()), source)


def _split_items(block: RawBlock, source: Source) -> Iterator[RawBlock]:
    items = list(_find_items(block, source))
    if len(items) <= 1 and not (items and items[0].text > items[0].start):
        yield block
        return
    excluded_texts = (*block.excluded_texts, *_list_marks(block.prose, items))
    containers = (*block.containers, Container("ul", -block.span.start - 1))
    for number, item in enumerate(items):
        part = _take_part(block, item)._replace(excluded_texts=excluded_texts)
        excluded_texts = ()
        if number or item.start < item.text:
            kind = block.kind if block.kind is BlockKind.TABLE_CELL else BlockKind.LIST_ITEM
            item_container = Container("li", -part.span.start - 1)
            part = part._replace(kind=kind, containers=(*containers, item_container))
        yield part


def _list_marks(prose: VisibleText, items: Sequence[_Item]) -> Iterator[ExcludedText]:
    for item in items:
        if item.start < item.text:
            text = prose.text[item.start : item.text].rstrip()
            span = prose.get_span(item.start, item.start + len(text))
            yield ExcludedText(span, LIST_MARK, text)


def _find_items(block: RawBlock, source: Source) -> Iterator[_Item]:
    """Yield the items of a block, and the text before the first one; nothing for plain prose."""
    text = block.prose.text
    marks = list(_find_marks(block, source))
    breaks = _find_breaks(text) if "\n" in text else []
    if not marks and not breaks:
        return
    starts = dict(marks)
    for offset in (0, *breaks):
        starts.setdefault(offset, offset)
    edges = [*sorted(starts), len(text)]
    for start, end in pairwise(edges):
        stripped = text[start:end].rstrip()
        lead = len(text[starts[start] : end]) - len(text[starts[start] : end].lstrip())
        first = starts[start] + lead
        if first < start + len(stripped):
            begin = start if starts[start] > start else first
            yield _Item(begin, first, start + len(stripped))


def _find_marks(block: RawBlock, source: Source) -> Iterator[tuple[int, int]]:
    """Yield start and end of each mark of an item."""
    text = block.prose.text
    if not text.isascii() and _SIGN.search(text):
        yield from (match.span() for match in _BULLET.finditer(text))
    if source.format == MARKDOWN and source.text.find("\n", *block.span) >= 0:
        yield from _find_labels(block, source)
    # Few texts have these signs.
    has_names = "(" in text and any(map(text.__contains__, _FIRST_MARKS))
    has_signs = "~" in text or not text.isascii()
    if not has_names and not (has_signs and any(text.count(sign) > 1 for sign in _LINE_SIGNS)):
        return
    line_marks = [
        match for match in _LINE_MARK.finditer(text) if _starts_line(block, match.start(), source)
    ]
    signs = [match["sign"] for match in line_marks]
    names = [match["name"] for match in line_marks if match["name"]]
    are_items = len(names) > 1 and names[0] in _FIRST_NAMES
    for match in line_marks:
        if are_items if match["name"] else signs.count(match["sign"]) > 1:
            # A number is part of its item.
            yield match.start(), match.start() if match["name"] else match.end()


def _find_labels(block: RawBlock, source: Source) -> Iterator[tuple[int, int]]:
    """Yield where lines with labels or in bold start, as the lines of contacts do; they are items.

    Lines without a mark around their label are items only if all of the block have one.
    """
    start, end = block.span
    if ": " not in block.prose.text and all(
        wrapper.tag != "strong" for wrapper in block.prose.wrappers
    ):
        return
    starts = [start, *(match.end() for match in _LINE_END.finditer(source.text, start, end))]
    labels = [_LABEL.match(source.text, place, end) for place in starts]
    found = [label for label in labels if label]
    if not labels[0] or len(found) == 1:
        return
    if all(label["mark"] or label["bold"] for label in found) or len(found) == len(labels):
        for label in found:
            place = block.prose.get_visible_range(Span(label.start(), end))[0]
            yield place, place


def _starts_line(block: RawBlock, offset: int, source: Source) -> bool:
    if offset == 0 or block.prose.text[offset - 1] == "\n":
        return True
    start = block.prose.get_span(offset, offset + 1).start
    line = source.text.rfind("\n", 0, start) + 1
    return line > block.span.start and _LINE_START.match(source.text, line, start) is not None


def _find_breaks(text: str) -> list[int]:
    """Return where a line starts an item of its own; nothing if the lines are wrapped prose."""
    lines = text.split("\n")
    filled = [line.strip() for line in lines if line.strip()]
    if all(map(_LEADS_IN.search, filled[:-1])) and not any(line.endswith(":") for line in filled):
        return []
    if _is_wrapped(filled):
        return []
    starts = []
    offset = 0
    for line in lines[:-1]:
        offset += len(line) + 1
        starts.append(offset)
    return starts


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Check whether hard breaks only wrap a sentence: its lines go on in small letters."""
    further = lines[1:]
    if not further or not all(line[:1].islower() for line in further):
        return False
    if len(further) == 1:
        return _LEADS_IN.search(lines[0]) is None and _STOP.search(further[0]) is not None
    if any(map(_UNFINISHED.search, further[:-1])):
        return True
    width = sum(map(len, lines[:-1])) / len(further)
    return _STOP.search(lines[-1]) is not None and width >= _FULL_LINE


def _take_part(block: RawBlock, item: _Item) -> RawBlock:
    """Return the part of a block from the text of an item to its end."""
    start, end = item.text, item.end
    prose = block.prose
    links = _take_inside(block.links, start, end)
    wrappers = _take_inside(prose.wrappers, start, end)
    around = (Cut(0, start), Cut(end, len(prose.text)))
    cuts = [cut for cut in around if cut.start < cut.end]
    part, links = remove_ranges(prose._replace(wrappers=wrappers), links, cuts)
    return block._replace(prose=part, links=links, span=prose.get_wrapped_span(start, end))


def _take_inside(parts: tuple[_Part, ...], start: int, end: int) -> tuple[_Part, ...]:
    """Return the parts, sorted by their end, that are inside a visible range."""
    first = bisect_right(parts, start, key=lambda part: part.end)
    last = bisect_right(parts, end, key=lambda part: part.end)
    return tuple(part for part in parts[first:last] if part.start >= start)
