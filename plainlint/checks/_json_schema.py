"""JSON Schema validation, with messages that writers understand."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError, find_nearest

_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "empty",
    "number": "a number",
    "object": "a table",
    "string": "a text",
}
_FORMATS = {
    "date": "a real date such as 2026-03-09",
    "date-time": "a date and time such as 2026-03-09T12:00:00Z",
    "email": "an email address",
    "uri": "a web address",
}


class SchemaViolation(NamedTuple):
    """A part of the data that does not match the schema.

    Attributes:
        path: the keys and item numbers that lead to it.
        problem: what is wrong.
        advice: what to do.
        missing: the key that is missing, if that is the problem.
        at_key: whether the problem is at the key, not in its value.
    """

    path: tuple[str | int, ...]
    problem: str
    advice: str = ""
    missing: str = ""
    at_key: bool = False


def find_violations(data: Any, file: Path) -> Iterator[SchemaViolation]:
    """Yield every violation of the schema in a file.

    Raises:
        PlainlintError: the file is not a schema or refers to another file, or the library is not
            installed.
    """
    try:
        schema = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PlainlintError(f"{file}: can't be read: {error}", "schema") from error
    validator = _build_validator(schema, str(file))
    from referencing.exceptions import Unresolvable

    try:
        for violation in validator.iter_errors(data):
            yield from _iter_violations(violation)
    except Unresolvable as error:
        raise PlainlintError(
            f"{file}: '$ref' refers to {error.ref!r}, which is not in this file; nothing is "
            "downloaded and no other file is read: copy it under '$defs'",
            "schema",
        ) from error


@remember(16)
def _build_validator(text: str, name: str) -> Any:
    try:
        from jsonschema import Draft202012Validator, SchemaError, validators
        from jsonschema_specifications import REGISTRY

        from plainlint.checks._json_schema_keywords import KEYWORDS
    except ImportError as error:
        message = "a JSON Schema needs another package: pip install 'plainlint[schema]'"
        raise PlainlintError(message, "schema") from error
    try:
        schema = json.loads(text)
        kind = validators.validator_for(schema, default=Draft202012Validator)
        kind.check_schema(schema)
    except json.JSONDecodeError as error:
        message = f"{name}:{error.lineno}: this is not valid JSON: {error.msg}"
        raise PlainlintError(message, "schema") from error
    except SchemaError as error:
        at = "/".join(map(str, error.absolute_path)) or "its top"
        message = f"{name}: this is not a valid JSON Schema, at {at}: {error.message}"
        raise PlainlintError(message, "schema") from error
    kind = validators.extend(kind, KEYWORDS)
    # With the default registry, the library would download the schemas that `$ref` names.
    return kind(schema, registry=REGISTRY, format_checker=kind.FORMAT_CHECKER)


def _iter_violations(error: Any) -> Iterator[SchemaViolation]:
    from jsonschema.exceptions import best_match

    path, expected = tuple(error.absolute_path), error.validator_value
    if error.validator in ("anyOf", "oneOf") and error.context:
        closest = best_match([error])
        if closest is not error:
            yield from _iter_violations(closest)
            return
        violations = (v for child in error.context for v in _iter_violations(child))
        problems = dict.fromkeys(violation.problem for violation in violations)
        yield SchemaViolation(path, " or ".join(problems))
    elif error.validator in ("required", "dependentRequired"):
        key = error.message
        yield SchemaViolation(path, "is missing", f"add the key {key!r}", key, at_key=True)
    elif error.validator == "additionalProperties":
        key = error.message
        near = find_nearest(key, error.schema.get("properties", {}))
        advice = f"write {near!r}" if near else ""
        yield SchemaViolation((*path, key), "is no known key", advice, at_key=True)
    else:
        describe = _DESCRIPTIONS.get(error.validator, lambda _: f"does not fit: {error.message}")
        near = find_nearest(str(error.instance), expected) if error.validator == "enum" else ""
        yield SchemaViolation(path, describe(expected), f"write {near!r}" if near else "")


def _join_values(values: Any) -> str:
    return ", ".join(map(str, values))


def _describe_types(kinds: Any) -> str:
    names = [kinds] if isinstance(kinds, str) else kinds
    return f"must be {' or '.join(_TYPES[name] for name in names)}"


# What each keyword of a schema requires, in words.
_DESCRIPTIONS: Mapping[str, Callable[[Any], str]] = {
    "type": _describe_types,
    "enum": lambda values: f"must be one of: {_join_values(values)}",
    "const": lambda value: f"must be {value}",
    "pattern": lambda pattern: f"must look like {pattern}",
    "format": lambda name: f"must be {_FORMATS.get(name, f'of the format {name}')}",
    "minLength": lambda number: f"must have {number} or more characters",
    "maxLength": lambda number: f"must have {number} or fewer characters",
    "minimum": lambda number: f"must be {number} or more",
    "maximum": lambda number: f"must be {number} or less",
    "exclusiveMinimum": lambda number: f"must be more than {number}",
    "exclusiveMaximum": lambda number: f"must be less than {number}",
    "multipleOf": lambda number: f"must be a multiple of {number}",
    "minItems": lambda number: f"must have {number} or more items",
    "maxItems": lambda number: f"must have {number} or fewer items",
    "minProperties": lambda number: f"must have {number} or more keys",
    "maxProperties": lambda number: f"must have {number} or fewer keys",
    "uniqueItems": lambda _: "has an item twice",
    "not": lambda _: "has a value that the schema rules out",
}
