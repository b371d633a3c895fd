"""Watch documents, settings, rules and glossaries on disk for changes."""

from collections.abc import Iterator
from pathlib import Path

from plainlint.cli.options import ConfigOptions, InputOptions, load_settings
from plainlint.core.errors import PlainlintError

# Milliseconds. An editor that saves in several steps counts as one change. A tick comes without a
# change too: after the first one everything is watched, so no change is missed.
_STEP, _DEBOUNCE, _TICK = 20, 100, 100


def watch_changes(inputs: InputOptions, config: ConfigOptions) -> Iterator[None]:
    """Yield once at the start, then whenever a file below the watched folders changes.

    Raises:
        PlainlintError: the package `watchfiles` is not installed, or a path does not exist.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        message = "--watch needs one more package: pip install 'plainlint[watch]'"
        raise PlainlintError(message) from error
    ticks = watch(
        *_find_watched_folders(inputs, config),
        step=_STEP,
        debounce=_DEBOUNCE,
        rust_timeout=_TICK,
        yield_on_timeout=True,
    )
    next(ticks)
    yield
    for changes in ticks:
        if changes:
            yield


def _find_watched_folders(inputs: InputOptions, options: ConfigOptions) -> set[Path]:
    """Return the folders of the documents and of the files that the settings name."""
    paths = inputs.paths or (Path(),)
    for path in paths:
        if not path.exists():
            raise PlainlintError(f"{path}: no such file or folder")
    config = load_settings(options)
    origin = [Path(config.origin)] if config.origin else []
    # When an editor replaces a file, only a watch on its folder notices.
    files = (*paths, *origin, *config.glossary, *config.check_files, *config.rule_folders)
    return {path if path.is_dir() else path.absolute().parent for path in files}
