"""Examples on rule pages: small documents with « » around what the rule must report."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from plainlint.core.audiences import AUDIENCES, DEFAULT_AUDIENCE
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Span
from plainlint.document.readers.markdown.markdown_it.blocks import get_markdown_reader
from plainlint.rulebook.page import Page

# A backslash makes them quotation marks of the text, as in Spanish.
_MARK = re.compile(r"(?<!\\)[«»]")
_QUOTATION_MARK = re.compile(r"\\([«»])")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


Spans: TypeAlias = tuple[Span, ...]


class Example(NamedTuple):
    """A document, and what a rule must report in it.

    Attributes:
        good: whether the rule must report nothing.
        audience: who the document is for, unless its front matter declares an audience.
        text: the document without « »; lone surrogates are bytes that are not UTF-8.
        expected: the spans that the rule must report.
        line: the line of the example in its page, from 1.
    """

    good: bool
    audience: str
    text: str
    expected: Spans
    line: int

    @property
    def kind(self) -> str:
        """`good` or `bad`, as on the fence."""
        return "good" if self.good else "bad"


def parse_examples(page: Page) -> Iterator[Example]:
    r"""Yield the examples of a page, in order: the fences marked `bad` or `good`.

    A fence can also name audiences, and then gives one example for each; without a name it is for
    `general`. In a fence marked `escaped`, `\x` and two digits stand for a byte. `\«` and `\»` are
    quotation marks of the document.

    Raises:
        PlainlintError: a « or » has no partner.
    """
    for token in get_markdown_reader().parse(page.body):
        words = token.info.split()
        if token.type != "fence" or not {"good", "bad"} & set(words):
            continue
        line = page.body_line + (token.map[0] if token.map else 0)
        marks = _MARK.findall(token.content)
        if marks != ["«", "»"] * marks.count("»"):
            raise PlainlintError(f"{page.path}:{line}: each « needs a » after it")
        text, expected = _extract_spans(token.content, escaped="escaped" in words)
        for audience in [word for word in words if word in AUDIENCES] or [DEFAULT_AUDIENCE]:
            yield Example("good" in words, audience, text, expected, line)


def mark_spans(text: str, spans: Spans) -> str:
    """Return the text with « » around the spans, as in examples; spans may overlap."""
    marks = sorted(
        mark
        for start, end in spans
        for mark in ([(start, 2, "«"), (end, 0, "»")] if start < end else [(start, 1, "«»")])
    )
    pieces, done = [], 0
    for offset, _, mark in marks:
        pieces += [_escape_marks(text[done:offset]), mark]
        done = offset
    return "".join([*pieces, _escape_marks(text[done:])])


def _escape_marks(text: str) -> str:
    return re.sub("[«»]", r"\\\g<0>", text)


def unmark_spans(marked_text: str) -> tuple[str, Spans]:
    """Return a text without its « », and the spans between them.

    Raises:
        PlainlintError: a « or » has no partner.
    """
    marks = _MARK.findall(marked_text)
    if marks != ["«", "»"] * marks.count("»"):
        raise PlainlintError("each « needs a » after it")
    return _extract_spans(marked_text, escaped=False)


def _extract_spans(marked_text: str, *, escaped: bool) -> tuple[str, Spans]:
    pieces = [_QUOTATION_MARK.sub(r"\1", piece) for piece in _MARK.split(marked_text)]
    if escaped:
        pieces = [_unescape_bytes(piece) for piece in pieces]
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    spans = zip(edges[1:-1:2], edges[2:-1:2], strict=True)
    return "".join(pieces), tuple(Span(start, end) for start, end in spans)


def _unescape_bytes(piece: str) -> str:
    data = _BYTE.sub(lambda match: bytes([int(match[1], 16)]), piece.encode())
    return data.decode("utf-8", errors="surrogateescape")
