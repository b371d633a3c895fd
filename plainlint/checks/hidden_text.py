"""Checks of text that markup hides by mistake: what never closes, and text that reads as code."""

import re
from collections.abc import Iterator

from plainlint.checks import Hit, check
from plainlint.core.source import Source, Span
from plainlint.document.model import Block, BlockKind, Document
from plainlint.document.unclosed import find_unclosed


@check
def unclosed(document: Document) -> Iterator[Hit]:
    """Report blocks of code, comments and the like that open and never close.

    Message:
        part: what it is, such as `block of code`.
        closing: what must be typed to close it.
    """
    for opened in find_unclosed(document):
        yield Hit(opened.span, {"part": opened.part, "closing": opened.closing})


# Links and emphasis in the source of a text, with what a reader would see.
_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)|\*\*|(?<!\w)[*_]|[*_](?!\w)")
_SENTENCE = re.compile(r"[\"'“‘(]?[A-ZÀ-Þ][^=<>{}\[\]\\/|_$;`~^@#*&+]*[.!?…][\"'”’)]*")


@check
def indented_text(block: Block, source: Source, *, fewest_words: int) -> Iterator[Hit]:
    """Report sentences that are code only because they are indented; the hit is their first line.

    Args:
        fewest_words: how many words there must be.

    Message:
        words: how many words there are.

    Example:
        fewest_words: 3
        ---
        - Wash your hands.

              «Dry them well.»
    """
    if block.kind is not BlockKind.CODE:
        return
    lines = source.slice(block.span).splitlines()
    text = " ".join(line.lstrip(" \t>").rstrip() for line in lines)
    words = len(text.split())
    if words >= fewest_words and _SENTENCE.fullmatch(_MARKUP.sub(r"\1", text).strip()):
        start = block.span.start + len(lines[0]) - len(lines[0].lstrip(" \t>"))
        yield Hit(Span(start, block.span.start + len(lines[0].rstrip())), {"words": words})
