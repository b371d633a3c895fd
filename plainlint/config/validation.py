"""Configuration values: what each key of a file may be, read and checked with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.config.settings import LIST_SENTENCES, PARSERS, PATH_KEYS, PathConfig
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError, did_you_mean

_TABLE = re.compile(r"\s*\[+(.+?)\]+\s*(?:#|$)")
_KEY = re.compile(r"\s*([^=#]+?)\s*=")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line of a TOML file that sets `keys`, or else the table that is nearest to them.

    Keys in between may be left out: (rule, patient) is found in [rule.x.limits] too.
    """
    lines = list(_key_lines(text))
    for most in range(len(keys), 0, -1):
        wanted = keys[:most]
        exact = (number for number, path in lines if path == wanted)
        loose = (number for number, path in lines if _holds(path, wanted))
        if number := next(exact, 0) or next(loose, 0):
            return number
    return 1


def _key_lines(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line that sets a key or opens a table: its number and all keys, from the outside in."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            table = table[2:] if table[:2] == ("tool", "plainlint") else table
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_parts(key[1]))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _holds(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path has the keys in their order, the last one last."""
    rest = iter(path)
    return path[-1:] == wanted[-1:] and all(key in rest for key in wanted)


class ConfigFile(NamedTuple):
    """One file's settings with what an error message needs: its path and text."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def place(self, *keys: str) -> str:
        """`file:line` of a setting."""
        return f"{self.path}:{line_of(self.text, keys)}"

    def error(self, message: str, *keys: str) -> PlainlintError:
        """An error about a setting, with its place."""
        return PlainlintError(f"{self.place(*keys)}: {message}")

    def strings(self, key: str, table: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """A list of texts, or one text; empty if the key is not there."""
        value = (self.data if table is None else table).get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(f"'{key}' must be a list of strings", key)
        return tuple(value)

    def known(self, keys: Iterable[str], allowed: frozenset[str], *table: str) -> None:
        """Refuse keys that are not allowed in a table."""
        for key in keys:
            if key not in allowed:
                raise self.error(f"unknown key '{key}'{did_you_mean(key, allowed)}", *table, key)


def _audience(file: ConfigFile, table: Mapping[str, Any], *place: str) -> str:
    value = table["default-audience"]
    if value not in AUDIENCES:
        hint = did_you_mean(str(value), AUDIENCES)
        raise file.error(f"unknown audience '{value}'{hint}", *place, "default-audience")
    return str(value)


def _aliases(file: ConfigFile) -> dict[str, str]:
    table = _table(file, file.data["audience-aliases"], "audience-aliases")
    for alias, name in table.items():
        if name not in AUDIENCES:
            hint = did_you_mean(str(name), AUDIENCES)
            raise file.error(f"unknown audience '{name}'{hint}", "audience-aliases", alias)
    return {alias.lower(): name for alias, name in table.items()}


def _changes(file: ConfigFile, table: Any, *place: str) -> dict[str, Mapping[str, Any]]:
    rules = _table(file, table, *place, "rule")
    return {
        rule: dict(_table(file, change, *place, "rule", rule)) for rule, change in rules.items()
    }


def _table(file: ConfigFile, value: Any, *place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise file.error(f"{place[-1]!r} must be a table", *place)
    return value


def _per_path(file: ConfigFile) -> tuple[PathConfig, ...]:
    found = []
    for pattern, value in _table(file, file.data["per-path"], "per-path").items():
        place = ("per-path", pattern)
        table = _table(file, value, *place)
        file.known(table, PATH_KEYS, *place)
        found.append(
            PathConfig(
                pattern,
                file.strings("select", table) if "select" in table else None,
                file.strings("ignore", table),
                _audience(file, table, *place) if "default-audience" in table else None,
                _changes(file, table.get("rule", {}), *place),
            )
        )
    return tuple(found)


def _flag(file: ConfigFile, key: str) -> bool:
    value = file.data[key]
    if not isinstance(value, bool):
        raise file.error(f"'{key}' must be true or false", key)
    return value


def _fail_on(file: ConfigFile) -> Severity | None:
    value = file.data["fail-on"]
    allowed = [*Severity, "never"]
    if value not in allowed:
        raise file.error(
            f"unknown severity '{value}'{did_you_mean(str(value), allowed)}", "fail-on"
        )
    return None if value == "never" else Severity(value)


def _one_of(file: ConfigFile, key: str, allowed: Iterable[str]) -> str:
    value = file.data[key]
    if value not in allowed:
        names = " or ".join(f"'{name}'" for name in allowed)
        raise file.error(f"'{key}' must be {names}", key)
    return str(value)


def _number(file: ConfigFile, key: str, kind: type[int] | type[float]) -> Any:
    value = file.data[key]
    if isinstance(value, bool) or not isinstance(value, int | kind) or value < 0:
        whole = "whole " if kind is int else ""
        raise file.error(f"'{key}' must be a {whole}number of 0 or more", key)
    return value


def _text(file: ConfigFile, key: str) -> str:
    value = file.data[key]
    if not isinstance(value, str):
        raise file.error(f"'{key}' must be a text", key)
    return value


def _paths(file: ConfigFile, key: str) -> tuple[Path, ...]:
    paths = tuple(file.path.parent / name for name in file.strings(key))
    for path in paths:
        if not path.exists():
            raise file.error(f"'{key}' names {str(path)!r}, which does not exist", key)
    return paths


def _folders(file: ConfigFile, key: str) -> tuple[Path, ...]:
    paths = _paths(file, key)
    for path in paths:
        if not path.is_dir():
            raise file.error(f"'{key}' names {str(path)!r}, which is no folder", key)
    return paths


READERS: dict[str, Callable[[ConfigFile], Any]] = {
    "select": lambda file: file.strings("select"),
    "ignore": lambda file: file.strings("ignore"),
    "enable": lambda file: file.strings("enable"),
    "default-audience": lambda file: _audience(file, file.data),
    "audience-aliases": _aliases,
    "glossary": lambda file: _paths(file, "glossary"),
    "default-glossary": lambda file: _flag(file, "default-glossary"),
    "rules": lambda file: _paths(file, "rules"),
    "checks": lambda file: _paths(file, "checks"),
    "styles": lambda file: _folders(file, "styles"),
    "plugins": lambda file: _flag(file, "plugins"),
    "rule": lambda file: _changes(file, file.data["rule"]),
    "per-path": _per_path,
    "list-sentences": lambda file: _one_of(file, "list-sentences", LIST_SENTENCES),
    "parser": lambda file: _one_of(file, "parser", PARSERS),
    "fail-on": _fail_on,
    "max-warnings": lambda file: _number(file, "max-warnings", int),
    "include": lambda file: file.strings("include"),
    "exclude": lambda file: file.strings("exclude"),
    "baseline": lambda file: file.path.parent / _text(file, "baseline"),
    "tolerance": lambda file: _number(file, "tolerance", float),
    "rules-url": lambda file: _text(file, "rules-url"),
}
