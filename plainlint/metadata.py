"""Front matter as frozen entries: every key and value as written, with its span in the source."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from plainlint.core.source import Span

# A front-matter value as written: a string, None when empty, a tuple for a list, else a mapping.
Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value] | None"


class Entry(NamedTuple):
    """A front-matter key with its value as written: `no` stays "no", `1.10` stays "1.10"."""

    key: str
    value: Value
    key_span: Span
    value_span: Span


class Problem(NamedTuple):
    """Something wrong with the front matter itself: what and where."""

    message: str
    span: Span


class FrontMatter(NamedTuple):
    """The metadata block at the head of a document.

    `span` covers it with its delimiters and is empty when there is none; `anchor` is where a
    finding about something missing is shown.
    """

    entries: Mapping[str, Entry]
    span: Span
    anchor: Span
    problems: tuple[Problem, ...] = ()

    def text(self, key: str) -> str:
        """The value of `key` as one string; empty when it is missing, empty or a list."""
        entry = self.entries.get(key)
        return entry.value.strip() if entry is not None and isinstance(entry.value, str) else ""

    def span_of(self, key: str) -> Span:
        """Where the value of `key` stands, its key if the value is empty, else the anchor."""
        entry = self.entries.get(key)
        if entry is None:
            return self.anchor
        empty = entry.value_span.start == entry.value_span.end
        return entry.key_span if empty else entry.value_span
