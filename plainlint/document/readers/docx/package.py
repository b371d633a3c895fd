"""Open a Word file, within limits, and find its parts."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart

from plainlint.core.formats import SAVE_AS_WORD, FormatProblem, describe_suffix

# A file that unpacks to more is made to fill the memory.
_MAXIMUM_UNPACKED = 200_000_000
_CONTENT_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_DAMAGED = FormatProblem(
    "a Word file that is damaged", "open it in Word, save it under a new name, and check that file"
)
_NO_WORD_FILE = FormatProblem("a packed file with a Word ending, but not a Word file", SAVE_AS_WORD)
# What a file is by a word in the content type of its main part, as the ending of its name.
_OTHER_FILES = (
    ("ms-word.template", ".dotx"),
    ("wordprocessingml.template", ".dotx"),
    ("ms-word", ".docm"),
    ("spreadsheetml", ".xlsx"),
    ("ms-excel", ".xlsx"),
    ("presentationml", ".pptx"),
    ("ms-powerpoint", ".pptx"),
)
# The namespace of the strict form of the standard, which few programs read.
_STRICT = b"http://purl.oclc.org/ooxml/"


class BrokenWordFileError(Exception):
    """A Word file that can't be read: what it is, and what to do."""

    def __init__(self, problem: FormatProblem = _DAMAGED) -> None:
        super().__init__(problem.problem)
        self.problem = problem


def open_word_file(data: bytes) -> WordDocument:
    """Open a Word file from its bytes.

    Raises:
        BrokenWordFileError: it is damaged or too large, or no Word file.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            _check_entries(packed)
    except (BadZipFile, OSError, ValueError) as error:
        raise BrokenWordFileError from error
    try:
        part = Package.open(BytesIO(data)).main_document_part
        check_declarations(part.element if isinstance(part, DocumentPart) else None)
    except BrokenWordFileError:
        raise
    # A damaged part makes lxml and python-docx fail in ways that they do not list.
    except Exception as error:
        raise BrokenWordFileError from error
    if not isinstance(part, DocumentPart):
        raise BrokenWordFileError(_describe_other_file(part.content_type))
    word: WordDocument = part.document
    return word


def _check_entries(packed: ZipFile) -> None:
    size = sum(entry.file_size for entry in packed.infolist())
    if size > _MAXIMUM_UNPACKED:
        problem = f"a packed file that unpacks to {size // 1_000_000:,} MB, which is too large"
        raise BrokenWordFileError(
            FormatProblem(problem, "compress its pictures, and save it again")
        )
    names = set(packed.namelist())
    if _CONTENT_TYPES not in names:
        raise BrokenWordFileError(_NO_WORD_FILE)
    if _RELATIONS in names and _STRICT in _read_start(packed, _RELATIONS):
        advice = "save it in Word as 'Word Document (.docx)', not as 'Strict Open XML Document'"
        raise BrokenWordFileError(FormatProblem("a Word file in the strict form", advice))


def _read_start(packed: ZipFile, name: str) -> bytes:
    try:
        with packed.open(name) as entry:
            return entry.read(100_000)
    # A damaged or an encrypted entry makes zipfile fail in ways that it does not list.
    except Exception as error:
        raise BrokenWordFileError from error


def _describe_other_file(content_type: str) -> FormatProblem:
    content_type = content_type.lower()
    for word, suffix in _OTHER_FILES:
        if word in content_type:
            return describe_suffix(suffix)
    return _NO_WORD_FILE


def check_declarations(root: BaseOxmlElement | None) -> None:
    """Refuse a part with a document type, as Word does: its entities can stand for anything.

    Raises:
        BrokenWordFileError: the part has one.
    """
    if root is not None and root.getroottree().docinfo.doctype:
        raise BrokenWordFileError


def parse_part(part: Part) -> BaseOxmlElement:
    """Return the root element of a part.

    Raises:
        BrokenWordFileError: it is damaged.
    """
    try:
        root = getattr(part, "element", None)
        if root is None:
            root = parse_xml(part.blob)
    except Exception as error:
        raise BrokenWordFileError from error
    check_declarations(root)
    return root


def iter_parts(source: Part | Package, kind: str) -> Iterator[Part]:
    """Yield the parts that a part or the whole file relates to as this kind, such as `footnotes`.

    Only python-docx's own look-ups create a part that is not there; this one does not.
    """
    for relation in source.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            yield relation.target_part
