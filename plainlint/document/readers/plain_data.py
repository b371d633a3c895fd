"""Front matter in TOML and JSON: data of their readers as values that stay as written."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from plainlint.document.model import Value

# Deeper than any hand-written head, and shallow enough for recursive code.
MAXIMUM_DEPTH = 50
# The formats of front matter other than YAML, by how it opens; `---toml` names its own.
_FORMATS = {"+++": "toml", "toml": "toml", "{": "json", "json": "json"}


def get_head_format(opening: str) -> str:
    """Return the format of front matter that opens like this: `yaml`, `toml` or `json`.

    It is empty for what is none of these, such as the head of an HTML page.
    """
    return _FORMATS.get(opening.lstrip("- \t"), "yaml" if opening.startswith("-") else "")


def is_too_deep(data: Any) -> bool:
    """Check whether tables and lists are nested more than `MAXIMUM_DEPTH` levels deep."""
    level = [data]
    for _ in range(MAXIMUM_DEPTH + 1):
        level = [
            item
            for collection in level
            if isinstance(collection, dict | list)
            for item in (collection.values() if isinstance(collection, dict) else collection)
        ]
    return bool(level)


def convert_to_value(data: Any) -> Value:
    """Return data as a front-matter value: all but lists, tables and nothing are strings."""
    if isinstance(data, list):
        return tuple(map(convert_to_value, data))
    if isinstance(data, Mapping):
        return {key: convert_to_value(item) for key, item in data.items()}
    if isinstance(data, bool):
        return str(data).lower()
    return None if data is None else str(convert_dates(data))


def convert_dates(data: Any) -> Any:
    """Return data with its dates and times as ISO strings, as JSON has them."""
    if isinstance(data, list):
        return list(map(convert_dates, data))
    if isinstance(data, dict):
        return {key: convert_dates(item) for key, item in data.items()}
    return data.isoformat() if isinstance(data, date | datetime | time) else data
