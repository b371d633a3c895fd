"""plainlint check: the findings of all documents, and whether they fail."""

from argparse import Namespace
from collections.abc import Callable

from plainlint.commands import FINDINGS, OK, Outcome, Surroundings
from plainlint.commands.run import configured, results
from plainlint.linter import Linter
from plainlint.report import Report
from plainlint.reporters import json, text
from plainlint.reporters.style import Style
from plainlint.version import __version__


def _json(report: Report, _style: Style) -> str:
    return json.findings(report, __version__)


FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "full": text.full,
    "concise": text.concise,
    "json": _json,
}


def check(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Check the files and render the report in the format that was asked for."""
    config = configured(args)
    linter = Linter(config, surroundings.today)
    checked = results(args, linter, surroundings)
    report = Report(tuple(result.summary() for result in checked))
    shown = FORMATS[args.output_format](report, surroundings.style)
    return Outcome(shown, FINDINGS if report.fails(config.fail_on) else OK)
