"""The containers that a reader of Markdown stands in: lists, items, quotes, tables, footnotes."""

from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import BlockKind, Container, ExcludedText, Link
from plainlint.document.visible_text import VisibleText

# Deeper than any person nests, and shallow enough for Python's own limit on recursion.
MAXIMUM_NESTING = 100


class RawBlock(NamedTuple):
    """A block as it is read: all that is visible in it is prose, and nothing is a sentence yet.

    Code and hidden HTML have no prose. `omissions` are what no reader sees as text: images, code,
    comments. `level` is a heading's level, else 0.
    """

    kind: BlockKind
    level: int
    span: Span
    prose: VisibleText
    links: tuple[Link, ...]
    excluded_texts: tuple[ExcludedText, ...]
    containers: tuple[Container, ...]


_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "aside": BlockKind.FOOTNOTE,
    "th": BlockKind.TABLE_CELL,
    "td": BlockKind.TABLE_CELL,
}


class ContainerStack:
    """What is open at one place of a document, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Container] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self._number = self._column = 0

    @property
    def kind(self) -> BlockKind:
        """What text is that stands here and is no heading."""
        return self._kinds[-1]

    @property
    def containers(self) -> tuple[Container, ...]:
        """The containers around this place."""
        return tuple(self._open)

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._open)

    def enter(self, tag: str) -> None:
        """Into a container, named by the HTML element for it."""
        if tag in {"th", "td"}:
            self._open.append(Container(tag, self._column))
            self._column += 1
        else:
            self._number += 1
            self._column = 0
            self._open.append(Container(tag, self._number))
        self._kinds.append(_KINDS.get(tag, self._kinds[-1]))

    def leave(self) -> None:
        """Out of the container that was entered last."""
        self._open.pop()
        self._kinds.pop()
