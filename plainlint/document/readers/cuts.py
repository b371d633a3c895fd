"""Cuts: take ranges out of a visible text without making neighbours of what was around them.

What stands for words (code, an image, an address, a value of a template) leaves OBJECT between two
words. A citation or footnote mark leaves no sign in the text, because the words around it remain
neighbours in their sentence; its place is kept in `note_marks`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from plainlint.document.model import Link
from plainlint.document.visible_text import OBJECT, Piece, VisibleText, Wrapper

END_MARKS = ".!?\u2026:"
CLOSERS = "\"'\u201d\u2019)]}*\u00bb\u00ae\u2122 \u00a0\n"
_WORD_END = re.compile(r"[^\W_]|[%\u00b0,]")
_WORD_START = re.compile(r"[\s\"'\u201c\u2018(\[]*(?:[^\W_]|[$\u00a3\u20ac+<>=\u2264\u2265-])")
_LOWER_START = re.compile(r"\s*[a-z]")
_WINDOW = 8


class PartKind(Enum):
    """What a part of a text that is not prose is to the sentence around it."""

    OBJECT = "stands for words"
    NOTE_MARK = "mark of a note"
    OTHER = "no part of it"


class ExcludedPart(NamedTuple):
    """A visible range that is not prose, with the reason."""

    start: int
    end: int
    kind: PartKind
    reason: str = ""


class Cut(NamedTuple):
    """A visible range to remove, and what it leaves: OBJECT, a note mark or nothing."""

    start: int
    end: int
    leaves_object: bool = False
    leaves_note_mark: bool = False


def plan_cuts(text: str, parts: Iterable[ExcludedPart]) -> list[Cut]:
    """Return the cuts that remove the parts (sorted, disjoint) and the needless OBJECTs of a text.

    Parts with only white space in between make one cut if they leave OBJECT.
    """
    cuts: list[Cut] = []
    for run in _group_parts(text, parts):
        start, end = run[0].start, run[-1].end
        if any(part.kind is PartKind.OBJECT for part in run) and is_between_words(text, start, end):
            if text[start:end] != OBJECT:
                cuts.append(Cut(start, end, leaves_object=True))
        else:
            cuts += [
                Cut(part.start, part.end, leaves_note_mark=part.kind is PartKind.NOTE_MARK)
                for part in run
            ]
    return cuts


def _group_parts(text: str, parts: Iterable[ExcludedPart]) -> Iterator[list[ExcludedPart]]:
    run: list[ExcludedPart] = []
    for part in _add_objects(text, parts):
        if run and text[run[-1].end : part.start].strip():
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _add_objects(text: str, parts: Iterable[ExcludedPart]) -> list[ExcludedPart]:
    """Return the parts with the OBJECTs outside them, in text order."""
    if OBJECT not in text:
        return list(parts)
    merged: list[ExcludedPart] = []
    done = 0
    for part in (*parts, ExcludedPart(len(text), len(text), PartKind.OTHER)):
        merged += [
            ExcludedPart(*match.span(), PartKind.OBJECT)
            for match in re.compile(OBJECT).finditer(text, done, part.start)
        ]
        merged.append(part)
        done = part.end
    return merged[:-1]


def is_between_words(text: str, start: int, end: int) -> bool:
    """Check whether a range is inside a sentence: between two words, or before a small letter."""
    before = text[max(0, start - _WINDOW) : start].rstrip(CLOSERS)[-1:]
    if before and before in END_MARKS:
        return _LOWER_START.match(text, end) is not None
    return bool(_WORD_END.match(before) and _WORD_START.match(text, end))


def remove_ranges(
    prose: VisibleText, links: tuple[Link, ...], cuts: Sequence[Cut]
) -> tuple[VisibleText, tuple[Link, ...]]:
    """Make the cuts (sorted, disjoint) in the prose and shift its links to match."""
    starts = [cut.start for cut in cuts]
    removed = list(accumulate((cut.end - cut.start - cut.leaves_object for cut in cuts), initial=0))

    def shift_offset(offset: int) -> int:
        index = bisect_right(starts, offset)
        inside = max(cuts[index - 1].end - offset, 0) if index else 0
        return offset - removed[index] + inside

    texts: list[str] = []
    pieces: list[Piece] = []
    note_marks = [shift_offset(mark) for mark in prose.note_marks]
    length = done = 0
    for cut in (*cuts, Cut(len(prose.text), len(prose.text))):
        shift = length - done
        texts.append(prose.text[done : cut.start])
        pieces += _clip_pieces(prose.pieces, done, cut.start, shift)
        length, done = cut.start + shift, cut.end
        if cut.leaves_note_mark:
            note_marks.append(length)
        if cut.leaves_object:
            texts.append(OBJECT)
            pieces.append(Piece(length, length + 1, *prose.get_span(cut.start, cut.end)))
            length += 1
    # Positional because there are many, and keywords are slower.
    wrappers = tuple(
        [
            Wrapper(shift_offset(start), shift_offset(end), span, tag, title)
            for start, end, span, tag, title in prose.wrappers
        ]
    )
    shifted = tuple(
        link._replace(start=shift_offset(link.start), end=shift_offset(link.end)) for link in links
    )
    return VisibleText("".join(texts), tuple(pieces), wrappers, tuple(sorted(note_marks))), shifted


def _clip_pieces(pieces: tuple[Piece, ...], start: int, end: int, shift: int) -> Iterator[Piece]:
    """Yield the parts of the pieces inside a visible range, moved by `shift`."""
    index = max(bisect_left(pieces, (start + 1,)) - 1, 0)
    while index < len(pieces) and pieces[index].start < end:
        piece = pieces[index]
        index += 1
        first, last = max(piece.start, start), min(piece.end, end)
        if first >= last:
            continue
        source_start, source_end = piece.source_start, piece.source_end
        if piece.is_one_to_one:
            source_start += first - piece.start
            source_end = source_start + last - first
        yield Piece(first + shift, last + shift, source_start, source_end)
