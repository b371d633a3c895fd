"""The documents of a run: what the command line names, found and ready to be read."""

import os
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import Surroundings
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Raw, Source
from plainlint.run.discovery import Selection, discover, read_raw
from plainlint.run.pipeline import Setup


class Chosen(NamedTuple):
    """A document to check: its path, and how to read it."""

    path: Path
    read: Callable[[], Raw]

    def source(self) -> Source:
        """Read it and decode it."""
        return self.read().source()


def documents(args: Namespace, setup: Setup, surroundings: Surroundings) -> list[Chosen]:
    """The documents that the arguments name: paths, a list of paths, or text on stdin."""
    config = setup.config
    if name := getattr(args, "stdin_filename", None):
        return [Chosen(Path(name), lambda: Raw(name, surroundings.stdin()))]
    selection = Selection(
        config.include, config.exclude, config.root, getattr(args, "force_exclude", False)
    )
    found = discover(_paths(args, surroundings), selection)
    for note in found.notes:
        surroundings.note(note)
    return [Chosen(path, partial(read_raw, path)) for path in found.files]


def _paths(args: Namespace, surroundings: Surroundings) -> list[Path]:
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
