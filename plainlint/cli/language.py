"""The language of what a command says besides its findings: notes, and what went wrong."""

from collections.abc import Sequence
from itertools import pairwise

from plainlint.cli.options import ConfigOptions, load_settings
from plainlint.core.errors import PlainlintError

_OPTION = "--lang"


def find_language(options: object) -> str:
    """Return the language of `--lang`, else that of the settings; empty if nothing says it.

    Args:
        options: the options of a command; those without settings have those of this folder.
    """
    config = options if isinstance(options, ConfigOptions) else getattr(options, "config", None)
    config = config if isinstance(config, ConfigOptions) else ConfigOptions()
    if config.lang:
        return config.lang
    try:
        return load_settings(config).lang
    except PlainlintError:
        # The settings themselves may be what is wrong.
        return ""


def find_given_language(argv: Sequence[str]) -> str:
    """Return the language that a command line names, although it can't be parsed."""
    for argument, following in pairwise([*argv, ""]):
        if argument == _OPTION:
            return following
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
    return find_language(ConfigOptions())
