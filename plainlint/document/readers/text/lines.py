"""The lines of a plain text: where they are, and what their shape says."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n\f]*)(\r\n|[\r\n\f]|\Z)")
_BULLET = re.compile(
    r"(?:[-*+\u2022\u2023\u2043\u25aa\u25cf\u25e6\u2219\u00b7\u2013\u2014o\uf0b7]|[\[(][ xX][\])]"
    r"|\(?(?:\d{1,3}[.)]|[a-zA-Z]\)|[ivx]{1,4}[.)]))[ \t\u00a0]+(?=\S)"
)
_RULE = re.compile(r"([-=_*~#+.\u2014\u2500\u2501\u2550]) ?(?:\1 ?){2,}")
_GAP = re.compile(r"\t+| {3,}")
# Text is wrapped at 60 to 100 signs; a longer line is a whole paragraph.
_LONGEST_WRAPPED = 120
# Of the lines of a wrapped text; the others are long addresses or tables.
_WRAPPED_SHARE = 0.95
# In an even edge of wrapped lines the next word would have passed the longest line by this.
_SLACK = 4


class Line(NamedTuple):
    """A line of text without the white space around it.

    `start` and `end` are its range in the source, `indent` is the width of the white space before
    it, and `bullet` the offset in the source where the text after its bullet or number begins: 0 if
    it has none.
    """

    text: str
    start: int
    end: int
    indent: int
    bullet: int

    @property
    def is_rule(self) -> bool:
        """Whether it is a line drawn with signs."""
        return _RULE.fullmatch(self.text) is not None


def read_lines(text: str, start: int) -> Iterator[Line]:
    """Yield the lines from an offset on, the empty ones too."""
    position = start
    while position < len(text):
        match = _LINE.match(text, position)
        assert match is not None
        content = match[1].strip()
        first = match.start() + len(match[1]) - len(match[1].lstrip())
        bullet = _BULLET.match(content)
        indent = len(text[match.start() : first].expandtabs())
        after = first + bullet.end() if bullet else 0
        yield Line(content, first, first + len(content), indent, after)
        position = max(match.end(), position + 1)


def find_columns(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the columns of a table's row; one range if it is no such row."""
    edges = [0, *(edge for gap in _GAP.finditer(text) for edge in gap.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def measure_width(lines: Sequence[Line]) -> int:
    """Return the width that a text is wrapped at, in code points; 0 if it is not wrapped."""
    widths = [line.indent + len(line.text) for line in lines if " " in line.text]
    wrapped = [width for width in widths if width <= _LONGEST_WRAPPED]
    has_long_lines = len(wrapped) < _WRAPPED_SHARE * len(widths)
    return 0 if has_long_lines else max(wrapped, default=0)


def is_wrapped(line: Line, following: Line, width: int) -> bool:
    """Check whether a line goes on in the next one: the next word had no room in it."""
    word = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) + _SLACK > width > 0
