"""The documents of a run: what the command line names, found and ready to be read."""

import os
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import Environment
from plainlint.core.errors import PlainlintError
from plainlint.core.source import RawFile, Source
from plainlint.run.discovery import FileFilter, discover_files, read_file
from plainlint.run.pipeline import Setup


class InputFile(NamedTuple):
    """A document to check: its path, and how to read it."""

    path: Path
    read: Callable[[], RawFile]

    def read_source(self) -> Source:
        """Read it and decode it."""
        return self.read().decode()


def select_inputs(args: Namespace, setup: Setup, surroundings: Environment) -> list[InputFile]:
    """The documents that the arguments name: paths, a list of paths, or text on stdin."""
    config = setup.config
    if name := getattr(args, "stdin_filename", None):
        return [InputFile(Path(name), lambda: RawFile(name, surroundings.stdin()))]
    selection = FileFilter(
        config.include, config.exclude, config.root, getattr(args, "force_exclude", False)
    )
    found = discover_files(_collect_paths(args, surroundings), selection)
    for note in found.notes:
        surroundings.note(note)
    return [InputFile(path, partial(read_file, path)) for path in found.files]


def _collect_paths(args: Namespace, surroundings: Environment) -> list[Path]:
    """The paths of the command line and of the list that it names; the folder without both."""
    names = list(args.paths)
    if listed := getattr(args, "files_from", None):
        try:
            data = surroundings.stdin() if listed == "-" else Path(listed).read_bytes()
        except OSError as error:
            raise PlainlintError(f"{listed}: can't be read: {error.strerror}") from error
        split = data.split(b"\0") if b"\0" in data else data.splitlines()
        names += [os.fsdecode(name) for name in split if name.strip()]
    elif not names:
        names = ["."]
    return list(map(Path, names))
