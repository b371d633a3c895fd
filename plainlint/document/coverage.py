"""Coverage: what became of every character of a document's source.

Nothing here runs in an ordinary check: it is for explanations, reports, tests and benchmarks.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.markup import (
    CONTAINER_MARKS,
    EMPHASIS_MARK,
    HEADING_UNDERLINE,
    IMAGE_MARK,
    LINK_MARK,
    LINK_TARGET,
    LOST_CELL,
    TABLE_BAR,
    choose_markup_kinds,
)
from plainlint.document.model import BlockKind, Document, ExclusionReason, Link
from plainlint.document.unclosed import find_unclosed
from plainlint.document.visible_text import VisibleText, Wrapper


class Treatment(StrEnum):
    """What became of a stretch of source text."""

    PROSE = "prose"
    EXCLUDED = "not scored"
    MARKUP = "markup"
    UNACCOUNTED = "unaccounted"


class Fate(NamedTuple):
    """What became of a stretch of source text, and why; `reason` is empty for prose."""

    treatment: Treatment
    reason: str = ""


class Stretch(NamedTuple):
    """A stretch of source text, and what became of it."""

    span: Span
    fate: Fate


class Coverage(NamedTuple):
    """What became of a document's source.

    Attributes:
        stretches: disjoint, in text order; they cover every character that is not white space.
            Markup inside a part that is not scored is a stretch of its own.
        exclusions: the parts that are not scored, each with its reason, in text order. A block is
            one part, with all markup in it.
    """

    stretches: tuple[Stretch, ...]
    exclusions: tuple[tuple[Span, str], ...]

    def count_characters(self) -> Counter[Fate]:
        """Count the code points of each fate, with the white space inside its stretches."""
        counts = Counter[Fate]()
        for span, fate in self.stretches:
            counts[fate] += span.end - span.start
        return counts


def find_coverage(document: Document) -> Coverage:
    """Return what became of each stretch of the source."""
    painter = _paint(document)
    return Coverage(tuple(painter.iter_stretches()), tuple(sorted(painter.exclusions)))


def find_exclusions(document: Document) -> tuple[tuple[Span, str], ...]:
    """Return the exclusions of the coverage alone, which takes half the time."""
    return tuple(sorted(_paint(document).exclusions))


PROSE = Fate(Treatment.PROSE)
UNACCOUNTED = Fate(Treatment.UNACCOUNTED, "unaccounted")
_VISIBLE = re.compile(r"\S+")
_SIGN = re.compile(r"\S")
_GAP = re.compile(rb"\0+")
_RUN = re.compile(rb"([^\0])\1*", re.DOTALL)
_IMAGE = re.compile(r"!\[.*?(?P<tail>\](?:\(.*\)|\[[^\]]*\])?)", re.DOTALL)
_LINK_TAIL = re.compile(r"\](?:\(.*\)|\[.*\])?", re.DOTALL)
_UNDERLINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t>]*(?P<mark>=+|-+)(?=[ \t]*(?:[\r\n]|\Z))")
_CELL = re.compile(r"(?:[^|\\\r\n]|\\.)+")
_EMPHASIS_WIDTHS = {"em": 1, "strong": 2}


def _paint(document: Document) -> "_Painter":
    painter = _Painter(document)
    painter.paint_blocks()
    painter.paint_excluded_texts()
    painter.paint_known_markup()
    painter.paint_gaps()
    return painter


class _Painter:
    """The characters of a source, each painted with the number of its fate; 0 is no paint yet.

    Attributes:
        exclusions: the parts that are not scored, with the reason.
    """

    def __init__(self, document: Document) -> None:
        self.exclusions: list[tuple[Span, str]] = []
        self._document = document
        self._text = document.source.text
        self._paint = bytearray(len(self._text))
        self._numbers: dict[Fate, int] = {}
        self._marks = bytes(self._get_number(_make_markup(name)) for name in CONTAINER_MARKS)
        # The paint that markup may enclose: none, and that of the parts that readers excluded.
        self._free = b"\0"
        self._looked_to = 0
        self._is_opening = True
        self._unclosed = sorted(opened.span.start for opened in find_unclosed(document))

    def paint_blocks(self) -> None:
        """Paint the visible text of each block, as prose or with the reason why it is not."""
        for block in self._document.blocks:
            if block.kind is BlockKind.CODE:
                self._exclude(block.span, self._add_state(block.exclusion_text, block.span))
            elif block.exclusion_reason is None:
                for sentence in block.sentences:
                    for span in _iter_spans(sentence.prose, sentence.start, sentence.end):
                        self._fill(span, PROSE)
            else:
                if block.exclusion_reason is not ExclusionReason.NO_TEXT:
                    self.exclusions.append((block.span, block.exclusion_text))
                # The text of one without text can be a no-break space.
                for span in _iter_spans(block.prose, 0, len(block.prose.text)):
                    self._fill(span, Fate(Treatment.EXCLUDED, block.exclusion_text))

    def paint_excluded_texts(self) -> None:
        """Paint the front matter, and the parts of blocks that are not scored.

        The mark that a value of a template leaves in the text is painted again.
        """
        first = len(self._numbers) + 1
        for span, reason, _ in self._document.excluded_texts:
            self._exclude(span, self._add_state(reason, span))
            image = _IMAGE.fullmatch(self._text, *span) if reason == "image text" else None
            if image:
                self._fill(Span(span.start, span.start + len("![")), _make_markup(IMAGE_MARK))
                self._fill(Span(image.start("tail"), span.end), _make_markup(LINK_TARGET))
        self._free += bytes(range(first, len(self._numbers) + 1))
        if self._document.front_matter.span.end:
            self._exclude(self._document.front_matter.span, "front matter")

    def paint_known_markup(self) -> None:
        """Paint the markup whose place follows from what the readers keep."""
        for block in self._document.blocks:
            if block.kind is BlockKind.HEADING:
                self._paint_underline(block.span)
            for wrapper in block.prose.wrappers:
                self._paint_emphasis(wrapper)
            for link in block.links:
                self._paint_link(link)

    def _paint_underline(self, heading: Span) -> None:
        """Paint the line below a heading that has no mark before it."""
        underline = _UNDERLINE.match(self._text, heading.end)
        line_start = self._find_line_start(heading.start)
        has_mark = self._text[line_start : heading.start].rstrip(" \t").endswith("#")
        if underline and not has_mark and self._is_free(Span(*underline.span("mark"))):
            self._fill(Span(*underline.span("mark")), _make_markup(HEADING_UNDERLINE))

    def _paint_emphasis(self, wrapper: Wrapper) -> None:
        start, end = wrapper.span
        width = _EMPHASIS_WIDTHS.get(wrapper.tag, 0)
        for span in (Span(start, start + width), Span(end - width, end)):
            if not self._text[span.start : span.end].strip("*_"):
                self._fill(span, _make_markup(EMPHASIS_MARK))

    def _paint_link(self, link: Link) -> None:
        start, end = link.span
        tail = Span(link.text_span.end, end)
        opening = self._text[start:end][:1]
        if opening == "[" and _LINK_TAIL.fullmatch(self._text, *tail):
            self._fill(Span(start, start + 1), _make_markup(LINK_MARK))
            self._fill(tail, _make_markup(LINK_TARGET))
        elif opening == "<" and self._text[tail.start : tail.end] == ">" and not link.attributes:
            self._fill(Span(start, start + 1), _make_markup(LINK_MARK))
            self._fill(tail, _make_markup(LINK_MARK))

    def paint_gaps(self) -> None:
        """Paint what is left: markup that fits one of the strict patterns, and what is not read."""
        source = self._document.source
        first_unread = source.problem_span.start if self._document.blocks else 0
        position = 0
        # Each step looks no further than what it paints: all of a document may be one gap.
        while (gap := self._paint.find(0, position)) >= 0:
            sign = _SIGN.search(self._text, gap)
            if sign is None:
                return
            start = sign.start()
            if self._paint[start]:
                position = start
            elif source.problem and start >= first_unread:
                rest = Span(start, len(self._text))
                position = self._exclude(rest, f"not read: {source.problem}", only_gaps=True)
            else:
                position = self._paint_gap(start)

    def _paint_gap(self, start: int) -> int:
        """Paint the markup that starts at a gap, or all that is visible; return its end."""
        opens_line = self._opens_line(start)
        for kind in choose_markup_kinds(self._document.source.format, self._text[start]):
            match = kind.pattern.match(self._text, start) if opens_line or kind.is_inline else None
            if match and self._is_free(Span(*match.span())):
                span = Span(*match.span())
                if not kind.is_text:
                    return self._fill(span, _make_markup(kind.name), only_gaps=True)
                span = self._extend_unclosed(span)
                return self._exclude(span, self._add_state(kind.name, span), only_gaps=True)
        cell = _CELL.match(self._text, start) if self._follows_bar(start) else None
        if cell and self._is_free(Span(*cell.span())):
            return self._exclude(Span(start, start + len(cell[0].rstrip())), LOST_CELL)
        visible = _VISIBLE.match(self._text, start)
        unpainted = _GAP.match(self._paint, start, visible.end() if visible else start)
        gap = Span(start, unpainted.end() if unpainted else start + 1)
        self.exclusions.append((gap, UNACCOUNTED.reason))
        return self._fill(gap, UNACCOUNTED)

    def _opens_line(self, offset: int) -> bool:
        """Check whether only marks of containers and white space are before it on its line.

        Offsets are asked for from left to right, so that a long line is looked through once.
        """
        start = max(self._text.rfind(end, self._looked_to, offset) for end in "\n\r") + 1
        if start:
            self._is_opening = True
        between = self._paint[start or self._looked_to : offset]
        self._is_opening &= not between.translate(None, self._free + self._marks)
        self._looked_to = offset
        return self._is_opening

    def _find_line_start(self, offset: int) -> int:
        """Return where the line of an offset starts; lines may end in LF or CRLF, or in CR."""
        newline = self._text.rfind("\n", 0, offset)
        return max(newline, self._text.rfind("\r", newline + 1, offset)) + 1

    def _follows_bar(self, offset: int) -> bool:
        """Check whether the bar of a table is before it."""
        bar = offset - 1
        while bar >= 0 and self._text[bar].isspace():
            bar -= 1
        is_bar = bar >= 0 and self._text[bar] == "|"
        return is_bar and self._paint[bar] == self._get_number(_make_markup(TABLE_BAR))

    def _is_free(self, span: Span) -> bool:
        """Check that neither text nor other markup is in a span."""
        return not self._paint[span.start : span.end].translate(None, self._free)

    def _extend_unclosed(self, span: Span) -> Span:
        """Extend raw HTML that is not closed to the end of its block."""
        index = bisect_left(self._unclosed, span.start)
        if self._unclosed[index : index + 1] == [span.start]:
            for block in self._document.blocks:
                if block.kind is BlockKind.HTML and block.span.start <= span.start < block.span.end:
                    return Span(span.start, block.span.end)
        return span

    def _add_state(self, reason: str, span: Span) -> str:
        """Add to a reason that the part is not closed, if so."""
        index = bisect_left(self._unclosed, span.start)
        is_unclosed = index < len(self._unclosed) and self._unclosed[index] < span.end
        return f"{reason} (not closed)" if is_unclosed else reason

    def _exclude(self, span: Span, reason: str, *, only_gaps: bool = False) -> int:
        self.exclusions.append((span, reason))
        return self._fill(span, Fate(Treatment.EXCLUDED, reason), only_gaps=only_gaps)

    def _fill(self, span: Span, fate: Fate, *, only_gaps: bool = False) -> int:
        """Paint a span, or only what has no paint in it; return its end."""
        start, end = span
        paint = bytes([self._get_number(fate)])
        filled = (
            self._paint[start:end].replace(b"\0", paint) if only_gaps else paint * (end - start)
        )
        self._paint[start:end] = filled
        return end

    def _get_number(self, fate: Fate) -> int:
        return self._numbers.setdefault(fate, len(self._numbers) + 1)

    def iter_stretches(self) -> Iterator[Stretch]:
        """Yield the runs of one paint, without the white space at their edges."""
        fates = [PROSE, *self._numbers]
        for run in _RUN.finditer(self._paint):
            start, end = run.span()
            text = self._text[start:end]
            first, last = len(text) - len(text.lstrip()), len(text.rstrip())
            if first < last:
                yield Stretch(Span(start + first, start + last), fates[run[1][0]])


def _make_markup(name: str) -> Fate:
    return Fate(Treatment.MARKUP, name)


def _iter_spans(prose: VisibleText, start: int, end: int) -> Iterator[Span]:
    """Yield the source spans of a visible range, without the markup inside it."""
    for piece in prose.pieces:
        first, last = max(piece.start, start), min(piece.end, end)
        if first < last:
            yield prose.get_span(first, last)
