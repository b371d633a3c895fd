"""plainlint config: show the settings that apply to a file, and where they are set."""

import json
import re
from typing import Any

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ConfigCommandOptions, load_settings
from plainlint.config.loader import find_config, read_layers
from plainlint.config.provenance import Setting, collect_settings
from plainlint.core.errors import PlainlintError
from plainlint.core.files import make_relative
from plainlint.core.inert import make_inert_json, make_line
from plainlint.rulebook.selection import RuleSet

_BARE = re.compile(r"[\w-]+")


def config(options: ConfigCommandOptions, environment: Environment) -> CommandResult:
    """Print the settings as TOML, each with its file and line, and how many rules run.

    Raises:
        PlainlintError: no file is named, or its settings are wrong.
    """
    if options.schema:
        from plainlint.rulebook.config_schema import build_config_schema

        return CommandResult(make_inert_json(json.dumps(build_config_schema(), indent=2)) + "\n")
    path = options.path
    if path is None:
        raise PlainlintError("name the file whose settings to show, or use --schema")
    file = options.config.file or find_config(path)
    layers = read_layers(file) if file else ()
    inside = make_relative(str(path), file.parent) if file else str(path)
    rule_set = RuleSet(load_settings(options.config, environment.note), inspect_only=True)
    rules = rule_set.get_rules_for_path(str(path))
    rows = [
        (_format_setting(setting), setting.place) for setting in collect_settings(layers, inside)
    ]
    width = max(len(line) for line, _ in rows)
    lines = [f"{line:{min(width, 72)}}  # {make_line(place)}" for line, place in rows]
    if names := rule_set.rules_needing_plugins:
        lines.append(f"# not counted, as they need a check in Python: {', '.join(names)}")
    ending = f"# {len(rules)} of {len(rule_set.pages)} rules run on {make_line(str(path))}"
    return CommandResult("\n".join([*lines, ending, ""]))


def _format_setting(setting: Setting) -> str:
    keys = ".".join(key if _BARE.fullmatch(key) else _format_value(key) for key in setting.keys)
    return f"{keys} = {_format_value(setting.value)}"


def _format_value(value: Any) -> str:
    """Return a value in TOML; a value that is not set gets a comment, as TOML has no null."""
    if value is None:
        return '"" (not set)'
    plain = list(value) if isinstance(value, tuple | list) else value
    return make_inert_json(json.dumps(plain, ensure_ascii=False, default=str))
