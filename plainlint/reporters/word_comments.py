"""Findings as comments in a copy of a Word file, at the words that they are about."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import accumulate, pairwise
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Source
from plainlint.document.readers.docx.package import parse_part
from plainlint.document.readers.docx.paragraphs import BODY, WordParagraph
from plainlint.document.readers.docx.pieces import RUN, TEXT, Piece
from plainlint.document.readers.docx.word_file import load_word_file

_AUTHOR, _INITIALS = "plainlint", "pl"
_RUN_PROPERTIES = qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A run with one of these is a part of something larger, and stays whole.
_PARTS_OF_LARGER = frozenset(
    map(
        qn,
        (
            *("w:drawing", "w:pict", "w:object", "w:fldChar", "w:instrText", "w:ruby"),
            *("w:footnoteReference", "w:endnoteReference"),
        ),
    )
)


class _Spot(NamedTuple):
    """Where a comment goes: the index of a paragraph, and a range of its text in code points."""

    paragraph: int
    start: int
    end: int


def write_comments(source: Source, diagnostics: Iterable[Diagnostic]) -> bytes:
    """Return the Word file with a comment for each finding; its text is unchanged.

    Word has no comments in notes and text boxes: a finding there is shown at the reference to the
    note, or at the box. A finding on the file as a whole is shown at its first paragraph.

    Args:
        source: the source that a Word file was decoded to.
        diagnostics: its findings.
    """
    word_file = load_word_file(source.data)
    word, paragraphs = word_file.word, word_file.paragraphs
    starts = list(accumulate((len(one.text) + 1 for one in paragraphs), initial=0))
    first = next((index for index, one in enumerate(paragraphs) if _has_place(one)), None)
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.span)
    spots = [_find_spot(diagnostic, starts, paragraphs, first) for diagnostic in ordered]
    parts = _cut_at(spots, paragraphs)
    # The part is made at the first access.
    _ = word.comments
    comments = parse_part(word.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))
    used = map(int, comments.xpath("w:comment/@w:id"))
    for number, (diagnostic, spot) in enumerate(
        zip(ordered, spots, strict=True), max(used, default=-1) + 1
    ):
        if spot is not None:
            runs = parts[spot.paragraph].find_runs(spot)
            Run(runs[0], word).mark_comment_range(Run(runs[-1], word), number)
            comments.append(_make_comment(number, diagnostic))
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _make_comment(number: int, diagnostic: Diagnostic) -> BaseOxmlElement:
    """Return a comment; python-docx looks through all others for each new one."""
    attributes = {"w:id": str(number), "w:author": _AUTHOR, "w:initials": _INITIALS}
    comment = OxmlElement("w:comment", {qn(name): value for name, value in attributes.items()})
    for text in filter(None, (diagnostic.message, diagnostic.help, diagnostic.rule)):
        paragraph = OxmlElement("w:p")
        paragraph.style = "CommentText"
        if not len(comment):
            mark = paragraph.add_r()
            mark.style = "CommentReference"
            mark.append(OxmlElement("w:annotationRef"))
        paragraph.add_r().text = text
        comment.append(paragraph)
    return comment


def _has_place(paragraph: WordParagraph) -> bool:
    """Check whether a paragraph has text that a comment can be at."""
    is_in_body = paragraph.story == BODY or paragraph.anchor is not None
    return is_in_body and any(piece.run is not None for piece in paragraph.pieces)


def _find_spot(
    diagnostic: Diagnostic,
    starts: Sequence[int],
    paragraphs: Sequence[WordParagraph],
    first: int | None,
) -> _Spot | None:
    """Return where the comment for a finding goes; None in a file without any text."""
    span = diagnostic.span
    index = bisect_right(starts, span.start) - 1
    if span.start < span.end and index < len(paragraphs) and _has_place(paragraphs[index]):
        end = min(span.end - starts[index], len(paragraphs[index].text))
        return _Spot(index, span.start - starts[index], end)
    return None if first is None else _Spot(first, 0, len(paragraphs[first].text))


def _cut_at(
    spots: Iterable[_Spot | None], paragraphs: Sequence[WordParagraph]
) -> "dict[int, _Parts]":
    """Cut the paragraphs so that a run begins and ends at the edges of each spot."""
    offsets: defaultdict[int, set[int]] = defaultdict(set)
    for spot in spots:
        if spot is not None:
            offsets[spot.paragraph].update((spot.start, spot.end))
    return {index: _Parts(paragraphs[index], cuts) for index, cuts in offsets.items()}


class _Parts:
    """The parts that a paragraph's text was cut into: where each begins, and its element."""

    def __init__(self, paragraph: WordParagraph, cuts: Iterable[int]) -> None:
        """Cut the paragraph's runs so that a run begins at each of these offsets."""
        self._anchor = paragraph.anchor
        self._starts: list[int] = []
        self._elements: list[BaseOxmlElement] = []
        if self._anchor is not None:
            return
        wanted = sorted(cuts)
        end = 0
        for piece in paragraph.pieces:
            start, end = end, end + len(piece.text)
            if piece.run is None:
                continue
            inside = wanted[bisect_right(wanted, start) : bisect_left(wanted, end)]
            offsets = [start, *(inside if _is_cuttable(piece) else ())]
            self._starts += offsets
            self._elements += _cut_text(piece, [offset - start for offset in offsets])
        places = set(wanted)
        # From the last to the first, so that each element is moved only once.
        for offset, element in zip(reversed(self._starts), reversed(self._elements), strict=True):
            if offset in places:
                _begin_run_at(element)

    def find_runs(self, spot: _Spot) -> Sequence[BaseOxmlElement]:
        """Return the first and the last run of a spot, or the one that stands for all of it."""
        if self._anchor is not None:
            return (self._anchor,)
        first = max(bisect_right(self._starts, spot.start) - 1, 0)
        last = max(bisect_left(self._starts, spot.end) - 1, first)
        return [_find_run(self._elements[index]) for index in (first, last)]


def _find_run(element: BaseOxmlElement) -> BaseOxmlElement:
    """Return the run around an element; the outer one if it is a part of another."""
    runs: list[BaseOxmlElement] = list(element.iterancestors(RUN))
    return runs[-1]


def _is_cuttable(piece: Piece) -> bool:
    return piece.element.tag == TEXT and _can_be_cut(piece.element.getparent())


def _can_be_cut(run: BaseOxmlElement) -> bool:
    return run.tag == RUN and not any(child.tag in _PARTS_OF_LARGER for child in run)


def _cut_text(piece: Piece, offsets: Sequence[int]) -> list[BaseOxmlElement]:
    """Cut the text of an element at these offsets of the piece, the first of which is 0."""
    element = piece.element
    if len(offsets) == 1:
        return [element]
    parts = [element, *(OxmlElement("w:t") for _ in offsets[1:])]
    for part, (start, end) in zip(parts, pairwise((*offsets, len(piece.text))), strict=True):
        part.text = piece.text[start:end]
        part.set(_SPACE, "preserve")
    for before, after in pairwise(parts):
        before.addnext(after)
    return parts


def _begin_run_at(element: BaseOxmlElement) -> None:
    """Move an element and what follows it in its run to a new run of the same look."""
    run = element.getparent()
    before = element.getprevious()
    if before is None or before.tag == _RUN_PROPERTIES or not _can_be_cut(run):
        return
    new_run = OxmlElement("w:r")
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        new_run.append(deepcopy(properties))
    new_run.extend([element, *element.itersiblings()])
    run.addnext(new_run)
