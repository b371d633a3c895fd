"""plainlint check: the findings of all documents, and whether they fail."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from plainlint.commands import FINDINGS, OK, Outcome, Surroundings
from plainlint.commands.run import configured, results
from plainlint.discovery import discover, read_source
from plainlint.files import write_atomically
from plainlint.fixing import diff, fixed
from plainlint.linter import Linter
from plainlint.report import Report
from plainlint.reporters import json, text
from plainlint.reporters.style import Style
from plainlint.source import Source
from plainlint.version import __version__


def _json(report: Report, _style: Style) -> str:
    return json.findings(report, __version__)


def _mended(args: Namespace, linter: Linter) -> Iterator[tuple[Source, Source]]:
    """Each source that could be read, with its fixed version."""
    for path in discover(Path(path) for path in args.paths).files:
        source = read_source(path)
        if not source.problem:
            yield source, fixed(source, linter, unsafe=args.unsafe_fixes)


FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "full": text.full,
    "concise": text.concise,
    "json": _json,
}


def check(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Check the files and render the report in the format that was asked for.

    With `--fix` the files are mended first; with `--diff` they stay as they are, and what would
    be changed in them is all that is shown.
    """
    config = configured(args)
    linter = Linter(config, surroundings.today)
    if args.diff:
        changes = "".join(diff(before, after) for before, after in _mended(args, linter))
        return Outcome(changes, FINDINGS if changes else OK)
    if args.fix:
        for before, after in _mended(args, linter):
            if after.text != before.text:
                write_atomically(Path(after.path), after.text)
                surroundings.note(f"{after.path}: fixed")
    checked = results(args, linter, surroundings)
    report = Report(tuple(result.summary() for result in checked))
    shown = FORMATS[args.output_format](report, surroundings.style)
    return Outcome(shown, FINDINGS if report.fails(config.fail_on) else OK)
