"""Configuration files, key by key: each value checked, and errors with their file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.config import conversion as convert
from plainlint.config.settings import CONVERTERS, PATH_KEYS, PathConfig, get_field
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.files import find_trespass

_TABLE = re.compile(r"\s*\[+(.+?)\]+\s*(?:#|$)")
_KEY = re.compile(r"\s*([^=#]+?)\s*=")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")


def find_line(text: str, keys: tuple[str, ...]) -> int:
    """Return the line of a TOML file that sets `keys`, or else the line of the nearest table.

    Keys in between may be missing: (rule, patient) is found in [rule.x.limits] too.
    """
    lines = list(_iter_key_lines(text))
    for length in range(len(keys), 0, -1):
        wanted = keys[:length]
        exact = (number for number, path in lines if path == wanted)
        loose = (number for number, path in lines if _has_keys(path, wanted))
        if number := next(exact, 0) or next(loose, 0):
            return number
    return 1


def _iter_key_lines(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the number and all keys, outermost first, of lines that set a key or open a table."""
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
    """Return whether a path has the keys in this order, and ends with the last of them."""
    rest = iter(path)
    return path[-1:] == wanted[-1:] and all(key in rest for key in wanted)


class ConfigFile(NamedTuple):
    """One file's settings with what an error message needs: its path and text."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def locate(self, *keys: str) -> str:
        """Return the `file:line` of a setting."""
        return f"{self.path}:{find_line(self.text, keys)}"

    def make_error(self, message: str, *keys: str) -> PlainlintError:
        """Return an error about a setting, with its file and line."""
        return PlainlintError(f"{self.locate(*keys)}: {message}")

    def convert(self, converter: convert.Converter, value: Any, *keys: str) -> Any:
        """Return a setting's checked value.

        Args:
            keys: where the setting is in the file, from the outside in.

        Raises:
            PlainlintError: the value is wrong.
        """
        try:
            return converter(keys[-1], value)
        except PlainlintError as error:
            inside = [error.key] if error.key else []
            raise self.make_error(str(error), *keys, *inside) from error

    def read_strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or one text as a list; empty if the key is missing."""
        texts: tuple[str, ...] = self.convert(convert.to_strings, self.data.get(key, []), key)
        return texts

    def check_keys(self, keys: Iterable[str], allowed: frozenset[str], *table: str) -> None:
        """Reject keys that are not allowed in a table."""
        for key in keys:
            if key not in allowed:
                raise self.make_error(
                    f"unknown key '{key}'{format_suggestion(key, allowed)}", *table, key
                )


def read_setting(file: ConfigFile, key: str) -> Any:
    """Return the checked value of a key of a configuration file.

    Paths are relative to the file's folder, and what they name must exist.

    Raises:
        PlainlintError: the value is wrong.
    """
    value = file.data[key]
    field = get_field(key)
    if field == "per_path":
        return _read_path_configs(file, key)
    if field in _PATH_LISTS:
        return _read_paths(file, key, folders=field in _FOLDER_LISTS)
    if field == "baseline":
        path = file.path.parent / file.convert(convert.to_text, value, key)
        _refuse_trespass(file, key, path)
        return path
    return file.convert(CONVERTERS[field], value, key)


# Settings that name paths, and those of them that name nothing but folders.
_PATH_LISTS = frozenset({"glossary", "accept", "rule_folders", "check_files", "vale_styles"})
_FOLDER_LISTS = frozenset({"vale_styles"})


def _read_paths(file: ConfigFile, key: str, *, folders: bool) -> tuple[Path, ...]:
    paths = tuple(file.path.parent / name for name in file.read_strings(key))
    for path in paths:
        if not path.exists():
            raise file.make_error(f"'{key}' names {str(path)!r}, which does not exist", key)
        if folders and not path.is_dir():
            raise file.make_error(f"'{key}' names {str(path)!r}, which is not a folder", key)
        _refuse_trespass(file, key, path)
    return paths


def _refuse_trespass(file: ConfigFile, key: str, path: Path) -> None:
    is_code = get_field(key) == "check_files"
    if problem := find_trespass(path, file.path.parent, is_code=is_code):
        raise file.make_error(f"'{key}' names {str(path)!r}, which {problem}", key)


def _read_path_configs(file: ConfigFile, key: str) -> tuple[PathConfig, ...]:
    settings = []
    for pattern, value in file.convert(convert.to_table, file.data[key], key).items():
        place = (key, pattern)
        table = file.convert(convert.to_table, value, *place)
        file.check_keys(table, PATH_KEYS, *place)
        values = {
            get_field(name): file.convert(CONVERTERS[get_field(name)], value, *place, name)
            for name, value in table.items()
        }
        settings.append(PathConfig(pattern, **values))
    return tuple(settings)
