"""Outputs: write results in one or more formats, to the terminal and to files."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plainlint.cli.environment import Environment
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.files import write_atomically
from plainlint.reporters import (
    FORMATS,
    STREAMED_FORMATS,
    format_documents,
    load_reporter,
    load_streamed_format,
)
from plainlint.reporters.limits import LIMITED_FORMATS, describe_excess
from plainlint.reporters.style import Style

if TYPE_CHECKING:
    from plainlint.run.pipeline import RunContext
    from plainlint.run.report import LintedDocument, Report

# A folder of pages; every other format is a single text.
HTML = "html"
# In bytes: GitHub drops a larger summary.
_MAX_SUMMARY = 1_000_000


class OutputTarget(NamedTuple):
    """A format, and the file to write it to; empty for the terminal."""

    name: str
    path: str = ""

    @property
    def is_streamed(self) -> bool:
        """Whether the documents can be printed one by one."""
        return self.name in STREAMED_FORMATS and not self.path


def parse_output(text: str) -> OutputTarget:
    """Parse `NAME` or `NAME=FILE` from the command line.

    Raises:
        ArgumentTypeError: the format does not exist, or needs a folder.
    """
    name, _, path = text.partition("=")
    formats = [*FORMATS, HTML]
    if name not in formats:
        raise ArgumentTypeError(f"unknown format {name!r}{format_suggestion(name, formats)}")
    if name == HTML and not path:
        raise ArgumentTypeError("html is a folder of pages: write html=FOLDER")
    return OutputTarget(name, path)


def write_outputs(
    targets: Sequence[OutputTarget],
    documents: "Sequence[LintedDocument]",
    report: "Report",
    context: "RunContext",
    environment: Environment,
) -> None:
    """Write results in all formats, to files and to the terminal.

    Raises:
        PlainlintError: several formats go to the terminal, or a file can't be written.
    """
    if len([target for target in targets if not target.path]) > 1:
        raise PlainlintError("only one format can go to the terminal; give the others a =FILE")
    for target in targets:
        if target.name == HTML:
            from plainlint.reporters.html.pages import write_pages

            write_pages(report.results, context, Path(target.path))
            continue
        if target.name in LIMITED_FORMATS and (excess := describe_excess(report)):
            environment.note(f"{target.path or target.name}: {excess}")
        style = environment.style
        if target.path:
            style = Style(language=style.language)
        if target.name in STREAMED_FORMATS:
            streamed = load_streamed_format(target.name)
            text = format_documents(streamed, documents, report.tally, style)
        else:
            text = load_reporter(target.name)(report, style)
        if target.path:
            write_atomically(Path(target.path), text)
        else:
            environment.write(text)
        if target.name == "github" and environment.step_summary:
            _append_step_summary(report, environment)


def _append_step_summary(report: "Report", environment: Environment) -> None:
    """Append the comment for a pull request to the summary of the step, if it fits."""
    path = environment.step_summary
    assert path is not None
    text = load_reporter("markdown")(report, Style(language=environment.style.language))
    try:
        size = path.stat().st_size if path.exists() else 0
        if size + len(text.encode()) <= _MAX_SUMMARY:
            with path.open("a", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be written: {error.strerror}") from error
