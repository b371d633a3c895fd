"""pyromark's events, flat and in code points of the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeAlias

from pyromark import Markdown, Options

from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader, check_line

# A name, a value, and where it starts and ends in the source. "Text", "Code", "SoftBreak" and so
# on stand there, and the value is their text. "Link" and the like begin there, and the value is
# their data; "/Link" is the end of it. This is no class, for there are very many of them.
Event: TypeAlias = tuple[str, Any, int, int]

_READER = Markdown(options=Options.ENABLE_TABLES)
_INLINE = ("Emphasis", "Strong", "Link", "Image")
_LEAVES = ("Paragraph", "Heading", "CodeBlock", "HtmlBlock")
_CONTAINERS = ("List", "Item", "BlockQuote", "Table", "TableHead", "TableRow", "TableCell")
# Where one block ends and another one may begin.
EDGES = frozenset(
    ["Rule", *_LEAVES, *_CONTAINERS, *(f"/{name}" for name in (*_LEAVES, *_CONTAINERS))]
)
_ENDS = {name: f"/{name}" for name in (*_INLINE, *_LEAVES, *_CONTAINERS)}
_WIDE = re.compile(r"[^\x00-\x7f]")
_FAR = 10**12


def read_events(text: str, base: int) -> Iterator[Event]:
    """The events of the Markdown in `text`, which starts at offset `base` of the source.

    Raises:
        Doubt: the text has code points that UTF-8 has no bytes for.
    """
    stretches, surplus = _find_stretches(text, base)
    low = high = shift = 0
    try:
        found: Iterator[tuple[Any, Any]] = _READER.events_with_range(text)
    except UnicodeEncodeError:
        raise NeedsReferenceReader("a lone surrogate") from None
    name: str
    value: Any
    for event, where in found:
        start, end = where.values()
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
    """Where, in bytes of UTF-8, each stretch begins that has no wide character but at its end.

    The second list says how much to take off a place in each to get the code point. The first one
    has a last stretch more, which no place is in.
    """
    starts, surplus, more = [0], [-base], 0
    if not text.isascii():
        for match in _WIDE.finditer(text):
            more += len(match.group().encode("utf-8", "surrogatepass")) - 1
            starts.append(match.end() + more)
            surplus.append(more - base)
    return [*starts, _FAR], surplus


_LOOSE = frozenset({"Text", "SoftBreak", "HardBreak"})


def trim_events(text: str, run: list[Event]) -> list[Event]:
    """The inline events of a block without white space at its ends, a no-break space too."""
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


def _is_firm(event: Event, at: int) -> bool:
    """Whether there is nothing to strip on the side of the event that `at` counts from."""
    name, value, _, _ = event
    return name not in _LOOSE or (name == "Text" and value != "" and not value[at].isspace())


def _is_blank(text: str, event: Event) -> bool:
    name, value, start, end = event
    if name == "Text":
        return len(value) == end - start and (not value or value.isspace())
    return name == "SoftBreak" or (name == "HardBreak" and text[start] != "\\")


def find_content_start(text: str, first: Event, *, in_cell: bool) -> int:
    r"""Where a block's content begins, a backslash with it that its first character needs.

    The bar of a cell needs none: there, `\|` is the bar itself.
    """
    name, value, start, _ = first
    escaped = name == "Text" and start > 0 and text[start - 1] == "\\"
    return start - 1 if escaped and not (in_cell and value[0] == "|") else start
