"""What a reader of Markdown gives: blocks with their visible text, before anything is judged."""

from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import BlockKind, Container, Link, Omission
from plainlint.document.visible_text import Prose

# Deeper than any person nests, and shallow enough for Python's own limit on recursion.
MOST_NESTING = 100


class RawBlock(NamedTuple):
    """A block as it is read: all that is visible in it is prose, and nothing is a sentence yet.

    Code and hidden HTML have no prose. `omissions` are what no reader sees as text: images, code,
    comments. `level` is a heading's level, else 0.
    """

    kind: BlockKind
    level: int
    span: Span
    prose: Prose
    links: tuple[Link, ...]
    omissions: tuple[Omission, ...]
    inside: tuple[Container, ...]
