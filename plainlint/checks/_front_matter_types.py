"""The types that values of the front matter may have, and how to write one."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from plainlint.document.model import Value

Type: TypeAlias = Literal[
    "text",
    "number",
    "whole number",
    "true or false",
    "date",
    "language",
    "url",
    "list",
    "table",
]

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_SHAPES: Mapping[Type, re.Pattern[str]] = {
    "text": re.compile(r"(?s:.*)"),
    "number": re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII),
    "whole number": re.compile(r"[-+]?\d+", re.ASCII),
    "true or false": re.compile("true|false", re.IGNORECASE),
    "date": _DATE,
    "language": re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII),
    "url": re.compile(r"https?://[^\s/.]+\.\S+", re.IGNORECASE),
}
_NAMES: Mapping[Type, str] = {
    "true or false": "true or false",
    "language": "a language tag",
    "url": "a web address",
}
_ADVICE: Mapping[Type, str] = {
    "text": "write a text on one line",
    "number": "write a number such as 12 or 1.5",
    "whole number": "write a number such as 12",
    "true or false": "write true or false",
    "date": "write a real date as YYYY-MM-DD, such as 2026-03-09",
    "language": "write a language tag such as en, es or pt-BR",
    "url": "write an address that begins with https://",
    "list": "write a list such as [one, two]",
    "table": "write lines of `key: value`, each with two blanks before it",
}


def must_be(wanted: Type) -> tuple[str, str]:
    """What is wrong with a value that is not of a type, and what to write."""
    return f"must be {_NAMES.get(wanted, f'a {wanted}')}", _ADVICE[wanted]


def is_of_type(value: Value, wanted: Type) -> bool:
    """Whether a value has a type, as it is written."""
    if wanted == "list":
        return isinstance(value, tuple)
    if wanted == "table":
        return isinstance(value, Mapping)
    match = _SHAPES[wanted].fullmatch(value.strip()) if isinstance(value, str) else None
    return match is not None and (wanted != "date" or _is_real(match[1]))


def _is_real(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def shown(value: Value) -> str:
    """A value as a message names it."""
    return value.strip() if isinstance(value, str) else "a list or table" if value else ""
