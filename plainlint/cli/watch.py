"""Watching: when documents, settings, rules or glossaries change on disk."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from plainlint.cli.options import load_options
from plainlint.core.errors import PlainlintError

# Milliseconds: an editor that saves in several steps is told of once. No change in the longest of
# them is told too, so that the first check begins when all is watched and none is missed.
_STEP, _MOST, _TICK = 20, 100, 100


def watch_changes(args: Namespace) -> Iterator[None]:
    """Once at the start, then each time that a file below the watched folders has changed.

    Raises:
        PlainlintError: the package that watches is not installed, or a path is not there.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        message = "--watch needs one more package: pip install 'plainlint[watch]'"
        raise PlainlintError(message) from error
    ticks = watch(
        *_find_watched_folders(args),
        step=_STEP,
        debounce=_MOST,
        rust_timeout=_TICK,
        yield_on_timeout=True,
    )
    next(ticks)
    yield
    for changed in ticks:
        if changed:
            yield


def _find_watched_folders(args: Namespace) -> set[Path]:
    """The folders of the documents, and the files and folders that the settings name."""
    paths = [Path(name) for name in args.paths or ["."]]
    for path in paths:
        if not path.exists():
            raise PlainlintError(f"{path}: no such file or folder")
    config = load_options(args)
    origin = [Path(config.origin)] if config.origin else []
    # A file that is replaced as a whole is seen in its folder only.
    files = (*paths, *origin, *config.glossary, *config.checks, *config.rules)
    return {path if path.is_dir() else path.absolute().parent for path in files}
