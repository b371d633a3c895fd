"""Read reStructuredText: paragraphs, titles, lists, quotes, admonitions and footnotes.

Tables, code, figures, fields and unknown directives are listed as left out.
"""

import re
from collections.abc import Iterator

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from plainlint.core.source import Source, Span
from plainlint.document.model import BlockKind, ExcludedText, FrontMatter, FrontMatterEntry
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.raw_block import ContainerStack, RawBlock, RawDocument
from plainlint.document.readers.rst.inline import InlineReader, PlaceLostError
from plainlint.document.readers.rst.places import PlaceFinder

# No file is read, no code is run, nothing is printed.
_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "smart_quotes": False,
    "syntax_highlight": "none",
    "tab_width": 8,
}
_CONTAINERS: dict[type[nodes.Node], str] = {
    nodes.bullet_list: "ul",
    nodes.enumerated_list: "ol",
    nodes.list_item: "li",
    nodes.block_quote: "blockquote",
    nodes.footnote: "aside",
    nodes.citation: "aside",
}
_INSIDE = (
    nodes.section,
    nodes.Admonition,
    nodes.definition_list,
    nodes.definition_list_item,
    nodes.definition,
    nodes.compound,
    nodes.container,
    nodes.topic,
    nodes.sidebar,
    *_CONTAINERS,
)
_PARAGRAPHS = (nodes.paragraph, nodes.term)
CODE = "code"
# What the lines are that belong to no block, by how the first of them begins.
_LEFT_OUT = (
    (re.compile(r"\+[-=+]+\+$|={2,} +=|\|"), "table"),
    (re.compile(r"[^\w\s]{2,}$"), "title adornment"),
    (re.compile(r"\.\. \["), "footnote mark"),
    (re.compile(r"\.\. _"), "link target"),
    (re.compile(r"\.\. \|"), "substitution"),
    (re.compile(r"\.\. [\w+.:-]+::|:[\w-]+:"), "directive"),
    (re.compile(r"\.\."), "comment"),
    (re.compile(r"[-*+\u2022\u2023\u2043]$|\(?[\w#]+[.)]$"), "list mark"),
)
# Text that docutils reads in another form than it has in the source.
UNPLACED = "text whose place was not found"
_FIELD = re.compile(r"^:(?P<key>[^:\s][^:\n]*):[ \t]+(?P<value>\S.*?)[ \t]*$", re.MULTILINE)


def read(source: Source) -> RawDocument:
    """Read a document of reStructuredText; its first fields are its front matter."""
    front_matter, body_start = read_front_matter(source)
    reader = _TreeReader(source)
    reader.walk(_parse(source.text[body_start:]), level=0)
    if not front_matter.entries:
        front_matter = _read_fields(source, reader.fields_end)
    blocks = tuple(reader.blocks)
    left_out = _list_left_out(source, max(body_start, front_matter.span.end), blocks)
    return RawDocument(source, front_matter, blocks, tuple(left_out))


def _parse(text: str) -> nodes.document:
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("", settings)
    Parser().parse(text.removeprefix("\ufeff"), document)
    return document


class _TreeReader:
    """Reads the nodes of a document in text order."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[RawBlock] = []
        # Where the fields at the head of the document end; 0 without any.
        self.fields_end = 0
        self._places = PlaceFinder(source)
        self._nesting = ContainerStack()

    def walk(self, node: nodes.Element, level: int) -> None:
        """Read the blocks inside a node; `level` is that of the section around it."""
        for child in node.children:
            if isinstance(child, nodes.section):
                self.walk(child, level + 1)
            elif isinstance(child, nodes.title):
                if isinstance(child.parent, nodes.section):
                    self._read_block(child, BlockKind.HEADING, level)
            elif isinstance(child, _PARAGRAPHS):
                self._read_block(child, self._nesting.kind)
            elif isinstance(child, _INSIDE) and isinstance(child, nodes.Element):
                self._enter(child, level)
            elif isinstance(child, nodes.field_list) and not self.blocks:
                self._skip_fields(child)

    def _enter(self, node: nodes.Element, level: int) -> None:
        tag = _CONTAINERS.get(type(node), "")
        if tag:
            self._nesting.enter(tag)
        self.walk(node, level)
        if tag:
            self._nesting.leave()

    def _read_block(self, node: nodes.Element, kind: BlockKind, level: int = 0) -> None:
        place = self._places.find(node.rawsource)
        if place is None:
            return
        try:
            builder = InlineReader(place.content).read(node)
        except PlaceLostError:
            return
        self.blocks.append(builder.build_block(kind, level, place.span, self._nesting.containers))

    def _skip_fields(self, fields: nodes.field_list) -> None:
        for field in fields.children:
            for paragraph in field.findall(nodes.paragraph):
                if place := self._places.find(paragraph.rawsource):
                    self.fields_end = place.span.end


def _read_fields(source: Source, end: int) -> FrontMatter:
    """Return the fields at the head of a document as its front matter."""
    entries = {
        match["key"]: FrontMatterEntry(
            key=match["key"],
            value=match["value"],
            key_span=Span(*match.span("key")),
            value_span=Span(*match.span("value")),
        )
        for match in _FIELD.finditer(source.text, 0, end)
    }
    return FrontMatter(entries, Span(0, end), Span(0, len(source.text[:end].partition("\n")[0])))


def _list_left_out(
    source: Source, start: int, blocks: tuple[RawBlock, ...]
) -> Iterator[ExcludedText]:
    """Yield what stands between the blocks, one for each run of lines without a blank line."""
    edges = [start, *(edge for block in blocks for edge in block.span), len(source.text)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        # What is indented below a directive or a comment belongs to it.
        reason = ""
        for run in re.finditer(r"\S(?:.|\n(?!\s*\n))*", source.text[first:last]):
            text = run.group().rstrip()
            begin = first + run.start()
            is_indented = source.text[begin - 1 : begin] in {" ", "\t"}
            reason = (is_indented and reason) or _name_left_out(text, is_indented=is_indented)
            yield ExcludedText(Span(begin, begin + len(text)), reason, text)


def _name_left_out(text: str, *, is_indented: bool) -> str:
    first = text.partition("\n")[0].rstrip()
    named = (reason for pattern, reason in _LEFT_OUT if pattern.match(first))
    return next(named, CODE if is_indented else UNPLACED)
