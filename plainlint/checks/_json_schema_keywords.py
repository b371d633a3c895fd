"""Keywords of JSON Schema in our own hands, where those of the library do not suit.

The library names the key at fault in the words of its message alone, and its patterns could hang a
run. The message of the first three is the key.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import ValidationError

from plainlint.core.regex import compiled


def _required(_: Any, names: list[str], instance: Any, _schema: Any) -> Iterator[Any]:
    if isinstance(instance, Mapping):
        yield from (ValidationError(name) for name in names if name not in instance)


def _dependent(
    validator: Any, needs: Mapping[str, list[str]], instance: Any, schema: Any
) -> Iterator[Any]:
    for key, names in needs.items():
        if isinstance(instance, Mapping) and key in instance:
            yield from _required(validator, names, instance, schema)


def _additional(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[Any]:
    if not isinstance(instance, Mapping):
        return
    patterns = schema.get("patternProperties", {})
    for key in sorted(instance.keys() - schema.get("properties", {}).keys()):
        if any(compiled(pattern, case=True).matches(key) for pattern in patterns):
            continue
        if allowed is False:
            yield ValidationError(key)
        else:
            yield from validator.descend(instance[key], allowed, path=key)


def _by_pattern(
    validator: Any, patterns: Mapping[str, Any], instance: Any, _schema: Any
) -> Iterator[Any]:
    for pattern, schema in patterns.items():
        for key, value in instance.items() if isinstance(instance, Mapping) else ():
            if compiled(pattern, case=True).matches(key):
                yield from validator.descend(value, schema, path=key, schema_path=pattern)


def _pattern(_: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Any]:
    if isinstance(instance, str) and not compiled(pattern, case=True).matches(instance):
        yield ValidationError(pattern)


KEYWORDS = {
    "required": _required,
    "dependentRequired": _dependent,
    "additionalProperties": _additional,
    "patternProperties": _by_pattern,
    "pattern": _pattern,
}
