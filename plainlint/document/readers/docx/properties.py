"""Read what a Word file says of itself: its properties, which stand for front matter."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from plainlint.document.readers.docx.package import iter_parts, parse_part

# Word's own properties, by the last part of their tags, and the keys that they stand for.
_CORE = {"title": "title", "language": "language", "version": "version", "contentStatus": "status"}
_DATE_LENGTH = len("2026-11-27")


def read_properties(word: WordDocument) -> dict[str, str]:
    """Return the file's title, language, version and status, and its custom properties.

    Custom properties count for more. A date has the form 2026-11-27.

    Raises:
        BrokenWordFileError: a part with properties is damaged.
    """
    package = word.part.package
    found: dict[str, str] = {}
    for part in iter_parts(package, "core-properties"):
        found.update(_read_core(parse_part(part)))
    for part in iter_parts(package, "custom-properties"):
        found.update(_read_custom(parse_part(part)))
    return found


def _read_core(root: BaseOxmlElement) -> Iterator[tuple[str, str]]:
    for element in root.iterchildren("*"):
        name = _CORE.get(element.tag.rpartition("}")[2])
        text = _read_text(element)
        if name and text:
            yield name, text


def _read_custom(root: BaseOxmlElement) -> Iterator[tuple[str, str]]:
    for element in root.iterchildren("*"):
        name, text = element.get("name", "").strip(), _read_text(element)
        if name and text:
            is_date = any(child.tag.endswith("}filetime") for child in element)
            yield name, text[:_DATE_LENGTH] if is_date else text


def _read_text(element: BaseOxmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
