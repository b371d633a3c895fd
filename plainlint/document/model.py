"""The document model: frozen blocks, sentences, words and links, with exact spans.

Every span counts code points of the source text. Visible text is what a reader sees: no
markup, entities decoded, a soft line break as one space.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from plainlint.core.source import Source, Span
from plainlint.core.words import WORD
from plainlint.document.visible_text import VisibleText

# A front-matter value as written: a string, None when empty, a tuple for a list, else a mapping.
Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value] | None"


class FrontMatterEntry(NamedTuple):
    """A front-matter key and its value as written: `no` stays "no", `1.10` stays "1.10"."""

    key: str
    value: Value
    key_span: Span
    value_span: Span


class Problem(NamedTuple):
    """A problem with the front matter itself, and where it is."""

    message: str
    span: Span


class FrontMatter(NamedTuple):
    """The metadata block at the head of a document.

    `span` includes its delimiters and is empty if there is no front matter; `anchor` is where
    findings about missing keys are shown.
    """

    entries: Mapping[str, FrontMatterEntry]
    span: Span
    anchor: Span
    problems: tuple[Problem, ...] = ()

    def get_text(self, key: str) -> str:
        """Return the value of `key` as one string; empty if it is missing, empty or a list."""
        entry = self.entries.get(key)
        return entry.value.strip() if entry is not None and isinstance(entry.value, str) else ""

    def get_texts(self, key: str) -> tuple[str, ...]:
        """Return the value of `key` as strings: the items of a list, or one; empty if neither."""
        entry = self.entries.get(key)
        if entry is not None and isinstance(entry.value, tuple):
            return tuple(item.strip() for item in entry.value if isinstance(item, str))
        text = self.get_text(key)
        return (text,) if text else ()

    def is_inherited(self, key: str) -> bool:
        """Return whether a key comes from the document's folder, so that it has no place in it."""
        entry = self.entries.get(key)
        return entry is not None and entry.key_span == self.anchor

    def get_span(self, key: str) -> Span:
        """Return the span of the value of `key`, of the key if it is empty, or the anchor."""
        entry = self.entries.get(key)
        if entry is None:
            return self.anchor
        empty = entry.value_span.start == entry.value_span.end
        return entry.key_span if empty else entry.value_span


class BlockKind(StrEnum):
    """The kind of a block in the document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTE = "block quote"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    CODE = "code"
    HTML = "raw HTML"


class ExclusionReason(StrEnum):
    """The reason why a block is not scored."""

    HEADING = "heading"
    CODE = "code"
    NO_TEXT = "no text"
    REFERENCES = "reference list"
    CITATION = "citation"
    CREDIT = "credit line"
    NAVIGATION = "navigation"
    LABEL = "label or fragment"
    FRAGMENT = "list item or cell that is not a whole sentence"
    JOINED = "counted with the sentence before its list"
    LANGUAGE = "not English"
    OTHER_LANGUAGE = "in another language than the document"


class Word(NamedTuple):
    """A word as a reader sees it, with its hyphens, and its source span."""

    text: str
    span: Span


class Sentence(NamedTuple):
    """A sentence: the visible range `start` to `end` of its block's prose.

    `tokens` are its words as strings. `joined_span` is the source span of one that is joined from
    several blocks; None for all others.
    """

    prose: VisibleText
    start: int
    end: int
    tokens: tuple[str, ...]
    joined_span: Span | None = None

    @property
    def span(self) -> Span:
        """The source span, worked out at each access.

        It includes markup that belongs to this sentence alone, such as the brackets and the target
        of a link at its start or end.
        """
        return self.joined_span or self.prose.get_wrapped_span(self.start, self.end)

    @property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return self.prose.text[self.start : self.end]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words with their source spans, created again at each access."""
        matches = WORD.finditer(self.prose.text, self.start, self.end)
        return tuple(
            Word(match.group(), self.prose.get_span(match.start(), match.end()))
            for match in matches
        )


class Link(NamedTuple):
    """A link: its visible text, target and title.

    `span` includes the markup, `text_span` does not; `start` and `end` are the visible range in
    the block's prose. `attributes` maps the lower-case names of an HTML anchor's attributes to
    their values; a Markdown link has none.
    """

    text: str
    href: str
    title: str
    span: Span
    text_span: Span
    start: int
    end: int
    attributes: Mapping[str, str]


class ExcludedText(NamedTuple):
    """Text that is not scored: its span, the reason, and the part that a reader sees."""

    span: Span
    reason: str
    text: str = ""


# The reason of an excluded line such as `*[GP]: general practitioner`.
ABBREVIATION = "abbreviation"
_ABBREVIATION = re.compile(r"\s*\*\[(.+?)\]:|\{abbr\}`(.+?)\s*\(")


class Container(NamedTuple):
    """A list, item, quote, table, row or cell that contains a block.

    `tag` is the matching HTML element. `number` distinguishes siblings: a running number, or for
    a cell its column, from 0.
    """

    tag: str
    number: int


# The elements of a list of terms and their meanings.
DEFINITION_LIST, TERM, DEFINITION = "dl", "dt", "dd"


