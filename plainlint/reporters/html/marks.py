"""Marks: HTML elements around ranges of text, well nested even if the ranges overlap."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape
from typing import NamedTuple

from markupsafe import Markup, escape

from plainlint.core.text import make_printable


class Mark(NamedTuple):
    """An HTML element around the range `start` to `end` of a text.

    An element that overlaps another is split into parts.

    Attributes:
        tag: the name of the element.
        attributes: escaped attributes, each after a space.
        once: escaped attributes for the first part only, such as an id.
        last: escaped markup at the end of the last part.
        after: escaped markup after the last part, outside all other marks.
    """

    start: int
    end: int
    tag: str
    attributes: str = ""
    once: str = ""
    last: str = ""
    after: str = ""


def escape_text(text: str) -> Markup:
    """Escape text for HTML, and replace control characters."""
    return escape(make_printable(text))


def render_marks(
    text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None
) -> Markup:
    """Render the range `start` to `end` of a text as HTML, with its marks.

    An empty mark renders only its `after`. Of marks with the same start, the longer one is the
    outer; of marks with the same range, the first.
    """
    end = len(text) if end is None else end
    text = make_printable(text[start:end])
    opening: dict[int, list[Mark]] = {}
    following: dict[int, list[str]] = {}
    edges: set[int] = set()
    for mark in sorted(_cut_to_range(marks, start, end), key=lambda mark: (mark.start, -mark.end)):
        edges.update((mark.start, mark.end))
        if mark.start < mark.end:
            opening.setdefault(mark.start, []).append(mark)
        if mark.after:
            following.setdefault(mark.end, []).append(mark.after)
    open_marks: list[Mark] = []
    parts: list[str] = []
    position = start
    for edge in sorted(edges):
        if position < edge:
            parts.append(html_escape(text[position - start : edge - start], quote=False))
        parts += _render_edge(open_marks, opening.get(edge, ()), following.get(edge, ()), edge)
        position = edge
    parts.append(html_escape(text[position - start :], quote=False))
    # All parts are escaped here or by whoever made the mark.
    return Markup("".join(parts))  # noqa: S704


def _cut_to_range(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """Yield the marks that overlap a range, cut to it."""
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            yield mark
        elif mark.start < end and mark.end > start:
            yield mark._replace(start=max(mark.start, start), end=min(mark.end, end))


def _render_edge(
    open_marks: list[Mark], opening: Sequence[Mark], after: Sequence[str], edge: int
) -> list[str]:
    """Return the markup at an edge, and update `open_marks`.

    Closes all marks up to the outermost that ends here, and reopens those that continue.
    """
    ending = (index for index, mark in enumerate(open_marks) if mark.end == edge)
    lowest = 0 if after else next(ending, len(open_marks))
    closed = open_marks[lowest:]
    continuing = [mark for mark in closed if mark.end > edge]
    open_marks[lowest:] = [*continuing, *opening]
    return [
        *[mark.last * (mark.end == edge) + f"</{mark.tag}>" for mark in reversed(closed)],
        *after,
        *[f"<{mark.tag}{mark.attributes}>" for mark in continuing],
        *[f"<{mark.tag}{mark.attributes}{mark.once}>" for mark in opening],
    ]
