"""Mask the syntax of Markdown dialects, so that a reader of plain Markdown sees only the prose.

The masked text is as long as the source, so all offsets stay valid. A line of syntax becomes a
blank line; syntax in a line becomes a run of filler, which `restore_block` takes out again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import DEFINITION, ExcludedText, Link
from plainlint.document.readers.cuts import Cut, is_between_words, remove_ranges
from plainlint.document.readers.markdown.definitions import DefinitionFinder
from plainlint.document.readers.markdown.dialects import (
    ALERT,
    COMPONENT,
    CONTAINER,
    CONTENTS_ITEM,
    INDENTED_CONTAINER,
    INLINE_KINDS,
    LINE_KINDS,
    MODULE,
    MODULE_LINE,
    PROSE_DIRECTIVES,
    TEMPLATE,
)
from plainlint.document.readers.raw_block import RawBlock

_FILLERS = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5\ue0f6\ue0f7"
# An item of a list that no one writes: its indented lines are read as the container's inside.
_ITEM = "+   ***"
# Its text is the meaning.
_DEFINITION_ITEM = "-"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<run>`{3,}|~{3,})(?P<rest>.*)")
_DIRECTIVE = re.compile(r"[ \t]*\{(?P<name>[\w:-]+)\}")
_OPTION = re.compile(r"[ \t>]*:[\w-]+:(?:[ \t].*)?")
_TICKS = re.compile(r"`+")
_HTML_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->)){0,3000}+-->")
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
_PREFIX = re.compile(r"[ \t>]*")
_MAXIMUM_RUNS = 50
_MAXIMUM_PARAGRAPHS = 50
_WINDOW = 8
_BRACKETS = re.compile(r"[(){}\[\]]")
_INLINE = [(kind, re.compile(kind.pattern)) for kind in INLINE_KINDS]
_LINES = [(kind, re.compile(kind.pattern)) for kind in LINE_KINDS]
_ALERT = re.compile(ALERT)
_INDENTED_CONTAINER = re.compile(INDENTED_CONTAINER)
_CONTENTS_ITEM = re.compile(CONTENTS_ITEM, re.MULTILINE)
_MODULE_LINE = re.compile(MODULE_LINE, re.MULTILINE)


class Region(NamedTuple):
    """A stretch of the source that is syntax; `is_value` says that it stands for words."""

    start: int
    end: int
    reason: str
    is_value: bool = False


class MaskedText(NamedTuple):
    """A text whose syntax is masked.

    `regions` are sorted and disjoint. `containers` are the offsets of the list items that replace
    the lines that open an indented container, or the mark of a definition, with their elements.
    `has_components` says that indented text is not code, because components enclose it.
    """

    text: str
    filler: str
    regions: tuple[Region, ...]
    containers: Mapping[int, str]
    has_components: bool


def mask_dialects(text: str, body_start: int) -> MaskedText | None:
    """Mask the syntax from `body_start` on; return None if there is none."""
    filler = next((sign for sign in _FILLERS if sign not in text), "")
    lines = _LineScanner(text, body_start)
    lines.scan()
    found = [*lines.regions, *_find_in_text(text, body_start, lines.code)]
    regions = tuple(_drop_overlaps(found))
    if not regions or not filler:
        return None
    parts = []
    done = 0
    for region in regions:
        parts += [text[done : region.start], _fill(text[region.start : region.end], filler)]
        done = region.end
    masked = "".join([*parts, text[done:]])
    # A line of syntax alone ends a paragraph.
    alone = re.compile(rf"^([ \t>]*)([{filler}][{filler} \t]*)(?=\r?$)", re.MULTILINE)
    masked = alone.sub(lambda line: line[1] + " " * len(line[2]), masked)
    starts = {region.start for region in regions}
    containers = {start: tag for start, tag in lines.containers.items() if start in starts}
    for offset, tag in containers.items():
        item = _DEFINITION_ITEM if tag == DEFINITION else _ITEM
        masked = masked[:offset] + item + masked[offset + len(item) :]
    has_components = any(text.startswith("</", region.start) for region in regions)
    return MaskedText(masked, filler, regions, containers, has_components)


def _fill(syntax: str, filler: str) -> str:
    return re.sub(r"[^\r\n]", filler, syntax)


def _drop_overlaps(regions: list[Region]) -> Iterator[Region]:
    done = 0
    for region in sorted(regions, key=lambda region: (region.start, -region.end)):
        if region.start >= done and region.start < region.end:
            yield region
            done = region.end


class _LineScanner:
    """One pass over the lines: finds the code, and the syntax that is bound to lines."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.regions: list[Region] = []
        self.containers: dict[int, str] = {}
        self.definitions = DefinitionFinder()
        # The spans of fenced code.
        self.code: list[tuple[int, int]] = []
        # The fences of the open directives that contain prose.
        self._fences: list[str] = []
        # The patterns of ends that are not in the rest of the text.
        self._missing: set[str] = set()

    def scan(self) -> None:
        """Scan all lines."""
        fence, fence_start, has_options = "", 0, False
        position = self.start
        while position < len(self.text):
            match = _LINE.match(self.text, position)
            assert match is not None
            line, start, position = match[1], match.start(), max(match.end(), match.start() + 1)
            opening = _FENCE.fullmatch(line)
            if fence:
                if opening and _closes(opening, fence):
                    self.code.append((fence_start, match.end()))
                    fence = ""
                continue
            if opening and self._read_directive_fence(opening, start):
                has_options = True
                continue
            if opening and not (opening["run"][0] == "`" and "`" in opening["rest"]):
                fence, fence_start = opening["run"], start
                continue
            if has_options and (end := self._find_options_end(line, position)) >= 0:
                self._add(start, end, CONTAINER)
                position = end
                continue
            if has_options and _OPTION.fullmatch(line):
                self._add(start + len(line) - len(line.lstrip(" \t>")), match.end(1), CONTAINER)
                continue
            if not self._read_definition(line, start):
                position, has_options = self._read_line(line, start, position)
        if fence:
            self.code.append((fence_start, len(self.text)))

    def _find_options_end(self, line: str, after: int) -> int:
        """Return the end of the options in YAML that a line opens, or -1."""
        return self._find_end(r"[ \t>]*---[ \t]*", after) if line.strip(" \t>") == "---" else -1

    def _read_definition(self, line: str, start: int) -> bool:
        """Read a line that may begin with the mark of a meaning; return whether it does."""
        end = self.definitions.find_mark(line)
        if end:
            self._add(start + end - 1, start + end, CONTAINER)
            self.containers[start + end - 1] = DEFINITION
        return end > 0

    def _add(self, start: int, end: int, reason: str) -> None:
        self.regions.append(Region(start, end, reason))

    def _read_directive_fence(self, fence: re.Match[str], start: int) -> bool:
        """Read the fence around a directive that contains prose; return whether it is one."""
        if self._fences and _closes(fence, self._fences[-1]):
            self._fences.pop()
        else:
            directive = _DIRECTIVE.match(fence["rest"])
            if directive is None or directive["name"] not in PROSE_DIRECTIVES:
                return False
            self._fences.append(fence["run"])
        self._add(start + fence.start("run"), start + fence.end(), CONTAINER)
        return True

    def _read_line(self, line: str, start: int, after: int) -> tuple[int, bool]:
        """Read a line outside code; return where to go on, and whether options may follow."""
        container = _INDENTED_CONTAINER.fullmatch(line)
        if container:
            self._add(start + container.start("syntax"), start + len(line), CONTAINER)
            self.containers[start + container.start("syntax")] = "section"
            return after, False
        alert = _ALERT.fullmatch(line) if "[!" in line else None
        if alert:
            self._add(start + alert.start("syntax"), start + len(line), CONTAINER)
            return after, False
        prefix = _PREFIX.match(line)
        assert prefix is not None
        for kind, pattern in _LINES:
            syntax = pattern.fullmatch(line, prefix.end())
            if syntax is None:
                continue
            end = start + syntax.end()
            if kind.end:
                closing = (
                    kind.end.format(**syntax.groupdict()) if "{name}" in kind.end else kind.end
                )
                last = self._find_end(closing, after)
                if last < 0:
                    continue
                end = after = last
            self._add(start + syntax.start(), end, kind.reason)
            return after, "{" in syntax[0]
        return after, False

    def _find_end(self, closing: str, start: int) -> int:
        """Return the end of the first line that the pattern `closing` matches, or -1."""
        if closing not in self._missing:
            line = re.compile(rf"^{closing}(?=\r?$)", re.MULTILINE).search(self.text, start)
            if line:
                return line.end()
            self._missing.add(closing)
        return -1