# Looked up once: each rule asks for each block.
_RUNNING_TEXT = (
    None,
    ExclusionReason.LABEL,
    ExclusionReason.FRAGMENT,
    ExclusionReason.JOINED,
)


class Block(NamedTuple):
    """A paragraph, heading, list item, quote, cell, footnote, code or HTML block.

    `level` is a heading's level, else 0. `exclusion_reason` is why the whole block is not scored,
    None if it is; only scored blocks have sentences. `containers` are those around it, the
    outermost first. `language` is its language if that is why it is not scored, else empty.
    """

    kind: BlockKind
    span: Span
    prose: VisibleText
    level: int = 0
    exclusion_reason: ExclusionReason | None = None
    sentences: tuple[Sentence, ...] = ()
    links: tuple[Link, ...] = ()
    containers: tuple[Container, ...] = ()
    language: str = ""

    @property
    def exclusion_text(self) -> str:
        """Why it is not scored, such as `heading` or `not English: es`; empty if it is."""
        reason = self.exclusion_reason.value if self.exclusion_reason else ""
        return f"{reason}: {self.language}" if self.language else reason

    @property
    def text(self) -> str:
        """The block as a reader sees it."""
        return self.prose.text

    @property
    def is_running_text(self) -> bool:
        """Whether it is part of the text itself: scored prose or a fragment."""
        return self.exclusion_reason in _RUNNING_TEXT

    @property
    def is_definition(self) -> bool:
        """Whether it is a meaning in a definition list."""
        return DEFINITION in [container.tag for container in self.containers]

    def find_link(self, start: int, end: int) -> Link | None:
        """Return the first link that overlaps a visible range."""
        return next((link for link in self.links if link.start < end and start < link.end), None)

    def find_title(self, start: int, end: int) -> str:
        """Return the explanation that markup gives of a visible range, as `<abbr title>` does.

        It is empty if there is none, or if it says no more than the text.
        """
        titles = (
            wrapper.title
            for wrapper in self.prose.wrappers
            if wrapper.start < end and start < wrapper.end and len(wrapper.title) > end - start
        )
        return next(titles, "")


class Section(NamedTuple):
    """A heading and all blocks up to the next heading; `blocks` includes the heading.

    The blocks before the first heading are a section without a heading.
    """

    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def span(self) -> Span:
        """The section's span in the source."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


class DirectiveKind(StrEnum):
    """The action that a directive requests."""

    DISABLE = "disable"
    LINE = "disable-line"
    NEXT_LINE = "disable-next-line"
    FILE = "disable-file"
    ENABLE = "enable"


class RuleReference(NamedTuple):
    """The name of a rule or category in a directive, and its span."""

    text: str
    span: Span


class Directive(NamedTuple):
    """A comment to plainlint in the document: `<!-- plainlint: disable=rule -- reason -->`.

    `span` is the whole comment, or a name in the front matter (`in_front_matter`). `problem` is
    empty, or explains why the directive has no effect.
    """

    kind: DirectiveKind
    names: tuple[RuleReference, ...]
    reason: str
    span: Span
    in_front_matter: bool = False
    problem: str = ""


class Document(NamedTuple):
    """A parsed document: `blocks` in reading order, and the parts of them that are not scored.

    `directives` are its comments to plainlint, in text order. `language` is its declared language,
    else the one that was recognised, else `en`.
    """

    source: Source
    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    excluded_texts: tuple[ExcludedText, ...] = ()
    directives: tuple[Directive, ...] = ()
    language: str = "en"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The scored sentences, in reading order."""
        return tuple([sentence for block in self.blocks for sentence in block.sentences])

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, also those in headings and lists."""
        return tuple([link for block in self.blocks if block.links for link in block.links])

    @property
    def defined_terms(self) -> frozenset[int]:
        """The indexes of the blocks that are terms of a definition list."""
        return frozenset(
            index
            for index, (block, meaning) in enumerate(pairwise(self.blocks))
            if meaning.containers and meaning.is_definition and not block.is_definition
        )

    @property
    def abbreviations(self) -> frozenset[str]:
        """The short forms that it lists with their long forms, which readers see at each use."""
        text = self.source.text
        starts = (cut.span.start for cut in self.excluded_texts if cut.reason == ABBREVIATION)
        matches = (_ABBREVIATION.match(text, start) for start in starts)
        return frozenset(match[1] or match[2] for match in matches if match)

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in reading order."""
        heading = BlockKind.HEADING
        return tuple([block for block in self.blocks if block.kind is heading])

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles in the front matter and in headings of the first level; none is empty."""
        headings = (heading.text for heading in self.headings if heading.level == 1)
        return tuple(filter(None, (self.front_matter.get_text("title"), *headings)))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, created again at each access."""
        groups: list[list[Block]] = []
        for block in self.blocks:
            if block.kind is BlockKind.HEADING or not groups:
                groups.append([])
            groups[-1].append(block)
        return tuple(
            Section(blocks[0] if blocks[0].kind is BlockKind.HEADING else None, tuple(blocks))
            for blocks in groups
        )
