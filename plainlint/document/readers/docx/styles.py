"""What the styles of a Word file say of a paragraph: heading, list item, quote or contents."""

import re
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

# Word keeps the English names of its own styles in files of every language.
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc \d|table of figures|index \d|table of authorities", re.IGNORECASE)
_QUOTES = frozenset({"quote", "intense quote"})
_MOST_PARENTS = 20
_BODY_LEVEL = 9


class Role(NamedTuple):
    """What a paragraph is: its level if it is a heading, its depth in lists from 1, and more.

    In a file with a title, headings of Word's first level are one below it: see `is_title`.
    """

    level: int = 0
    is_title: bool = False
    list_depth: int = 0
    list_number: str = ""
    is_quote: bool = False
    is_contents: bool = False


class Styles:
    """The styles of one file."""

    def __init__(self, word: WordDocument) -> None:
        self._styles = {
            style.get(qn("w:styleId")): style for style in word.styles.element.xpath("w:style")
        }
        default = word.styles.element.xpath("w:style[@w:type='paragraph'][@w:default='1']")
        self._default = default[0].get(qn("w:styleId")) if default else ""

    def find_role(self, paragraph: BaseOxmlElement) -> Role:
        """Return what a paragraph is by its own properties and its style."""
        chain = [paragraph, *self._list_styles(paragraph)]
        names = [name for style in chain[1:] for name in style.xpath("w:name/@w:val")]
        is_title = "title" in {name.lower() for name in names}
        level = 1 if is_title else self._find_level(chain, names)
        number, depth = self._find_list(chain)
        return Role(
            level=level,
            is_title=is_title,
            list_depth=0 if level else depth,
            list_number=number,
            is_quote=any(name.lower() in _QUOTES for name in names),
            is_contents=any(map(_CONTENTS.fullmatch, names)),
        )

    def _list_styles(self, paragraph: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return the paragraph's style and those that it is based on."""
        found = paragraph.xpath("w:pPr/w:pStyle/@w:val")
        name = found[0] if found else self._default
        styles: list[BaseOxmlElement] = []
        while (style := self._styles.get(name)) is not None and len(styles) < _MOST_PARENTS:
            styles.append(style)
            parents = style.xpath("w:basedOn/@w:val")
            name = parents[0] if parents else ""
        return styles

    def _find_level(self, chain: list[BaseOxmlElement], names: list[str]) -> int:
        for element in chain:
            outline = element.xpath("w:pPr/w:outlineLvl/@w:val")
            if outline and outline[0].isdecimal():
                return int(outline[0]) + 1 if int(outline[0]) < _BODY_LEVEL else 0
        for name in names:
            if heading := _HEADING.fullmatch(name):
                return int(heading[1])
        return 0

    def _find_list(self, chain: list[BaseOxmlElement]) -> tuple[str, int]:
        """Return the number of the paragraph's list and its depth; 0 if it is in none."""
        for element in chain:
            numbers = element.xpath("w:pPr/w:numPr/w:numId/@w:val")
            if not numbers:
                continue
            if numbers[0] == "0":
                return "", 0
            depths = element.xpath("w:pPr/w:numPr/w:ilvl/@w:val")
            return numbers[0], int(depths[0]) + 1 if depths and depths[0].isdecimal() else 1
        return "", 0
