"""Configuration values: what each key of a file may be, read and checked with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.config.settings import LIST_SENTENCES, PARSERS, PATH_KEYS, PathConfig
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError, format_suggestion

_TABLE = re.compile(r"\s*\[+(.+?)\]+\s*(?:#|$)")
_KEY = re.compile(r"\s*([^=#]+?)\s*=")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")


def find_line(text: str, keys: tuple[str, ...]) -> int:
    """The line of a TOML file that sets `keys`, or else the table that is nearest to them.

    Keys in between may be left out: (rule, patient) is found in [rule.x.limits] too.
    """
    lines = list(_iter_key_lines(text))
    for most in range(len(keys), 0, -1):
        wanted = keys[:most]
        exact = (number for number, path in lines if path == wanted)
        loose = (number for number, path in lines if _has_keys(path, wanted))
        if number := next(exact, 0) or next(loose, 0):
            return number
    return 1


def _iter_key_lines(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line that sets a key or opens a table: its number and all keys, from the outside in."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _split_key(header[1])
            table = table[2:] if table[:2] == ("tool", "plainlint") else table
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_split_key(key[1]))


def _split_key(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _has_keys(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path has the keys in their order, the last one last."""
    rest = iter(path)
    return path[-1:] == wanted[-1:] and all(key in rest for key in wanted)


class ConfigFile(NamedTuple):
    """One file's settings with what an error message needs: its path and text."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def locate(self, *keys: str) -> str:
        """`file:line` of a setting."""
        return f"{self.path}:{find_line(self.text, keys)}"

    def make_error(self, message: str, *keys: str) -> PlainlintError:
        """An error about a setting, with its place."""
        return PlainlintError(f"{self.locate(*keys)}: {message}")

    def read_strings(self, key: str, table: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        """A list of texts, or one text; empty if the key is not there."""
        value = (self.data if table is None else table).get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.make_error(f"'{key}' must be a list of strings", key)
        return tuple(value)

    def check_keys(self, keys: Iterable[str], allowed: frozenset[str], *table: str) -> None:
        """Refuse keys that are not allowed in a table."""
        for key in keys:
            if key not in allowed:
                raise self.make_error(
                    f"unknown key '{key}'{format_suggestion(key, allowed)}", *table, key
                )


def _read_audience(file: ConfigFile, table: Mapping[str, Any], *place: str) -> str:
    value = table["default-audience"]
    if value not in AUDIENCES:
        hint = format_suggestion(str(value), AUDIENCES)
        raise file.make_error(f"unknown audience '{value}'{hint}", *place, "default-audience")
    return str(value)


def _read_aliases(file: ConfigFile) -> dict[str, str]:
    table = _require_table(file, file.data["audience-aliases"], "audience-aliases")
    for alias, name in table.items():
        if name not in AUDIENCES:
            hint = format_suggestion(str(name), AUDIENCES)
            raise file.make_error(f"unknown audience '{name}'{hint}", "audience-aliases", alias)
    return {alias.lower(): name for alias, name in table.items()}


def _read_rule_overrides(file: ConfigFile, table: Any, *place: str) -> dict[str, Mapping[str, Any]]:
    rules = _require_table(file, table, *place, "rule")
    return {
        rule: dict(_require_table(file, change, *place, "rule", rule))
        for rule, change in rules.items()
    }


def _require_table(file: ConfigFile, value: Any, *place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise file.make_error(f"{place[-1]!r} must be a table", *place)
    return value


def _read_path_configs(file: ConfigFile) -> tuple[PathConfig, ...]:
    found = []
    for pattern, value in _require_table(file, file.data["per-path"], "per-path").items():
        place = ("per-path", pattern)
        table = _require_table(file, value, *place)
        file.check_keys(table, PATH_KEYS, *place)
        found.append(
            PathConfig(
                pattern,
                file.read_strings("select", table) if "select" in table else None,
                file.read_strings("ignore", table),
                _read_audience(file, table, *place) if "default-audience" in table else None,
                _read_rule_overrides(file, table.get("rule", {}), *place),
            )
        )
    return tuple(found)


def _read_flag(file: ConfigFile, key: str) -> bool:
    value = file.data[key]
    if not isinstance(value, bool):
        raise file.make_error(f"'{key}' must be true or false", key)
    return value


def _read_fail_on(file: ConfigFile) -> Severity | None:
    value = file.data["fail-on"]
    allowed = [*Severity, "never"]
    if value not in allowed:
        raise file.make_error(
            f"unknown severity '{value}'{format_suggestion(str(value), allowed)}", "fail-on"
        )
    return None if value == "never" else Severity(value)


def _read_choice(file: ConfigFile, key: str, allowed: Iterable[str]) -> str:
    value = file.data[key]
    if value not in allowed:
        names = " or ".join(f"'{name}'" for name in allowed)
        raise file.make_error(f"'{key}' must be {names}", key)
    return str(value)


def _read_number(file: ConfigFile, key: str, kind: type[int] | type[float]) -> Any:
    value = file.data[key]
    if isinstance(value, bool) or not isinstance(value, int | kind) or value < 0:
        whole = "whole " if kind is int else ""
        raise file.make_error(f"'{key}' must be a {whole}number of 0 or more", key)
    return value


def _read_text(file: ConfigFile, key: str) -> str:
    value = file.data[key]
    if not isinstance(value, str):
        raise file.make_error(f"'{key}' must be a text", key)
    return value


def _read_paths(file: ConfigFile, key: str) -> tuple[Path, ...]:
    paths = tuple(file.path.parent / name for name in file.read_strings(key))
    for path in paths:
        if not path.exists():
            raise file.make_error(f"'{key}' names {str(path)!r}, which does not exist", key)
    return paths


def _read_folders(file: ConfigFile, key: str) -> tuple[Path, ...]:
    paths = _read_paths(file, key)
    for path in paths:
        if not path.is_dir():
            raise file.make_error(f"'{key}' names {str(path)!r}, which is no folder", key)
    return paths


READERS: dict[str, Callable[[ConfigFile], Any]] = {
    "select": lambda file: file.read_strings("select"),
    "ignore": lambda file: file.read_strings("ignore"),
    "enable": lambda file: file.read_strings("enable"),
    "default-audience": lambda file: _read_audience(file, file.data),
    "audience-aliases": _read_aliases,
    "glossary": lambda file: _read_paths(file, "glossary"),
    "default-glossary": lambda file: _read_flag(file, "default-glossary"),
    "rules": lambda file: _read_paths(file, "rules"),
    "checks": lambda file: _read_paths(file, "checks"),
    "styles": lambda file: _read_folders(file, "styles"),
    "plugins": lambda file: _read_flag(file, "plugins"),
    "rule": lambda file: _read_rule_overrides(file, file.data["rule"]),
    "per-path": _read_path_configs,
    "list-sentences": lambda file: _read_choice(file, "list-sentences", LIST_SENTENCES),
    "parser": lambda file: _read_choice(file, "parser", PARSERS),
    "fail-on": _read_fail_on,
    "max-warnings": lambda file: _read_number(file, "max-warnings", int),
    "include": lambda file: file.read_strings("include"),
    "exclude": lambda file: file.read_strings("exclude"),
    "baseline": lambda file: file.path.parent / _read_text(file, "baseline"),
    "tolerance": lambda file: _read_number(file, "tolerance", float),
    "rules-url": lambda file: _read_text(file, "rules-url"),
}
