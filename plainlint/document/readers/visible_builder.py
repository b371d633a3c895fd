"""Build the visible text of one block, piece by piece, in source order."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import BlockKind, Container, ExcludedText, Link
from plainlint.document.readers.html.elements import LINKS, TITLED
from plainlint.document.readers.html.images import DECORATIVE, IMAGE_TEXT, read_image_text
from plainlint.document.readers.html.tags import (
    BREAK_TAGS,
    NOT_SHOWN,
    Tag,
    find_exclusion,
    read_tag,
)
from plainlint.document.readers.raw_block import RawBlock
from plainlint.document.visible_text import OBJECT, Piece, VisibleText, Wrapper


class Anchor(NamedTuple):
    """A mapping point: offset `content` of a block's content is offset `source` of the source."""

    content: int
    source: int


class SourceMappedText(NamedTuple):
    """The content of a block, mapped to the source by one or more anchors, the first at 0."""

    text: str
    anchors: tuple[Anchor, ...]

    def map_to_source(self, offset: int) -> int:
        """Return the source offset of an offset in the content."""
        anchor = self.anchors[0]
        if len(self.anchors) > 1:
            anchor = self.anchors[max(self._find_anchor(offset) - 1, 0)]
        return anchor.source + offset - anchor.content

    @property
    def span(self) -> Span:
        """The content's span in the source."""
        end = self.map_to_source(len(self.text) - 1) + 1 if self.text else self.map_to_source(0)
        return Span(self.map_to_source(0), end)

    def get_part(self, start: int, end: int) -> "SourceMappedText":
        """Return the content from `start` to `end`."""
        first = self._find_anchor(start) - 1
        within = self.anchors[first : self._find_anchor(end)]
        anchors = tuple(Anchor(anchor.content - start, anchor.source) for anchor in within)
        return SourceMappedText(self.text[start:end], anchors)

    def _find_anchor(self, offset: int) -> int:
        return bisect_right(self.anchors, offset, key=lambda anchor: anchor.content)


_NO_ATTRIBUTES: Mapping[str, str] = {}
# A distance between text and source that never occurs.
_NO_SHIFT = -(10**12)
# White space and a bar in a table cell may be longer in the source than in the text.
_UNEVEN = re.compile(r"  |[\t|]")
_RUN = re.compile(r"[ \t]{2,}|\t|\||[^ \t|]+(?: [^ \t|]+)*| ")


class _OpenMarkup(NamedTuple):
    """Markup that is open: where it began in the visible text, in `texts` and in the source.

    `text_start` is the source offset of the text inside it.
    """

    visible: int
    texts: int
    start: int
    text_start: int
    attributes: Mapping[str, str]


class _HiddenMarkup(NamedTuple):
    """An element whose text is not prose, and how many elements of its name are open in it."""

    tag: str
    reason: str
    opened: _OpenMarkup
    depth: int


