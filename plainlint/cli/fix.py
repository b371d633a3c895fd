"""Mending: the fixes of all documents, shown as changes or written."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from plainlint.cli.environment import Environment
from plainlint.cli.inputs import select_inputs
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.source import Source
from plainlint.engine.fixes import apply_fixes, diff
from plainlint.run.pipeline import Setup


def diff_fixes(args: Namespace, setup: Setup, surroundings: Environment) -> str:
    """What mending would change, as one text; the files stay as they are."""
    return "".join(diff(before, after) for before, after in _iter_fixed(args, setup, surroundings))


def write_fixes(args: Namespace, setup: Setup, surroundings: Environment) -> None:
    """Write each document that has fixes.

    Raises:
        PlainlintError: the text came from stdin, or a file can't be written.
    """
    if args.stdin_filename:
        raise PlainlintError("--fix has no file to write to with --stdin-filename; use --diff")
    for before, after in _iter_fixed(args, setup, surroundings):
        if after.text != before.text:
            write_atomically(Path(after.path), after.text)
            surroundings.note(f"{after.path}: fixed")


def _iter_fixed(
    args: Namespace, setup: Setup, surroundings: Environment
) -> Iterator[tuple[Source, Source]]:
    """Each source that could be read, with its fixed version."""
    for each in select_inputs(args, setup, surroundings):
        source = each.read_source()
        if not source.problem:
            yield source, apply_fixes(source, setup.linter(), unsafe=args.unsafe_fixes)
