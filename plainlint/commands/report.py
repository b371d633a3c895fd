"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from pathlib import Path

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured, results
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.grading import grade
from plainlint.linter import Linter
from plainlint.report import Report
from plainlint.reporters import html


def report(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write index.html and a page for each document into a folder; name the index."""
    linter = Linter(configured(args), surroundings.today)
    checked = tuple(results(args, linter, surroundings))
    gradings = tuple(grade(each, linter.grade_rule(each.path)) for each in checked)
    folder = Path(args.output)
    write_pages(Report(checked, gradings), folder)
    return Outcome(f"{folder / 'index.html'}\n")


def write_pages(whole: Report, folder: Path) -> None:
    """Write the pages of a report, whose results must have their sentences.

    Raises:
        PlainlintError: the folder can't be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlainlintError(f"{folder}: can't be made: {error.strerror}") from error
    for name, page in html.pages(whole, whole.gradings).items():
        write_atomically(folder / name, page)
