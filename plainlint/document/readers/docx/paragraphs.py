"""The paragraphs of a Word file, in reading order."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.package import iter_parts, parse_part
from plainlint.document.readers.docx.pieces import (
    OBJECT,
    RUN,
    SKIPPED,
    TEXT_BOX,
    Piece,
    PieceReader,
    find_placeholder,
    is_shown_form,
    iter_alternatives,
    keeps_spaces,
)
from plainlint.document.readers.docx.styles import Styles

# The stories of a file: its text, its footnotes and endnotes, the headers and footers of pages.
BODY, NOTE, MARGIN = "body", "note", "margin"
_NOTES = (("footnotes", "footnoteReference"), ("endnotes", "endnoteReference"))

_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_EMBEDDED = qn("w:altChunk")
_ID, _TYPE, _VALUE = qn("w:id"), qn("w:type"), qn("w:val")


class WordContainer(NamedTuple):
    """A table, row, cell or note around a paragraph: its HTML element and a number of its own."""

    tag: str
    number: int


class WordParagraph(NamedTuple):
    """A paragraph.

    Attributes:
        element: the paragraph in the file.
        pieces: its text, piece by piece.
        containers: the tables, cells and notes around it, the outermost first.
        story: `BODY`, `NOTE` or `MARGIN`.
        anchor: the run of the body that refers to its note or holds its text box; else None.
    """

    element: BaseOxmlElement
    pieces: tuple[Piece, ...]
    containers: tuple[WordContainer, ...] = ()
    story: str = BODY
    anchor: BaseOxmlElement | None = None

    @property
    def text(self) -> str:
        """The text in the source, with what is left out of it."""
        return "".join(piece.text for piece in self.pieces)


def walk_paragraphs(word: WordDocument, styles: Styles) -> Iterator[WordParagraph]:
    """Yield the paragraphs of the text, then of the notes, then of the margins of pages.

    Raises:
        BrokenWordFileError: a part is damaged.
    """
    numbers = count()
    body = word.element.body
    yield from _Story(word.part, word.element, styles, numbers, BODY).walk(body)
    for kind, reference in _NOTES:
        for part in iter_parts(word.part, kind):
            anchors = _find_references(body, reference)
            root = parse_part(part)
            story = _Story(part, root, styles, numbers, NOTE)
            for note in root.iterchildren("*"):
                # Word keeps the lines above the notes as notes too.
                if note.get(_TYPE) in {None, "normal"}:
                    aside = WordContainer("aside", next(numbers))
                    yield from story.walk(note, (aside,), anchors.get(note.get(_ID)))
    for kind in ("header", "footer"):
        for part in iter_parts(word.part, kind):
            root = parse_part(part)
            yield from _Story(part, root, styles, numbers, MARGIN).walk(root)


def _find_references(body: BaseOxmlElement, name: str) -> dict[str | None, BaseOxmlElement]:
    """Return the runs of the text that refer to notes, by the number of the note."""
    found = {}
    for reference in body.iter(qn(f"w:{name}")):
        run = next(reference.iterancestors(RUN), None)
        if run is not None:
            found[reference.get(_ID)] = run
    return found


class _Story:
    """Walks one story of a file."""

    def __init__(
        self,
        part: Part,
        root: BaseOxmlElement,
        styles: Styles,
        numbers: Iterator[int],
        name: str,
    ) -> None:
        relations = part.rels.items()
        targets = {key: one.target_ref for key, one in relations if one.is_external}
        self._reader = PieceReader(styles, targets, keeps_spaces=keeps_spaces(root))
        self._numbers = numbers
        self._name = name

    def walk(
        self,
        parent: BaseOxmlElement,
        containers: tuple[WordContainer, ...] = (),
        anchor: BaseOxmlElement | None = None,
        left_out: str = "",
    ) -> Iterator[WordParagraph]:
        """Yield the paragraphs inside an element."""
        for child in parent.iterchildren("*"):
            if child.tag == _PARAGRAPH:
                pieces = self._reader.read(child, left_out)
                yield WordParagraph(child, pieces, containers, self._name, anchor)
                for box in _find_text_boxes(child):
                    run = anchor if anchor is not None else next(box.iterancestors(RUN), None)
                    yield from self.walk(box, containers, run, left_out)
            elif child.tag == _TABLE:
                yield from self._walk_table(child, containers, anchor, left_out)
            elif child.tag == _EMBEDDED:
                piece = Piece(OBJECT, None, child, left_out="embedded file")
                yield WordParagraph(child, (piece,), containers, self._name, anchor)
            elif child.tag not in SKIPPED:
                # Content controls, tracked insertions and other frames around paragraphs.
                reason = left_out or find_placeholder(child)
                for inner in iter_alternatives(child):
                    yield from self.walk(inner, containers, anchor, reason)

    def _walk_table(
        self,
        table: BaseOxmlElement,
        containers: tuple[WordContainer, ...],
        anchor: BaseOxmlElement | None,
        left_out: str,
    ) -> Iterator[WordParagraph]:
        rows = [(row, list(_find_own(row, _CELL))) for row in _find_own(table, _ROW)]
        if sum(len(cells) for _, cells in rows) == 1:
            # A table of one cell is a frame around text.
            for _, (cell,) in rows:
                yield from self.walk(cell, containers, anchor, left_out)
            return
        whole = (*containers, WordContainer("table", next(self._numbers)))
        for row, cells in rows:
            inside = (*whole, WordContainer("tr", next(self._numbers)))
            tag = "th" if _is_header(row) else "td"
            for cell in cells:
                place = (*inside, WordContainer(tag, next(self._numbers)))
                yield from self.walk(cell, place, anchor, left_out)


def _find_own(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """Yield the rows of a table or the cells of a row, also those in frames, but no nested ones."""
    for child in parent.iterchildren("*"):
        if child.tag == tag:
            yield child
        elif child.tag not in SKIPPED and child.tag not in {_TABLE, _ROW, _CELL}:
            yield from _find_own(child, tag)


def _is_header(row: BaseOxmlElement) -> bool:
    properties = row.find(qn("w:trPr"))
    mark = properties.find(qn("w:tblHeader")) if properties is not None else None
    return mark is not None and mark.get(_VALUE, "1") not in {"0", "false", "off"}


def _find_text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the text boxes in a paragraph, but not those inside another text box."""
    for box in paragraph.iter(TEXT_BOX):
        if next(box.iterancestors(_PARAGRAPH)) is paragraph and is_shown_form(box, paragraph):
            yield box
