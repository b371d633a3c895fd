"""Provenance: the settings that apply to one document, each with the place that set it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from plainlint.config.settings import Config
from plainlint.config.validation import ConfigFile

# Settings that are no values but tables of further ones, or that only the program fills in.
_TABLES = frozenset({"rule", "per-path", "root", "origin"})
_DEFAULT = "default"


class Setting(NamedTuple):
    """A setting: its keys from the outside in, its value, and `file:line` or `default`."""

    keys: tuple[str, ...]
    value: Any
    place: str


def collect_settings(layers: Sequence[ConfigFile], relative: str) -> list[Setting]:
    """What applies to a document, sorted by key.

    Args:
        layers: the configuration files, each behind those that it lies over.
        relative: the document's path from the folder of the last of them.
    """
    found = {each.keys: each for each in _iter_defaults()}
    for layer in layers:
        found |= {each.keys: each for each in _iter_leaves(layer, layer.data, ())}
    for layer in layers:
        for pattern, table in layer.data.get("per-path", {}).items():
            if fnmatchcase(relative, pattern):
                for each in _iter_leaves(layer, table, ("per-path", pattern)):
                    found[each.keys] = _override_setting(found.get(each.keys), each)
    return sorted(found.values(), key=lambda each: each.keys)


def _iter_defaults() -> Iterator[Setting]:
    config = Config()
    for name in Config._fields:
        key = name.replace("_", "-")
        if key not in _TABLES:
            value = getattr(config, name)
            pairs = value.items() if isinstance(value, Mapping) else [("", value)]
            yield from (Setting((key, *filter(None, [part])), one, _DEFAULT) for part, one in pairs)


def _iter_leaves(
    file: ConfigFile, table: Mapping[str, Any], place: tuple[str, ...], keys: tuple[str, ...] = ()
) -> Iterator[Setting]:
    """The values of a table and of those in it; `place` is what stands above the table."""
    for key, value in table.items():
        here = (*keys, key)
        if isinstance(value, Mapping) and here != ("per-path",):
            yield from _iter_leaves(file, value, place, here)
        elif here not in {("per-path",), ("extend",)}:
            yield Setting(here, value, file.locate(*place, *here))


def _override_setting(below: Setting | None, above: Setting) -> Setting:
    """A path's own setting over the general one; what is ignored for a path is ignored as well."""
    if below is None or above.keys != ("ignore",):
        return above
    if below.place == _DEFAULT:
        return above
    value = [*_wrap_in_list(below.value), *_wrap_in_list(above.value)]
    return Setting(above.keys, value, f"{below.place}, {above.place}")


def _wrap_in_list(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value
