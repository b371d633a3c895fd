"""Front matter as data: its values with the types of YAML 1.2, and where each of them stands."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml
from frontmatter.default_handlers import SafeLoader

from plainlint.core.source import Source, Span
from plainlint.document.model import FrontMatter
from plainlint.parse.yaml_nodes import CORE, Text, compose

# The keys and the numbers of list items that lead to a value.
Way: TypeAlias = tuple[str | int, ...]


class Data(NamedTuple):
    """What the front matter says, as JSON would have it, and the spans of its keys and values.

    A date is a text, and so is `no`.
    """

    value: Any
    keys: Mapping[Way, Span]
    values: Mapping[Way, Span]


def front_matter_data(source: Source, head: FrontMatter) -> Data:
    """The data of front matter in which nothing is wrong; without any it is an empty table."""
    data = Data({}, {}, {})
    if head.problems or not head.entries:
        return data
    inside = source.slice(Span(head.anchor.end, head.span.end)).rstrip(" \t").rstrip("-")
    place = Text(inside, head.anchor.end)
    return data._replace(value=_read(compose(place, SafeLoader), place, (), data))


def _read(node: Any, place: Text, way: Way, data: Data) -> Any:
    """The value of a node; the spans of all that is in it are put into `data`."""
    data.values[way] = place.value_span(node)  # type: ignore[index]
    if isinstance(node, yaml.SequenceNode):
        return [_read(each, place, (*way, index), data) for index, each in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    found = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in found:
            data.keys[*way, key] = place.value_span(key_node)  # type: ignore[index]
            found[key] = _read(value_node, place, (*way, key), data)
    return found


def _scalar(node: Any) -> str | int | float | bool | None:
    text, kind = str(node.value), node.tag.removeprefix(CORE)
    try:
        if kind == "int":
            return int(text)
        if kind == "float" and math.isfinite(number := float(text)):
            return number
    except ValueError:  # one that only YAML 1.1 takes for a number, such as 12:30
        return text
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return None if kind == "null" else text
