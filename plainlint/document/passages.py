"""Passages: the runs of visible text that a rule with a scope looks at."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import Block, BlockKind, Document
from plainlint.document.visible_text import OBJECT, Piece, VisibleText

_NOT_LINE_END = re.compile(r"[^\r\n]")
_BLOCK_SEPARATOR = "\n\n"


class Passage(NamedTuple):
    """The visible text from `start` to `end` of `prose`; `span` is its source span."""

    prose: VisibleText
    start: int
    end: int
    span: Span

    @property
    def text(self) -> str:
        """The passage as a reader sees it."""
        return self.prose.text[self.start : self.end]

    def get_span(self, start: int, end: int) -> Span:
        """Return the source span of a range of `text`."""
        return self.prose.get_span(self.start + start, self.start + end)


class CandidatePassages(NamedTuple):
    """The passages that a rule's patterns may match, for a check that needs all of them at once."""

    all: tuple[Passage, ...]


def _make_whole_passage(prose: VisibleText, span: Span) -> Iterator[Passage]:
    if prose.text:
        yield Passage(prose, 0, len(prose.text), span)


def make_plain_passage(text: str, span: Span) -> Iterator[Passage]:
    """Yield the passage of a text that is not prose; one with escapes is mapped as a whole."""
    if text:
        yield from _make_whole_passage(VisibleText(text, (Piece(0, len(text), *span),)), span)


def _select_blocks(is_wanted: Callable[[Block], bool]) -> Callable[[Document], Iterator[Passage]]:
    return lambda document: (
        passage
        for block in document.blocks
        if is_wanted(block)
        for passage in _make_whole_passage(block.prose, block.span)
    )


def _select_by_container(*tags: str) -> Callable[[Document], Iterator[Passage]]:
    """Select the blocks in containers of these tags, however deep."""
    return _select_blocks(
        lambda block: (
            block.is_running_text and any(container.tag in tags for container in block.containers)
        )
    )


def _select_by_level(level: int) -> Callable[[Document], Iterator[Passage]]:
    return _select_blocks(lambda block: block.level == level)


def _iter_sentences(document: Document) -> Iterator[Passage]:
    return (
        Passage(sentence.prose, sentence.start, sentence.end, sentence.span)
        for sentence in document.sentences
    )


def _iter_link_texts(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        for link in block.links:
            if link.start < link.end:
                yield Passage(block.prose, link.start, link.end, link.span)


def iter_excluded(document: Document, reason: str) -> Iterator[Passage]:
    """Yield the visible parts of the text that is excluded for this reason."""
    for excluded in document.excluded_texts:
        text, span = excluded.text, excluded.span
        offset = document.source.slice(span).find(text) if text else -1
        if excluded.reason == reason and offset >= 0:
            start = span.start + offset
            yield from make_plain_passage(text, Span(start, start + len(text)))


def _take_raw_text(document: Document) -> Iterator[Passage]:
    text = document.source.text
    start = document.front_matter.span.end
    yield from make_plain_passage(text[start:], Span(start, len(text)))


# Why text is excluded that is not shown to readers as it is written.
_CODE_REASON = re.compile("code|comment|script|template|formula")


def _take_markup(document: Document) -> Iterator[Passage]:
    """Take the raw text with code and comments filled in, so that no pattern matches them."""
    spans = [
        block.span
        for block in document.blocks
        if block.kind is BlockKind.CODE or (block.kind is BlockKind.HTML and not block.text)
    ]
    spans += [
        excluded.span
        for excluded in document.excluded_texts
        if _CODE_REASON.search(excluded.reason.lower())
    ]
    text = document.source.text
    parts = []
    done = start = document.front_matter.span.end
    for span in sorted(spans):
        if span.start >= done:
            parts += [
                text[done : span.start],
                _NOT_LINE_END.sub(OBJECT, document.source.slice(span)),
            ]
            done = span.end
    yield from make_plain_passage("".join([*parts, text[done:]]), Span(start, len(text)))


def _join_blocks(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Join the running text of several blocks into one passage."""
    pieces: list[Piece] = []
    texts: list[str] = []
    note_marks: list[int] = []
    length = 0
    running = [block for block in blocks if block.is_running_text and block.text]
    for block in running:
        if pieces:
            pieces.append(
                Piece(
                    length,
                    length + len(_BLOCK_SEPARATOR),
                    pieces[-1].source_end,
                    block.span.start,
                )
            )
            length += len(_BLOCK_SEPARATOR)
        pieces += [
            Piece(start + length, end + length, source_start, source_end)
            for start, end, source_start, source_end in block.prose.pieces
        ]
        note_marks += [mark + length for mark in block.prose.note_marks]
        texts.append(block.text)
        length += len(block.text)
    if running:
        span = Span(running[0].span.start, running[-1].span.end)
        yield from _make_whole_passage(
            VisibleText(_BLOCK_SEPARATOR.join(texts), tuple(pieces), note_marks=tuple(note_marks)),
            span,
        )


def _iter_sections(document: Document) -> Iterator[Passage]:
    for section in document.sections:
        yield from _join_blocks(section.blocks[1:] if section.heading else section.blocks)


def find_front_matter_value(document: Document, key: str) -> Iterator[Passage]:
    """Yield the value of a front-matter key, if it is a string in the document itself."""
    head = document.front_matter
    if not head.is_inherited(key):
        yield from make_plain_passage(head.get_text(key), head.get_span(key))


# Followed by a point and a key, the scope of that key's value.
FRONT_MATTER_SCOPE = "front-matter"

# The scope names that a rule page may use.
SCOPES: Mapping[str, Callable[[Document], Iterator[Passage]]] = {
    "text": _select_blocks(lambda block: block.is_running_text),
    "document": lambda document: _join_blocks(document.blocks),
    "section": _iter_sections,
    "sentence": _iter_sentences,
    "heading": _select_blocks(lambda block: block.level > 0),
    **{f"heading-{level}": _select_by_level(level) for level in range(1, 7)},
    "paragraph": _select_blocks(
        lambda block: block.kind is BlockKind.PARAGRAPH and block.is_running_text
    ),
    "list-item": _select_by_container("li"),
    "block-quote": _select_by_container("blockquote"),
    "table-cell": _select_by_container("th", "td"),
    "footnote": _select_by_container("aside"),
    "link-text": _iter_link_texts,
    "image-text": lambda document: iter_excluded(document, "image text"),
    "raw": _take_raw_text,
    "markup": _take_markup,
}

# The scopes whose passages each lie in one block, whatever is in the others.
BLOCK_SCOPES = frozenset(SCOPES) - {"document", "section", "image-text", "raw", "markup"}
