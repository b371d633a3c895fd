"""Passages: the runs of visible text that a rule with a scope looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import Block, BlockKind, Document, Section
from plainlint.document.visible_text import Piece, Prose

_APART = "\n\n"


class Passage(NamedTuple):
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
    """The passages that a rule's patterns may match, for a check that sees them all at once."""

    all: tuple[Passage, ...]


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


def _inside(*tags: str) -> Callable[[Document], Iterator[Passage]]:
    """The blocks in containers of these tags, however deep."""
    return _blocks(
        lambda block: block.is_running_text and any(each.tag in tags for each in block.inside)
    )


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


def front_matter(document: Document, key: str) -> Iterator[Passage]:
    """The value of a key of the front matter, if it is a text."""
    head = document.front_matter
    yield from plain(head.text(key), head.span_of(key))


# With a point and a key behind it, the scope of that key's value.
HEAD = "front-matter"

# The single names that a rule page may have under `scope`.
SCOPES: Mapping[str, Callable[[Document], Iterator[Passage]]] = {
    "text": _blocks(lambda block: block.is_running_text),
    "document": lambda document: _joined(document.blocks),
    "section": _sections,
    "sentence": _sentences,
    "heading": _blocks(lambda block: block.level > 0),
    **{f"heading-{level}": _of_level(level) for level in range(1, 7)},
    "paragraph": _blocks(lambda b: b.kind is BlockKind.PARAGRAPH and b.is_running_text),
    "list-item": _inside("li"),
    "block-quote": _inside("blockquote"),
    "table-cell": _inside("th", "td"),
    "footnote": _inside("aside"),
    "link-text": _links,
    "image-text": lambda document: omitted(document, "image text"),
    "raw": _raw,
}
