"""Syntax that opens and never closes, so that text below it is taken for something else."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainlint.core.formats import HTML, MARKDOWN
from plainlint.core.source import Span
from plainlint.document.model import Block, BlockKind, Document, ExcludedText, ExclusionReason
from plainlint.document.readers.markdown.dialects import CONTAINER, TEMPLATE
from plainlint.document.visible_text import OBJECT


class Unclosed(NamedTuple):
    """Syntax that is not closed.

    Attributes:
        span: the mark that opens it.
        part: what it is, in a writer's words, such as "block of code".
        closing: what must be typed to close it.
    """

    span: Span
    part: str
    closing: str


def find_unclosed(document: Document) -> list[Unclosed]:
    """Return the syntax of a document that is not closed, in text order."""
    if document.source.problem or document.source.format not in (MARKDOWN, HTML):
        return []
    if document.source.format == HTML:
        return list(_find_html(document))
    return sorted(
        [
            *_find_code(document),
            *_find_html(document),
            *_find_shown_marks(document),
            *_find_directives(document),
            *_find_template_blocks(document),
        ]
    )


_CODE_LINE = re.compile(
    r"(?P<prefix>(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*)(?P<run>`{3,}|~{3,})(?P<rest>.*)"
)
_INFO = re.compile(r"[ \t]*[\w{.][^`]*")
# Indented by this much, a fence is itself code.
_CODE_INDENT = 4


def _find_code(document: Document) -> Iterator[Unclosed]:
    """Yield fences without an end, and fences in which another one opens.

    A block of code that shows another needs a longer fence, so the outer one was not closed.
    """
    for block in document.blocks:
        if block.kind is not BlockKind.CODE:
            continue
        opening, *lines = document.source.slice(block.span).splitlines()
        fence = _CODE_LINE.fullmatch(opening)
        if fence is None or _is_indented(fence["prefix"], block):
            continue
        limit = _measure(fence["prefix"]) + _CODE_INDENT
        inner = [
            line
            for line in map(_CODE_LINE.fullmatch, lines)
            if line and line["run"].startswith(fence["run"]) and _measure(line["prefix"]) < limit
        ]
        is_closed = bool(inner and inner[-1].string is lines[-1] and not inner[-1]["rest"].strip())
        if not is_closed or any(_INFO.fullmatch(line["rest"]) for line in inner):
            start = block.span.start
            span = Span(start + fence.start("run"), start + fence.end("run"))
            yield Unclosed(span, "block of code", fence["run"])


def _measure(prefix: str) -> int:
    """Return the width of the text before a fence, in columns."""
    return len(prefix.expandtabs(_CODE_INDENT))


def _is_indented(prefix: str, block: Block) -> bool:
    """Check whether the line with this prefix is in a block of code by its indentation."""
    in_list = any(container.tag == "li" for container in block.containers)
    return not in_list and _measure(prefix.rpartition(">")[2]) >= _CODE_INDENT


_HTML = re.compile(r"<!--|<(?P<name>script|style|pre|textarea)(?=[\s>])[^<>\r\n]*>?", re.IGNORECASE)
_COMMENT_IN_COMMENT = re.compile(r"\n[ \t>]*\r?\n[ \t>]*<!--")


def _find_html(document: Document) -> Iterator[Unclosed]:
    """Yield comments and elements of raw HTML that take in the rest of the text.

    A comment in which another one opens below a blank line was not closed either.
    """
    text = document.source.text
    matches = list(_HTML.finditer(text)) if "<" in text else []
    if not matches:
        return
    hidden = _Spans(
        [
            document.front_matter.span,
            *(block.span for block in document.blocks if block.kind is BlockKind.CODE),
            # A comment inside text that is closed is among these.
            *(part.span for part in document.excluded_texts),
        ]
    )
    visible = _get_visible_spans(document)
    whole = _Spans(
        block.span
        for block in document.blocks
        if block.kind is BlockKind.HTML and block.exclusion_reason is ExclusionReason.NO_TEXT
    )
    done = 0
    for match in matches:
        start, name = match.start(), match["name"]
        around = hidden.find(start)
        # A script or style sheet is hidden from its own tag on.
        is_whole = around is not None and name is not None and around.start == start
        if start < done or (around and not is_whole):
            continue
        span = Span(*match.span())
        closing = f"</{name}>" if name else "-->"
        part = f"<{name}> part" if name else "comment"
        if visible.find(start):
            # A comment is text if it is escaped, or does not end in its paragraph.
            if not name and text[start - 1 : start] != "\\":
                yield Unclosed(span, part, closing)
            continue
        block = around if is_whole else whole.find(start)
        # A block that opens with it ends with it, or with the list or quote around the block.
        is_first = block is not None and not text[block.start : start].strip()
        last = block.end if block and is_first else len(text)
        # `<!-->` is a whole comment.
        first = match.end() if name else start + len("<!")
        end = re.compile(re.escape(closing), re.IGNORECASE).search(text, first, last)
        done = end.end() if end else last
        inner = None if name else _COMMENT_IN_COMMENT.search(text, match.end(), done)
        if end is None or inner:
            yield Unclosed(span, part, closing)


class _Spans:
    """Disjoint spans, to look up the one around an offset."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(span for span in spans if span.start < span.end)

    def find(self, offset: int) -> Span | None:
        """Return the span around an offset."""
        index = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        return self._spans[index] if index >= 0 and offset < self._spans[index].end else None


