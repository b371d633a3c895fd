"""Mending: the fixes of all documents, shown as changes or written."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from plainlint.cli.environment import Surroundings
from plainlint.cli.inputs import documents
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.source import Source
from plainlint.engine.fixes import diff, fixed
from plainlint.run.pipeline import Setup


def changes(args: Namespace, setup: Setup, surroundings: Surroundings) -> str:
    """What mending would change, as one text; the files stay as they are."""
    return "".join(diff(before, after) for before, after in _mended(args, setup, surroundings))


def mend(args: Namespace, setup: Setup, surroundings: Surroundings) -> None:
    """Write each document that has fixes.

    Raises:
        PlainlintError: the text came from stdin, or a file can't be written.
    """
    if args.stdin_filename:
        raise PlainlintError("--fix has no file to write to with --stdin-filename; use --diff")
    for before, after in _mended(args, setup, surroundings):
        if after.text != before.text:
            write_atomically(Path(after.path), after.text)
            surroundings.note(f"{after.path}: fixed")


def _mended(
    args: Namespace, setup: Setup, surroundings: Surroundings
) -> Iterator[tuple[Source, Source]]:
    """Each source that could be read, with its fixed version."""
    for each in documents(args, setup, surroundings):
        source = each.source()
        if not source.problem:
            yield source, fixed(source, setup.linter(), unsafe=args.unsafe_fixes)
