"""Findings as comments in a copy of a Word file, at the words that they are about."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Source
from plainlint.document.readers.docx.package import open_word_file
from plainlint.document.readers.docx.paragraphs import (
    BODY,
    WordParagraph,
    list_pieces,
    walk_paragraphs,
)

_AUTHOR, _INITIALS = "plainlint", "pl"
_TEXT, _RUN_PROPERTIES = qn("w:t"), qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A run with one of these is a part of something larger, and stays whole.
_PARTS_OF_LARGER = frozenset(
    map(qn, ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:instrText", "w:footnoteReference"))
)


class _Spot(NamedTuple):
    """Where a comment goes: a paragraph, and a range of its text in code points."""

    paragraph: BaseOxmlElement
    start: int
    end: int


def write_comments(source: Source, diagnostics: Iterable[Diagnostic]) -> bytes:
    """Return the Word file with a comment for each finding; its text is unchanged.

    A finding on the file as a whole, or on a note, which can't have comments, is shown at the first
    paragraph.

    Args:
        source: the source that a Word file was decoded to.
        diagnostics: its findings.
    """
    word = open_word_file(source.data)
    paragraphs = list(_place_paragraphs(walk_paragraphs(word)))
    spotted = [
        (diagnostic, _find_spot(diagnostic, paragraphs))
        for diagnostic in sorted(diagnostics, key=lambda diagnostic: diagnostic.span)
    ]
    for _, spot in spotted:
        if spot:
            _split_run_at(spot.paragraph, spot.start)
            _split_run_at(spot.paragraph, spot.end)
    for diagnostic, spot in spotted:
        runs = _find_runs(spot) if spot else []
        if runs:
            text = "\n".join(filter(None, (diagnostic.message, diagnostic.help, diagnostic.rule)))
            word.add_comment([Run(run, word) for run in runs], text, _AUTHOR, _INITIALS)
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _place_paragraphs(
    paragraphs: Iterable[WordParagraph],
) -> Iterator[tuple[int, WordParagraph]]:
    """Yield each paragraph with the offset of its text in the source."""
    offset = 0
    for paragraph in paragraphs:
        yield offset, paragraph
        offset += len(paragraph.text) + 1


def _find_spot(diagnostic: Diagnostic, paragraphs: list[tuple[int, WordParagraph]]) -> _Spot | None:
    span = diagnostic.span
    index = bisect_right(paragraphs, span.start, key=lambda placed: placed[0]) - 1
    offset, paragraph = paragraphs[index]
    if paragraph.part == BODY and paragraph.text and span.start < span.end:
        start, end = span.start - offset, min(span.end - offset, len(paragraph.text))
        return _Spot(paragraph.element, start, end)
    first = (found for _, found in paragraphs if found.part == BODY and found.text)
    return next((_Spot(found.element, 0, len(found.text)) for found in first), None)


def _split_run_at(paragraph: BaseOxmlElement, offset: int) -> None:
    """Split the run around an offset of the paragraph's text, so that a run begins there."""
    position = 0
    for piece in list_pieces(paragraph):
        end = position + len(piece.text)
        if position <= offset < end:
            if piece.run is not None and not any(
                child.tag in _PARTS_OF_LARGER for child in piece.run
            ):
                _split_run(piece.run, piece.element, offset - position)
            return
        position = end


def _split_run(run: BaseOxmlElement, element: BaseOxmlElement, offset: int) -> None:
    """Move what follows an offset in an element of a run into a new run of the same look."""
    if offset:
        rest = deepcopy(element)
        text = element.text or ""
        for part, content in ((element, text[:offset]), (rest, text[offset:])):
            part.text = content
            part.set(_SPACE, "preserve")
        element.addnext(rest)
        element = rest
    before = list(element.itersiblings(preceding=True))
    if all(child.tag == _RUN_PROPERTIES for child in before):
        return
    new_run = OxmlElement("w:r")
    new_run.extend([deepcopy(child) for child in run if child.tag == _RUN_PROPERTIES])
    new_run.extend([element, *element.itersiblings()])
    run.addnext(new_run)


def _find_runs(spot: _Spot) -> list[BaseOxmlElement]:
    """Return the runs from the start of a spot to its end."""
    runs, position = [], 0
    for piece in list_pieces(spot.paragraph):
        end = position + len(piece.text)
        if piece.run is not None and position < spot.end and spot.start < end:
            runs.append(piece.run)
        position = end
    return runs
