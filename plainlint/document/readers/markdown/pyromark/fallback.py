"""Fall back to markdown-it for odd Markdown, which the two readers may read differently."""

import re
from itertools import takewhile


class NeedsReferenceReader(Exception):  # noqa: N818
    """A signal that pyromark may read something in a document differently from markdown-it."""


_CONTROLS = [chr(code) for code in (*range(10), 11, 12, *range(14, 32), *range(127, 160))]
# The definition of a link or a footnote.
_DEFINITION = re.compile(
    r"^[ >*+\-\d.)]*\[(?:\^[^\n]*|(?:[^\[\]\\]|\\.)*)\]:", re.MULTILINE | re.DOTALL
)
# A backslash before a space, line separators, and control characters.
_ODD_CHARACTERS = ("\\ ", "\u2028", "\u2029", *_CONTROLS)
# Text that is struck out, not a fence: a longer run of tildes opens a fence only at the start of a
# line, an item or a quote.
_STRUCK_OUT = re.compile(
    r"(?<!~)~~(?!~)|^(?!(?: {0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))* {0,3}~{3})[^\n]*~{3}",
    re.MULTILINE,
)
_CHUNK_END = re.compile(r"\n[ \r]*\n")
_ROW = re.compile(r"\|.*\| *\r?")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) \S")
_MINIMUM_ROWS = 2
_MAYBE_DELIMITERS = re.compile(r"[ >*+\d.)]*[-:|][-:| ]*\r?")
_DELIMITERS = re.compile(r"\|(?: *:?-+:? *\|)+ *\r?")
# Tags, and comments that are comments in every version of CommonMark.
_HTML = re.compile(
    r"""<!--(?!-?>)(?:[^-]|-(?!-))*-->
    | </?[A-Za-z][A-Za-z0-9-]*
      (?:[ \n]+[A-Za-z_:][A-Za-z0-9_.:-]*
         (?:[ ]*=[ ]*(?:"[^"]*"|'[^']*'|[^ \n"'=<>`]+))?)*
      [ ]*/?>""",
    re.VERBOSE,
)
_MAYBE_REFUSED = re.compile(r"\W*(?:javascript|vbscript|file|data)\W", re.IGNORECASE)
_TAIL = re.compile(
    r"""\]\((?:<[^<>\n]*>|[^ <>\n]*)(?: +(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))? *\)"""
)
_LAZY = re.compile(r"(?>[ >]*?    )(?: *>|[ >]*+[-+*#`~=<|_:\d])")
_FORMATS = re.compile(r"[\s\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_RAW_TEXT = re.compile(r"<(?:script|pre|style|textarea)", re.IGNORECASE)
_MAYBE_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s|/?>|\Z)|<[!?]")


def check_text(text: str) -> None:
    """Check a whole text.

    Raises:
        NeedsReferenceReader: it must be left to markdown-it, as for all checks below.
    """
    for character in _ODD_CHARACTERS:
        if character in text:
            raise NeedsReferenceReader(f"{character!r}")
    if "]:" in text and _DEFINITION.search(text):
        raise NeedsReferenceReader("a definition")
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        raise NeedsReferenceReader("lines that end in CR")
    if "~~" in text and _STRUCK_OUT.search(text):
        raise NeedsReferenceReader("text that is struck out")
    if "|" in text and any(map(_is_odd_table, _CHUNK_END.split(text))):
        raise NeedsReferenceReader("an odd table")


def _is_odd_table(chunk: str) -> bool:
    """Check whether lines without a blank line between them are a table that is not simple.

    A list may follow the rows directly.
    """
    if "|" not in chunk:
        return False
    lines = chunk.strip("\n").split("\n")
    if not any(map(_MAYBE_DELIMITERS.fullmatch, lines)):
        return False
    rows = list(takewhile(_ROW.fullmatch, lines))
    if len(rows) < _MINIMUM_ROWS or not _DELIMITERS.fullmatch(rows[1]) or "\\\\" in chunk:
        return True
    rest = lines[len(rows) :]
    return bool(rest) and not (
        _ITEM.match(rest[0]) and not any(map(_MAYBE_DELIMITERS.fullmatch, rest))
    )


def check_html_block(source: str, start: int) -> None:
    """Check a block of HTML: the readers disagree on where one with raw text ends."""
    if _RAW_TEXT.match(source, start):
        raise NeedsReferenceReader("a script, a style or preformatted text")


def check_html(markup: str) -> None:
    """Check that markdown-it also reads this as a tag or a comment inside text."""
    if "\r" in markup or not _HTML.fullmatch(markup):
        raise NeedsReferenceReader("odd HTML")


def check_no_html(source: str, start: int, end: int) -> None:
    """Check text with a < that pyromark does not read as a tag."""
    position = source.find("<", start, end)
    while position >= 0:
        if _MAYBE_HTML.match(source, position):
            raise NeedsReferenceReader("text that looks like HTML")
        position = source.find("<", position + 1, end)


def check_line(source: str, line: int) -> None:
    """Check the line of a paragraph that starts at `line`: it may look like another block."""
    if _LAZY.match(source, line):
        raise NeedsReferenceReader("an indented line that looks like a block")


def check_characters(text: str) -> None:
    """Check text with unprintable characters: a later Unicode may make some of them punctuation."""
    if not _FORMATS.sub("", text).isprintable():
        raise NeedsReferenceReader("a character that is not yet in Unicode")


def check_entity(markup: str, text: str) -> None:
    """Check an entity: its number may be that of an unprintable character."""
    is_visible = text.isprintable() or (text >= "\xa0" and text.isspace())
    if markup[1] == "#" and not is_visible:
        raise NeedsReferenceReader("the number of an odd character")


def check_link(href: str, tail: str) -> None:
    """Check a link: markdown-it reads some targets as text because they could run code.

    Args:
        href: the link's target.
        tail: the source after the link's text.
    """
    if (tail != f"]({href})" and not _TAIL.fullmatch(tail)) or _MAYBE_REFUSED.match(href):
        raise NeedsReferenceReader("an odd target or title")
