"""Open a Word file, within limits, and read what it says of itself."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

# A file that unpacks to more is made to fill the memory.
_MAXIMUM_UNPACKED = 200_000_000
_PROPERTIES = "/docProps/custom.xml"
FOOTNOTES = "footnotes"
ENDNOTES = "endnotes"


class BrokenWordFileError(Exception):
    """A Word file that can't be opened; the message says why."""


def open_word_file(data: bytes) -> WordDocument:
    """Open a Word file from its bytes.

    Raises:
        BrokenWordFileError: it is damaged, locked by a password or too large, or no Word file.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except BadZipFile as error:
        raise BrokenWordFileError("it is damaged: its parts can't be unpacked") from error
    if size > _MAXIMUM_UNPACKED:
        raise BrokenWordFileError(f"it unpacks to {size // 1_000_000:,} MB, which is too large")
    try:
        return docx.Document(BytesIO(data))
    # A damaged part makes lxml and python-docx fail in ways that they do not list.
    except Exception as error:
        raise BrokenWordFileError("it is damaged, or no Word file") from error


def read_properties(word: WordDocument) -> dict[str, str]:
    """Return the file's custom properties, its title, and the language of its text."""
    core = word.core_properties
    found = {"title": core.title or "", "language": core.language or _find_style_language(word)}
    for part in word.part.package.iter_parts():
        if str(part.partname) == _PROPERTIES:
            for element in parse_xml(part.blob):
                name = element.get("name")
                if name:
                    found[name] = "".join(element.itertext()).strip()
    return {name: value for name, value in found.items() if value}


def _find_style_language(word: WordDocument) -> str:
    """Return the language of the default style; empty if there is none."""
    found = word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    return str(found[0]) if found else ""


def find_notes(word: WordDocument, kind: str) -> BaseOxmlElement | None:
    """Return the root of the part with the footnotes or endnotes, if the file has it."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def list_margins(word: WordDocument) -> list[Part]:
    """Return the parts with the headers and footers of the pages."""
    return [
        relation.target_part
        for relation in word.part.rels.values()
        if relation.reltype.endswith(("/header", "/footer")) and not relation.is_external
    ]
