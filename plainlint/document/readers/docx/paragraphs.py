"""The paragraphs of a Word file, in reading order, with the runs that their text comes from."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.package import (
    ENDNOTES,
    FOOTNOTES,
    find_notes,
    list_margins,
)

# A break inside a paragraph: to the source it is no end of a line, as a line is a paragraph.
LINE_BREAK = "\u2028"
# A picture, a symbol or a formula.
OBJECT = "\ufffc"
# The parts of a file: its text, its footnotes and endnotes, the headers and footers of pages.
BODY, NOTE, MARGIN = "body", "note", "margin"

_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_RUN, _LINK, _TEXT = qn("w:r"), qn("w:hyperlink"), qn("w:t")
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): LINE_BREAK,
    qn("w:cr"): LINE_BREAK,
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
    qn("w:sym"): OBJECT,
    qn("w:drawing"): OBJECT,
    qn("w:pict"): OBJECT,
    qn("w:object"): OBJECT,
}
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
# Text that was deleted, or moved elsewhere; the older form of a drawing.
_SKIPPED = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:rPr"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_TEXT_BOX = qn("w:txbxContent")
_HIDDEN = "w:rPr/w:vanish[not(@w:val='0') and not(@w:val='false')]"
_STRUCK = "w:rPr/*[self::w:strike or self::w:dstrike][not(@w:val='0') and not(@w:val='false')]"


class Piece(NamedTuple):
    """A stretch of a paragraph's text: its run, and the element of the run that holds it.

    `run` is None for a formula. `link` is the hyperlink around it, if any. `left_out` is why it is
    no text for a reader, else empty.
    """

    text: str
    run: BaseOxmlElement | None
    element: BaseOxmlElement
    link: BaseOxmlElement | None = None
    left_out: str = ""


class WordParagraph(NamedTuple):
    """A paragraph: its element, its pieces, and the tables' cells and parts around it.

    `containers` holds pairs of a tag (table, tr, td, aside) and the identity of its element. `part`
    is `BODY`, `NOTE` or `MARGIN`.
    """

    element: BaseOxmlElement
    pieces: tuple[Piece, ...]
    containers: tuple[tuple[str, int], ...] = ()
    part: str = BODY

    @property
    def text(self) -> str:
        """The text, with what is left out of it."""
        return "".join(piece.text for piece in self.pieces)


def walk_paragraphs(word: WordDocument) -> Iterator[WordParagraph]:
    """Yield the paragraphs of the text, then of the notes, then of the margins of pages."""
    yield from _walk(word.element.body, ())
    for kind in (FOOTNOTES, ENDNOTES):
        notes = find_notes(word, kind)
        for note in notes if notes is not None else ():
            # Word keeps the lines above the notes as notes too.
            if note.get(qn("w:type")) in {None, "normal"}:
                for paragraph in _walk(note, (("aside", id(note)),)):
                    yield paragraph._replace(part=NOTE)
    for part in list_margins(word):
        for paragraph in _walk(parse_xml(part.blob), ()):
            yield paragraph._replace(part=MARGIN)


def _walk(
    parent: BaseOxmlElement, containers: tuple[tuple[str, int], ...]
) -> Iterator[WordParagraph]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield WordParagraph(child, list_pieces(child), containers)
            for box in _find_text_boxes(child):
                yield from _walk(box, containers)
        elif child.tag == _TABLE:
            for row in child.iter(_ROW):
                if _find_table(row) is child:
                    yield from _walk_row(row, (*containers, ("table", id(child))))
        elif child.tag not in _SKIPPED:
            # Content controls, tracked insertions and other frames around paragraphs.
            yield from _walk(child, containers)


def _find_table(row: BaseOxmlElement) -> BaseOxmlElement | None:
    return next(row.iterancestors(_TABLE), None)


def _walk_row(
    row: BaseOxmlElement, containers: tuple[tuple[str, int], ...]
) -> Iterator[WordParagraph]:
    inside = (*containers, ("tr", id(row)))
    for cell in row.iter(_CELL):
        if next(cell.iterancestors(_ROW), None) is row:
            yield from _walk(cell, (*inside, ("td", id(cell))))


def _find_text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for box in paragraph.iter(_TEXT_BOX):
        outside = list(box.iterancestors(_PARAGRAPH, *_SKIPPED))
        if outside and outside[0] is paragraph:
            yield box


def list_pieces(paragraph: BaseOxmlElement) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph's text, in reading order."""
    return tuple(_iter_pieces(paragraph))


def _iter_pieces(parent: BaseOxmlElement, link: BaseOxmlElement | None = None) -> Iterator[Piece]:
    for child in parent:
        if child.tag in _SKIPPED or child.tag == _TEXT_BOX:
            continue
        if child.tag == _RUN:
            yield from _iter_run(child, link)
        elif child.tag == _FORMULA:
            yield Piece(OBJECT, None, child, link, "formula")
        elif child.tag == _LINK:
            yield from _iter_pieces(child, child)
        else:
            yield from _iter_pieces(child, link)


def _iter_run(run: BaseOxmlElement, link: BaseOxmlElement | None) -> Iterator[Piece]:
    left_out = "hidden text" if run.xpath(_HIDDEN) else "struck out" if run.xpath(_STRUCK) else ""
    for child in run:
        if child.tag == _TEXT:
            # Word shows a line end inside a text as a space.
            text = " ".join((child.text or "").splitlines()) or ""
            if text:
                yield Piece(text, run, child, link, left_out)
        elif child.tag in _SIGNS:
            sign = _SIGNS[child.tag]
            reason = left_out or ("picture or symbol" if sign == OBJECT else "")
            yield Piece(sign, run, child, link, reason)
