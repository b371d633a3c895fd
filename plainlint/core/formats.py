"""Input formats: the files that have a reader, and what to do about those that have none."""

from collections.abc import Mapping
from html import escape
from pathlib import PurePath
from typing import NamedTuple

MARKDOWN, HTML, DOCX, TEXT, RST = "markdown", "html", "docx", "text", "rst"
AUTO = "auto"

# The suffixes of each format, in lower case.
SUFFIXES: Mapping[str, tuple[str, ...]] = {
    MARKDOWN: (
        *(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt"),
        *(".mdx", ".qmd", ".rmd"),
    ),
    HTML: (".html", ".htm", ".xhtml"),
    DOCX: (".docx",),
    TEXT: (".txt", ".text"),
    RST: (".rst", ".rest"),
}
FORMATS = tuple(SUFFIXES)
# The formats whose files are no text: what is read from them can't be written back.
PACKED = frozenset({DOCX})
_FORMAT_OF_SUFFIX = {suffix: name for name, suffixes in SUFFIXES.items() for suffix in suffixes}

# How writers of each format do what findings advise; all formats use the words for Markdown where
# they have none of their own. Messages and help name these words in braces.
_WORDS: Mapping[str, Mapping[str, str]] = {
    MARKDOWN: {
        "front_matter": "the front matter",
        "front_matter_form": "the front matter",
        "image_text_form": "between the brackets: ![A nurse washes her hands](nurse.png)",
        "level_2_form": " (##)",
    },
    HTML: {
        "front_matter": "the head of the page",
        "front_matter_form": 'the head of the page (<meta name="..." content="...">)',
        "image_text_form": 'in its alt text: <img src="nurse.png" alt="A nurse washes her hands">',
        "level_2_form": " (<h2>)",
    },
    DOCX: {
        "front_matter": "the properties of the file",
        "front_matter_form": "the properties of the file",
        "image_text_form": "in its alternative text",
        "level_2_form": "",
    },
    TEXT: {"image_text_form": "in a line below it", "level_2_form": ""},
    RST: {"image_text_form": "with the option :alt:", "level_2_form": ""},
}
# What is written around a text to link it, with the address in braces.
_LINK_FORMS: Mapping[str, tuple[str, str]] = {
    MARKDOWN: ("[", "]({address})"),
    HTML: ('<a href="{address}">', "</a>"),
}

SAVE_AS_WORD = "open it in Word or LibreOffice and save it as .docx"
_FIND_ORIGINAL = "check the file that it was made from"
_NAME_AS_WORD = "if it is a Word file, let its name end in .docx"
_SAVE_AS_TEXT = "save its text as .docx, .html, .md or .txt"
_NAME_FORMAT = (
    "name its format with --input-format, or with 'input-format' in the settings; "
    f"plainlint reads {', '.join(FORMATS)}"
)
# What files without a reader are, by suffix, and what to do about them.
_WITHOUT_READER: Mapping[str, tuple[str, str]] = {
    ".doc": ("a Word 97 file", SAVE_AS_WORD),
    ".dot": ("a Word 97 template", SAVE_AS_WORD),
    ".docm": ("a Word file with macros", SAVE_AS_WORD),
    ".dotx": ("a Word template", SAVE_AS_WORD),
    ".odt": ("an OpenDocument file", SAVE_AS_WORD),
    ".rtf": ("a rich-text file", SAVE_AS_WORD),
    ".pages": ("a Pages file", "export it from Pages as .docx"),
    ".pdf": ("a PDF file", _FIND_ORIGINAL),
    ".epub": ("an EPUB book", _FIND_ORIGINAL),
    ".ppt": ("a PowerPoint 97 file", _SAVE_AS_TEXT),
    ".pptx": ("a PowerPoint file", _SAVE_AS_TEXT),
    ".odp": ("an OpenDocument presentation", _SAVE_AS_TEXT),
    ".xls": ("an Excel 97 file", _SAVE_AS_TEXT),
    ".xlsx": ("an Excel file", _SAVE_AS_TEXT),
    ".ods": ("an OpenDocument spreadsheet", _SAVE_AS_TEXT),
    ".csv": ("a table", _SAVE_AS_TEXT),
    ".tsv": ("a table", _SAVE_AS_TEXT),
    ".tex": ("a LaTeX file", _SAVE_AS_TEXT),
    ".adoc": ("an AsciiDoc file", _SAVE_AS_TEXT),
    ".asciidoc": ("an AsciiDoc file", _SAVE_AS_TEXT),
    ".org": ("an Org file", _SAVE_AS_TEXT),
    ".textile": ("a Textile file", _SAVE_AS_TEXT),
    ".wiki": ("a wiki page", _SAVE_AS_TEXT),
    ".mediawiki": ("a wiki page", _SAVE_AS_TEXT),
    ".ipynb": ("a notebook", _SAVE_AS_TEXT),
    ".json": ("a JSON file", _SAVE_AS_TEXT),
    ".xml": ("an XML file", _SAVE_AS_TEXT),
    ".dita": ("a DITA topic", _SAVE_AS_TEXT),
    ".dbk": ("a DocBook file", _SAVE_AS_TEXT),
}
# The first bytes of files that are no text, whatever their names say.
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"{\\rtf", ".rtf"),
)
_PACKED_START = b"PK\x03\x04"
# Word puts a file with a password into a file of the form of 1997, as a part of this name.
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
_LOCKED = ("an Office file locked by a password", "open it, save it without a password as .docx")


