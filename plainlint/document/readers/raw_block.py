"""What readers produce: a raw document of raw blocks, and the containers around them."""

from collections.abc import Sequence
from typing import NamedTuple

from plainlint.core.source import NOWHERE, Source, Span
from plainlint.document.model import BlockKind, Container, ExcludedText, FrontMatter, Link
from plainlint.document.visible_text import VisibleText

# Deeper than anyone nests by hand, and within Python's recursion limit.
MAXIMUM_NESTING = 100


class RawBlock(NamedTuple):
    """A block before scoring: all its visible text is prose, not yet split into sentences.

    Code and hidden HTML have no prose. `excluded_texts` are images, code and comments. `level` is
    a heading's level, else 0. `language` is the one that markup declares for it, else empty.
    """

    kind: BlockKind
    level: int
    span: Span
    prose: VisibleText
    links: tuple[Link, ...]
    excluded_texts: tuple[ExcludedText, ...]
    containers: tuple[Container, ...]
    language: str = ""


class RawBlocks(NamedTuple):
    """The blocks of a text.

    Attributes:
        blocks: the blocks, in source order.
        start: where the text starts, a code point of the source.
        containers: the highest number of a container.
        is_divisible: whether none of its blocks is hidden by an element that another one opens.
    """

    blocks: list[RawBlock]
    start: int
    containers: int
    is_divisible: bool = True


NO_FRONT_MATTER = FrontMatter({}, NOWHERE, NOWHERE)


class RawDocument(NamedTuple):
    """What the reader of a format makes of a source: the same for all formats.

    Attributes:
        source: the source; with a problem if it could be read only in part.
        front_matter: what the document declares of itself, with places.
        blocks: its blocks in reading order.
        excluded_texts: parts that belong to no block, with the reason why they are not scored.
        parts: what its reader needs to read only a part of it again after an edit; else None.
    """

    source: Source
    front_matter: FrontMatter
    blocks: Sequence[RawBlock]
    excluded_texts: tuple[ExcludedText, ...] = ()
    parts: RawBlocks | None = None


_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "aside": BlockKind.FOOTNOTE,
    "th": BlockKind.TABLE_CELL,
    "td": BlockKind.TABLE_CELL,
}


class HiddenElement(NamedTuple):
    """An open element of raw HTML whose text is not prose.

    `start` is its source offset, `depth` how many elements of this name are open in it, with it.
    """

    tag: str
    reason: str
    start: int
    depth: int


class ContainerStack:
    """The open containers at one position in a document, the outermost first.

    `hidden` is the open element of HTML that hides the blocks in it, if there is one;
    `hidden_texts` are the elements that are closed. `number` is that of the last container that is
    not a cell.
    """

    def __init__(self, number: int = 0) -> None:
        self.hidden: HiddenElement | None = None
        self.hidden_texts: list[ExcludedText] = []
        self._open: list[Container] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self.number, self._column = number, 0

    @property
    def kind(self) -> BlockKind:
        """The kind of a block at this position that is not a heading."""
        return self._kinds[-1]

    @property
    def containers(self) -> tuple[Container, ...]:
        """The containers around this position."""
        return tuple(self._open)

    @property
    def depth(self) -> int:
        """The number of open containers."""
        return len(self._open)

    def enter(self, tag: str) -> None:
        """Enter a container, named by its HTML element."""
        if tag in {"th", "td"}:
            self._open.append(Container(tag, self._column))
            self._column += 1
        else:
            self.number += 1
            self._column = 0
            self._open.append(Container(tag, self.number))
        self._kinds.append(_KINDS.get(tag, self._kinds[-1]))

    def leave(self) -> None:
        """Leave the innermost container."""
        self._open.pop()
        self._kinds.pop()
