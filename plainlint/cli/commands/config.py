"""plainlint config: the settings that apply to a file, and where each of them comes from."""

import json
import re
from argparse import Namespace
from pathlib import Path
from typing import Any

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import load_options
from plainlint.config.loader import find_config, read_layers
from plainlint.config.provenance import Setting, collect_settings
from plainlint.core.files import make_relative
from plainlint.engine.linter import Linter

_BARE = re.compile(r"[\w-]+")


def config(args: Namespace, surroundings: Environment) -> CommandResult:
    """The settings as TOML, each with its file and line, and how many rules run on the file."""
    path = Path(args.paths[0])
    file = Path(args.config) if args.config else find_config(path)
    layers = read_layers(file) if file else ()
    inside = make_relative(str(path), file.parent) if file else str(path)
    linter = Linter(load_options(args), surroundings.today)
    rules = linter.get_rules_for_path(str(path))
    rows = [(_format_setting(each), each.place) for each in collect_settings(layers, inside)]
    width = max(len(line) for line, _ in rows)
    lines = [f"{line:{min(width, 72)}}  # {place}" for line, place in rows]
    ending = f"# {len(rules)} of {len(linter.pages)} rules run on {path}"
    return CommandResult("\n".join([*lines, ending, ""]))


def _format_setting(each: Setting) -> str:
    keys = ".".join(key if _BARE.fullmatch(key) else json.dumps(key) for key in each.keys)
    return f"{keys} = {_format_value(each.value)}"


def _format_value(value: Any) -> str:
    """A value as TOML writes it; there is no word for one that is not set."""
    if value is None:
        return '"" (not set)'
    plain = list(value) if isinstance(value, tuple | list) else value
    return json.dumps(plain, ensure_ascii=False, default=str)
