"""TOML front matter: values as written, each top-level key and value with its span."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import FrontMatterEntry, Problem
from plainlint.document.readers.plain_data import (
    MAXIMUM_DEPTH,
    convert_dates,
    convert_to_value,
    is_too_deep,
)

_STRING = (
    r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'[^'\r\n]*'"
)
_NOTHING = re.compile(r"(?:\s|#[^\r\n]*)*")
_KEY = re.compile(rf"[\w-]+|{_STRING}")
_REST_OF_KEY = re.compile(rf"(?:[ \t]*\.[ \t]*(?:[\w-]+|{_STRING}))*[ \t]*")
_TABLE = re.compile(r"\[\[?[ \t]*")
_TEXT = re.compile(_STRING)
_PART = re.compile(rf"{_STRING}|#[^\r\n]*|[\[{{]|[\]}}]")
_PLAIN = re.compile(r"[^#\r\n]*")
_LINE_END = re.compile(r"\r\n?|\n")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")


class _Statement(NamedTuple):
    """A line that sets a value, or the first line of a table, by its top-level key."""

    key: str
    key_span: Span
    value_span: Span


def read_toml_data(text: str) -> Any:
    """Return the data of a text that `read_toml` reads without an error, dates as strings."""
    return convert_dates(tomllib.loads(_LINE_END.sub("\n", text)))


def read_toml(text: str, base: int) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    """Read the entries of a TOML text, and its problems.

    The span of a table's value is that of all its lines.

    Args:
        text: the TOML text.
        base: the offset of `text` in its source, in code points; spans are source spans.
    """
    try:
        data = tomllib.loads(_LINE_END.sub("\n", text), parse_float=str)
    except tomllib.TOMLDecodeError as error:
        return {}, [_locate_error(str(error), text, base)]
    except RecursionError:
        data = None
    if data is None or is_too_deep(data):
        message = f"the front matter is nested more than {MAXIMUM_DEPTH} levels deep"
        return {}, [Problem(message, Span(base, base + len(text)))]
    spans: dict[str, tuple[Span, Span]] = {}
    last = ""
    for key, key_span, value_span in _iter_statements(text):
        if key not in spans:
            spans[key] = key_span, value_span
        elif key == last:  # the next line of a table
            first_span, table_span = spans[key]
            is_empty = table_span.start == table_span.end
            start = value_span.start if is_empty else table_span.start
            spans[key] = first_span, Span(start, max(table_span.end, value_span.end))
        last = key
    entries = {}
    for key, (key_span, value_span) in spans.items():
        if key in data:
            value = convert_to_value(data[key])
            entries[key] = FrontMatterEntry(
                key, value, _shift(key_span, base), _shift(value_span, base)
            )
    return entries, []


def _shift(span: Span, base: int) -> Span:
    return Span(base + span.start, base + span.end)


def _locate_error(message: str, text: str, base: int) -> Problem:
    """Return the problem of an error of tomllib, which has its line and column in its text."""
    place = _PLACE.search(message)
    reason = message[: place.start()] if place else message
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    is_located = place is not None and place[1] is not None
    line = int(place[1]) - 1 if place is not None and is_located else len(starts) - 1
    start = min(starts[min(line, len(starts) - 1)], len(text))
    rest = _LINE_END.split(text[start:], maxsplit=1)[0]
    hint = 'write lines of `key = "value"`, with quotes around a text'
    return Problem(f"TOML: {reason}; {hint}", Span(base + start, base + start + len(rest)))


def _iter_statements(text: str) -> Iterator[_Statement]:
    """Yield the statements of a valid TOML text with spans in it."""
    table: _Statement | None = None
    position = _find_end(_NOTHING, text, 0)
    while position < len(text):
        header = _TABLE.match(text, position)
        key_match = _KEY.match(text, header.end() if header else position)
        if key_match is None:
            return
        key_end = _find_end(_REST_OF_KEY, text, key_match.end())
        if header:
            key_span = _get_inner_span(text, key_match.start(), key_match.end())
            position = key_end + header.group().count("[")
            table = _Statement(_read_key(key_match.group()), key_span, Span(position, position))
            yield table
        else:
            start = _find_end(_NOTHING, text, key_end + 1)
            value_span, position = _find_value(text, start)
            if table:
                statement = Span(key_match.start(), position)
                yield table._replace(value_span=statement)
            else:
                key_span = _get_inner_span(text, key_match.start(), key_match.end())
                yield _Statement(_read_key(key_match.group()), key_span, value_span)
        position = _find_end(_NOTHING, text, position)


def _find_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _read_key(written: str) -> str:
    if written[0] not in "\"'":
        return written
    return next(iter(tomllib.loads(f"{written} = 0")))


def _get_inner_span(text: str, start: int, end: int) -> Span:
    """Return the span of a key or value without its quotes."""
    written = text[start:end]
    quotes = 3 if written.startswith(('"""', "'''")) else int(written.startswith(('"', "'")))
    return Span(start + quotes, end - quotes)


def _find_value(text: str, start: int) -> tuple[Span, int]:
    """Return the span of the value at `start` without its quotes, and where it ends."""
    if string := _TEXT.match(text, start):
        return _get_inner_span(text, start, string.end()), string.end()
    end = start
    if text.startswith(("[", "{"), start):
        depth = 0
        for part in _PART.finditer(text, start):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(part.group(), 0)
            end = part.end()
            if depth == 0:
                break
    else:
        end = start + len(text[start : _find_end(_PLAIN, text, start)].rstrip())
    return Span(start, end), end