def iter_runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield runs of visible text, white space as one space, with their range in `text`."""
    if not _UNEVEN.search(text):
        yield text, 0, len(text)
        return
    for run in _RUN.finditer(text):
        yield " " if run.group()[0] in " \t" else run.group(), run.start(), run.end()


class VisibleTextBuilder:
    """A builder of a block's visible text; all offsets passed to it are source offsets."""

    def __init__(self) -> None:
        self._links: list[Link] = []
        self._excluded_texts: list[ExcludedText] = []
        self._texts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._wrappers: list[Wrapper] = []
        self._note_marks: list[int] = []
        # The code that an OBJECT stands for, by its index in the texts.
        self._code: dict[int, str] = {}
        self._open: list[_OpenMarkup] = []
        self._html_links: list[_OpenMarkup] = []
        self._html_titles: list[_OpenMarkup] = []
        self._hidden: _HiddenMarkup | None = None
        # The current run that maps character by character: its start, and the shift to its source.
        self._run = 0
        self._shift = _NO_SHIFT

    def build_block(
        self, kind: BlockKind, level: int, span: Span, containers: tuple[Container, ...]
    ) -> RawBlock:
        """Return everything that was added as a block with this source span."""
        self._end_run(self._length)
        prose = VisibleText(
            "".join(self._texts),
            tuple(self._pieces),
            tuple(self._wrappers),
            tuple(self._note_marks),
        )
        links, excluded_texts = tuple(self._links), tuple(self._excluded_texts)
        # Positional because this runs for every block, and keywords are slower.
        return RawBlock(kind, level, span, prose, links, excluded_texts, containers)

    def add(self, text: str, start: int, end: int) -> None:
        """Add visible `text`, which must not be empty, with its source range."""
        before = self._length
        after = self._length = before + len(text)
        self._texts.append(text)
        if after - before != end - start:
            self._end_run(before)
            self._pieces.append(Piece(before, after, start, end))
            self._run, self._shift = after, _NO_SHIFT
        elif start - before != self._shift:
            self._end_run(before)
            self._run, self._shift = before, start - before

    def _end_run(self, end: int) -> None:
        if self._run < end:
            shift = self._shift
            self._pieces.append(Piece(self._run, end, self._run + shift, end + shift))

    def exclude(self, start: int, end: int, reason: str, text: str = "") -> None:
        """Record that the source from `start` to `end` is not part of the text."""
        self._excluded_texts.append(ExcludedText(Span(start, end), reason, text))

    def exclude_object(self, start: int, end: int, reason: str, text: str) -> None:
        """Exclude code or an image; OBJECT takes its place in the visible text."""
        self.exclude(start, end, reason, text)
        if reason == "code":
            self._code[len(self._texts)] = text
        self.add(OBJECT, start, end)

    def exclude_note_mark(self, start: int, end: int, text: str) -> None:
        """Exclude the mark of a footnote."""
        self.exclude(start, end, "footnote mark", text)
        self._note_marks.append(self._length)

    def open(
        self, start: int, text_start: int = 0, attributes: Mapping[str, str] = _NO_ATTRIBUTES
    ) -> None:
        """Open markup at `start`; it encloses everything that is added until it closes."""
        opened = _OpenMarkup(self._length, len(self._texts), start, text_start, attributes)
        self._open.append(opened)

    def close(self, end: int, tag: str, title: str = "") -> None:
        """Close the innermost open markup at `end`; `tag` is the HTML element it stands for."""
        self._wrap(self._open.pop(), end, tag, title)

    def close_link(
        self, text_end: int, end: int, attributes: Mapping[str, str] = _NO_ATTRIBUTES
    ) -> None:
        """Close the innermost open markup as a link; its text ends at `text_end`, it at `end`."""
        self._add_link(self._open.pop(), text_end, end, attributes)

    def _wrap(self, opened: _OpenMarkup, end: int, tag: str, title: str = "") -> Span:
        span = Span(opened.start, end)
        self._wrappers.append(Wrapper(opened.visible, self._length, span, tag, title))
        return span

    def _add_link(
        self, opened: _OpenMarkup, text_end: int, end: int, attributes: Mapping[str, str]
    ) -> None:
        span = self._wrap(opened, end, "a")
        text = "".join(self._texts[opened.texts :])
        if OBJECT in text:
            texts = enumerate(self._texts[opened.texts :], opened.texts)
            text = "".join(self._code.get(index, part) for index, part in texts)
            text = text.replace(OBJECT, "")
        href, title = opened.attributes.get("href", ""), opened.attributes.get("title", "")
        text_span = Span(opened.text_start, text_end)
        visible = (opened.visible, self._length)
        # Positional because this runs for every link, and keywords are slower.
        self._links.append(Link(text, href, title, span, text_span, *visible, attributes))

    def add_html(self, markup: str, start: int, end: int) -> None:
        """Add a tag or a comment inside text."""
        tag = read_tag(markup)
        if self._hidden:
            self._read_hidden(self._hidden, tag, end)
        elif reason := find_exclusion(tag):
            # What is added from here on is taken out again when the element closes.
            self._end_run(self._length)
            self._run, self._shift = self._length, _NO_SHIFT
            opened = _OpenMarkup(self._length, len(self._texts), start, end, tag.attributes)
            self._hidden = _HiddenMarkup(tag.name, reason, opened, 1)
        elif tag.name in BREAK_TAGS:
            self.add("\n", start, end)
        elif tag.name in LINKS and not tag.closes:
            opened = _OpenMarkup(self._length, len(self._texts), start, end, tag.attributes)
            self._html_links.append(opened)
        elif tag.name in LINKS and self._html_links:
            opened = self._html_links.pop()
            self._add_link(opened, start, end, opened.attributes)
        elif tag.name in TITLED:
            self._read_title(tag, start, end)
        elif tag.name == "img":
            text, is_decorative = read_image_text(tag.attributes)
            if is_decorative:
                self.exclude(start, end, DECORATIVE)
            else:
                self.exclude_object(start, end, IMAGE_TEXT, text)
        elif not tag.name:
            self.exclude(start, end, "HTML comment")

    def _read_title(self, tag: Tag, start: int, end: int) -> None:
        """Read a tag of an element whose title explains its text."""
        if not tag.closes:
            opened = _OpenMarkup(self._length, len(self._texts), start, end, tag.attributes)
            self._html_titles.append(opened)
        elif self._html_titles:
            opened = self._html_titles.pop()
            self._wrap(opened, end, "abbr", opened.attributes.get("title", ""))

    def _read_hidden(self, hidden: _HiddenMarkup, tag: Tag, end: int) -> None:
        """Read a tag inside an element that is not prose, up to the tag that closes it."""
        if tag.name != hidden.tag:
            return
        depth = hidden.depth + (-1 if tag.closes else 1)
        self._hidden = hidden._replace(depth=depth) if depth else None
        if not depth:
            self._take_out(hidden.opened, end, hidden.reason)

    def _take_out(self, opened: _OpenMarkup, end: int, reason: str) -> None:
        """Take out all that was added since markup opened; a mark takes its place."""
        text = "".join(self._texts[opened.texts :])
        first = opened.visible
        del self._texts[opened.texts :]
        self._length = first
        self._run, self._shift = first, _NO_SHIFT
        for parts in (self._pieces, self._wrappers, self._links):
            while parts and parts[-1].end > first:
                parts.pop()
        # Markup that was opened inside, and is still open, encloses only what follows.
        self._open = [
            markup._replace(
                visible=min(markup.visible, first), texts=min(markup.texts, opened.texts)
            )
            for markup in self._open
        ]
        while self._excluded_texts and self._excluded_texts[-1].span.end > opened.start:
            self._excluded_texts.pop()
        self.exclude(opened.start, end, reason, "" if reason in NOT_SHOWN else text)
        self.add(OBJECT, opened.start, end)
