"""The lists of a Word file: which signs their levels have."""

from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.package import iter_parts, parse_part

_VALUE, _NUMBER_ID, _ABSTRACT_ID = qn("w:val"), qn("w:numId"), qn("w:abstractNumId")
_NUMBER, _ABSTRACT, _LEVEL = qn("w:num"), qn("w:abstractNum"), qn("w:lvl")


class ListLevel(NamedTuple):
    """A level of a list: its HTML element, or empty if its items have no sign.

    `style` is the paragraph style that is tied to it, if any.
    """

    tag: str
    style: str = ""


_UNKNOWN = ListLevel("ul")


class Numbering:
    """The lists of one file."""

    def __init__(self, word: WordDocument) -> None:
        self._levels: dict[str, dict[int, ListLevel]] = {}
        for part in iter_parts(word.part, "numbering"):
            self._read(parse_part(part))

    def find_level(self, number: str, depth: int) -> ListLevel:
        """Return the level of a list at a depth from 0; one with bullets if it is not defined."""
        return self._levels.get(number, {}).get(depth, _UNKNOWN)

    def find_depth(self, number: str, style: str) -> int:
        """Return the depth, from 0, that a list has for a paragraph style."""
        levels = self._levels.get(number, {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def _read(self, root: BaseOxmlElement) -> None:
        lists = {
            abstract.get(_ABSTRACT_ID): dict(map(_read_level, abstract.iterchildren(_LEVEL)))
            for abstract in root.iterchildren(_ABSTRACT)
        }
        for number in root.iterchildren(_NUMBER):
            abstract = number.find(_ABSTRACT_ID)
            if abstract is not None:
                levels = lists.get(abstract.get(_VALUE), {})
                self._levels[number.get(_NUMBER_ID, "")] = levels


def _read_level(level: BaseOxmlElement) -> tuple[int, ListLevel]:
    number_format, style = level.find(qn("w:numFmt")), level.find(qn("w:pStyle"))
    name = number_format.get(_VALUE, "") if number_format is not None else "decimal"
    tag = {"none": "", "bullet": "ul"}.get(name, "ol")
    depth = level.get(qn("w:ilvl"), "0")
    tied_style = style.get(_VALUE, "") if style is not None else ""
    return int(depth) if depth.isdecimal() else 0, ListLevel(tag, tied_style)
