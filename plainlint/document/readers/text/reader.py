"""Read plain text: paragraphs, list items, headings and rows of tables."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plainlint.core.source import Source, Span
from plainlint.document.model import BlockKind, ExcludedText
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.raw_block import ContainerStack, RawBlock, RawDocument
from plainlint.document.readers.text.lines import (
    Line,
    find_columns,
    is_wrapped,
    measure_width,
    read_lines,
)
from plainlint.document.readers.visible_builder import VisibleTextBuilder, iter_runs

_END_MARKS = tuple(".?!:;,\u2026")
_HEADING_WORDS = 12
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s")
_LETTER = re.compile(r"[^\W\d_]")


def read(source: Source) -> RawDocument:
    """Read a plain text, with optional front matter."""
    front_matter, body_start = read_front_matter(source)
    lines = list(read_lines(source.text, body_start))
    reader = _TextReader(source.text, measure_width(lines))
    groups = list(_group_lines(lines))
    blocks = [
        block
        for number, group in enumerate(groups, 1)
        for block in reader.read_group(group, is_last=number == len(groups))
    ]
    return RawDocument(source, front_matter, blocks, tuple(reader.excluded_texts))


def _group_lines(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines between blank lines."""
    group: list[Line] = []
    for line in lines:
        if line.text:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


class _TextReader:
    """Reads groups of lines in text order; collects what is not text."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self.excluded_texts: list[ExcludedText] = []
        self._nesting = ContainerStack()
        # The indents of the open lists' items, the outermost first.
        self._indents: list[int] = []
        self._has_title = False

    def read_group(self, lines: Sequence[Line], *, is_last: bool) -> Iterator[RawBlock]:
        """Yield the blocks of the lines between two blank lines."""
        if len(lines) == 1 and not is_last and self._is_heading(lines[0]):
            self._leave_lists()
            yield self._build(lines, BlockKind.HEADING, self._choose_level(lines[0]))
            return
        index = 0
        while index < len(lines):
            line = lines[index]
            if line.is_rule:
                self._exclude(line.start, line.end, "drawn line")
                index += 1
                continue
            underline = lines[index + 1] if index + 1 < len(lines) else None
            if underline is not None and underline.is_rule and not line.bullet:
                self._leave_lists()
                yield self._build([line], BlockKind.HEADING, 1 if underline.text[0] == "=" else 2)
                index += 1
                continue
            end = self._find_paragraph_end(lines, index)
            yield from self._read_paragraph(lines[index:end])
            index = end

    def _is_heading(self, line: Line) -> bool:
        number = _NUMBER.match(line.text)
        if line.bullet and not (number and line.text[number.end() :][:1].isupper()):
            return False
        text = line.text[number.end() :] if number else line.text
        return (
            not line.text.endswith(_END_MARKS)
            and len(text.split()) <= _HEADING_WORDS
            and not text[:1].islower()
            and len(find_columns(line.text)) == 1
            and _LETTER.search(text) is not None
        )

    def _choose_level(self, line: Line) -> int:
        number = _NUMBER.match(line.text)
        if number:
            return number[1].count(".") + 2
        level = 2 if self._has_title else 1
        self._has_title = True
        return level

    def _find_paragraph_end(self, lines: Sequence[Line], start: int) -> int:
        """Return the index after the wrapped paragraph or list item that begins at `start`."""
        first = lines[start]
        for index in range(start + 1, len(lines)):
            line, following = lines[index - 1], lines[index]
            if following.bullet or following.is_rule:
                return index
            if first.bullet and following.indent > first.indent:
                continue
            if following.indent > line.indent or not is_wrapped(line, following, self.width):
                return index
        return len(lines)

    def _read_paragraph(self, lines: Sequence[Line]) -> Iterator[RawBlock]:
        first = lines[0]
        if first.bullet:
            self._enter_item(first.indent)
            self._exclude(first.start, first.bullet, "list mark")
        elif self._indents and first.indent <= self._indents[0]:
            self._leave_lists()
        columns = find_columns(first.text)
        if len(lines) == 1 and len(columns) > 1 and not first.bullet:
            yield from self._read_row(first, columns)
        else:
            yield self._build(lines, self._nesting.kind)

    def _read_row(self, line: Line, columns: Sequence[tuple[int, int]]) -> Iterator[RawBlock]:
        for tag in ("table", "tr"):
            self._nesting.enter(tag)
        for start, end in columns:
            self._nesting.enter("td")
            cell = line._replace(
                text=line.text[start:end], start=line.start + start, end=line.start + end
            )
            yield self._build([cell], BlockKind.TABLE_CELL)
            self._nesting.leave()
        for _ in range(2):
            self._nesting.leave()

    def _enter_item(self, indent: int) -> None:
        """Leave the items that a new one at this indent ends, and enter it."""
        while self._indents and indent < self._indents[-1]:
            self._leave_list()
        if self._indents and indent == self._indents[-1]:
            self._nesting.leave()
        else:
            self._nesting.enter("ul")
            self._indents.append(indent)
        self._nesting.enter("li")

    def _leave_list(self) -> None:
        self._indents.pop()
        self._nesting.leave()
        self._nesting.leave()

    def _leave_lists(self) -> None:
        while self._indents:
            self._leave_list()

    def _exclude(self, start: int, end: int, reason: str) -> None:
        self.excluded_texts.append(ExcludedText(Span(start, end), reason, self.text[start:end]))

    def _build(self, lines: Sequence[Line], kind: BlockKind, level: int = 0) -> RawBlock:
        """Return the block of wrapped lines, joined by spaces."""
        builder = VisibleTextBuilder()
        start, done = lines[0].bullet or lines[0].start, 0
        if kind is BlockKind.HEADING:
            start = lines[0].start
        for line in lines:
            if done:
                builder.add(" ", done, line.start)
            first = start if line is lines[0] else line.start
            for run, run_start, run_end in iter_runs(self.text[first : line.end]):
                builder.add(run, first + run_start, first + run_end)
            done = line.end
        return builder.build_block(kind, level, Span(start, done), self._nesting.containers)
