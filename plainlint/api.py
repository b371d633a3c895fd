"""The public functions: check a text, check files, parse a text."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plainlint.config.loader import find_config, load_config
from plainlint.config.settings import Config
from plainlint.core.source import Source
from plainlint.document.readers import parse
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.run.discovery import FileFilter, discover_files, read_source
from plainlint.run.report import Report

__all__ = ["lint_paths", "lint_text", "parse"]


def lint_text(
    text: str,
    *,
    path: str | Path | None = None,
    config: Config | None = None,
    today: date | None = None,
) -> Result:
    """Check one document.

    Args:
        text: the whole document, front matter included.
        path: its name in findings and for settings by path; nothing is read from it.
        config: the settings; the defaults if None. No configuration file is looked for.
        today: the day that counts as today for overdue reviews; None takes the clock's.

    Returns:
        The document's audience, language, measures (counts and scores) and diagnostics, in text
        order. Spans count code points of `text`.

    Raises:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """
    source = Source(text, str(path) if path is not None else "<text>")
    return Linter(config or Config(), today or _get_today()).lint(source)


def lint_paths(
    paths: Iterable[str | Path],
    *,
    config: Config | None = None,
    today: date | None = None,
) -> Report:
    """Check files, and all Markdown files below folders.

    Args:
        paths: files and folders; at least one.
        config: the settings; None takes the nearest configuration file, looking upwards from
            the first path, or the defaults where there is none.
        today: the day that counts as today for overdue reviews; None takes the clock's.

    Returns:
        A report with one result a file, folders sorted by path; the results keep counts, scores
        and diagnostics, and leave blocks and sentences to `lint_text`.

    Raises:
        PlainlintError: a path does not exist, a folder has no Markdown in it, or the
            configuration, a rule page or a glossary is wrong.
    """
    named = [Path(path) for path in paths]
    if config is None:
        file = find_config(named[0]) if named else None
        config = load_config(file) if file else Config()
    found = discover_files(named, FileFilter(config.include, config.exclude, config.root))
    linter = Linter(config, today or _get_today())
    return Report(tuple(linter.lint(read_source(path)).summarise() for path in found.files))


def _get_today() -> date:
    return date.today()  # noqa: DTZ011 -- a review is due on the reader's own calendar
