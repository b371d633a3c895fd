"""front-matter-field: the shape of front-matter values, and what they ask of each other."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from plainlint.checks import Hit
from plainlint.metadata import FrontMatter, Value
from plainlint.patterns import Regex, compiled

Type: TypeAlias = Literal["text", "number", "list", "table"]

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
# A number is a text too: nobody writes quotes around a title of digits.
_FITTING: Mapping[Type, tuple[Type, ...]] = {
    "text": ("text", "number"),
    "number": ("number",),
    "list": ("list",),
    "table": ("table",),
}


def front_matter_field(
    front_matter: FrontMatter,
    types: Mapping[str, Type] = MappingProxyType({}),
    patterns: Mapping[str, Regex] = MappingProxyType({}),
    needs: Mapping[str, list[str]] = MappingProxyType({}),
    order: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Each value that is wrong; keys that are missing or empty are not looked at.

    Args:
        types: keys with `text`, `number`, `list` or `table`.
        patterns: keys with a pattern that must match the whole value.
        needs: keys, each with those that must be filled in beside it.
        order: keys of dates (YYYY-MM-DD), each with the key of a date that is not earlier.

    Message:
        key: the key.
        problem: what is wrong.
    """
    head = front_matter
    filled = {key for key, entry in head.entries.items() if entry.value}
    found = [
        *_shapes(head, types, patterns),
        *(
            (key, f"the key '{other}' must be filled in too")
            for key, other in _pairs(needs, filled)
        ),
        *((key, f"it is later than '{order[key]}'") for key in order if _later(head, key, order)),
    ]
    for key, problem in found:
        if key in filled:
            yield Hit(head.span_of(key), {"key": key, "problem": problem})


def _shapes(
    head: FrontMatter, types: Mapping[str, Type], patterns: Mapping[str, Regex]
) -> Iterator[tuple[str, str]]:
    for key, wanted in types.items():
        if key in head.entries and _type(head.entries[key].value) not in _FITTING[wanted]:
            yield key, f"it must be a {wanted}"
    for key, pattern in patterns.items():
        if not any(compiled(f"^(?:{pattern})$", case=True).find(head.text(key))):
            yield key, f"it must look like {pattern}"


def _pairs(needs: Mapping[str, list[str]], filled: Collection[str]) -> Iterator[tuple[str, str]]:
    return ((key, other) for key, all_ in needs.items() for other in all_ if other not in filled)


def _later(head: FrontMatter, key: str, order: Mapping[str, str]) -> bool:
    one, other = head.text(key)[:10], head.text(order[key])[:10]
    return bool(other) and one > other


def _type(value: Value) -> Type:
    if isinstance(value, tuple):
        return "list"
    if isinstance(value, Mapping):
        return "table"
    return "number" if _NUMBER.fullmatch(value or "") else "text"
