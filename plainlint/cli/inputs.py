"""The documents of a run: what the command line names, found and read."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import Environment
from plainlint.cli.options import InputOptions
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.source import RawFile
from plainlint.run.discovery import FileFilter, discover_files, read_file


class InputFile(NamedTuple):
    """A document to check: its path, and how to read it."""

    path: Path
    read: Callable[[], RawFile]


def select_inputs(
    options: InputOptions, config: Config, environment: Environment
) -> list[InputFile]:
    """Return the documents that the options name: paths, a list of paths, or text on stdin.

    Raises:
        PlainlintError: a path does not exist, or a list of paths can't be read.
    """
    if name := options.stdin_filename:
        return [InputFile(Path(name), lambda: RawFile(name, environment.stdin()))]
    file_filter = FileFilter(config.include, config.exclude, config.root, options.force_exclude)
    discovered = discover_files(_collect_paths(options, environment), file_filter)
    for note in discovered.notes:
        environment.note(note)
    return [InputFile(path, partial(read_file, path)) for path in discovered.files]


def _collect_paths(options: InputOptions, environment: Environment) -> list[Path]:
    """Return the paths of the command line and of the list that it names; else this folder."""
    if not options.files_from:
        return list(options.paths) or [Path()]
    try:
        is_stdin = options.files_from == "-"
        data = environment.stdin() if is_stdin else Path(options.files_from).read_bytes()
    except OSError as error:
        raise PlainlintError(f"{options.files_from}: can't be read: {error.strerror}") from error
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [*options.paths, *(Path(os.fsdecode(name)) for name in names if name.strip())]
