"""The pictures of a Word file: what is said of them to people who can't see them."""

from typing import NamedTuple

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_PROPERTIES, _FLOATING = qn("wp:docPr"), qn("wp:anchor")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_VML = "urn:schemas-microsoft-com:vml"
# What only people who see it can know: pictures, charts and diagrams, but not lines and frames.
_CONTENT = (
    qn("pic:pic"),
    f"{{{_DRAWINGML}/chart}}chart",
    f"{{{_DRAWINGML}/diagram}}relIds",
    f"{{{_VML}}}imagedata",
)
_TEXT_BOX = qn("w:txbxContent")
IMAGE_TEXT, DECORATIVE, DRAWING = "image text", "decorative image", "drawing"


class Picture(NamedTuple):
    """A picture or drawing: why it is left out, its alternative text, and if it is in the line."""

    reason: str
    text: str
    is_inline: bool


def read_picture(element: BaseOxmlElement) -> Picture | None:
    """Return the picture in an element of a run; None for the mere frame of a text box."""
    is_inline = next(element.iter(_FLOATING), None) is None
    text = " ".join(_find_text(element).split())
    if any(mark.get("val") not in {"0", "false"} for mark in element.iter(_DECORATIVE)):
        return Picture(DECORATIVE, "", is_inline)
    if text or next(element.iter(*_CONTENT), None) is not None:
        return Picture(IMAGE_TEXT, text, is_inline)
    if next(element.iter(_TEXT_BOX), None) is not None:
        return None
    return Picture(DRAWING, "", is_inline)


def _find_text(element: BaseOxmlElement) -> str:
    for properties in element.iter(_PROPERTIES):
        if text := properties.get("descr", "").strip():
            return str(text)
    shapes = element.iter(f"{{{_VML}}}*")
    return next((text for shape in shapes if (text := shape.get("alt", "").strip())), "")
