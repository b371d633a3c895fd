"""The markup that readers drop, recognised by strict patterns, each with its name."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plainlint.core.caches import remember
from plainlint.core.formats import DOCX, HTML, MARKDOWN, RST, TEXT

HEADING_UNDERLINE = "heading underline"
EMPHASIS_MARK = "emphasis mark"
IMAGE_MARK = "image mark"
LINK_MARK = "link mark"
LINK_TARGET = "link target"
LOST_CELL = "cell beyond the last column of its table"
TABLE_BAR = "table bar"
_BYTE_ORDER_MARK = "byte-order mark"
FOOTNOTE_MARK = "footnote mark"
_HEADING_MARK = "heading mark"
_LIST_MARK = "list mark"
_QUOTE_MARK = "block quote mark"

# What may be before other markup at the start of a line.
CONTAINER_MARKS = (_LIST_MARK, _QUOTE_MARK, FOOTNOTE_MARK, _BYTE_ORDER_MARK)


class MarkupKind(NamedTuple):
    """A kind of markup.

    Attributes:
        name: what it is.
        pattern: what it looks like; it never matches an empty text.
        is_inline: whether it can be anywhere; else only the marks of containers precede it.
        is_text: whether it is text that is not shown, rather than signs.
        openings: the signs that it can start with; empty if they are many.
    """

    name: str
    pattern: re.Pattern[str]
    is_inline: bool = True
    is_text: bool = False
    openings: str = ""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL | re.IGNORECASE)


def _make_line_kind(name: str, pattern: str, openings: str = "") -> MarkupKind:
    return MarkupKind(name, _compile(pattern), is_inline=False, openings=openings)


def _make_text_kind(name: str, pattern: str) -> MarkupKind:
    return MarkupKind(name, _compile(pattern), is_text=True, openings="<")


_LINE_END = r"(?=[ \t]*(?:[\r\n]|\Z))"
# A line end inside markup, with what a quote or a list repeats on the next line.
_SPACE = r"[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?"
_DELIMITER = r"[ \t]*:?-+:?[ \t]*"
_DELIMITER_ROW = rf"(?=[^\r\n]*[|:])\|?{_DELIMITER}(?:\|{_DELIMITER})*\|?"
_LABEL = r"\[(?:[^\[\]\\]|\\.)+\]"
_TARGET = r"(?:<[^<>\r\n]*>|[^\s<]\S*)"
_TITLE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_BRACED = r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
# The rest of a tag; a quotation mark or a brace without a partner is a sign like others.
_TAG_PARTS = rf"""(?:[^<>"'{{]|"[^"]*"|'[^']*'|{_BRACED}|["'{{](?=[^<>]*>))*+>"""
_TAG = rf"</?[a-z][\w:-]*+{_TAG_PARTS}"
# Where raw HTML without an end stops: before a blank line, or at a line end outside its tags.
_BLOCK_ENDS = (
    r".*?(?=(?:\r\n|\n|\r)[ \t>]*(?:\r|\n|\Z)|\s*\Z)",
    rf"(?:{_TAG}|[^<\r\n]|<(?!{_TAG[1:]}))*+(?=[\r\n]|\Z)",
)
_BLANKS = (
    r"nbsp|ensp|emsp(?:1[34])?|thinsp|hairsp|numsp|puncsp|tab|newline"
    r"|#0*(?:9|10|13|32|160)|#x0*(?:9|a|d|20|a0)"
)
# The elements of HTML whose text is not shown as text, and what it is.
_HIDDEN_ELEMENTS = {
    "script": "script",
    "style": "style sheet",
    "template": "HTML template",
    "svg": "drawing",
    "pre": "code",
    "textarea": "form field",
}
# To CommonMark, the line with any of these ends a block that any of them opens.
_RAW_TEXT_END = r".*?</(?:script|style|pre|textarea)>[^\r\n]*"

_ENCODING_KINDS = (MarkupKind(_BYTE_ORDER_MARK, _compile(r"\A\ufeff"), openings="\ufeff"),)
_HTML_KINDS = (
    *(_make_text_kind("HTML comment", rf"<!--{rest}") for rest in ("-?>", ".*?-->", *_BLOCK_ENDS)),
    *(
        _make_text_kind(kind, rf"<{element}(?=[\s>/]){end}")
        for element, kind in _HIDDEN_ELEMENTS.items()
        for end in (rf".*?</{element}\s*>", _RAW_TEXT_END, *_BLOCK_ENDS)
    ),
    _make_text_kind("HTML declaration", r"<!\[CDATA\[.*?\]\]>|<!\[?[a-z][^>]*>|<\?.*?\?>"),
    MarkupKind("HTML tag", _compile(_TAG), openings="<"),
    MarkupKind("blank entity", _compile(rf"&(?:{_BLANKS});"), openings="&"),
)
_MARKDOWN_KINDS = (
    _make_line_kind("thematic break", rf"([-*_])(?:[ \t]*\1){{2,}}{_LINE_END}", "-*_"),
    _make_line_kind("table delimiter row", rf"{_DELIMITER_ROW}{_LINE_END}", "|:- \t"),
    _make_line_kind(FOOTNOTE_MARK, r"\[\^[^\]\s]+\]:", "["),
    *(
        _make_line_kind("link definition", rf"{_LABEL}:{_SPACE}{_TARGET}{title}{_LINE_END}", "[")
        for title in (rf"{_SPACE}(?<=[\s>]){_TITLE}", "")
    ),
    _make_line_kind(_HEADING_MARK, r"#{1,6}(?=\s|\Z)", "#"),
    _make_line_kind(_LIST_MARK, r"(?:[-*+]|\d{1,9}[.)])(?=\s|\Z)"),
    _make_line_kind(_QUOTE_MARK, r">", ">"),
    MarkupKind(_HEADING_MARK, _compile(rf"(?<=[ \t])#+{_LINE_END}"), openings="#"),
    MarkupKind(TABLE_BAR, _compile(r"\|"), openings="|"),
    MarkupKind("escape mark", _compile(r"\\(?=\|)"), openings="\\"),
    MarkupKind("line break mark", _compile(r"\\(?=\r|\n)"), openings="\\"),
)
_RST_KINDS = (
    MarkupKind("role", _compile(r":[a-z][\w.+:-]*:(?=`)|(?<=`):[a-z][\w.+:-]*:")),
    MarkupKind(LINK_TARGET, _compile(r"<[^<>`]+>(?=`)")),
    MarkupKind("mark of a role or link", _compile(r"`(?:__?(?!\w))?|(?<=\w)__?(?!\w)|_(?=`)")),
    MarkupKind("mark of a literal block", _compile(rf"::?{_LINE_END}")),
    MarkupKind("escape mark", _compile(r"\\")),
    _make_line_kind("title adornment", rf"([!-/:-@\[-`{{-~])\1+{_LINE_END}"),
)

# By format; the first that fits counts.
MARKUP_KINDS: Mapping[str, tuple[MarkupKind, ...]] = {
    MARKDOWN: (*_ENCODING_KINDS, *_HTML_KINDS, *_MARKDOWN_KINDS),
    HTML: (*_ENCODING_KINDS, *_HTML_KINDS),
    RST: (*_ENCODING_KINDS, *_RST_KINDS),
    TEXT: _ENCODING_KINDS,
    DOCX: (),
}


@remember(1 << 10)
def choose_markup_kinds(file_format: str, sign: str) -> tuple[MarkupKind, ...]:
    """Return the kinds of markup of a format that can start with a sign, the first to fit first."""
    return tuple(
        kind for kind in MARKUP_KINDS[file_format] if not kind.openings or sign in kind.openings
    )
