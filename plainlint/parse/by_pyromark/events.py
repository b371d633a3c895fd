"""pyromark's events, flat and in code points of the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, TypeAlias

from pyromark import Markdown, Options

from plainlint.parse.by_pyromark.doubts import Doubt

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
    stretches, surplus = _stretches(text, base)
    low = high = shift = 0
    try:
        found: Iterator[tuple[Any, Any]] = _READER.events_with_range(text)
    except UnicodeEncodeError:
        raise Doubt("a lone surrogate") from None
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


def _stretches(text: str, base: int) -> tuple[list[int], list[int]]:
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
