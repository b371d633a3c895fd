"""JSON front matter: values as written, each top-level key and value with its span."""

import json
import re
from typing import Any

from plainlint.core.source import Span
from plainlint.document.model import FrontMatterEntry, Problem
from plainlint.document.readers.plain_data import MAXIMUM_DEPTH, convert_to_value, is_too_deep

_STRING_OR_BRACE = re.compile(r'"(?:[^"\\\r\n]|\\.)*"|[{}]')
_BETWEEN = re.compile(r"[\s,:]*")
_REST_OF_LINE = re.compile(r"[^\r\n]*")


def find_object_end(text: str, start: int) -> int:
    """Return the offset behind the brace that closes the one at `start`; -1 if none does."""
    depth = 0
    for match in _STRING_OR_BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return -1


def read_json_data(text: str) -> Any:
    """Return the data of a text that `read_json` reads without an error."""
    return json.loads(text)


def read_json(text: str, base: int) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    """Read the entries of a JSON object, and its problems.

    Args:
        text: the object.
        base: the offset of `text` in its source, in code points; spans are source spans.
    """
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
    whole = Span(base, base + len(text))
    try:
        data = decoder.decode(text) if text.strip() else {}
    except json.JSONDecodeError as error:
        end = _REST_OF_LINE.match(text, error.pos)
        span = Span(base + error.pos, base + (end.end() if end else len(text)))
        hint = "keys and texts need double quotes, and commas between them"
        return {}, [Problem(f"JSON: {error.msg}; {hint}", span)]
    except RecursionError:
        data = None
    if data is None or is_too_deep(data):
        message = f"the front matter is nested more than {MAXIMUM_DEPTH} levels deep"
        return {}, [Problem(message, whole)]
    if not isinstance(data, dict):
        return {}, [Problem('the front matter must be lines of `"key": value` in braces', whole)]
    entries: dict[str, FrontMatterEntry] = {}
    problems = []
    start = _skip(text, text.find("{") + 1)
    while text.startswith('"', start):
        key, key_end = decoder.raw_decode(text, start)
        value_start = _skip(text, key_end)
        value, value_end = decoder.raw_decode(text, value_start)
        key_span = Span(base + start + 1, base + key_end - 1)
        quote = int(isinstance(value, str) and text[value_start] == '"')
        value_span = Span(base + value_start + quote, base + value_end - quote)
        if key in entries:
            problems.append(Problem(f"the key `{key}` stands twice; keep one of them", key_span))
        else:
            entries[key] = FrontMatterEntry(key, convert_to_value(value), key_span, value_span)
        start = _skip(text, value_end)
    return entries, problems


def _skip(text: str, start: int) -> int:
    """Return the offset of the next key, value or bracket."""
    match = _BETWEEN.match(text, start)
    return match.end() if match else start
