"""The public functions: check a text or files, fix a text, parse a text."""

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plainlint.config.loader import find_config
from plainlint.config.plugin_switch import PLUGIN_SWITCH, apply_plugin_switch
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.formats import find_format_problem
from plainlint.core.source import Source
from plainlint.document.readers import parse
from plainlint.engine.fixes import apply_fixes
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.run.cache import Cache
from plainlint.run.cache_folder import find_cache_folder
from plainlint.run.discovery import discover_files, read_file, read_source
from plainlint.run.file_filter import FileFilter
from plainlint.run.nearest import make_nearest_context
from plainlint.run.pipeline import RunContext, lint_documents
from plainlint.run.report import Report
from plainlint.run.sites import find_site_context

__all__ = ["fix_text", "lint_file", "lint_paths", "lint_text", "parse"]


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
        path: its name in findings and for settings by path; the file is not read.
        config: the settings; None for the defaults. No configuration file is looked for.
        today: the date that counts as today for overdue reviews; None for the clock's.

    Returns:
        The document's audience, language, measures (counts and scores) and diagnostics, in text
        order. Spans count code points of `text`.

    Raises:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """
    config = config or Config()
    return _make_linter(config, today).lint(_make_source(text, path, config))


def fix_text(
    text: str,
    *,
    path: str | Path | None = None,
    config: Config | None = None,
    today: date | None = None,
    unsafe: bool = False,
) -> str:
    """Fix what plainlint can fix in one document, and leave every other character as it is.

    Args:
        text: the whole document, front matter included.
        path: its name, for settings by path; the file is neither read nor written.
        config: the settings; None for the defaults. No configuration file is looked for.
        today: the date that counts as today for overdue reviews; None for the clock's.
        unsafe: whether to make fixes that may change the meaning too, such as another word.

    Returns:
        The fixed text; `text` itself if there is nothing to fix.

    Raises:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """
    config = config or Config()
    linter = _make_linter(config, today)
    return apply_fixes(_make_source(text, path, config), linter, unsafe=unsafe).text


def lint_file(
    path: str | Path, *, config: Config | None = None, today: date | None = None
) -> Result:
    """Check one file.

    Args:
        path: the file.
        config: the settings; None for the nearest configuration file, from the file's folder
            upwards, or the defaults if there is none.
        today: the date that counts as today for overdue reviews; None for the clock's.

    Returns:
        The same as `lint_text`. A file that can't be read, or is not UTF-8, has a finding that
        says so.

    Raises:
        PlainlintError: there is no such file, or the configuration, a rule page or a glossary is
            wrong.
    """
    file = Path(path)
    if file.is_dir():
        raise PlainlintError(f"{file}: this is a folder; lint_paths checks folders")
    if not (file.exists() or file.is_symlink()):
        raise PlainlintError(f"{file}: no such file")
    config = config or _find_settings(file)
    return _make_linter(config, today).lint(read_source(file, config))


def lint_paths(
    paths: Iterable[str | Path],
    *,
    config: Config | None = None,
    today: date | None = None,
    jobs: int | None = None,
    cache: bool = True,
) -> Report:
    """Check files, and all Markdown files in folders and their subfolders, as the command does.

    Args:
        paths: files and folders; at least one.
        config: the settings; None for the configuration file nearest to each document, upwards,
            or the defaults if there is none.
        today: the date that counts as today for overdue reviews; None for the clock's.
        jobs: how many processes share the work; None for one a core, if there is enough of it.
        cache: whether to use the results of earlier runs and keep new ones, in the user's folder
            for caches.

    Returns:
        A report with a result for each file, those of a folder sorted by path. The results have
        counts, scores and diagnostics, but no blocks or sentences; `lint_file` gives those.

    Raises:
        PlainlintError: a path does not exist, a folder has no Markdown in it, or the
            configuration, a rule page or a glossary is wrong.
    """
    named = [Path(path) for path in paths]
    today = today or _get_today()
    if config is None:
        context = make_nearest_context(named, today, _load_settings)
    else:
        context = RunContext(_apply_environment(config), today)
    discovered = discover_files(
        named,
        choose_filter=lambda folder: FileFilter.from_config(
            context.choose_for_folder(folder).config
        ),
    )
    folder = find_cache_folder(os.environ) if cache else None
    documents = list(
        lint_documents(
            [
                read_file(
                    path,
                    context.choose_for_file(str(path)).config,
                    discovered.find_top(path),
                )
                for path in discovered.files
            ],
            context,
            jobs=jobs,
            cache=Cache(folder, _ignore_note) if folder else None,
        )
    )
    return Report(
        results=tuple(document.result.summarise() for document in documents),
        gradings=tuple(document.grading for document in documents),
        pages=context.collect_pages(map(str, discovered.files)),
        root=Path.cwd(),
        rules_url=context.config.rules_url,
    )


def _ignore_note(_line: str) -> None:
    """Ignore what the cache notes: a run without it gives the same results."""


# Halves of pairs, which no text has: a program may pass them. A file never has them.
_HALVES = re.compile("[\ud800-\udfff]")


def _make_source(text: str, path: str | Path | None, config: Config) -> Source:
    text = _HALVES.sub("\ufffd", text)
    if path is None:
        return Source(text)
    name = str(path)
    input_format = config.choose_format(name)
    if found := find_format_problem(name, b"", input_format):
        return Source("", name, found.problem, advice=found.advice, format=input_format)
    site = find_site_context(name, config)
    return Source(text, name, format=input_format, dialect=site.dialect, inherited=site.inherited)


def _find_settings(path: Path) -> Config:
    file = find_config(path)
    return Config.load(file) if file else Config()


def _load_settings(file: Path | None) -> Config:
    return _apply_environment(Config.load(file) if file else Config())


def _apply_environment(config: Config) -> Config:
    return apply_plugin_switch(config, os.environ.get(PLUGIN_SWITCH, ""))


def _make_linter(config: Config, today: date | None) -> Linter:
    return Linter(_apply_environment(config), today or _get_today())


def _get_today() -> date:
    return date.today()  # noqa: DTZ011 -- a review is due on the reader's own calendar
