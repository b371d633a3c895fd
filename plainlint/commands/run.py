"""What check, score, report and baseline share: the settings in force, and one run over files."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plainlint.changed import on_changed_lines
from plainlint.commands import Surroundings
from plainlint.commands.judged import Judged, cache_of, judge, summaries
from plainlint.config import Config
from plainlint.config_file import find_config, load_config
from plainlint.diagnostics import Severity
from plainlint.discovery import Selection, discover, read_source
from plainlint.errors import PlainlintError
from plainlint.git import Changes, changes_since
from plainlint.linter import Linter
from plainlint.metrics.measures import measure
from plainlint.parse import parse_source
from plainlint.result import Result
from plainlint.source import Source, decode


def configured(args: Namespace) -> Config:
    """The configuration file's settings with those of the command line laid over them."""
    named = getattr(args, "stdin_filename", None) or next(iter(getattr(args, "paths", ())), ".")
    start = Path(named)
    file = Path(args.config) if args.config else find_config(start)
    config = load_config(file) if file else Config()
    if select := _names(getattr(args, "select", None)):
        config = replace(config, select=select)
    if ignore := _names(getattr(args, "ignore", None)):
        config = replace(config, ignore=(*config.ignore, *ignore))
    if getattr(args, "require_reason", False):
        config = replace(config, enable=(*config.enable, "suppression/missing-reason"))
    if getattr(args, "no_plugins", False):
        config = replace(config, plugins=False)
    if glossaries := getattr(args, "glossary", None):
        config = replace(config, glossary=(*config.glossary, *map(Path, glossaries)))
    if exclude := getattr(args, "exclude", None):
        config = replace(config, exclude=(*config.exclude, *exclude))
    if fail_on := getattr(args, "fail_on", None):
        config = replace(config, fail_on=None if fail_on == "never" else Severity(fail_on))
    if (most := getattr(args, "max_warnings", None)) is not None:
        config = replace(config, max_warnings=most)
    return config


class Chosen(NamedTuple):
    """A document to check: its path, and how to read it."""

    path: Path
    read: Callable[[], Source]


def documents(args: Namespace, config: Config, surroundings: Surroundings) -> list[Chosen]:
    """The documents that the arguments name: paths, a list of paths, or text on stdin."""
    if name := getattr(args, "stdin_filename", None):
        return [Chosen(Path(name), lambda: decode(surroundings.stdin(), name))]
    selection = Selection(
        config.include, config.exclude, config.root, getattr(args, "force_exclude", False)
    )
    found = discover(_paths(args, surroundings), selection)
    for note in found.notes:
        surroundings.note(note)
    return [Chosen(path, partial(read_source, path)) for path in found.files]


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


def judged(
    args: Namespace, linter: Linter, surroundings: Surroundings, *, whole: bool = False
) -> Iterator[Judged]:
    """Check and grade the documents that the arguments name, in their order.

    With `--since` only those that changed, and of each only what the change brought.

    Args:
        whole: whether the results keep their blocks and sentences; they are checked one by one.
    """
    chosen = documents(args, linter.config, surroundings)
    since = getattr(args, "since", None)
    changes = changes_since(since, Path.cwd()) if since else None
    if changes:
        chosen = [each for each in chosen if changes.of(each.path)]
    if linter.styles.left_out:
        names = ", ".join(linter.styles.left_out)
        surroundings.note(f"rules of styles that are not run: {names}")
    for rule in linter.without_code:
        surroundings.note(f"{rule} is left out: its check is code from outside plainlint")
    found: Iterator[Judged]
    if whole:
        linter.rules()
        found = (judge(each.read(), linter) for each in chosen)
    else:
        cache = cache_of(args, surroundings)
        found = summaries([each.read() for each in chosen], linter, args.jobs, cache)
    for done, each in enumerate(found, 1):
        if each.failure:
            surroundings.note(f"{each.result.path}: {each.failure}; please tell its makers")
        yield each._replace(result=_brought(each.result, changes)) if changes else each
        surroundings.progress(done, len(chosen))


def _brought(result: Result, changes: Changes) -> Result:
    changed = changes.of(Path(result.path))
    assert changed is not None
    earlier = changes.earlier(changed, result.path)
    grades = measure(parse_source(earlier)).grades if earlier else None
    return on_changed_lines(result, changed, round(grades[0], 1) if grades else None)


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
