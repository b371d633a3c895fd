"""Reported runs: all findings at once, held against a baseline, in one format or several."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plainlint.commands import Surroundings
from plainlint.commands.baseline import compared
from plainlint.commands.output import HTML, Output
from plainlint.commands.outputs import written
from plainlint.commands.run import judged
from plainlint.commands.settings import baseline_path
from plainlint.run.pipeline import Judged, Setup
from plainlint.run.report import Report, Tally


class Reported(NamedTuple):
    """What goes to the terminal, the findings in numbers, and whether plainlint failed."""

    text: str
    tally: Tally
    failed: bool


def reported(
    args: Namespace, setup: Setup, outputs: list[Output], surroundings: Surroundings
) -> Reported:
    """Check all documents, and write all outputs."""
    whole = any(each.name == HTML for each in outputs)
    found = tuple(judged(args, setup, surroundings, whole=whole))
    report = _report(args, setup, found)
    if args.check_baseline and report.absent:
        number = len(report.absent)
        surroundings.note(f"{number:,} entries of the baseline match nothing; --update it")
    text = written(outputs, report, setup.linter(), surroundings)
    return Reported(text, report.tally, any(each.failure for each in found))


def _report(args: Namespace, setup: Setup, found: Sequence[Judged]) -> Report:
    """What is left when the baseline has had its say."""
    checked, absent = tuple(each.result for each in found), None
    if path := baseline_path(args, setup.config):
        beside = compared(checked, path, setup.linter())
        checked, absent = beside.results, beside.absent
    gradings = tuple(each.grading for each in found)
    pages, url = setup.linter().pages, setup.config.rules_url
    return Report(checked, gradings, pages, Path.cwd(), absent, url)
