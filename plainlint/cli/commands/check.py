"""plainlint check: the findings of all documents, and whether they fail."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import FINDINGS, OK, USAGE, CommandResult, Environment
from plainlint.cli.inputs import select_inputs
from plainlint.cli.options import find_baseline, load_options, make_context, open_cache
from plainlint.cli.outputs import HTML, OutputTarget, write_outputs
from plainlint.cli.session import judged, shown
from plainlint.cli.streaming import FORMS, telling, together, told
from plainlint.config.settings import Config
from plainlint.run.baseline_matching import match_baseline_file
from plainlint.run.pipeline import Judged, Setup, rendered
from plainlint.run.report import Report, Tally, sum_tallies


class Reported(NamedTuple):
    """What goes to the terminal, the findings in numbers, and whether plainlint failed."""

    text: str
    tally: Tally
    failed: bool


def reported(
    args: Namespace, setup: Setup, outputs: list[OutputTarget], surroundings: Environment
) -> Reported:
    """Check all documents, and write all outputs."""
    whole = any(each.name == HTML for each in outputs)
    found = tuple(judged(args, setup, surroundings, whole=whole))
    report = _report(args, setup, found)
    if args.check_baseline and report.stale:
        number = len(report.stale)
        surroundings.note(f"{number:,} entries of the baseline match nothing; --update it")
    text = write_outputs(outputs, report, setup.linter(), surroundings)
    return Reported(text, report.tally, any(each.failure for each in found))


def _report(args: Namespace, setup: Setup, found: Sequence[Judged]) -> Report:
    """What is left when the baseline has had its say."""
    checked, absent = tuple(each.result for each in found), None
    if path := find_baseline(args, setup.config):
        beside = match_baseline_file(checked, path, setup.linter())
        checked, absent = beside.results, beside.stale
    gradings = tuple(each.grading for each in found)
    pages, url = setup.linter().pages, setup.config.rules_url
    return Report(checked, gradings, pages, Path.cwd(), absent, url)


def check(args: Namespace, surroundings: Environment) -> CommandResult:
    """Check the files and render the findings in the formats that were asked for.

    With `--fix` the files are mended first; with `--diff` they stay as they are, and what would
    be changed in them is all that is shown.
    """
    setup = make_context(load_options(args), surroundings.today)
    if args.quiet:
        surroundings = surroundings._replace(note=lambda _line: None)
    if args.diff or args.fix:
        from plainlint.cli.fix import diff_fixes, write_fixes

        if args.diff:
            text = diff_fixes(args, setup, surroundings)
            return CommandResult(text, FINDINGS if text else OK)
        write_fixes(args, setup, surroundings)
    if args.profile:
        from plainlint.cli.profile import profile

        return profile(args, setup, surroundings)
    style = surroundings.style._replace(quiet=args.quiet)
    surroundings = surroundings._replace(style=style)
    outputs = args.output_format or [OutputTarget("statistics" if args.statistics else "full")]
    if _is_told(args, setup.config, outputs):
        return _told(args, setup, outputs[0].name, surroundings)

    text, tally, failed = reported(args, setup, outputs, surroundings)
    return CommandResult(text, _code(args, setup.config, tally, failed=failed))


def _is_told(args: Namespace, config: Config, outputs: list[OutputTarget]) -> bool:
    """Whether each document can be told by itself: nothing but its own findings is asked for."""
    one = len(outputs) == 1 and outputs[0].name in FORMS and not outputs[0].path
    return one and not args.since and find_baseline(args, config) is None


def _told(args: Namespace, setup: Setup, name: str, surroundings: Environment) -> CommandResult:
    style = surroundings.style
    chosen = select_inputs(args, setup, surroundings)
    files = [each.read() for each in chosen]
    cache = open_cache(args, surroundings)
    texts = rendered(files, setup, telling(name, style), args.jobs, cache)
    found = list(shown(told(texts), len(chosen), setup, surroundings))
    tally = sum_tallies(each.tally for each in found)
    text = together(name, found, tally, style)
    return CommandResult(
        text, _code(args, setup.config, tally, failed=any(e.failure for e in found))
    )


def _code(args: Namespace, config: Config, tally: Tally, *, failed: bool) -> int:
    if failed:
        return USAGE
    most = config.max_warnings
    too_many = most is not None and tally.count_by_severity()["warning"] > most
    in_vain = args.check_baseline and tally.stale > 0
    return FINDINGS if tally.fails(config.fail_on) or too_many or in_vain else OK
