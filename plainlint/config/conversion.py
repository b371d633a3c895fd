"""Conversion: check and convert the value of each setting, from a file or a program.

A converter takes the setting's name as its user wrote it, for the message, and the value. It
raises PlainlintError for a wrong value; the error's `key` is the key inside a table, if any.
"""

import re
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

from plainlint.core import __version__
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError, find_nearest, format_suggestion

NEVER = "never"

Converter: TypeAlias = Callable[[str, Any], Any]


def to_strings(name: str, value: Any) -> tuple[str, ...]:
    """Return a tuple of strings; one string becomes a tuple of one."""
    texts = (value,) if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise PlainlintError(f"'{name}' must be a list of strings")
    return tuple(texts)


def to_paths(name: str, value: Any) -> tuple[Path, ...]:
    """Return a tuple of paths; one path becomes a tuple of one."""
    paths = (value,) if isinstance(value, str | PathLike) else value
    if not isinstance(paths, list | tuple):
        raise PlainlintError(f"'{name}' must be a list of paths")
    return tuple(to_path(name, path) for path in paths)


def to_path(name: str, value: Any) -> Path:
    """Return a path; a string becomes a path."""
    if not isinstance(value, str | PathLike):
        raise PlainlintError(f"'{name}' must be a path")
    return Path(value)


def to_optional_path(name: str, value: Any) -> Path | None:
    """Return a path, or None."""
    return None if value is None else to_path(name, value)


def to_text(name: str, value: Any) -> str:
    """Return a string."""
    if not isinstance(value, str):
        raise PlainlintError(f"'{name}' must be a text")
    return value


_COUNTRY = re.compile(r"[A-Za-z]{2}", re.ASCII)


def to_country(name: str, value: Any) -> str:
    """Return a country's code of two letters in capitals, or an empty string for none."""
    code = to_text(name, value)
    if code and not _COUNTRY.fullmatch(code):
        raise PlainlintError(
            f"'{name}' must be two letters, such as 'GB' for Britain or 'US' for the United States"
        )
    # People write UK, which is not the code in language tags.
    return {"UK": "GB"}.get(code.upper(), code.upper())


_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]\w+)*")


def to_language(name: str, value: Any) -> str:
    """Return a language's code, such as `es` for `es-MX`; an empty string for none."""
    code = to_text(name, value).lower()
    if not code:
        return ""
    if match := _LANGUAGE.fullmatch(code):
        return match[1]
    raise PlainlintError(f"'{name}' must be a language, such as 'en' or 'es'")


_LINK_FORM = re.compile(r"[^{}\s]*(?:\{id(?::0>[1-9]\d?)?\}[^{}\s]*|\{name\}[^{}\s]*)", re.ASCII)


def to_link_form(name: str, value: Any) -> str:
    """Return the target of popup links with one placeholder, or an empty string for none."""
    form = to_text(name, value)
    if form and not _LINK_FORM.fullmatch(form):
        raise PlainlintError(
            f"'{name}' must be an address with {{id}} or {{name}} for the term, such as"
            " 'https://example.org/words/{name}'"
        )
    return form


def to_required_version(name: str, value: Any) -> str:
    """Return a specifier of versions, as in PEP 440, which this version meets; empty for any."""
    text = to_text(name, value)
    if not text:
        return text
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        specifier = SpecifierSet(text)
    except InvalidSpecifier as error:
        raise PlainlintError(
            f"'{name}' must be versions as in '>=0.2' or '>=0.2,<1', not {value!r}"
        ) from error
    if not specifier.contains(__version__, prereleases=True):
        raise PlainlintError(
            f"these settings are for plainlint {text}, and this is plainlint {__version__}; "
            f"install another version, or change '{name}'"
        )
    return text


def to_flag(name: str, value: Any) -> bool:
    """Return True or False."""
    if not isinstance(value, bool):
        raise PlainlintError(f"'{name}' must be true or false")
    return value


def to_number(name: str, value: Any) -> float:
    """Return a number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise PlainlintError(f"'{name}' must be a number of 0 or more")
    return value


def to_count(name: str, value: Any) -> int | None:
    """Return a whole number of 0 or more, or None for no limit."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise PlainlintError(f"'{name}' must be a whole number of 0 or more")
    return value


def to_audience(_name: str, value: Any) -> str:
    """Return the name of one of the four audiences."""
    return _require_audience(value)


def to_optional_audience(name: str, value: Any) -> str | None:
    """Return the name of one of the four audiences, or None."""
    return None if value is None else to_audience(name, value)


def to_aliases(name: str, value: Any) -> Mapping[str, str]:
    """Return further audience names, in small letters, each with the audience it stands for."""
    table = to_table(name, value)
    for alias, audience in table.items():
        _require_audience(audience, alias)
    return {alias.lower(): audience for alias, audience in table.items()}


def _require_audience(value: Any, key: str = "") -> str:
    if value not in AUDIENCES:
        hint = format_suggestion(str(value), AUDIENCES)
        raise PlainlintError(f"unknown audience '{value}'{hint}", key)
    return str(value)


def to_choice(allowed: tuple[str, ...]) -> Converter:
    """Return a converter that accepts one of a few strings."""

    def convert(name: str, value: Any) -> str:
        if value not in allowed:
            names = " or ".join(f"'{choice}'" for choice in allowed)
            nearest = find_nearest(str(value), allowed)
            hint = f"; did you mean '{nearest}'?" if nearest else ""
            raise PlainlintError(f"'{name}' must be {names}, not {value!r}{hint}")
        return str(value)

    return convert


def to_fail_on(_name: str, value: Any) -> Severity | None:
    """Return the mildest severity that fails a run; None, or `never`, for no severity."""
    if value is None or value == NEVER:
        return None
    allowed = [*Severity, NEVER]
    if value not in allowed:
        hint = format_suggestion(str(value), allowed)
        raise PlainlintError(f"unknown severity '{value}'{hint}")
    return Severity(value)


def to_overrides(name: str, value: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return overrides of rules: a table for each rule id."""
    return {
        rule: dict(to_table(rule, changes, rule)) for rule, changes in to_table(name, value).items()
    }


def to_table(name: str, value: Any, key: str = "") -> Mapping[str, Any]:
    """Return a table."""
    if not isinstance(value, Mapping):
        raise PlainlintError(f"'{name}' must be a table", key)
    return value