def _get_visible_spans(document: Document) -> _Spans:
    return _Spans(
        Span(piece.source_start, piece.source_end)
        for block in document.blocks
        for piece in block.prose.pieces
        if block.prose.text[piece.start : piece.end] != OBJECT
    )


# What opens a formula or a comment.
_SHOWN_MARKS = (
    ("$$", re.compile(r"^[ \t>]*(?P<mark>\$\$)[ \t]*\r?$", re.MULTILINE), "formula", "$$"),
    ("%%", re.compile(r"^[ \t>]*(?P<mark>%%)[ \t]*\r?$", re.MULTILINE), "comment", "%%"),
    ("{/*", re.compile(r"(?<![\\{])(?P<mark>\{/\*)"), "comment", "*/}"),
)


def _find_shown_marks(document: Document) -> Iterator[Unclosed]:
    """Yield the marks of formulas and comments that are shown as text, as they have no end."""
    text = document.source.text
    for sign, pattern, part, closing in _SHOWN_MARKS:
        if sign not in text:
            continue
        visible = _get_visible_spans(document)
        for match in pattern.finditer(text):
            has_end = text.find(closing, match.end()) >= 0
            if not has_end and visible.find(match.start("mark")):
                yield Unclosed(Span(*match.span("mark")), part, closing)


_DIRECTIVE = re.compile(r"(?P<run>`{3,}|~{3,}|:{3,})[ \t]*(?P<name>\{[\w:-]+\})?(?P<rest>.*)")


def _find_directives(document: Document) -> Iterator[Unclosed]:
    """Yield the fences of directives that are not closed."""
    open_fences: list[tuple[Span, str, str]] = []
    for excluded in _select_excluded(document, CONTAINER):
        directive = _DIRECTIVE.fullmatch(excluded.text)
        if directive and directive["name"]:
            open_fences.append((excluded.span, directive["run"], directive["name"]))
        elif directive and not directive["rest"].strip():
            closed = (
                fence for fence in reversed(open_fences) if directive["run"].startswith(fence[1])
            )
            if fence := next(closed, None):
                del open_fences[open_fences.index(fence) :]
    for span, run, name in open_fences:
        yield Unclosed(span, f"{name} block", run)


def _select_excluded(document: Document, reason: str) -> list[ExcludedText]:
    return sorted(part for part in document.excluded_texts if part.reason == reason)


# Tags whose inside is not text of the page, or is shown as it is, up to their end.
_TEMPLATE_TAG = re.compile(
    r"(?P<mark>\{%-?|\{\{[<%])\s*(?P<end>end|/\s*)?"
    r"(?P<name>comment|raw|verbatim|highlight|mermaid|schema|javascript|stylesheet|(?<=end))(?!\w)"
    r"(?:[^{}/]|/(?!\s*[>%]))*\}+"
)


def _find_template_blocks(document: Document) -> Iterator[Unclosed]:
    """Yield the tags of Liquid, Jinja and Hugo that open a block without an end."""
    open_tags: list[tuple[Span, str, str]] = []
    for excluded in _select_excluded(document, TEMPLATE):
        tag = _TEMPLATE_TAG.fullmatch(excluded.text)
        if tag is None:
            continue
        opening, closing = _format_tags(tag["mark"], tag["name"])
        if not tag["end"]:
            open_tags.append((excluded.span, opening, closing))
            continue
        # Zola's `end` has no name.
        closed = (
            opened for opened in reversed(open_tags) if opened[2] == closing or not tag["name"]
        )
        if opened := next(closed, None):
            del open_tags[open_tags.index(opened) :]
    for span, opening, closing in open_tags:
        yield Unclosed(span, f"{opening} block", closing)


def _format_tags(mark: str, name: str) -> tuple[str, str]:
    """Return the tags that open and end a block, without settings."""
    if mark.startswith("{%"):
        return f"{{% {name} %}}", f"{{% end{name} %}}"
    end = ">}}" if mark == "{{<" else "%}}"
    return f"{mark} {name} {end}", f"{mark} /{name} {end}"
