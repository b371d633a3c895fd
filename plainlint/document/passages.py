"""Passages: the runs of visible text that a rule with a scope looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import Block, BlockKind, Document, Section
from plainlint.document.visible_text import Piece, VisibleText

_BLOCK_SEPARATOR = "\n\n"


class Passage(NamedTuple):
    """Visible text from `start` to `end` of a prose; `span` is where it stands in the source."""

    prose: VisibleText
    start: int
    end: int
    span: Span

    @property
    def text(self) -> str:
        """The passage as a reader sees it."""
        return self.prose.text[self.start : self.end]

    def get_span(self, start: int, end: int) -> Span:
        """Source span of a range of `text`."""
        return self.prose.get_span(self.start + start, self.start + end)


class CandidatePassages(NamedTuple):
    """The passages that a rule's patterns may match, for a check that sees them all at once."""

    all: tuple[Passage, ...]


def _make_whole_passage(prose: VisibleText, span: Span) -> Iterator[Passage]:
    if prose.text:
        yield Passage(prose, 0, len(prose.text), span)


def make_plain_passage(text: str, span: Span) -> Iterator[Passage]:
    """A passage of text that is not prose: it is mapped as a whole where escapes stand in it."""
    if text:
        yield from _make_whole_passage(VisibleText(text, (Piece(0, len(text), *span),)), span)


def _select_blocks(wanted: Callable[[Block], bool]) -> Callable[[Document], Iterator[Passage]]:
    return lambda document: (
        passage
        for block in document.blocks
        if wanted(block)
        for passage in _make_whole_passage(block.prose, block.span)
    )


def _select_by_container(*tags: str) -> Callable[[Document], Iterator[Passage]]:
    """The blocks in containers of these tags, however deep."""
    return _select_blocks(
        lambda block: block.is_running_text and any(each.tag in tags for each in block.containers)
    )


def _select_by_level(level: int) -> Callable[[Document], Iterator[Passage]]:
    return _select_blocks(lambda block: block.level == level)


def _iter_sentences(document: Document) -> Iterator[Passage]:
    return (Passage(each.prose, each.start, each.end, each.span) for each in document.sentences)


def _iter_link_texts(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        for link in block.links:
            if link.start < link.end:
                yield Passage(block.prose, link.start, link.end, link.span)


def iter_excluded(document: Document, reason: str) -> Iterator[Passage]:
    """What of the text that is left out for a reason a reader sees."""
    for each in document.excluded_texts:
        at = document.source.slice(each.span).find(each.text) if each.text else -1
        if each.reason == reason and at >= 0:
            start = each.span.start + at
            yield from make_plain_passage(each.text, Span(start, start + len(each.text)))


def _take_raw_text(document: Document) -> Iterator[Passage]:
    text = document.source.text
    start = document.front_matter.span.end
    yield from make_plain_passage(text[start:], Span(start, len(text)))


def _join_blocks(blocks: Iterable[Block]) -> Iterator[Passage]:
    """One passage of the running text of several blocks."""
    pieces: list[Piece] = []
    texts: list[str] = []
    at = 0
    running = [block for block in blocks if block.is_running_text and block.text]
    for block in running:
        if pieces:
            pieces.append(
                Piece(at, at + len(_BLOCK_SEPARATOR), pieces[-1].source_end, block.span.start)
            )
            at += len(_BLOCK_SEPARATOR)
        pieces += [
            each._replace(start=each.start + at, end=each.end + at) for each in block.prose.pieces
        ]
        texts.append(block.text)
        at += len(block.text)
    if running:
        span = Span(running[0].span.start, running[-1].span.end)
        yield from _make_whole_passage(
            VisibleText(_BLOCK_SEPARATOR.join(texts), tuple(pieces)), span
        )


def _iter_sections(document: Document) -> Iterator[Passage]:
    for section in document.sections:
        yield from _join_blocks(_drop_heading(section))


def _drop_heading(section: Section) -> tuple[Block, ...]:
    return section.blocks[1:] if section.heading else section.blocks


def find_front_matter_value(document: Document, key: str) -> Iterator[Passage]:
    """The value of a key of the front matter, if it is a text."""
    head = document.front_matter
    yield from make_plain_passage(head.get_text(key), head.get_span(key))


# With a point and a key behind it, the scope of that key's value.
FRONT_MATTER_SCOPE = "front-matter"

# The single names that a rule page may have under `scope`.
SCOPES: Mapping[str, Callable[[Document], Iterator[Passage]]] = {
    "text": _select_blocks(lambda block: block.is_running_text),
    "document": lambda document: _join_blocks(document.blocks),
    "section": _iter_sections,
    "sentence": _iter_sentences,
    "heading": _select_blocks(lambda block: block.level > 0),
    **{f"heading-{level}": _select_by_level(level) for level in range(1, 7)},
    "paragraph": _select_blocks(lambda b: b.kind is BlockKind.PARAGRAPH and b.is_running_text),
    "list-item": _select_by_container("li"),
    "block-quote": _select_by_container("blockquote"),
    "table-cell": _select_by_container("th", "td"),
    "footnote": _select_by_container("aside"),
    "link-text": _iter_link_texts,
    "image-text": lambda document: iter_excluded(document, "image text"),
    "raw": _take_raw_text,
}
