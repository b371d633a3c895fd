"""The settings that apply to documents, as TOML, each with the place that sets it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plainlint.cli.options import ConfigOptions, load_settings_of_file
from plainlint.config.loader import find_config, read_layers
from plainlint.config.provenance import Setting, collect_settings
from plainlint.config.settings import CONFIG_KEYS, Config, get_field
from plainlint.core.files import make_relative
from plainlint.core.inert import make_inert_json, make_line
from plainlint.rulebook.selection import RuleSet

_BARE = re.compile(r"[\w-]+")
_COMMAND_LINE = "command line"
_WIDEST = 72


def list_settings(path: Path, options: ConfigOptions, note: Callable[[str], None]) -> str:
    """Return the settings of a document, a line each, and how many rules run on it.

    Raises:
        PlainlintError: a file of settings, or a rule page, is wrong.
    """
    file = options.file or find_config(path, options.starts)
    layers = read_layers(file) if file else ()
    inside = make_relative(str(path), file.parent) if file else str(path)
    config = load_settings_of_file(file, options, note)
    settings = {setting.keys: setting for setting in collect_settings(layers, inside)}
    settings |= _collect_changes(load_settings_of_file(file, ConfigOptions(), _ignore), config)
    rows = [(_format_setting(setting), setting.place) for _, setting in sorted(settings.items())]
    width = min(max(len(line) for line, _ in rows), _WIDEST)
    lines = [f"{line:{width}}  # {make_line(place)}" for line, place in rows]
    rule_set = RuleSet(config, inspect_only=True)
    if names := rule_set.rules_needing_plugins:
        lines.append(f"# not counted, as they need a check in Python: {', '.join(names)}")
    count = len(rule_set.get_rules_for_path(str(path)))
    lines.append(f"# {count} of {len(rule_set.pages)} rules run on {make_line(str(path))}")
    return "".join(f"{line}\n" for line in lines)


def _ignore(_line: str) -> None:
    """Ignore a note, which is printed when the settings are read for use."""


def _collect_changes(before: Config, after: Config) -> dict[tuple[str, ...], Setting]:
    """Return the settings that the command line changes."""
    changed: dict[tuple[str, ...], Setting] = {}
    for key in CONFIG_KEYS - {"rule", "per-path"}:
        value = getattr(after, get_field(key))
        if value != getattr(before, get_field(key)):
            changed[key,] = Setting((key,), value, _COMMAND_LINE)
    return changed


def _format_setting(setting: Setting) -> str:
    keys = ".".join(key if _BARE.fullmatch(key) else _format_value(key) for key in setting.keys)
    return f"{keys} = {_format_value(setting.value)}"


def _format_value(value: Any) -> str:
    """Return a value in TOML; a value that is not set gets a comment, as TOML has no null."""
    if value is None:
        return '"" (not set)'
    plain = list(value) if isinstance(value, tuple | list) else value
    return make_inert_json(json.dumps(plain, ensure_ascii=False, default=str))
