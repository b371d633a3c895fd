"""plainlint check: the findings of all documents, and whether they fail."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from plainlint.commands import FINDINGS, OK, USAGE, Outcome, Surroundings
from plainlint.commands.baseline import baseline_path, compared
from plainlint.commands.judged import Judged
from plainlint.commands.outputs import HTML, Output, written
from plainlint.commands.run import configured, documents, judged
from plainlint.config import Config
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.fixing import diff, fixed
from plainlint.linter import Linter
from plainlint.report import Report
from plainlint.source import Source


def check(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Check the files and render the report in the formats that were asked for.

    With `--fix` the files are mended first; with `--diff` they stay as they are, and what would
    be changed in them is all that is shown.
    """
    config = configured(args)
    if args.quiet:
        surroundings = replace(surroundings, note=lambda _line: None)
    linter = Linter(config, surroundings.today)
    if args.diff:
        mended = _mended(args, linter, surroundings)
        changes = "".join(diff(before, after) for before, after in mended)
        return Outcome(changes, FINDINGS if changes else OK)
    if args.fix:
        _fix(args, linter, surroundings)
    outputs = args.output_format or [Output("statistics" if args.statistics else "full")]
    whole = any(each.name == HTML for each in outputs)
    found = tuple(judged(args, linter, surroundings, whole=whole))
    report = _report(args, linter, found)
    if args.check_baseline and report.absent:
        number = len(report.absent)
        surroundings.note(f"{number:,} entries of the baseline match nothing; --update it")
    style = replace(surroundings.style, quiet=args.quiet)
    text = written(outputs, report, linter, surroundings, style)
    if any(each.failure for each in found):
        return Outcome(text, USAGE)
    return Outcome(text, FINDINGS if _fails(report, config, args) else OK)


def _mended(
    args: Namespace, linter: Linter, surroundings: Surroundings
) -> Iterator[tuple[Source, Source]]:
    """Each source that could be read, with its fixed version."""
    for each in documents(args, linter.config, surroundings):
        source = each.read()
        if not source.problem:
            yield source, fixed(source, linter, unsafe=args.unsafe_fixes)


def _fix(args: Namespace, linter: Linter, surroundings: Surroundings) -> None:
    if args.stdin_filename:
        raise PlainlintError("--fix has no file to write to with --stdin-filename; use --diff")
    for before, after in _mended(args, linter, surroundings):
        if after.text != before.text:
            write_atomically(Path(after.path), after.text)
            surroundings.note(f"{after.path}: fixed")


def _report(args: Namespace, linter: Linter, found: Sequence[Judged]) -> Report:
    """What is left when the baseline has had its say."""
    config = linter.config
    checked, absent = tuple(each.result for each in found), None
    if path := baseline_path(args, config):
        beside = compared(checked, path, linter)
        checked, absent = beside.results, beside.absent
    gradings = tuple(each.grading for each in found)
    return Report(checked, gradings, linter.pages, Path.cwd(), absent, config.rules_url)


def _fails(report: Report, config: Config, args: Namespace) -> bool:
    too_many = (
        config.max_warnings is not None and report.by_severity()["warning"] > config.max_warnings
    )
    in_vain = args.check_baseline and bool(report.absent)
    return report.fails(config.fail_on) or too_many or in_vain
