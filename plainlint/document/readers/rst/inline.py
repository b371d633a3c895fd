"""The visible text of one block of reStructuredText: docutils' nodes laid over its source."""

import re

from docutils import nodes

from plainlint.document.readers.visible_builder import SourceMappedText, VisibleTextBuilder

_OPENING = re.compile(r"(?::[\w:+.-]+:)?(?:\*\*|[*|]|_?`)?")
_ROLE = re.compile(
    r":(?P<role>[\w:+.-]+):`(?P<tilde>[~!]?)(?P<text>[^`<]*[^`<\s])(?:\s*<[^`>]*>)?`", re.DOTALL
)
# Roles of Sphinx whose text is written for readers, by the last part of their names.
_TEXT_ROLES = frozenset({"ref", "doc", "term", "abbr", "numref", "any", "download", "guilabel"})
_CODE = (nodes.literal, nodes.math)
_MARKS = (nodes.footnote_reference, nodes.citation_reference)


class PlaceLostError(Exception):
    """A node's text is not where it must be in the source of its block."""


class InlineReader:
    """Reads the inline nodes of one block, in text order."""

    def __init__(self, content: SourceMappedText) -> None:
        self._content = content
        self._raw = content.text
        self._position = 0
        self.builder = VisibleTextBuilder()

    def read(self, block: nodes.Element) -> VisibleTextBuilder:
        """Return the builder with the text of the block.

        Raises:
            PlaceLostError: the text of a node is not in the source.
        """
        for node in block.children:
            self._read_node(node)
        return self.builder

    def _read_node(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Text):
            self._add_text(str(node), len(self._raw))
            return
        assert isinstance(node, nodes.Element)
        raw = node.rawsource
        start = self._position
        if isinstance(node, nodes.target) and not raw.startswith("_`"):
            # The address inside the link before it.
            return
        if not raw or not self._raw.startswith(raw, start):
            raise PlaceLostError
        end = start + len(raw)
        if isinstance(node, _MARKS):
            # It is left out later, as a citation mark with the space before it.
            map_to_source = self._content.map_to_source
            self.builder.add("[1]", map_to_source(start), map_to_source(end - 1) + 1)
        elif isinstance(node, _CODE):
            self._exclude(start, end, "code")
        elif isinstance(node, nodes.substitution_reference | nodes.image):
            self._exclude(start, end, "substitution")
        elif isinstance(node, nodes.problematic):
            self._read_role(start, end)
        else:
            self._read_markup(node, start, end)
        self._position = end

    def _read_markup(self, node: nodes.Element, start: int, end: int) -> None:
        opening = _OPENING.match(self._raw, start, end)
        assert opening is not None
        self._position = opening.end()
        is_link = isinstance(node, nodes.reference)
        attributes = {"href": str(node.get("refuri", node.get("refname", "")))} if is_link else {}
        map_to_source = self._content.map_to_source
        self.builder.open(map_to_source(start), map_to_source(opening.end()), attributes)
        for child in node.children:
            if not isinstance(child, nodes.Text):
                raise PlaceLostError
            self._add_text(str(child), end)
        text_end, markup_end = map_to_source(self._position - 1) + 1, map_to_source(end - 1) + 1
        if is_link:
            self.builder.close_link(text_end, markup_end)
        else:
            self.builder.close(markup_end, "strong" if isinstance(node, nodes.strong) else "em")

    def _read_role(self, start: int, end: int) -> None:
        """Read a role that docutils does not know, as Sphinx has many."""
        role = _ROLE.fullmatch(self._raw, start, end)
        if role is None and not self._raw.startswith(":", start):
            # A mark without its counterpart is shown as it is.
            self._add_text(self._raw[start:end], end)
            return
        if role is None or role["role"].rpartition(":")[2] not in _TEXT_ROLES:
            self._exclude(start, end, "code")
            return
        map_to_source = self._content.map_to_source
        self.builder.open(map_to_source(start), map_to_source(role.start("text")))
        self._position = role.start("text")
        self._add_text(role["text"], end)
        self.builder.close_link(map_to_source(role.end("text") - 1) + 1, map_to_source(end - 1) + 1)

    def _exclude(self, start: int, end: int, reason: str) -> None:
        first, last = self._content.map_to_source(start), self._content.map_to_source(end - 1) + 1
        self.builder.exclude_object(first, last, reason, self._raw[start:end])

    def _add_text(self, text: str, end: int) -> None:
        """Add text that stands at the present position; docutils writes a backslash as NUL."""
        raw, map_to_source = self._raw, self._content.map_to_source
        is_escaped = False
        for sign in text:
            if self._position >= end or raw[self._position] != sign.replace("\0", "\\"):
                raise PlaceLostError
            at = map_to_source(self._position)
            self._position += 1
            if sign == "\0" and not is_escaped:
                is_escaped = True
                continue
            if sign == "\n":
                self.builder.add(" ", at, map_to_source(self._position))
            elif not (is_escaped and sign.isspace()):
                self.builder.add(sign, at, at + 1)
            is_escaped = False
