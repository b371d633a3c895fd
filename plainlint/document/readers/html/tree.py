"""A page as a tree whose elements, texts and comments know their places in the source.

justhtml builds the tree as browsers do, whatever is wrong with the markup, and gives the offset
where each node begins. Here each node gets its end, and each text the source of its characters.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from justhtml import JustHTML

from plainlint.core.source import NOWHERE, Span
from plainlint.document.readers.html.markup import (
    DECODED_ELEMENTS,
    EMPTY_ELEMENTS,
    RAW_TEXT_ELEMENTS,
    Segment,
    align_text,
    find_end_tag,
    find_markup_end,
    find_raw_text_end,
)

Node: TypeAlias = "Element | Text | Comment"


class Text(NamedTuple):
    """A text: its parts with their places."""

    segments: Sequence[Segment]

    @property
    def span(self) -> Span:
        """Where it is in the source."""
        return Span(self.segments[0].start, max(segment.end for segment in self.segments))


class Comment(NamedTuple):
    """A comment, or another declaration that is not shown."""

    span: Span


class Element(NamedTuple):
    """An element.

    Attributes:
        name: its name in lower case; `#document` for the whole page.
        attributes: its attributes, decoded, by lower-case name.
        span: from its start tag to its end tag; empty if it has neither tags nor content.
        inner: what is between its tags.
        children: the nodes in it.
        has_tag: whether its start tag is in the source; the parser adds some that are not.
    """

    name: str
    attributes: Mapping[str, str]
    span: Span
    inner: Span
    children: tuple[Node, ...]
    has_tag: bool

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the element and all nodes in it, in the order of the tree."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Element):
                stack += reversed(node.children)

    def iter_elements(self, *names: str) -> Iterator["Element"]:
        """Yield the elements of these names in it, the element itself among them."""
        for node in self.iter_nodes():
            if isinstance(node, Element) and node.name in names:
                yield node

    def get_text(self) -> str:
        """Return all text in it."""
        return "".join(
            segment.text
            for node in self.iter_nodes()
            if isinstance(node, Text)
            for segment in node.segments
        )


def read_tree(text: str) -> Element:
    """Read a page or a fragment."""
    first = int(text.startswith("\ufeff"))
    root = JustHTML(text, track_node_locations=True, sanitize=False).root
    return _TreeReader(text, first).read(root)


class _Frame:
    """An element whose children are being read."""

    def __init__(self, node: Any, start: int | None, inner_start: int) -> None:
        self.node = node
        self.start = start
        self.inner_start = inner_start
        self.children: list[Node] = []
        content = getattr(node, "template_content", None)
        self.pending = iter(
            (*(node.children or ()), *((content.children or ()) if content else ()))
        )


class _TreeReader:
    """One pass over the parser's tree, without recursion: pages can be nested thousands deep."""

    def __init__(self, text: str, shift: int) -> None:
        self.text = text
        # The parser does not count a byte-order mark.
        self.shift = shift
        self.starts: frozenset[int] = frozenset()

    def read(self, root: Any) -> Element:
        self.starts = frozenset(self._find_text_starts(root))
        stack = [_Frame(root, None, 0)]
        while True:
            frame = stack[-1]
            node = next(frame.pending, None)
            if node is None:
                element = self._close(frame)
                stack.pop()
                if not stack:
                    return element
                stack[-1].children.append(element)
            elif node.name == "#text":
                frame.children += self._read_text(node, _get_html_name(frame.node))
            elif node.name.startswith(("#", "!")):
                frame.children += self._read_comment(node)
            else:
                start = self._find_start(node)
                end = 0 if start is None else find_markup_end(self.text, start)
                stack.append(_Frame(node, start, end))

    def _find_text_starts(self, root: Any) -> Iterator[int]:
        """Yield where the texts that are not blank begin."""
        stack = [root]
        while stack:
            node = stack.pop()
            if node.name == "#text":
                start = self._find_start(node)
                if start is not None and not (node.data or "").isspace():
                    yield start
                continue
            stack += node.children or ()
            if content := getattr(node, "template_content", None):
                stack.append(content)

    def _find_start(self, node: Any) -> int | None:
        start: int | None = node.origin_offset
        return None if start is None else start + self.shift

    def _read_text(self, node: Any, parent: str) -> Iterator[Text]:
        start = self._find_start(node)
        if start is None or not node.data:
            return
        if parent in RAW_TEXT_ELEMENTS and parent not in DECODED_ELEMENTS:
            end = find_raw_text_end(self.text, parent, start)
            yield Text([Segment(self.text[start:end], start, end)])
            return
        has_tags = parent not in DECODED_ELEMENTS
        segments = align_text(node.data, self.text, start, self.starts, has_tags=has_tags)
        if segments:
            yield Text(segments)

    def _read_comment(self, node: Any) -> Iterator[Comment]:
        start = self._find_start(node)
        if start is not None:
            yield Comment(Span(start, find_markup_end(self.text, start)))

    def _close(self, frame: _Frame) -> Element:
        """Return the element of a frame whose children are all read."""
        name = frame.node.name
        spans = [child.span for child in frame.children]
        spans = [span for span in spans if span != NOWHERE]
        has_tag = frame.start is not None
        attributes = {key.lower(): value or "" for key, value in (frame.node.attrs or {}).items()}
        if not has_tag:
            edges = [edge for span in spans for edge in span]
            span = Span(min(edges), max(edges)) if edges else NOWHERE
            return Element(name, attributes, span, span, tuple(frame.children), has_tag)
        assert frame.start is not None
        content_end = max([frame.inner_start, *(span.end for span in spans)])
        if _get_html_name(frame.node) in RAW_TEXT_ELEMENTS:
            content_end = find_raw_text_end(self.text, name, frame.inner_start)
        end_tag = None if name in EMPTY_ELEMENTS else find_end_tag(self.text, name, content_end)
        end = end_tag.end if end_tag else content_end
        inner = Span(frame.inner_start, content_end)
        span = Span(frame.start, end)
        return Element(name, attributes, span, inner, tuple(frame.children), has_tag)


def _get_html_name(node: Any) -> str:
    """Return the name of an element of HTML; empty for one of SVG or MathML."""
    name: str = node.name
    return name if node.namespace in {None, "html"} else ""
