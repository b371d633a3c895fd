"""Marks: elements around ranges of a text, nested rightly even where the ranges cross."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape
from typing import NamedTuple

from markupsafe import Markup, escape

from plainlint.core.text import make_printable


class Mark(NamedTuple):
    """An element around the range `start` to `end` of a text.

    Attributes:
        tag: the element's name.
        attributes: its attributes as finished markup, a space before each.
        once: further attributes that only its first part may have, such as an id.
        last: finished markup at the end of its last part.
        after: finished markup that follows its last part and stands inside no other mark.
    """

    start: int
    end: int
    tag: str
    attributes: str = ""
    once: str = ""
    last: str = ""
    after: str = ""


def escape_text(text: str) -> Markup:
    """Text as HTML shows it: no markup, no control characters."""
    return escape(make_printable(text))


def render_marks(
    text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None
) -> Markup:
    """The range `start` to `end` of a text as HTML, with its marks.

    A mark of no length shows only what it puts `after` itself. Of marks with the same start the
    longer one is outside; of equal ones, the first.
    """
    end = len(text) if end is None else end
    text = make_printable(text[start:end])
    opening: dict[int, list[Mark]] = {}
    following: dict[int, list[str]] = {}
    edges: set[int] = set()
    for mark in sorted(_cut_to_range(marks, start, end), key=lambda each: (each.start, -each.end)):
        edges.update((mark.start, mark.end))
        if mark.start < mark.end:
            opening.setdefault(mark.start, []).append(mark)
        if mark.after:
            following.setdefault(mark.end, []).append(mark.after)
    open_marks: list[Mark] = []
    parts: list[str] = []
    at = start
    for edge in sorted(edges):
        if at < edge:
            parts.append(html_escape(text[at - start : edge - start], quote=False))
        parts += _render_edge(open_marks, opening.get(edge, ()), following.get(edge, ()), edge)
        at = edge
    parts.append(html_escape(text[at - start :], quote=False))
    # All parts are escaped, or finished markup of a mark.
    return Markup("".join(parts))  # noqa: S704


def _cut_to_range(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """The marks that touch a range, cut to it."""
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            yield mark
        elif mark.start < end and mark.end > start:
            yield mark._replace(start=max(mark.start, start), end=min(mark.end, end))


def _render_edge(
    open_marks: list[Mark], opening: Sequence[Mark], after: Sequence[str], edge: int
) -> list[str]:
    """The markup at an edge; `open_marks` is brought up to date.

    All marks down to the outermost that ends here are closed, and those that go on opened again.
    """
    ending = (index for index, mark in enumerate(open_marks) if mark.end == edge)
    lowest = 0 if after else next(ending, len(open_marks))
    closed = open_marks[lowest:]
    going_on = [mark for mark in closed if mark.end > edge]
    open_marks[lowest:] = [*going_on, *opening]
    return [
        *[mark.last * (mark.end == edge) + f"</{mark.tag}>" for mark in reversed(closed)],
        *after,
        *[f"<{mark.tag}{mark.attributes}>" for mark in going_on],
        *[f"<{mark.tag}{mark.attributes}{mark.once}>" for mark in opening],
    ]
