"""A document's text exactly as in its file, and the line and column of an offset."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.dialects import AUTO
from plainlint.core.formats import MARKDOWN

# Bytes of a text that show its encoding.
_SAMPLE = 4000
# Quotes and dashes of Windows, which are control characters in Latin-1.
_WINDOWS = re.compile(rb"[\x80-\x9f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A range of a text in code points, from `start` up to but not including `end`."""

    start: int
    end: int

    def shift(self, distance: int) -> "Span":
        """Return the span that is so many code points further down."""
        return Span(self.start + distance, self.end + distance)


NOWHERE = Span(0, 0)


class Location(NamedTuple):
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


class InheritedValue(NamedTuple):
    """A key of front matter that a document has from its folder, and its value as written.

    `without_head` says that only a document without front matter of its own has it.
    """

    key: str
    value: Any
    without_head: bool = False


class Source(NamedTuple):
    """A file's decoded text, unchanged: it keeps its byte-order mark and its line ends.

    Attributes:
        text: the text; of a Word file, its paragraphs, one a line.
        path: its name in findings.
        problem: empty, or why the text can't be checked; such a source is reported and not read
            further.
        problem_span: where the problem is.
        advice: what to do about a problem that lies in the file's format; else empty.
        format: one of `core.formats.FORMATS`.
        data: the file's bytes if its format is packed, as that of a Word file is; else empty.
        dialect: the dialect of its Markdown; with `auto`, syntax that is ambiguous is text.
        inherited: front matter that it has from its folder.
    """

    text: str
    path: str = "<text>"
    problem: str = ""
    problem_span: Span = NOWHERE
    advice: str = ""
    format: str = MARKDOWN
    data: bytes = b""
    dialect: str = AUTO
    inherited: tuple[InheritedValue, ...] = ()

    @property
    def line_starts(self) -> Sequence[int]:
        """The offset of each line's first character."""
        return _find_line_starts(self.text)

    def locate(self, offset: int) -> Location:
        """Return the line and column of a code-point offset."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Location(line, offset - starts[line - 1] + 1)

    def slice(self, span: Span) -> str:
        """Return the text that `span` covers."""
        return self.text[span.start : span.end]

    def get_line_span(self, line: int) -> Span:
        """Return the span of line number `line` (from 1), without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        # Step by step, because a line can be as long as the text.
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


# Documents are processed one after another, some together with an earlier version.
@remember(8)
def _find_line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


class RawFile(NamedTuple):
    """A file's path, bytes and format; `problem` explains why it can't be opened, if so.

    `dialect` and `inherited` are as in `Source`.
    """

    path: str
    data: bytes
    problem: str = ""
    format: str = MARKDOWN
    dialect: str = AUTO
    inherited: tuple[InheritedValue, ...] = ()


def _explain_encoding(data: bytes, wrong: int | None = None) -> str:
    """Return why bytes are not UTF-8, what they seem to be instead, and what to do.

    Args:
        data: the bytes.
        wrong: the first byte without meaning, if there is one.
    """
    byte = "" if wrong is None else f"it is not UTF-8: byte 0x{wrong:02X} has no meaning there"
    if encoding := _guess_encoding(data):
        return f"{byte or 'it is not UTF-8'}; it seems to be {encoding}, so save it as UTF-8"
    return byte


def _guess_encoding(data: bytes) -> str:
    """Return the name of an encoding other than UTF-8 that a text seems to have; empty if none."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    # In western texts every other byte of UTF-16 is 0.
    for first, name in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        half = data[first:_SAMPLE:2]
        if len(half) > 1 and half.count(0) > 0.8 * len(half):
            return name
    if b"\0" in data:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # A text with letters in UTF-8 is damaged, or holds parts of another file.
        if _UTF8_PAIR.search(data):
            return ""
        return "Windows-1252" if _WINDOWS.search(data) else "Latin-1"
    return ""


def decode(data: bytes, path: str = "<text>") -> Source:
    """Decode a file's bytes as UTF-8.

    Bytes that are not UTF-8 stay in the text as lone surrogates (PEP 383), so that no offset
    shifts; the first of them, or the first NUL, becomes the source's problem.
    """
    try:
        text, problem, span = data.decode("utf-8"), "", NOWHERE
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="surrogateescape")
        at = len(data[: error.start].decode("utf-8"))
        problem = _explain_encoding(data, data[error.start])
        span = Span(at, at + 1)
    if (nul := text.find("\0")) >= 0:
        problem = _explain_encoding(data) or "it holds a NUL byte: this is not a text file"
        span = Span(nul, nul + 1)
    return Source(text, path, problem, span)
