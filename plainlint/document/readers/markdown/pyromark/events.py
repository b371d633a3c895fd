"""pyromark's events as flat tuples with offsets in code points of the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeAlias

from pyromark import Markdown, Options

from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader, check_line

# A name, a value, and the source range. The value of "Text", "Code", "SoftBreak" and so on is their
# text; the value of "Link" and the like is their data, and "/Link" ends them. A plain tuple,
# because there are very many events.
Event: TypeAlias = tuple[str, Any, int, int]

_READER = Markdown(options=Options.ENABLE_TABLES)
_INLINE = ("Emphasis", "Strong", "Link", "Image")
_LEAVES = ("Paragraph", "Heading", "CodeBlock", "HtmlBlock")
_CONTAINERS = ("List", "Item", "BlockQuote", "Table", "TableHead", "TableRow", "TableCell")
# The events where one block ends and another may begin.
EDGES = frozenset(
    ["Rule", *_LEAVES, *_CONTAINERS, *(f"/{name}" for name in (*_LEAVES, *_CONTAINERS))]
)
_ENDS = {name: f"/{name}" for name in (*_INLINE, *_LEAVES, *_CONTAINERS)}
_WIDE = re.compile(r"[^\x00-\x7f]")
_FAR = 10**12


def read_events(text: str, base: int) -> Iterator[Event]:
    """Yield the events of the Markdown in `text`, which starts at offset `base` of the source.

    Raises:
        NeedsReferenceReader: the text has lone surrogates, which UTF-8 can't encode.
    """
    stretches, surplus = _find_stretches(text, base)
    low = high = shift = 0
    try:
        events: Iterator[tuple[Any, Any]] = _READER.events_with_range(text)
    except UnicodeEncodeError:
        raise NeedsReferenceReader("a lone surrogate") from None
    name: str
    value: Any
    for event, byte_range in events:
        start, end = byte_range.values()
        if not low <= start < high:
            index = bisect_right(stretches, start)
            low, high, shift = stretches[index - 1], stretches[index], surplus[index - 1]
        last = end - (shift if end < high else surplus[bisect_right(stretches, end) - 1])
        name, value = (event, None) if isinstance(event, str) else event.popitem()
        if name == "Start":
            name, value = (value, None) if isinstance(value, str) else value.popitem()
        elif name == "End":
            name = _ENDS[value if isinstance(value, str) else value.popitem()[0]]
        yield name, value, start - shift, last


def _find_stretches(text: str, base: int) -> tuple[list[int], list[int]]:
    """Return the byte offset of each stretch of text that has a wide character only at its end.

    The second list holds what to subtract from a byte offset in each stretch to get a source
    offset. The first list has one extra entry, which is beyond any offset.
    """
    starts, surplus, extra_bytes = [0], [-base], 0
    if not text.isascii():
        for match in _WIDE.finditer(text):
            extra_bytes += len(match.group().encode("utf-8", "surrogatepass")) - 1
            starts.append(match.end() + extra_bytes)
            surplus.append(extra_bytes - base)
    return [*starts, _FAR], surplus


_LOOSE = frozenset({"Text", "SoftBreak", "HardBreak"})


def trim_events(text: str, run: list[Event]) -> list[Event]:
    """Strip white space, including no-break spaces, from the ends of a block's inline events."""
    if _is_firm(run[0], 0) and _is_firm(run[-1], -1):
        return run
    while run and _is_blank(text, run[0]):
        if run[0][0] != "Text":
            check_line(text, run[0][3])
        del run[0]
    while run and _is_blank(text, run[-1]):
        del run[-1]
    if run and run[-1][0] == "HardBreak":
        raise NeedsReferenceReader("a backslash before a blank line")
    if run:
        name, value, start, end = run[0]
        if name == "Text" and value[0].isspace() and len(value) == end - start:
            rest = value.lstrip()
            run[0] = (name, rest, end - len(rest), end)
        name, value, start, end = run[-1]
        if name == "Text" and value[-1].isspace() and len(value) == end - start:
            rest = value.rstrip()
            run[-1] = (name, rest, start, start + len(rest))
    return run


def _is_firm(event: Event, index: int) -> bool:
    """Check that there is nothing to strip at the first (0) or last (-1) character of an event."""
    name, value, _, _ = event
    return name not in _LOOSE or (name == "Text" and value != "" and not value[index].isspace())


def _is_blank(text: str, event: Event) -> bool:
    name, value, start, end = event
    if name == "Text":
        return len(value) == end - start and (not value or value.isspace())
    return name == "SoftBreak" or (name == "HardBreak" and text[start] != "\\")


def find_content_start(text: str, first: Event, *, in_cell: bool) -> int:
    r"""Return where a block's content begins, including a backslash before its first character.

    A bar in a cell is an exception: there, `\|` is the bar itself.
    """
    name, value, start, _ = first
    escaped = name == "Text" and start > 0 and text[start - 1] == "\\"
    return start - 1 if escaped and not (in_cell and value[0] == "|") else start
