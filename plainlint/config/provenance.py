"""Provenance: the settings that apply to one document, and where each of them was set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plainlint.config.settings import CONFIG_KEYS, RENAMED_KEYS, Config, get_field
from plainlint.config.validation import ConfigFile
from plainlint.core.gitignore import matches_pattern

# Keys that hold tables of further settings, and have no value of their own.
_TABLES = frozenset({"rule", "per-path"})
_DEFAULT = "default"


class Setting(NamedTuple):
    """A setting: its keys from the outside in, its value, and `file:line` or `default`."""

    keys: tuple[str, ...]
    value: Any
    place: str


def collect_settings(layers: Sequence[ConfigFile], relative: str) -> list[Setting]:
    """Return the settings that apply to a document, sorted by key.

    Args:
        layers: the configuration files, each after those that it overrides.
        relative: the document's path from the folder of the last of them.
    """
    settings = {setting.keys: setting for setting in _iter_defaults()}
    for layer in layers:
        settings |= {setting.keys: setting for setting in _iter_leaves(layer, layer.data, ())}
    for layer in layers:
        for pattern, table in layer.data.get("per-path", {}).items():
            if matches_pattern(relative, pattern):
                for setting in _iter_leaves(layer, table, ("per-path", pattern)):
                    general = settings.get(setting.keys)
                    settings[setting.keys] = _override_setting(general, setting)
    return sorted(settings.values(), key=lambda setting: setting.keys)


def _iter_defaults() -> Iterator[Setting]:
    config = Config()
    for key in sorted(CONFIG_KEYS - _TABLES):
        value = getattr(config, get_field(key))
        if isinstance(value, Mapping):
            yield from (Setting((key, inner), part, _DEFAULT) for inner, part in value.items())
        else:
            yield Setting((key,), value, _DEFAULT)


def _iter_leaves(
    file: ConfigFile, table: Mapping[str, Any], place: tuple[str, ...], above: tuple[str, ...] = ()
) -> Iterator[Setting]:
    """Yield the values of a table and of those in it.

    Args:
        place: the keys under which the file has the table, which are not part of its settings'.
    """
    for key, value in table.items():
        keys = (*above, key) if above or place else (RENAMED_KEYS.get(key, key),)
        if keys in {("per-path",), ("extend",)}:
            continue
        if isinstance(value, Mapping):
            yield from _iter_leaves(file, value, place, keys)
        else:
            yield Setting(keys, value, file.locate(*place, *above, key))


def _override_setting(general: Setting | None, by_path: Setting) -> Setting:
    """Return a path's setting, which replaces the general one; `ignore` adds to it."""
    if general is None or general.place == _DEFAULT or by_path.keys != ("ignore",):
        return by_path
    value = [*_wrap_in_list(general.value), *_wrap_in_list(by_path.value)]
    return Setting(by_path.keys, value, f"{general.place}, {by_path.place}")


def _wrap_in_list(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value
