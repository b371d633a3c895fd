"""What the styles of a Word file say of a paragraph or a run: heading, list, hidden and so on."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.numbering import Numbering
from plainlint.document.readers.docx.package import iter_parts, parse_part

HIDDEN, STRUCK, CODE, CONTENTS = "hidden text", "struck out", "code", "contents"

# Word keeps the English names of its own styles in files of every language.
_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures|index \d|table of authorities")
# The paragraphs of lists; the bare "list paragraph" has an indent, but no sign.
_LIST = re.compile(r"list(?: (?P<kind>bullet|number|continue))?(?: (?P<depth>[2-9]))?")
_QUOTES = frozenset({"quote", "intense quote", "block text", "block quotation"})
_CODE = frozenset(
    {"html preformatted", "preformatted text", "source code", "macro", "macro text"}
    | {"html code", "html keyboard", "html sample", "source text", "verbatim char"}
)
_EMPHATIC = {
    "strong": frozenset({"strong", "intense emphasis"}),
    "em": frozenset({"emphasis", "subtle emphasis", "intense emphasis"}),
}
_MOST_PARENTS = 20
_BODY_LEVEL = 9
_OFF = frozenset({"0", "false", "off"})

_VALUE, _NAME = qn("w:val"), qn("w:name")
_STYLE, _STYLE_ID, _BASED_ON = qn("w:style"), qn("w:styleId"), qn("w:basedOn")
_PARAGRAPH_STYLE, _RUN_STYLE = qn("w:pStyle"), qn("w:rStyle")
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = qn("w:pPr"), qn("w:rPr")
# The HTML elements of bold and italic text.
_EMPHASIS = (("strong", qn("w:b")), ("em", qn("w:i")))
_MARKS = (
    (HIDDEN, (qn("w:vanish"),)),
    (STRUCK, (qn("w:strike"), qn("w:dstrike"))),
)


class Role(NamedTuple):
    """What a paragraph is.

    Attributes:
        level: its level if it is a heading, else 0. In a file with a title, headings of Word's
            first level are one below it.
        is_title: whether it is the file's title.
        list_depth: its depth in lists, from 1; 0 if it is in none.
        list_tag: the HTML element of its list.
        list_number: what tells its list from others.
        continues: whether it goes on with the item above it.
        is_quote: whether it is a quotation.
        left_out: why it is not text, such as `contents`; else empty.
    """

    level: int = 0
    is_title: bool = False
    list_depth: int = 0
    list_tag: str = "ul"
    list_number: str = ""
    continues: bool = False
    is_quote: bool = False
    left_out: str = ""


class _Style(NamedTuple):
    """A style with those that it is based on: their elements, and their names in lower case."""

    chain: tuple[BaseOxmlElement, ...]
    names: tuple[str, ...]


class Styles:
    """The styles of one file."""

    def __init__(self, word: WordDocument) -> None:
        self._numbering = Numbering(word)
        self._elements: dict[str, BaseOxmlElement] = {}
        self._default = ""
        for part in iter_parts(word.part, "styles"):
            for style in parse_part(part).iterchildren(_STYLE):
                name = style.get(_STYLE_ID, "")
                self._elements[name] = style
                is_default = style.get(qn("w:default"), "0") not in _OFF
                if is_default and style.get(qn("w:type")) == "paragraph":
                    self._default = name
        self._styles: dict[str, _Style] = {}
        self._roles: dict[str, Role] = {}
        self._reasons: dict[str, str | None] = {}

    def find_role(self, paragraph: BaseOxmlElement) -> Role:
        """Return what a paragraph is by its own properties and its style."""
        properties = paragraph.find(_PARAGRAPH_PROPERTIES)
        name = self._find_style_name(properties)
        role = self._find_style_role(name)
        if properties is None:
            return role
        level = _read_level(properties)
        if level is not None and not role.is_title:
            role = role._replace(level=level)
        if properties.find(qn("w:numPr")) is not None:
            role = self._place_in_list(role._replace(list_depth=0), (properties,), "")
        return role._replace(list_depth=0) if role.level else role

    def find_paragraph_reason(self, paragraph: BaseOxmlElement) -> str:
        """Return why the runs of a paragraph are no text by its style; empty if they are."""
        name = self._find_style_name(paragraph.find(_PARAGRAPH_PROPERTIES))
        return self._find_style_reason(name) or ""

    def find_run_reason(self, run: BaseOxmlElement) -> str | None:
        """Return why a run is no text for a reader, such as `hidden text`.

        Empty if the run says that it is text, and None if it leaves that to its paragraph.
        """
        properties = run.find(_RUN_PROPERTIES)
        reason = _read_reason(properties)
        if reason is None and properties is not None:
            style = properties.find(_RUN_STYLE)
            reason = self._find_style_reason(style.get(_VALUE, "")) if style is not None else None
        return reason

    def find_emphasis(self, run: BaseOxmlElement) -> tuple[str, ...]:
        """Return the HTML elements for the look of a run that differs from its paragraph's."""
        properties = run.find(_RUN_PROPERTIES)
        if properties is None:
            return ()
        style = properties.find(_RUN_STYLE)
        names = self._find_style(style.get(_VALUE, "")).names if style is not None else ()
        found = []
        for tag, name in _EMPHASIS:
            mark = properties.find(name)
            is_on = mark.get(_VALUE, "1") not in _OFF if mark is not None else False
            if is_on or (mark is None and not _EMPHATIC[tag].isdisjoint(names)):
                found.append(tag)
        return tuple(found)

    def _find_style_name(self, properties: BaseOxmlElement | None) -> str:
        style = properties.find(_PARAGRAPH_STYLE) if properties is not None else None
        name = style.get(_VALUE, "") if style is not None else ""
        return name if name in self._elements else self._default

    def _find_style(self, name: str) -> _Style:
        if name not in self._styles:
            chain = tuple(self._iter_chain(name))
            elements = (element.find(_NAME) for element in chain)
            names = (element.get(_VALUE, "") for element in elements if element is not None)
            self._styles[name] = _Style(chain, tuple(name.lower() for name in names))
        return self._styles[name]

    def _iter_chain(self, name: str) -> Iterator[BaseOxmlElement]:
        for _ in range(_MOST_PARENTS):
            style = self._elements.get(name)
            if style is None:
                return
            yield style
            parent = style.find(_BASED_ON)
            name = parent.get(_VALUE, "") if parent is not None else ""

    def _find_style_role(self, name: str) -> Role:
        if name not in self._roles:
            self._roles[name] = self._read_role(name)
        return self._roles[name]

    def _read_role(self, name: str) -> Role:
        chain, names = self._find_style(name)
        properties = [
            found for style in chain if (found := style.find(_PARAGRAPH_PROPERTIES)) is not None
        ]
        is_title = "title" in names
        role = Role(
            level=1 if is_title else _find_level(properties, names),
            is_title=is_title,
            is_quote=not _QUOTES.isdisjoint(names),
            left_out=CONTENTS if any(map(_CONTENTS.fullmatch, names)) else "",
        )
        if not _CODE.isdisjoint(names):
            role = role._replace(left_out=CODE)
        role = self._place_in_list(role, properties, name)
        named = next(filter(None, map(_LIST.fullmatch, names)), None)
        if named is not None:
            role = role._replace(
                list_depth=max(role.list_depth, int(named["depth"] or 1)),
                list_number=role.list_number or named["kind"] or "list",
                continues=named["kind"] == "continue",
            )
        return role

    def _place_in_list(self, role: Role, chain: Iterable[BaseOxmlElement], style: str) -> Role:
        """Add the list that properties put a paragraph in; the nearest count."""
        numbered = (found for one in chain if (found := one.find(qn("w:numPr"))) is not None)
        properties = next(numbered, None)
        if properties is None:
            return role
        number = _read_value(properties, "w:numId") or role.list_number
        if number in {"", "0"}:
            return role
        depth = _read_value(properties, "w:ilvl")
        index = int(depth) if depth.isdecimal() else self._numbering.find_depth(number, style)
        level = self._numbering.find_level(number, index)
        if not level.tag:
            return role
        return role._replace(
            list_depth=index + 1, list_tag=level.tag, list_number=number, continues=False
        )

    def _find_style_reason(self, name: str) -> str | None:
        if name not in self._reasons:
            chain, names = self._find_style(name)
            reasons = (_read_reason(style.find(_RUN_PROPERTIES)) for style in chain)
            reason = next((reason for reason in reasons if reason is not None), None)
            if reason is None and not _CODE.isdisjoint(names):
                reason = CODE
            self._reasons[name] = reason
        return self._reasons[name]


def _read_value(parent: BaseOxmlElement, name: str) -> str:
    element = parent.find(qn(name))
    return element.get(_VALUE, "") if element is not None else ""


def _read_level(properties: BaseOxmlElement) -> int | None:
    """Return the level of a heading, 0 for the level of text, None if there is no level."""
    outline = _read_value(properties, "w:outlineLvl")
    if not outline.isdecimal():
        return None
    return int(outline) + 1 if int(outline) < _BODY_LEVEL else 0


def _find_level(chain: Iterable[BaseOxmlElement], names: Iterable[str]) -> int:
    levels = (level for properties in chain if (level := _read_level(properties)) is not None)
    level = next(levels, None)
    if level is not None:
        return level
    headings = filter(None, map(_HEADING.fullmatch, names))
    return next((int(heading[1]) for heading in headings), 0)


def _read_reason(properties: BaseOxmlElement | None) -> str | None:
    """Return why text with these properties is not read; empty if it is; None if they don't say."""
    found = None
    if properties is None:
        return None
    for reason, tags in _MARKS:
        for tag in tags:
            mark = properties.find(tag)
            if mark is not None and mark.get(_VALUE, "1") not in _OFF:
                return reason
            found = "" if mark is not None else found
    return found
