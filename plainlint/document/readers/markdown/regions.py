"""Stretches of a source that are syntax of a dialect, and what they mean for the text inside."""

from typing import NamedTuple

from plainlint.core.source import Span


class Region(NamedTuple):
    """A stretch of the source that is syntax.

    `is_value` says that it stands for words. `replacement` is what Markdown is to read in its
    place, and spaces up to its length; without one it is filler.
    """

    start: int
    end: int
    reason: str
    is_value: bool = False
    replacement: str = ""


class MarkedLink(NamedTuple):
    """A link in the syntax of a dialect: its span, that of its text, and its target."""

    span: Span
    text_span: Span
    target: str


class FoundSyntax(NamedTuple):
    """The syntax that is not bound to lines, by descending precedence.

    `pairs` are excluded with their inside, before syntax that is bound to lines. `notes` are the
    spans of footnotes that are written inside of a text.
    """

    pairs: tuple[Region, ...]
    regions: tuple[Region, ...]
    links: tuple[MarkedLink, ...]
    notes: tuple[Span, ...]
