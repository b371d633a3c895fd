"""The pieces of a paragraph's text, with the runs that they come from."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.fields import FieldStack, read_link
from plainlint.document.readers.docx.pictures import read_picture
from plainlint.document.readers.docx.styles import CONTENTS, HIDDEN, Styles

# A break inside a paragraph: to the source it is no end of a line, as a line is a paragraph.
LINE_BREAK = "\u2028"
NO_BREAK_HYPHEN, SOFT_HYPHEN = "\u2011", "\u00ad"
# A picture, a symbol or a formula.
OBJECT = "\ufffc"
TEXT, RUN = qn("w:t"), qn("w:r")
TEXT_BOX = qn("w:txbxContent")
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# Text that was deleted or moved elsewhere, and what is no text.
SKIPPED = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr"))
)

_LINK, _FIELD, _CONTROL = qn("w:hyperlink"), qn("w:fldSimple"), qn("w:sdt")
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_ALTERNATIVES = f"{{{_COMPATIBILITY}}}AlternateContent"
_FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
_FIELD_MARK, _INSTRUCTION = qn("w:fldChar"), qn("w:instrText")
_RUBY, _RUBY_BASE = qn("w:ruby"), qn("w:rubyBase")
_SYMBOL = qn("w:sym")
_PICTURES = frozenset(map(qn, ("w:drawing", "w:pict", "w:object")))
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): LINE_BREAK,
    qn("w:cr"): LINE_BREAK,
    qn("w:noBreakHyphen"): NO_BREAK_HYPHEN,
    qn("w:softHyphen"): SOFT_HYPHEN,
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRESERVED = frozenset({"preserve"})
_SPACES = " \t\r\n"
_AS_SPACES = str.maketrans(dict.fromkeys("\t\r\n", " "))


class Piece(NamedTuple):
    """A stretch of a paragraph's text.

    Attributes:
        text: its text in the source.
        run: the run that holds it; None for a formula.
        element: the element that it comes from. The text of a `w:t` alone can be cut.
        link: the target of the link around it; None if there is no link.
        left_out: why it is not read; else empty.
        is_shown: whether a reader sees it, so that it parts what is before from what is behind it.
        shown_text: what a reader gets in place of what is left out: alternative text of a picture.
        emphasis: the HTML elements of its look, `strong` and `em`.
    """

    text: str
    run: BaseOxmlElement | None
    element: BaseOxmlElement
    link: str | None = None
    left_out: str = ""
    is_shown: bool = True
    shown_text: str = ""
    emphasis: tuple[str, ...] = ()


class PieceReader:
    """Reads the paragraphs of one story, in order: a field may begin in one and end in another."""

    def __init__(self, styles: Styles, targets: Mapping[str, str], *, keeps_spaces: bool) -> None:
        """Take what the story's runs refer to.

        Args:
            styles: the styles of the file.
            targets: the targets of the story's links, by the id of their relation.
            keeps_spaces: whether spaces at the edges of its texts are kept everywhere.
        """
        self._styles = styles
        self._targets = targets
        self._keeps_spaces = keeps_spaces
        self._fields = FieldStack()
        # Why the runs of the present paragraph are left out, unless they say otherwise.
        self._usual_reason = ""

    def read(self, paragraph: BaseOxmlElement, left_out: str) -> tuple[Piece, ...]:
        """Return the pieces of a paragraph; `left_out` is why it is not read as a whole, if so."""
        self._usual_reason = self._styles.find_paragraph_reason(paragraph)
        pieces = tuple(self._iter_pieces(paragraph, None, left_out))
        self._fields.end_paragraph()
        return pieces

    def _iter_pieces(
        self, parent: BaseOxmlElement, link: str | None, left_out: str
    ) -> Iterator[Piece]:
        for child in parent.iterchildren("*"):
            tag = child.tag
            if tag == RUN:
                yield from self._iter_run(child, link, left_out)
            elif tag in SKIPPED or tag == TEXT_BOX:
                continue
            elif tag == _LINK:
                yield from self._iter_pieces(child, self._find_target(child), left_out)
            elif tag == _FIELD:
                target = read_link(child.get(qn("w:instr"), ""))
                yield from self._iter_pieces(child, link if target is None else target, left_out)
            elif tag == _FORMULA:
                yield Piece(OBJECT, None, child, link, left_out or "formula")
            else:
                for inner in iter_alternatives(child):
                    yield from self._iter_pieces(inner, link, left_out or find_placeholder(child))

    def _iter_run(self, run: BaseOxmlElement, link: str | None, left_out: str) -> Iterator[Piece]:
        fields = self._fields
        own_reason = self._styles.find_run_reason(run)
        reason = left_out or (self._usual_reason if own_reason is None else own_reason)
        emphasis = self._styles.find_emphasis(run)
        for child in _iter_run_children(run):
            if child.tag == _FIELD_MARK:
                fields.read_mark(child)
            elif child.tag == _INSTRUCTION:
                fields.read_instruction(child)
            elif fields.is_visible:
                target = link if link is not None else fields.target
                piece = self._read_piece(child, run)
                if piece is not None:
                    why = reason or (CONTENTS if fields.is_contents else piece.left_out)
                    is_shown = piece.is_shown and why not in {HIDDEN, CONTENTS}
                    yield piece._replace(
                        link=target, left_out=why, is_shown=is_shown, emphasis=emphasis
                    )

    def _read_piece(self, element: BaseOxmlElement, run: BaseOxmlElement) -> Piece | None:
        tag = element.tag
        if tag == TEXT:
            text = self._read_text(element)
            return Piece(text, run, element) if text else None
        if tag in _SIGNS:
            return Piece(_SIGNS[tag], run, element)
        if tag == _SYMBOL:
            return Piece(OBJECT, run, element, left_out="symbol")
        if tag == _RUBY:
            base = element.find(_RUBY_BASE)
            texts = base.iter(TEXT) if base is not None else ()
            text = "".join(map(self._read_text, texts))
            return Piece(text, run, element) if text else None
        picture = read_picture(element) if tag in _PICTURES else None
        if picture is None:
            return None
        return Piece(
            text=f"{OBJECT}{picture.text}{OBJECT}" if picture.text else OBJECT,
            run=run,
            element=element,
            left_out=picture.reason,
            is_shown=picture.is_inline,
            shown_text=picture.text,
        )

    def _read_text(self, element: BaseOxmlElement) -> str:
        """Return an element's text as Word shows it: without the spaces around it, unless kept."""
        text = element.text or ""
        if not self._keeps_spaces and element.get(_SPACE) not in _PRESERVED:
            text = text.strip(_SPACES)
        return text.translate(_AS_SPACES)

    def _find_target(self, link: BaseOxmlElement) -> str:
        target = self._targets.get(link.get(qn("r:id"), ""), "")
        anchor = link.get(qn("w:anchor"), "")
        return f"{target}#{anchor}" if anchor else target


