"""Front matter as JSON data, for schemas: every key and value with its span."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml
from frontmatter.default_handlers import SafeLoader

from plainlint.core.source import Source, Span
from plainlint.document.model import FrontMatter, Value
from plainlint.document.readers.plain_data import get_head_format
from plainlint.document.readers.yaml import CORE, YamlText, compose

# The line that ends front matter.
_CLOSING = re.compile(r"(?<![^\r\n])[ \t]*(?:---+|\.\.\.|\+\+\+)[ \t]*\Z")

# The keys and list indexes that lead to a value.
KeyPath: TypeAlias = tuple[str | int, ...]


class FrontMatterData(NamedTuple):
    """The front matter as JSON data, and the spans of its keys and values.

    Dates and words such as `no` are strings.
    """

    value: Any
    keys: Mapping[KeyPath, Span]
    values: Mapping[KeyPath, Span]


def read_front_matter_data(source: Source, head: FrontMatter) -> FrontMatterData:
    """Read front matter as data; it is empty if there is none or it can't be read."""
    inherited = {
        key: _convert_value(entry.value)
        for key, entry in head.entries.items()
        if head.is_inherited(key)
    }
    data = FrontMatterData(inherited, {}, {})
    if len(inherited) == len(head.entries):
        return data
    form = get_head_format(source.slice(head.anchor))
    if not form:
        return _read_entries(head)
    if form != "yaml":
        own = _read_plain_data(form, source, head)
        return own._replace(value={**inherited, **own.value})
    inside = _CLOSING.sub("", source.slice(Span(head.anchor.end, head.span.end)))
    yaml_text = YamlText(inside, head.anchor.end)
    value = _read_node(compose(yaml_text, SafeLoader), yaml_text, (), data)
    return data._replace(value={**inherited, **value})


def _convert_value(value: Value) -> Any:
    """Return a front-matter value as JSON data; all but lists and tables are strings."""
    if isinstance(value, tuple):
        return list(map(_convert_value, value))
    if isinstance(value, Mapping):
        return {key: _convert_value(item) for key, item in value.items()}
    return value


def _read_entries(head: FrontMatter) -> FrontMatterData:
    """Read what a document declares in the markup of its format: all values are texts."""
    return FrontMatterData(
        {key: entry.value for key, entry in head.entries.items()},
        {(key,): entry.key_span for key, entry in head.entries.items()},
        {(key,): entry.value_span for key, entry in head.entries.items()},
    )


def _read_plain_data(form: str, source: Source, head: FrontMatter) -> FrontMatterData:
    """Read TOML or JSON as data; what is inside a value has the span of the top-level key."""
    from plainlint.document.readers.json import read_json_data
    from plainlint.document.readers.toml import read_toml_data

    if source.slice(head.anchor) == "{":
        inside = source.slice(head.span)
    else:
        inside = _CLOSING.sub("", source.slice(Span(head.anchor.end, head.span.end)))
    value = (read_toml_data if form == "toml" else read_json_data)(inside)
    data = FrontMatterData(value, {}, {})
    for key, item in value.items():
        for path in _iter_paths(item, (key,)):
            data.keys[path] = head.entries[key].key_span  # type: ignore[index]
            data.values[path] = head.entries[key].value_span  # type: ignore[index]
    return data


def _iter_paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Yield the path of a value and of everything inside it."""
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _iter_paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _iter_paths(item, (*path, index))


def _read_node(node: Any, yaml_text: YamlText, path: KeyPath, data: FrontMatterData) -> Any:
    """Return the value of a node; add the spans of its keys and values to `data`."""
    data.values[path] = yaml_text.get_value_span(node)  # type: ignore[index]
    if isinstance(node, yaml.SequenceNode):
        return [
            _read_node(item, yaml_text, (*path, index), data)
            for index, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.ScalarNode):
        return _convert_scalar(node)
    table = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in table and isinstance(key_node, yaml.ScalarNode):
            data.keys[*path, key] = yaml_text.get_value_span(key_node)  # type: ignore[index]
            table[key] = _read_node(value_node, yaml_text, (*path, key), data)
    return table


def _convert_scalar(node: Any) -> str | int | float | bool | None:
    text, kind = str(node.value), node.tag.removeprefix(CORE)
    try:
        if kind == "int":
            return int(text)
        if kind == "float" and math.isfinite(number := float(text)):
            return number
    except ValueError:  # a number only to YAML 1.1, such as 12:30
        return text
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return None if kind == "null" else text
