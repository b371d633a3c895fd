"""Markup that is neither tag nor comment, such as `<?xml ?>`, and empty XML elements.

justhtml shows declarations as text if it is to give places, and HTML does not know that `<a/>` is
closed. Both are replaced before it reads the page, by end tags that belong to no element: these are
as long, so that no offset changes, and every parser ignores them.
"""

import re
from collections.abc import Iterator

from plainlint.core.source import Span
from plainlint.document.readers.html.markup import (
    EMPTY_ELEMENTS,
    RAW_TEXT_ELEMENTS,
    find_markup_end,
    find_raw_text_end,
)

_MAYBE = re.compile(r"<(?:\?|!(?!--)|/[^A-Za-z])")
_LESS = re.compile(r"<(?=[A-Za-z!?/])")
_NAME = re.compile(r"<([A-Za-z][^\s/>]*)")
_END_TAG = re.compile(r"</[A-Za-z]")
_XML = re.compile(r"\s*<\?xml\b|[^>]*<html\b[^>]*\bxmlns\s*=", re.IGNORECASE)
_COMMENT_ENDS = ("-->", "--!>")
_SHORTEST = len("</x>")


def mask_declarations(text: str) -> tuple[str, list[Span]]:
    """Return the text without declarations, and the spans of those that may hold text.

    In XHTML, elements that are closed in their start tag go too.
    """
    is_xml = _XML.match(text, int(text.startswith("\ufeff"))) is not None
    last_comment = text.rfind("<!--")
    is_closed = text.rfind(">") > text.rfind("<") and (
        last_comment < 0 or text.find("-->", last_comment) >= 0
    )
    if is_closed and not is_xml and not _MAYBE.search(text):
        return text, []
    with_text = []
    parts = []
    done = 0
    for span in _find_masked(text, is_xml=is_xml):
        parts += [text[done : span.start], _make_filler(text, span)]
        done = span.end
        if _has_text(text, span):
            with_text.append(span)
    return "".join([*parts, text[done:]]), with_text


def _has_text(text: str, span: Span) -> bool:
    """Check for a section of character data, a broken end tag, or markup that is not closed."""
    is_closed = text.endswith(">", *span)
    return not is_closed or text.startswith(("<!--", "<![CDATA[", "</"), *span)


def _make_filler(text: str, span: Span) -> str:
    length = span.end - span.start
    if length < _SHORTEST or text[span.end - 1] != ">":
        return " " * length
    return f"</{'x' * (length - _SHORTEST + 1)}>"


def _find_masked(text: str, *, is_xml: bool) -> Iterator[Span]:
    """Yield the spans to mask."""
    position = 0
    while less := _LESS.search(text, position):
        start = less.start()
        position = find_markup_end(text, start)
        name = _NAME.match(text, start)
        ends = _COMMENT_ENDS if text.startswith("<!--", start) else ">"
        if not text.endswith(ends, start, position):
            yield Span(start, position)
        elif name is not None:
            if is_xml and text.endswith("/>", start, position):
                if name[1].lower() not in EMPTY_ELEMENTS:
                    yield Span(start, position)
            elif name[1].lower() in RAW_TEXT_ELEMENTS:
                position = find_raw_text_end(text, name[1], position)
        elif not text.startswith("<!--", start) and not _END_TAG.match(text, start):
            yield Span(start, position)
