"""Readers: a file to its source text, and source text to Document.

A reader is imported only when a document in its format is read.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from plainlint.core.formats import DOCX, MARKDOWN, RST, FormatProblem, find_format_problem
from plainlint.core.source import RawFile, Source, decode

if TYPE_CHECKING:
    from plainlint.document.model import Document
    from plainlint.document.readers.raw_block import RawDocument

# The formats whose readers need an extra package: what a file in it is, and the package.
_EXTRAS = {DOCX: ("a Word file", "docx"), RST: ("a reStructuredText file", "docutils")}


def decode_file(file: RawFile) -> Source:
    """Decode a file's bytes by its format, at each call again.

    A file that can't be opened, or has a format without a reader, has an empty text and a problem.
    """
    if file.problem:
        return Source("", file.path, file.problem)
    if found := _find_problem(file):
        return Source("", file.path, found.problem, advice=found.advice, format=file.format)
    if file.format == MARKDOWN:
        source = decode(file.data, file.path)
        return source._replace(dialect=file.dialect, inherited=file.inherited)
    if file.format == DOCX:
        from plainlint.document.readers.docx.reader import decode as decode_word_file

        return decode_word_file(file)
    return decode(file.data, file.path)._replace(format=file.format)


def _find_problem(file: RawFile) -> FormatProblem | None:
    found = find_format_problem(file.path, file.data, file.format)
    if found is None and file.format in _EXTRAS:
        name, package = _EXTRAS[file.format]
        if find_spec(package) is None:
            advice = f"run: pip install 'plainlint[{file.format}]'"
            return FormatProblem(f"{name}, whose reader is not installed", advice)
    return found


def parse(text: str, path: str = "<text>") -> "Document":
    """Parse Markdown with optional front matter.

    Args:
        text: the whole text of the document, with any line ends and an optional byte-order mark.
        path: the name of the document in findings.
    """
    return parse_source(Source(text, path))


def parse_source(source: Source, *, join_lists: bool = False, parser: str = "auto") -> "Document":
    """Parse a source in its format; one with a problem becomes a document without blocks.

    Args:
        join_lists: whether a list of fragments forms one sentence with the text before it.
        parser: `auto`, or `markdown-it` to read Markdown only with the reference reader.
    """
    return parse_again(source, None, join_lists=join_lists, parser=parser)[0]


def parse_again(
    source: Source, earlier: "RawDocument | None", *, join_lists: bool, parser: str
) -> "tuple[Document, RawDocument]":
    """Parse a newer text of a document; return with it what makes the next time faster.

    Args:
        source: the newer text.
        earlier: what was returned with an earlier text; None if there is none.
        join_lists: as at `parse_source`.
        parser: as at `parse_source`.
    """
    # A run that finds all results in its cache needs no parser.
    from plainlint.document.readers.build import build_document

    return build_document(source, join_lists=join_lists, parser=parser, earlier=earlier)
