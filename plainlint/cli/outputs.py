"""Outputs: a report in one format or several, to the terminal and to files."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import Environment
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.files import write_atomically
from plainlint.engine.linter import Linter
from plainlint.reporters import FORMATS, load_reporter
from plainlint.reporters.style import Style
from plainlint.run.report import Report

# Pages in a folder, where all others are one text.
HTML = "html"


class OutputTarget(NamedTuple):
    """A format, and the file it goes to; empty for the terminal."""

    name: str
    path: str = ""


def parse_output(text: str) -> OutputTarget:
    """Read `NAME` or `NAME=FILE` as the command line has it.

    Raises:
        ArgumentTypeError: there is no such format, or it needs a folder.
    """
    name, _, path = text.partition("=")
    known = [*FORMATS, HTML]
    if name not in known:
        raise ArgumentTypeError(f"unknown format {name!r}{format_suggestion(name, known)}")
    if name == HTML and not path:
        raise ArgumentTypeError("html is a folder of pages: write html=FOLDER")
    return OutputTarget(name, path)


# GitHub drops a summary of more than a megabyte.
_MAX_SUMMARY = 1_000_000


def write_outputs(
    outputs: list[OutputTarget], report: Report, linter: Linter, surroundings: Environment
) -> str:
    """Write all outputs that go to files; the text of the one that goes to the terminal.

    Raises:
        PlainlintError: several go to the terminal, or a file can't be written.
    """
    if len([each for each in outputs if not each.path]) > 1:
        raise PlainlintError("only one format can go to the terminal; give the others a =FILE")
    shown = ""
    for each in outputs:
        if each.name == HTML:
            from plainlint.reporters.html.pages import write_pages

            write_pages(report.results, linter, Path(each.path))
        elif each.path:
            write_atomically(Path(each.path), load_reporter(each.name)(report, Style()))
        else:
            shown = load_reporter(each.name)(report, surroundings.style)
        if each.name == "github" and surroundings.step_summary:
            _append_step_summary(report, surroundings.step_summary)
    return shown


def _append_step_summary(report: Report, path: Path) -> None:
    """Add the comment for a pull request to the summary of the step, if it still fits in."""
    text = load_reporter("markdown")(report, Style())
    try:
        size = path.stat().st_size if path.exists() else 0
        if size + len(text.encode()) <= _MAX_SUMMARY:
            with path.open("a", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be written: {error.strerror}") from error
