"""What the fast reader leaves to markdown-it: odd Markdown, which the two may read differently."""

import re
from itertools import takewhile


class NeedsReferenceReader(Exception):  # noqa: N818
    """A document holds something that pyromark may read in another way than markdown-it."""


_CONTROLS = [chr(code) for code in (*range(10), 11, 12, *range(14, 32), *range(127, 160))]
# A definition of a link or a footnote.
_DEFINITION = re.compile(
    r"^[ >*+\-\d.)]*\[(?:\^[^\n]*|(?:[^\[\]\\]|\\.)*)\]:", re.MULTILINE | re.DOTALL
)
# A backslash before a space, white space that is neither space nor line end.
_SIGNS = ("\\ ", "\u2028", "\u2029", *_CONTROLS)
_CHUNK_END = re.compile(r"\n[ \r]*\n")
_ROW = re.compile(r"\|.*\| *\r?")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) \S")
_MINIMUM_ROWS = 2
_MAYBE_DELIMITERS = re.compile(r"[ >*+\d.)]*[-:|][-:| ]*\r?")
_DELIMITERS = re.compile(r"\|(?: *:?-+:? *\|)+ *\r?")
# A comment that every version of CommonMark takes for one.
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
_LAZY = re.compile(r"[ >]*    [ >]*[-+*>#`~=<|_:\d]")
_FORMATS = re.compile(r"[\s\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_RAW_TEXT = re.compile(r"<(?:script|pre|style|textarea)", re.IGNORECASE)
_MAYBE_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s|/?>|\Z)|<[!?]")


def check_text(text: str) -> None:
    """Look at a whole text.

    Raises:
        Doubt: it must be left to markdown-it.
    """
    for sign in _SIGNS:
        if sign in text:
            raise NeedsReferenceReader(f"{sign!r}")
    if "]:" in text and _DEFINITION.search(text):
        raise NeedsReferenceReader("a definition")
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        raise NeedsReferenceReader("lines that end in CR")
    if "|" in text and any(map(_is_doubtful_table, _CHUNK_END.split(text))):
        raise NeedsReferenceReader("an odd table")


def _is_doubtful_table(chunk: str) -> bool:
    """Whether lines without a blank one between them are a table, but not of the plainest form.

    A list may follow the rows at once.
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
    """Look at a block of HTML: the two end it at other tags if its first one holds raw text."""
    if _RAW_TEXT.match(source, start):
        raise NeedsReferenceReader("a script, a style or text laid out by hand")


def check_html(markup: str) -> None:
    """Look at a tag or a comment inside text.

    Raises:
        Doubt: it is none to markdown-it.
    """
    if "\r" in markup or not _HTML.fullmatch(markup):
        raise NeedsReferenceReader("odd HTML")


def check_no_html(source: str, start: int, end: int) -> None:
    """Look at text that pyromark takes for no tag though it has a < in it."""
    at = source.find("<", start, end)
    while at >= 0:
        if _MAYBE_HTML.match(source, at):
            raise NeedsReferenceReader("what looks like HTML")
        at = source.find("<", at + 1, end)


def check_line(source: str, line: int) -> None:
    """Look at the line of a paragraph that starts at `line`: it may look like another block."""
    if _LAZY.match(source, line):
        raise NeedsReferenceReader("an indented line that looks like a block")


def check_characters(text: str) -> None:
    """Look at text with characters that are not printable: some may be punctuation one day."""
    if not _FORMATS.sub("", text).isprintable():
        raise NeedsReferenceReader("a character that Unicode does not know yet")


def check_entity(markup: str, text: str) -> None:
    """Look at an entity: a number may stand for no character that can be shown."""
    is_shown = text.isprintable() or (text >= "\xa0" and text.isspace())
    if markup[1] == "#" and not is_shown:
        raise NeedsReferenceReader("an odd character's number")


def check_link(href: str, tail: str) -> None:
    """Look at a link: markdown-it takes some targets for text, for they could run code.

    Args:
        tail: what is written behind the link's text.
    """
    if (tail != f"]({href})" and not _TAIL.fullmatch(tail)) or _MAYBE_REFUSED.match(href):
        raise NeedsReferenceReader("an odd target or title")
