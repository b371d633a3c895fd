"""Passages: the runs of visible text that a rule with a scope looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plainlint.model import Block, BlockKind, Document, Section
from plainlint.prose import Piece, Prose
from plainlint.source import Span

_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """Visible text from `start` to `end` of a prose; `span` is where it stands in the source."""

    prose: Prose
    start: int
    end: int
    span: Span

    @property
    def text(self) -> str:
        """The passage as a reader sees it."""
        return self.prose.text[self.start : self.end]

    def place(self, start: int, end: int) -> Span:
        """Source span of a range of `text`."""
        return self.prose.span(self.start + start, self.start + end)


class Passages(NamedTuple):
    """The passages that a rule's pattern may match, for a check that sees them all at once."""

    all: tuple[Passage, ...]


def passages(document: Document, scopes: Iterable[str]) -> Iterator[Passage]:
    """The passages of all scopes that are named (see `SCOPES`), one scope after the other."""
    for scope in scopes:
        head, _, key = scope.partition(".")
        yield from _front_matter(document, key) if head == _HEAD else SCOPES[scope](document)


def is_scope(name: str) -> bool:
    """Whether a rule page may name this scope."""
    return name in SCOPES or (name.startswith(f"{_HEAD}.") and len(name) > len(_HEAD) + 1)


def _whole(prose: Prose, span: Span) -> Iterator[Passage]:
    if prose.text:
        yield Passage(prose, 0, len(prose.text), span)


def plain(text: str, span: Span) -> Iterator[Passage]:
    """A passage of text that is not prose: it is mapped as a whole where escapes stand in it."""
    if text:
        yield from _whole(Prose(text, (Piece(0, len(text), *span),)), span)


def _blocks(wanted: Callable[[Block], bool]) -> Callable[[Document], Iterator[Passage]]:
    return lambda document: (
        passage
        for block in document.blocks
        if wanted(block)
        for passage in _whole(block.prose, block.span)
    )


def _of_kind(kind: BlockKind) -> Callable[[Document], Iterator[Passage]]:
    return _blocks(lambda block: block.kind is kind and block.is_running_text)


def _of_level(level: int) -> Callable[[Document], Iterator[Passage]]:
    return _blocks(lambda block: block.level == level)


def _sentences(document: Document) -> Iterator[Passage]:
    return (Passage(each.prose, each.start, each.end, each.span) for each in document.sentences)


def _links(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        for link in block.links:
            if link.start < link.end:
                yield Passage(block.prose, link.start, link.end, link.span)


def omitted(document: Document, reason: str) -> Iterator[Passage]:
    """What of the text that is left out for a reason a reader sees."""
    for each in document.omissions:
        at = document.source.slice(each.span).find(each.text) if each.text else -1
        if each.reason == reason and at >= 0:
            start = each.span.start + at
            yield from plain(each.text, Span(start, start + len(each.text)))


def _raw(document: Document) -> Iterator[Passage]:
    text = document.source.text
    start = document.front_matter.span.end
    yield from plain(text[start:], Span(start, len(text)))


def _joined(blocks: Iterable[Block]) -> Iterator[Passage]:
    """One passage of the running text of several blocks."""
    pieces: list[Piece] = []
    texts: list[str] = []
    at = 0
    running = [block for block in blocks if block.is_running_text and block.text]
    for block in running:
        if pieces:
            pieces.append(Piece(at, at + len(_APART), pieces[-1].source_end, block.span.start))
            at += len(_APART)
        pieces += [
            each._replace(start=each.start + at, end=each.end + at) for each in block.prose.pieces
        ]
        texts.append(block.text)
        at += len(block.text)
    if running:
        span = Span(running[0].span.start, running[-1].span.end)
        yield from _whole(Prose(_APART.join(texts), tuple(pieces)), span)


def _sections(document: Document) -> Iterator[Passage]:
    for section in document.sections:
        yield from _joined(_without_heading(section))


def _without_heading(section: Section) -> tuple[Block, ...]:
    return section.blocks[1:] if section.heading else section.blocks


def _front_matter(document: Document, key: str) -> Iterator[Passage]:
    head = document.front_matter
    yield from plain(head.text(key), head.span_of(key))


_HEAD = "front matter"

# What a rule page may name under `scope`; `front matter.KEY` is the value of a key.
SCOPES: Mapping[str, Callable[[Document], Iterator[Passage]]] = {
    "text": _blocks(lambda block: block.is_running_text),
    "document": lambda document: _joined(document.blocks),
    "section": _sections,
    "sentence": _sentences,
    "heading": _blocks(lambda block: block.level > 0),
    **{f"heading {level}": _of_level(level) for level in range(1, 7)},
    "paragraph": _of_kind(BlockKind.PARAGRAPH),
    "list item": _of_kind(BlockKind.LIST_ITEM),
    "block quote": _of_kind(BlockKind.QUOTE),
    "table cell": _of_kind(BlockKind.TABLE_CELL),
    "footnote": _of_kind(BlockKind.FOOTNOTE),
    "link text": _links,
    "image text": lambda document: omitted(document, "image text"),
    "raw": _raw,
}
