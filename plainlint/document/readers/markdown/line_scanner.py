"""Find the syntax of Markdown dialects that is bound to lines, and the fenced code."""

import re
from collections.abc import Iterable

from plainlint.document.model import DEFINITION
from plainlint.document.readers.markdown.definitions import DefinitionFinder
from plainlint.document.readers.markdown.dialects import (
    ALERT,
    INDENTED_CONTAINER,
    PROSE_DIRECTIVES,
    PROSE_FENCES,
    TABS_KINDS,
)
from plainlint.document.readers.markdown.regions import Region
from plainlint.document.readers.markdown.syntax_kinds import CONTAINER, TITLE, LineKind, TabsKind

# An item of a list that no one writes: its indented lines are read as the container's inside.
_ITEM = "+   ***"
# Its text is the meaning.
_DEFINITION_ITEM = "-"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<run>`{3,}|~{3,})(?P<rest>.*)")
_DIRECTIVE = re.compile(r"[ \t]*\{(?P<name>[\w:-]+)\}")
_PROSE_FENCE = re.compile(rf"[ \t]*(?:{PROSE_FENCES})")
_OPTION = re.compile(
    r"[ \t>]*(?::[\w-]+:(?:[ \t].*)?|(?:title|collapse|icon|color|class|id):[ \t].*)"
)
_PREFIX = re.compile(r"[ \t>]*")
_HEADING = re.compile(r"[ \t]*(?P<title>(?P<marks>#{1,6})[ \t].*)")
_ALERT = re.compile(ALERT)
_INDENTED_CONTAINER = re.compile(INDENTED_CONTAINER)


class LineScanner:
    """One pass over the lines of a text from `start` on.

    Attributes:
        regions: the syntax that was found.
        containers: the offsets of the lines that open an indented container, and of the marks of
            definitions, with their elements.
        code: the spans of fenced code.
        prose_fences: the spans of the lines that look like fences of code, but have prose between.
    """

    def __init__(self, text: str, start: int, kinds: Iterable[LineKind]) -> None:
        self.text = text
        self.start = start
        self.regions: list[Region] = []
        self.containers: dict[int, str] = {}
        self._definitions = DefinitionFinder()
        self.code: list[tuple[int, int]] = []
        self.prose_fences: list[tuple[int, int]] = []
        self._kinds = [(kind, re.compile(kind.pattern)) for kind in kinds]
        # The fences of the open directives that contain prose.
        self._fences: list[str] = []
        # The patterns of ends that are not in the rest of the text.
        self._missing: set[str] = set()
        self._tabs = _TabTitles(kind for kind in TABS_KINDS if kind.sign in text)

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
        end = self._definitions.find_mark(line)
        if end:
            self._add(start + end - 1, start + end, CONTAINER, _DEFINITION_ITEM)
            self.containers[start + end - 1] = DEFINITION
        return end > 0

    def _add(self, start: int, end: int, reason: str, replacement: str = "") -> None:
        self.regions.append(Region(start, end, reason, replacement=replacement))

    def _read_directive_fence(self, fence: re.Match[str], start: int) -> bool:
        """Read the fence around a directive that contains prose; return whether it is one."""
        if self._fences and _closes(fence, self._fences[-1]):
            self._fences.pop()
        else:
            directive = _DIRECTIVE.match(fence["rest"])
            name = directive["name"].rpartition(":")[2] if directive else ""
            if name not in PROSE_DIRECTIVES and not _PROSE_FENCE.match(fence["rest"]):
                return False
            self._fences.append(fence["run"])
        span = start + fence.start("run"), start + fence.end()
        self._add(*span, CONTAINER)
        self.prose_fences.append(span)
        return True

    def _read_line(self, line: str, start: int, after: int) -> tuple[int, bool]:
        """Read a line outside code; return where to go on, and whether options may follow."""
        if self._tabs.kinds and (title := self._tabs.find_title(line)):
            self._add(start + title.start("title"), start + len(line), TITLE)
            return after, False
        container = _INDENTED_CONTAINER.fullmatch(line)
        if container:
            opened = start + container.start("syntax")
            self._add(opened, start + len(line), CONTAINER, _ITEM)
            self.containers[opened] = "section"
            return after, False
        alert = _ALERT.fullmatch(line) if "[!" in line else None
        if alert:
            self._add(start + alert.start("syntax"), start + len(line), CONTAINER)
            return after, False
        prefix = _PREFIX.match(line)
        assert prefix is not None
        if prefix.end() == len(line):
            return after, False
        for kind, pattern in self._kinds:
            syntax = pattern.fullmatch(line, prefix.end())
            if syntax is None:
                continue
            first, last = syntax.span("syntax" if "syntax" in pattern.groupindex else 0)
            end = start + last
            if kind.end:
                end = self._find_end(kind.end.format(**syntax.groupdict()), after)
                if end < 0:
                    continue
                after = end
            replacement = syntax.expand(kind.replacement) if kind.replacement else ""
            self._add(start + first, end, kind.reason, replacement)
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


class _TabTitles:
    """Finds the headings that are titles of tabs: those of the level of the first one."""

    def __init__(self, kinds: Iterable[TabsKind]) -> None:
        self.kinds = tuple(kinds)
        self._open: TabsKind | None = None
        self._depth = 0
        self._marks = ""

    def find_title(self, line: str) -> re.Match[str] | None:
        """Return the match of a title, with its group `title`; lines must come in order."""
        if self._open is None:
            self._open = next((k for k in self.kinds if re.fullmatch(k.start, line)), None)
            self._depth, self._marks = 1, ""
            return None
        if re.fullmatch(self._open.closing, line):
            self._depth -= 1
            if not self._depth:
                self._open = None
        elif re.fullmatch(self._open.opening, line):
            self._depth += 1
        elif heading := _HEADING.fullmatch(line):
            self._marks = self._marks or heading["marks"]
            return heading if heading["marks"] == self._marks else None
        return None