def recognise_format(path: str) -> str:
    """Return the format that a file's suffix stands for; empty if it has no reader.

    A name without a suffix is Markdown, as the text on standard input is.
    """
    suffix = _get_suffix(path)
    return _FORMAT_OF_SUFFIX.get(suffix, "") if suffix else MARKDOWN


def get_format_words(input_format: str) -> Mapping[str, str]:
    """Return how writers of a format do what findings advise, by the names used in messages."""
    return {**_WORDS[MARKDOWN], **_WORDS.get(input_format, {})}


def make_link_edits(input_format: str, address: str) -> tuple[str, str] | None:
    """Return what to write before and after a text to link it.

    None if the format has no links, or if there is no address. The text must not contain the signs
    of links.
    """
    form = _LINK_FORMS.get(input_format)
    if form is None or not address:
        return None
    if input_format == HTML:
        address = escape(address)
    elif set(" ()") & set(address):
        address = f"<{address}>"
    return form[0].format(address=address), form[1].format(address=address)


class FormatProblem(NamedTuple):
    """Why a file can't be read in the format that was chosen, and what to do."""

    problem: str
    advice: str


def find_format_problem(path: str, data: bytes, input_format: str) -> FormatProblem | None:
    """Return what speaks against reading a file in a format, or None.

    Args:
        path: the file's name.
        data: its bytes.
        input_format: one of `FORMATS`, or empty if none is known for it.
    """
    is_packed = data.startswith(_PACKED_START)
    if input_format == DOCX and is_packed:
        return None
    for signature, suffix in _SIGNATURES:
        if data.startswith(signature):
            return FormatProblem(*_LOCKED) if _LOCKED_PART in data else describe_suffix(suffix)
    if input_format == DOCX:
        return FormatProblem("a file with a Word ending, but not a Word file", SAVE_AS_WORD)
    if input_format:
        return FormatProblem("a packed file and not text", _NAME_AS_WORD) if is_packed else None
    suffix = _get_suffix(path)
    unknown = (f"a file with the unknown ending '{suffix}'", _NAME_FORMAT)
    return FormatProblem(*_WITHOUT_READER.get(suffix, unknown))


def describe_suffix(suffix: str) -> FormatProblem:
    """Return what a file with this suffix is, and what to do about it.

    Raises:
        KeyError: files with it have a reader, or nothing is known of them.
    """
    return FormatProblem(*_WITHOUT_READER[suffix])


def _get_suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
