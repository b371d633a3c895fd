"""Turn the tree of a page into raw blocks, and list what is not part of its text."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import BlockKind, ExcludedText
from plainlint.document.readers.html.block_text import BlockText
from plainlint.document.readers.html.elements import (
    BLOCK_STYLE,
    BLOCKS,
    CELLS,
    CONTAINERS,
    EMPHASIS,
    FORM,
    FORMULA,
    HEADINGS,
    INLINE_CODE,
    LINKS,
    OUTSIDE,
    PREFORMATTED,
    TITLED,
    WORD_LIST_STYLE,
)
from plainlint.document.readers.html.images import DECORATIVE, IMAGE_TEXT, read_image_text
from plainlint.document.readers.html.main_part import find_main_part, find_own_reason, get_role
from plainlint.document.readers.html.markup import Segment
from plainlint.document.readers.html.notes import find_footnotes, is_footnote, is_note_mark
from plainlint.document.readers.html.tables import is_layout_table
from plainlint.document.readers.html.tree import Comment, Element, Node, Text
from plainlint.document.readers.raw_block import MAXIMUM_NESTING, ContainerStack, RawBlock
from plainlint.document.visible_text import VisibleText

_LEVEL = re.compile(r"[1-9]")
_NO_PROSE = VisibleText("", ())
# Excluded inside a text, these stand for words.
_WORDS = frozenset({FORM, FORMULA})


class PageBlocks(NamedTuple):
    """The blocks of a page, and the excluded texts that belong to none of them."""

    blocks: list[RawBlock]
    excluded_texts: list[ExcludedText]


class _Leave(NamedTuple):
    """What to do at the end of an element."""

    action: Callable[[], None]


class _Table:
    """An open table: whether its cells hold data, and whether its container is open."""

    def __init__(self, *, is_data: bool) -> None:
        self.is_data = is_data
        self.is_open = False


def read_page_blocks(page: Element, language: str) -> PageBlocks:
    """Read the blocks of a page in source order.

    Args:
        page: its tree.
        language: the language that it declares; empty if it declares none.
    """
    walker = _PageWalker(page, language)
    walker.walk(page)
    blocks = sorted(walker.blocks, key=lambda block: block.span.start)
    return PageBlocks(blocks, walker.excluded_texts)


class _PageWalker:
    """One pass over the tree, without recursion."""

    def __init__(self, page: Element, language: str) -> None:
        self.main = find_main_part(page)
        self.footnotes = find_footnotes(page)
        self.blocks: list[RawBlock] = []
        self.excluded_texts: list[ExcludedText] = []
        self.nesting = ContainerStack()
        self.text = BlockText()
        self.document_language = _get_primary_language(language)
        self.languages = [""]
        self.levels: list[int] = []
        # How many of the page's main parts the position is in.
        self.depth = 0
        self.tables: list[_Table] = []
        self._stack: list[Node | _Leave] = []

    def walk(self, page: Element) -> None:
        """Read a page."""
        self._stack = [page]
        while self._stack:
            node = self._stack.pop()
            if isinstance(node, _Leave):
                node.action()
            elif isinstance(node, Text):
                self._read_text(node)
            elif isinstance(node, Comment):
                self._exclude_inline(node.span, "HTML comment")
            else:
                self._enter(node)
        self._finish_block()

    def _read_text(self, text: Text) -> None:
        if not self.depth:
            if any(not segment.text.isspace() for segment in text.segments):
                self.excluded_texts.append(ExcludedText(text.span, OUTSIDE))
            return
        if text.segments[0].start < self.text.end:
            # A text that the parser moved in front of a table.
            self._finish_block()
        self.text.add_text(text.segments, self.languages[-1])

    def _enter(self, element: Element) -> None:
        if element.name == "head":
            # It is the front matter.
            self.excluded_texts += [
                ExcludedText(node.span, "HTML comment")
                for node in element.iter_nodes()
                if isinstance(node, Comment)
            ]
            return
        reason = self._find_reason(element)
        if reason:
            self._exclude(element, reason)
            return
        if id(element) in self.main.roots:
            self.depth += 1
            self._stack.append(_Leave(self._leave_root))
        if "lang" in element.attributes or "xml:lang" in element.attributes:
            self._enter_language(element)
        if element.name in BLOCKS or self._is_shown_as_block(element):
            self._enter_block(element)
        else:
            self._enter_inline(element)

    def _find_reason(self, element: Element) -> str:
        if reason := find_own_reason(element):
            return reason
        if self.depth:
            return self.main.reasons.get(id(element), "")
        return self.main.find_reason(element)

    def _is_shown_as_block(self, element: Element) -> bool:
        style = element.attributes.get("style", "") if element.attributes else ""
        return bool(style and BLOCK_STYLE.search(style)) or get_role(element) == "heading"

    def _leave_root(self) -> None:
        self._finish_block()
        self.depth -= 1

    def _enter_language(self, element: Element) -> None:
        declared = element.attributes.get("lang") or element.attributes.get("xml:lang", "")
        is_own = _get_primary_language(declared) != self.document_language
        self.languages.append(declared if is_own and element.name != "html" else "")
        self._stack.append(_Leave(self._leave_language))

    def _leave_language(self) -> None:
        self.languages.pop()

    # Blocks

    def _enter_block(self, element: Element) -> None:
        self._finish_block()
        self._stack.append(_Leave(self._finish_block))
        name = element.name
        if name in PREFORMATTED:
            self._add_code(element)
            return
        if name in HEADINGS or get_role(element) == "heading":
            self._enter_heading(element)
        elif name == "table":
            self.tables.append(_Table(is_data=not is_layout_table(element)))
            self._stack.append(_Leave(self._leave_table))
        elif name == "tr" or name in CELLS:
            self._enter_row_or_cell(name)
        else:
            self._enter_container(self._find_container(element))
        self._stack += reversed(element.children)

    def _find_container(self, element: Element) -> str:
        if id(element) in self.footnotes or is_footnote(element):
            return "aside"
        if element.name == "p" and WORD_LIST_STYLE.search(element.attributes.get("style", "")):
            return "li"
        return CONTAINERS.get(element.name, "")

    def _enter_container(self, tag: str) -> None:
        if tag and self.nesting.depth < MAXIMUM_NESTING:
            self.nesting.enter(tag)
            self._stack.append(_Leave(self._leave_container))

    def _leave_container(self) -> None:
        self._finish_block()
        self.nesting.leave()

    def _enter_row_or_cell(self, name: str) -> None:
        table = self.tables[-1] if self.tables else None
        if table is None or not table.is_data:
            return
        # A caption is not in the rows: the container begins with the first row.
        if not table.is_open and self.nesting.depth < MAXIMUM_NESTING:
            self.nesting.enter("table")
            table.is_open = True
        self._enter_container(name)

    def _leave_table(self) -> None:
        if self.tables.pop().is_open:
            self._finish_block()
            self.nesting.leave()

    def _enter_heading(self, element: Element) -> None:
        level = HEADINGS.get(element.name) or 2
        declared = element.attributes.get("aria-level", "")
        if get_role(element) == "heading" and _LEVEL.fullmatch(declared):
            level = int(declared)
        self.levels.append(level)
        before = len(self.blocks)
        self._stack.append(_Leave(lambda: self._leave_heading(element, before)))

    def _leave_heading(self, heading: Element, before: int) -> None:
        """Leave a heading; one without text is a heading too.

        Args:
            before: how many blocks there were in front of it.
        """
        self._finish_block()
        level = self.levels.pop()
        if self.depth and len(self.blocks) == before:
            self._add_empty_block(BlockKind.HEADING, level, heading.span)

    def _finish_block(self) -> None:
        level = self.levels[-1] if self.levels else 0
        kind = BlockKind.HEADING if level else self.nesting.kind
        block, excluded_texts = self.text.finish(kind, level, self.nesting.containers)
        self.excluded_texts += excluded_texts
        if block is not None:
            self.blocks.append(block)

    def _add_code(self, element: Element) -> None:
        if not self.depth:
            self.excluded_texts.append(ExcludedText(element.span, OUTSIDE))
        elif element.get_text().strip():
            self._add_empty_block(BlockKind.CODE, 0, element.span)

    def _add_empty_block(self, kind: BlockKind, level: int, span: Span) -> None:
        self.blocks.append(
            RawBlock(
                kind=kind,
                level=level,
                span=span,
                prose=_NO_PROSE,
                links=(),
                excluded_texts=(),
                containers=self.nesting.containers,
            )
        )

    # Inline elements

    def _enter_inline(self, element: Element) -> None:
        name = element.name
        if not self.depth:
            self._stack += reversed(element.children)
        elif name == "br":
            self._break_line(element)
        elif name == "img":
            self._exclude_image(element)
        elif name in INLINE_CODE:
            self.text.exclude_value(element.span, "code", element.get_text())
        elif is_note_mark(element, self.text.last_character):
            self.text.exclude_note_mark(element.span, " ".join(element.get_text().split()))
        elif name == "q":
            self._enter_quotation(element)
        else:
            if _is_markup(element):
                self.text.open_inline(element)
                self._stack.append(_Leave(self.text.close_inline))
            self._stack += reversed(element.children)

    def _break_line(self, element: Element) -> None:
        """Read a line break; two in a row part paragraphs."""
        if self.text.has_break:
            self._finish_block()
        else:
            self.text.break_line(element.span)

    def _enter_quotation(self, element: Element) -> None:
        """Read a quotation, which browsers show in quotation marks."""
        language = self.languages[-1]
        opening = Segment("\u201c", element.span.start, element.inner.start)
        self.text.add_text([opening], language)
        if element.inner.end < element.span.end:
            closing = Segment("\u201d", element.inner.end, element.span.end)
            self._stack.append(_Leave(lambda: self.text.add_text([closing], language)))
        self._stack += reversed(element.children)

    def _exclude_image(self, image: Element) -> None:
        text, is_decorative = read_image_text(image.attributes)
        if is_decorative and not self.text.is_in_link_without_text():
            self.text.exclude(image.span, DECORATIVE)
        else:
            self.text.exclude_value(image.span, IMAGE_TEXT, text)

    # What is not part of the text

    def _exclude(self, element: Element, reason: str) -> None:
        is_block = element.name in BLOCKS
        if is_block:
            self._finish_block()
        if element.inner.start == element.inner.end or not _has_content(element):
            return
        if is_block or not self.depth:
            self.excluded_texts.append(ExcludedText(element.span, reason))
        elif reason in _WORDS and self.text.end:
            self.text.exclude_value(element.span, reason, " ".join(element.get_text().split()))
        else:
            self._exclude_inline(element.span, reason)

    def _exclude_inline(self, span: Span, reason: str) -> None:
        if self.depth and self.text.end:
            self.text.exclude(span, reason)
        else:
            self.excluded_texts.append(ExcludedText(span, reason))


def _has_content(element: Element) -> bool:
    return any(
        isinstance(node, Text) and any(not segment.text.isspace() for segment in node.segments)
        for node in element.iter_nodes()
    )


def _is_markup(element: Element) -> bool:
    """Check whether an element is emphasis, a link or a title.

    A link leads somewhere: to an address, or to a popup by its data.
    """
    name, attributes = element.name, element.attributes
    if name in LINKS:
        return "href" in attributes or any(key.startswith("data-") for key in attributes)
    return name in EMPHASIS or (name in TITLED and "title" in attributes)


def _get_primary_language(tag: str) -> str:
    return tag.strip().lower().replace("_", "-").partition("-")[0]
