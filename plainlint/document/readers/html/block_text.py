"""The text of one block of a page, as a browser shows it: white space collapsed."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plainlint.core.source import NOWHERE, Span
from plainlint.document.model import BlockKind, Container, ExcludedText
from plainlint.document.readers.html.elements import EMPHASIS, LINKS
from plainlint.document.readers.html.markup import Segment
from plainlint.document.readers.html.tree import Element
from plainlint.document.readers.raw_block import RawBlock
from plainlint.document.readers.visible_builder import VisibleTextBuilder

# Runs of white space, and words with single spaces between them.
_RUN = re.compile(r"[ \t\n\f\r]+|[^ \t\n\f\r]+(?:[ \t\n][^ \t\n\f\r]+)*")
_SPACES = str.maketrans("\t\n\f\r", "    ")
_HARD_SPACE = "\u00a0"


class FinishedBlock(NamedTuple):
    """A block, or None if there was no text; then the excluded texts are nobody's."""

    block: RawBlock | None
    excluded_texts: tuple[ExcludedText, ...]


_NO_BLOCK = FinishedBlock(None, ())


class BlockText:
    """The text of the block that is being read.

    Inline elements stay open from one block to the next, as a link around several paragraphs does;
    in each block they begin with its first text.
    """

    def __init__(self) -> None:
        self._inline: list[Element] = []
        # The end of the blocks before.
        self._floor = 0
        self._start_block()

    def _start_block(self) -> None:
        self._visible = VisibleTextBuilder()
        self._opened = 0
        # White space that counts only if text follows.
        self._spaces: list[Segment] = []
        self._break: Span | None = None
        self._has_text = False
        self._has_value = False
        self._span: Span | None = None
        self._languages: set[str] = set()
        self._excluded: list[ExcludedText] = []
        self.last_character = ""

    @property
    def end(self) -> int:
        """The source offset behind what was read of the block; 0 if nothing was."""
        return self._span.end if self._span else 0

    @property
    def has_break(self) -> bool:
        """Whether a line break was the last thing that was read."""
        return self._break is not None

    def add_text(self, segments: Iterable[Segment], language: str) -> None:
        """Add text in a language, which is empty if it is the document's."""
        for segment in segments:
            text, start, end = segment
            if len(text) != end - start:
                if text.isspace() and text != _HARD_SPACE:
                    self._add_space(Segment(" ", start, end))
                elif text == _HARD_SPACE:
                    self._spaces.append(segment)
                else:
                    self._add_words(text, start, end, language)
                continue
            for run in _RUN.finditer(text):
                first, last = start + run.start(), start + run.end()
                if run[0][0] in " \t\n\f\r":
                    self._add_space(Segment(" ", first, last))
                else:
                    self._add_run(run[0].translate(_SPACES), first, language)

    def _add_run(self, text: str, start: int, language: str) -> None:
        """Add words; no-break spaces at their ends may be those of the block."""
        words = text.strip(_HARD_SPACE)
        before = len(text) - len(text.lstrip(_HARD_SPACE)) if words else len(text)
        self._spaces += [
            Segment(_HARD_SPACE, offset, offset + 1) for offset in range(start, start + before)
        ]
        if not words:
            return
        start += before
        self._add_words(words, start, start + len(words), language)
        start += len(words)
        self._spaces += [
            Segment(_HARD_SPACE, offset, offset + 1)
            for offset in range(start, start + len(text) - before - len(words))
        ]

    def _add_space(self, space: Segment) -> None:
        if not self._spaces or self._spaces[-1].text != " ":
            self._spaces.append(space)

    def _add_words(self, text: str, start: int, end: int, language: str) -> None:
        self._begin(start)
        self._visible.add(text, start, end)
        self._languages.add(language)
        self._has_text = True
        self.last_character = text[-1]
        self._extend(start, end)

    def _begin(self, start: int) -> None:
        """Add the white space before something that is shown, and open what is around it."""
        if self._break is not None:
            if self._has_text or self._has_value:
                self._visible.add("\n", *self._break)
        elif self._has_text or self._has_value:
            for space in self._spaces:
                self._visible.add(*space)
        self._spaces, self._break = [], None
        for element in self._inline[self._opened :]:
            is_here = element.has_tag and element.span.start >= max(self.end, self._floor)
            opens = element.span.start if is_here and element.span.start <= start else start
            inner = element.inner.start if opens < start else start
            self._visible.open(opens, inner, element.attributes)
            self._opened += 1
            self._extend(opens, inner)

    def _extend(self, start: int, end: int) -> None:
        span = self._span or Span(start, end)
        self._span = Span(min(span.start, start), max(span.end, end))

    def break_line(self, span: Span) -> None:
        """Add a line break; it counts only between texts."""
        self._break = span

    def exclude(self, span: Span, reason: str, text: str = "") -> None:
        """Exclude something that leaves no gap in the text, such as a comment."""
        self._visible.exclude(*span, reason, text)
        self._excluded.append(ExcludedText(span, reason, text))

    def exclude_value(self, span: Span, reason: str, text: str) -> None:
        """Exclude something that stands for words or is shown among them, such as code."""
        self._begin(span.start)
        self._visible.exclude_object(*span, reason, text)
        self._has_value = True
        self.last_character = ""
        self._extend(*span)

    def exclude_note_mark(self, span: Span, text: str) -> None:
        """Exclude the mark of a footnote."""
        self._visible.exclude_note_mark(*span, text)
        self._excluded.append(ExcludedText(span, "footnote mark", text))

    def open_inline(self, element: Element) -> None:
        """Open emphasis, a link or an element with a title; it is there once it has text."""
        self._inline.append(element)

    def is_in_link_without_text(self) -> bool:
        """Check whether the link around this place has no text, nor images that have one."""
        return any(
            element.name in LINKS
            and not element.get_text().strip()
            and all(
                not other.attributes.get("alt", "").strip()
                for other in element.iter_elements("img")
            )
            for element in self._inline[-1:]
        )

    def close_inline(self) -> None:
        """Close the innermost open inline element."""
        element = self._inline.pop()
        if self._opened > len(self._inline):
            self._opened -= 1
            self._close(element)
            self._extend(self.end, max(self.end, element.span.end))

    def _close(self, element: Element) -> None:
        end = max(self.end, element.span.end)
        if element.name in LINKS:
            self._visible.close_link(max(self.end, element.inner.end), end, element.attributes)
        elif element.name in EMPHASIS:
            self._visible.close(end, EMPHASIS[element.name])
        else:
            self._visible.close(end, "abbr", element.attributes.get("title", ""))

    def finish(
        self, kind: BlockKind, level: int, containers: tuple[Container, ...]
    ) -> FinishedBlock:
        """Return the block that was read, and start the next one."""
        if self._span is None and not self._excluded:
            self._spaces, self._break = [], None
            return _NO_BLOCK
        for element in reversed(self._inline[: self._opened]):
            # It goes on in the next block.
            here = element._replace(span=NOWHERE, inner=NOWHERE)
            self._close(here)
        finished = FinishedBlock(None, tuple(self._excluded))
        if self._span and (self._has_text or self._has_value):
            block = self._visible.build_block(kind, level, self._span, containers)
            language = self._languages.pop() if len(self._languages) == 1 else ""
            if language:
                block = block._replace(language=language)
            finished = FinishedBlock(block, ())
        self._floor = max(self._floor, self.end)
        self._start_block()
        return finished
