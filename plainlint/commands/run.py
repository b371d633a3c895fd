"""What check, score and report share: the configuration in force, and one run over the files."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plainlint.commands import Surroundings
from plainlint.config import Config
from plainlint.config_file import find_config, load_config
from plainlint.diagnostics import Severity
from plainlint.discovery import discover, read_source
from plainlint.errors import PlainlintError
from plainlint.linter import Linter, Result


def configured(args: Namespace) -> Config:
    """The configuration file's settings with those of the command line laid over them."""
    start = Path(args.paths[0]) if getattr(args, "paths", None) else Path()
    file = Path(args.config) if args.config else find_config(start)
    config = load_config(file) if file else Config()
    if select := _names(getattr(args, "select", None)):
        config = replace(config, select=select)
    if ignore := _names(getattr(args, "ignore", None)):
        config = replace(config, ignore=(*config.ignore, *ignore))
    if getattr(args, "require_reason", False):
        config = replace(config, enable=(*config.enable, "suppression/missing-reason"))
    if glossaries := getattr(args, "glossary", None):
        config = replace(config, glossary=(*config.glossary, *map(Path, glossaries)))
    if fail_on := getattr(args, "fail_on", None):
        config = replace(config, fail_on=None if fail_on == "never" else Severity(fail_on))
    return config


def results(args: Namespace, linter: Linter, surroundings: Surroundings) -> Iterator[Result]:
    """Check the files that the arguments name, one by one."""
    found = discover(Path(path) for path in args.paths)
    for note in found.notes:
        surroundings.note(note)
    linter.rules()
    for done, path in enumerate(found.files, 1):
        yield linter.lint(read_source(path))
        surroundings.progress(done, len(found.files))


def one_path(args: Namespace) -> Path:
    """The single file that a command needs.

    Raises:
        PlainlintError: there are more, or it is a folder.
    """
    if len(args.paths) != 1 or Path(args.paths[0]).is_dir():
        raise PlainlintError("name one file, not a folder or several")
    return Path(args.paths[0])


def _names(values: list[str] | None) -> tuple[str, ...]:
    """Rule names given as several options or as one list with commas."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )
