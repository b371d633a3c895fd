"""plainlint config: show the settings that apply to a file, and where they are set."""

import json

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ConfigCommandOptions
from plainlint.cli.settings_listing import list_settings
from plainlint.core.errors import PlainlintError
from plainlint.core.inert import make_inert_json


def config(options: ConfigCommandOptions, environment: Environment) -> CommandResult:
    """Print the settings as TOML, each with its file and line, and how many rules run.

    Raises:
        PlainlintError: no file is named, or its settings are wrong.
    """
    if options.schema:
        from plainlint.rulebook.config_schema import build_config_schema

        return CommandResult(make_inert_json(json.dumps(build_config_schema(), indent=2)) + "\n")
    if options.path is None:
        raise PlainlintError("name the file whose settings to show, or use --schema")
    return CommandResult(list_settings(options.path, options.config, environment.note))
