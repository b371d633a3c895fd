"""Replacements for keywords of the JSON Schema library.

The library gives the key at fault only inside the text of its message: here the message of the
first three keywords is the key alone. And its patterns could hang a run.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import ValidationError

from plainlint.core.regex import compile_pattern


def _check_required(_: Any, names: list[str], instance: Any, _schema: Any) -> Iterator[Any]:
    if isinstance(instance, Mapping):
        yield from (ValidationError(name) for name in names if name not in instance)


def _check_dependent_required(
    validator: Any, needs: Mapping[str, list[str]], instance: Any, schema: Any
) -> Iterator[Any]:
    for key, names in needs.items():
        if isinstance(instance, Mapping) and key in instance:
            yield from _check_required(validator, names, instance, schema)


def _check_additional_properties(
    validator: Any, allowed: Any, instance: Any, schema: Any
) -> Iterator[Any]:
    if not isinstance(instance, Mapping):
        return
    patterns = schema.get("patternProperties", {})
    for key in sorted(instance.keys() - schema.get("properties", {}).keys()):
        if any(compile_pattern(pattern, case=True).matches(key) for pattern in patterns):
            continue
        if allowed is False:
            yield ValidationError(key)
        else:
            yield from validator.descend(instance[key], allowed, path=key)


def _check_pattern_properties(
    validator: Any, patterns: Mapping[str, Any], instance: Any, _schema: Any
) -> Iterator[Any]:
    for pattern, schema in patterns.items():
        for key, value in instance.items() if isinstance(instance, Mapping) else ():
            if compile_pattern(pattern, case=True).matches(key):
                yield from validator.descend(value, schema, path=key, schema_path=pattern)


def _check_pattern(_: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Any]:
    if isinstance(instance, str) and not compile_pattern(pattern, case=True).matches(instance):
        yield ValidationError(pattern)


KEYWORDS = {
    "required": _check_required,
    "dependentRequired": _check_dependent_required,
    "additionalProperties": _check_additional_properties,
    "patternProperties": _check_pattern_properties,
    "pattern": _check_pattern,
}
