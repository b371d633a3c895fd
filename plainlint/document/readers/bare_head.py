"""Front matter without marks around it: `Title: Asthma` lines at the top, as in MultiMarkdown."""

import re

from plainlint.core.source import Span
from plainlint.document.model import FrontMatter, FrontMatterEntry

_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]{1,30}):[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?:\r\n?|\n|\Z)")
# One of these makes lines with colons a head: "Morning: one tablet" is text.
_USUAL_KEYS = frozenset({"title", "date", "audiencelevel", "language", "category", "slug"})
_FEWEST_KEYS = 2


def read_bare_head(text: str, start: int) -> FrontMatter | None:
    """Return the head at an offset; None if the lines there are no head.

    A blank line ends it. Keys count in any case: `Title` is `title`.
    """
    entries: dict[str, FrontMatterEntry] = {}
    end = start
    while line := _LINE.match(text, end):
        key = line["key"][0].lower() + line["key"][1:]
        value, end = line["value"], line.end()
        entries[key] = FrontMatterEntry(
            key, value, Span(*line.span("key")), Span(*line.span("value"))
        )
    is_ended = end == len(text) or text[end : end + 1] in {"\r", "\n"}
    names = {key.lower() for key in entries}
    if not is_ended or len(entries) < _FEWEST_KEYS or len(names & _USUAL_KEYS) < _FEWEST_KEYS:
        return None
    first = next(iter(entries.values()))
    return FrontMatter(entries, Span(start, end), Span(start, first.value_span.end))
