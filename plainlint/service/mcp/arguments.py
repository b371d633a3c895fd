"""The arguments of a call, checked by the JSON Schema that the list of tools gives for them."""

from collections.abc import Mapping
from typing import Any

from plainlint.core.errors import PlainlintError, format_suggestion

_TYPES: Mapping[str, str] = {"string": "a text", "integer": "a whole number", "array": "a list"}


def check_arguments(arguments: Mapping[str, Any], schema: Mapping[str, Any]) -> None:
    """Check the arguments of a call.

    Args:
        arguments: what was given.
        schema: that of an object, with the few keywords that our tools use.

    Raises:
        PlainlintError: one is unknown, missing or wrong; the message says what it can be.
    """
    properties = schema["properties"]
    for name in arguments:
        if name not in properties:
            raise PlainlintError(f"unknown argument '{name}'{format_suggestion(name, properties)}")
    for name in schema["required"]:
        if name not in arguments:
            raise PlainlintError(f"the argument '{name}' is missing")
    for name, value in arguments.items():
        _check_value(f"'{name}'", value, properties[name])


def _check_value(name: str, value: Any, schema: Mapping[str, Any]) -> None:
    if _get_type(value) != schema["type"]:
        raise PlainlintError(f"{name} must be {_TYPES[schema['type']]}")
    if "enum" in schema and value not in schema["enum"]:
        allowed = ", ".join(schema["enum"])
        raise PlainlintError(f"{name} must be one of: {allowed}")
    if isinstance(value, list):
        _check_size(name, len(value), schema.get("minItems"), schema.get("maxItems"), " entries")
        for number, item in enumerate(value, 1):
            _check_value(f"entry {number} of {name}", item, schema["items"])
    elif isinstance(value, str):
        least, most = schema.get("minLength"), schema.get("maxLength")
        _check_size(name, len(value), least, most, " characters")
    else:
        _check_size(name, value, schema.get("minimum"), schema.get("maximum"))


def _get_type(value: Any) -> str:
    """Return the type of a value in JSON, if it is one of those that our tools take."""
    return {str: "string", int: "integer", list: "array"}.get(type(value), "")


def _check_size(name: str, size: int, least: int | None, most: int | None, unit: str = "") -> None:
    verb = "have" if unit else "be"
    if least is not None and size < least:
        raise PlainlintError(f"{name} must {verb} at least {least:,}{unit}")
    if most is not None and size > most:
        raise PlainlintError(f"{name} must {verb} at most {most:,}{unit}")
