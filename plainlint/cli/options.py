"""The settings of a run: the configuration file with the command line laid over it."""

from argparse import Namespace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plainlint.cli.environment import Environment
from plainlint.config.loader import find_config, load_config
from plainlint.config.settings import BASELINE, Config
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.engine.linter import Linter
from plainlint.run.cache import Cache
from plainlint.run.pipeline import Setup

if TYPE_CHECKING:
    from plainlint.engine.linter import Linter


def load_options(args: Namespace) -> Config:
    """The configuration file's settings with those of the command line laid over them."""
    named = getattr(args, "stdin_filename", None) or next(iter(getattr(args, "paths", ())), ".")
    start = Path(named)
    file = Path(args.config) if args.config else find_config(start)
    config = load_config(file) if file else Config()
    if select := _split_names(getattr(args, "select", None)):
        config = config._replace(select=select)
    if ignore := _split_names(getattr(args, "ignore", None)):
        config = config._replace(ignore=(*config.ignore, *ignore))
    if getattr(args, "require_reason", False):
        config = config._replace(enable=(*config.enable, "suppression/missing-reason"))
    if getattr(args, "no_plugins", False):
        config = config._replace(plugins=False)
    if parser := getattr(args, "parser", None):
        config = config._replace(parser=parser)
    if glossaries := getattr(args, "glossary", None):
        config = config._replace(glossary=(*config.glossary, *map(Path, glossaries)))
    if exclude := getattr(args, "exclude", None):
        config = config._replace(exclude=(*config.exclude, *exclude))
    if fail_on := getattr(args, "fail_on", None):
        config = config._replace(fail_on=None if fail_on == "never" else Severity(fail_on))
    if (most := getattr(args, "max_warnings", None)) is not None:
        config = config._replace(max_warnings=most)
    return config


def make_context(config: Config, today: date | None) -> Setup:
    """A run with these settings; its linter is made once."""

    @cache
    def make_linter() -> "Linter":
        from plainlint.engine.linter import Linter

        return Linter(config, today)

    return Setup(config, today, make_linter)


def find_baseline(args: Namespace, config: Config) -> Path | None:
    """The baseline in force; None if there is none, or it is not wanted.

    Raises:
        PlainlintError: one was named, and it is not there.
    """
    if args.no_baseline:
        return None
    path = choose_baseline_path(args, config)
    if path.is_file():
        return path
    if args.baseline or config.baseline or args.check_baseline:
        raise PlainlintError(f"{path}: there is no baseline; `plainlint baseline` writes one")
    return None


def choose_baseline_path(args: Namespace, config: Config) -> Path:
    """The file that was named, else the one beside the settings or in the current folder."""
    if args.baseline:
        return Path(args.baseline)
    return config.baseline or config.root / BASELINE


def _split_names(values: list[str] | None) -> tuple[str, ...]:
    """Rule names given as several options or as one list with commas."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def open_cache(args: Namespace, surroundings: Environment) -> Cache | None:
    """The cache that the arguments ask for; None if it is not wanted or has no place."""
    folder = Path(args.cache_dir) if args.cache_dir else surroundings.cache_folder
    if getattr(args, "no_cache", False) or folder is None:
        return None
    return Cache(folder, surroundings.note)