def keeps_spaces(root: BaseOxmlElement) -> bool:
    """Check whether a story declares for all of its texts that their spaces are kept."""
    return root.get(_SPACE) in _PRESERVED


def iter_alternatives(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the element itself, or the first of the forms in which it gives the same content."""
    if element.tag != _ALTERNATIVES:
        yield element
        return
    first = next(element.iterchildren("*"), None)
    if first is not None:
        yield first


def is_shown_form(element: BaseOxmlElement, within: BaseOxmlElement) -> bool:
    """Check that an element inside another is in no older form of what is given twice."""
    for outside in element.iterancestors():
        if outside is within:
            return True
        if outside.tag == _FALLBACK and outside.getprevious() is not None:
            return False
        if outside.tag in SKIPPED:
            return False
    return True


def find_placeholder(element: BaseOxmlElement) -> str:
    """Return `placeholder` for a content control that nobody has filled in yet; else nothing."""
    if element.tag != _CONTROL:
        return ""
    properties = element.find(qn("w:sdtPr"))
    mark = properties.find(qn("w:showingPlcHdr")) if properties is not None else None
    is_shown = mark is not None and mark.get(qn("w:val"), "1") not in {"0", "false", "off"}
    return "placeholder" if is_shown else ""


def _iter_run_children(run: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in run.iterchildren("*"):
        if child.tag == _ALTERNATIVES:
            for inner in iter_alternatives(child):
                yield from inner.iterchildren("*")
        else:
            yield child