def _closes(fence: re.Match[str], opening: str) -> bool:
    return fence["run"].startswith(opening) and not fence["rest"].strip()


def _find_in_text(text: str, start: int, fences: list[tuple[int, int]]) -> Iterator[Region]:
    """Yield the syntax that is not bound to lines, outside code."""
    code = _find_code(text, start, fences)
    for kind, pattern in _INLINE:
        if kind.sign not in text or (kind.sign == "<" and not COMPONENT.search(text)):
            continue
        for match in pattern.finditer(text, start):
            if not _is_in_code(match.start(), code) and text[match.start() - 1] != "\\":
                yield Region(*match.span(), kind.reason, kind.is_value)
    if "{:" in text:
        for match in _CONTENTS_ITEM.finditer(text, start):
            yield Region(*match.span(), TEMPLATE)
    if "import " in text or "export " in text:
        for match in _MODULE_LINE.finditer(text, start):
            if not _is_in_code(match.start(), code):
                yield Region(match.start(), _find_module_end(text, match), MODULE)


def _find_code(text: str, start: int, fences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of code and of HTML comments, sorted."""
    code = sorted([*fences, *_find_code_spans(text, start, fences)])
    if "-->" in text:
        comments = [match.span() for match in _HTML_COMMENT.finditer(text, start)]
        code = sorted([*code, *(span for span in comments if not _is_in_code(span[0], code))])
    return code


def _find_module_end(text: str, statement: re.Match[str]) -> int:
    """Return the end of a statement: a blank line at which all its brackets are closed."""
    if statement[0].startswith("import"):
        return statement.end()
    # A bracket that never closes excludes only the first paragraph.
    first = _find_paragraph_end(text, statement.start())
    depth, start = 0, statement.start()
    for _ in range(_MAXIMUM_PARAGRAPHS):
        end = _find_paragraph_end(text, start)
        depth += sum(1 if sign in "([{" else -1 for sign in _BRACKETS.findall(text, start, end))
        if depth <= 0:
            return end
        start = end + 1
    return first


def _find_paragraph_end(text: str, start: int) -> int:
    blank = _BLANK.search(text, start)
    return blank.start() if blank else len(text.rstrip())


def _find_code_spans(
    text: str, start: int, fences: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the spans of inline code, which ends in the paragraph where it begins."""
    runs = [run for run in _TICKS.finditer(text, start) if not _is_in_code(run.start(), fences)]
    index = 0
    while index < len(runs):
        opening = runs[index]
        index += 1
        for number, run in enumerate(runs[index : index + _MAXIMUM_RUNS], index + 1):
            if len(run[0]) == len(opening[0]):
                if not _BLANK.search(text, opening.end(), run.start()):
                    yield opening.start(), run.end()
                    index = number
                break


def _is_in_code(offset: int, code: list[tuple[int, int]]) -> bool:
    index = bisect_right(code, (offset, len(code) and code[-1][1] + 1)) - 1
    return index >= 0 and offset < code[index][1]


def list_excluded_syntax(masked: MaskedText, text: str) -> Iterator[ExcludedText]:
    """Yield the syntax that was masked, with the reason."""
    for region in masked.regions:
        yield ExcludedText(
            Span(region.start, region.end), region.reason, text[region.start : region.end]
        )


def restore_block(raw: RawBlock, masked: MaskedText, text: str) -> RawBlock:
    """Take the filler out of a block; syntax that stands for words leaves OBJECT."""
    filler = masked.filler
    prose = raw.prose
    links = tuple(
        _restore_link(link, masked, text)
        if filler in f"{link.text}{link.href}{link.title}"
        else link
        for link in raw.links
    )
    if filler in prose.text:
        prose, links = remove_ranges(prose, links, list(_find_filler(raw, masked)))
    excluded_texts = tuple(
        excluded._replace(text=excluded.text.replace(filler, "")) for excluded in raw.excluded_texts
    )
    return raw._replace(prose=prose, links=links, excluded_texts=excluded_texts)


def _find_filler(raw: RawBlock, masked: MaskedText) -> Iterator[Cut]:
    """Yield the cuts that remove the filler, each with the space that would be left twice."""
    text = raw.prose.text
    first = len(text) - len(text.lstrip(f"{masked.filler} \n\u00a0"))
    done = 0
    for run in re.finditer(rf"{masked.filler}(?:[{masked.filler}\s]*{masked.filler})?", text):
        start, end = run.span()
        if is_between_words(text, start, end) and _has_value(raw, run, masked):
            yield Cut(start, end, leaves_object=True)
            done = end
            continue
        after = text[end : end + _WINDOW].lstrip()[:1]
        if start < first:
            start, end = 0, first
        elif text[start - 1].isspace() and start > done and not after.isalnum():
            start -= 1
        elif text[start - 1].isspace() and text[end : end + 1].isspace():
            end += 1
        start = max(start, done)
        if start < end:
            yield Cut(start, end)
            done = end


def _has_value(raw: RawBlock, run: re.Match[str], masked: MaskedText) -> bool:
    """Check whether a run of filler contains syntax that stands for words."""
    span = raw.prose.get_span(*run.span())
    first = max(bisect_right(masked.regions, span.start, key=lambda region: region.start) - 1, 0)
    last = bisect_right(masked.regions, span.end, key=lambda region: region.start)
    return any(region.is_value for region in masked.regions[first:last])


def _restore_link(link: Link, masked: MaskedText, text: str) -> Link:
    """Put the syntax back into the target of a link."""
    href = link.href
    first = bisect_right(masked.regions, link.span.start, key=lambda region: region.end)
    for region in masked.regions[first:]:
        if masked.filler not in href or region.end > link.span.end:
            break
        if region.end <= link.text_span.start or region.start >= link.text_span.end:
            syntax = text[region.start : region.end]
            href = href.replace(_fill(syntax, masked.filler), syntax, 1)
    return link._replace(
        text=link.text.replace(masked.filler, ""),
        href=href,
        title=link.title.replace(masked.filler, ""),
        attributes={
            name: href if name == "href" else value.replace(masked.filler, "")
            for name, value in link.attributes.items()
        },
    )
