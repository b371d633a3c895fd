"""The settings nearest to each document, and those of the folder that all documents are in."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from plainlint.config.loader import find_config
from plainlint.config.settings import Config
from plainlint.run.pipeline import RunContext


def make_nearest_context(
    named: Sequence[Path], today: date, load: Callable[[Path | None], Config]
) -> RunContext:
    """Return a context in which each document has the settings nearest to it.

    What concerns the whole run, such as the baseline, is set by those of the folder that all paths
    are in: the order of the paths does not count.

    Args:
        named: the paths that the user named.
        today: the date that counts as today.
        load: reads a file of settings, if there is one.
    """
    file = find_common_config(named)
    whole = RunContext(load(file), today)
    contexts = {file: whole}

    def choose(folder: Path) -> RunContext:
        nearest = find_config(folder, named)
        if nearest not in contexts:
            contexts[nearest] = RunContext(load(nearest), today)
        return contexts[nearest]

    return RunContext(whole.config, today, choose)


def find_common_config(named: Sequence[Path]) -> Path | None:
    """Return the file of settings of the folder that all paths are in."""
    return find_config(find_common_folder(named), named)


def find_common_folder(named: Sequence[Path]) -> Path:
    """Return the only path that is named, or the folder that all named paths are in."""
    if len(named) == 1:
        return named[0]
    try:
        return Path(os.path.commonpath([os.path.abspath(path) for path in named]))  # noqa: PTH100
    except ValueError:
        # No paths, or paths on different drives.
        return Path()
