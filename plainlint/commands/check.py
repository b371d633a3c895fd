"""plainlint check: the findings of all documents, and whether they fail."""

from argparse import Namespace

from plainlint.commands import FINDINGS, OK, USAGE, Outcome, Surroundings
from plainlint.commands.chosen import documents
from plainlint.commands.output import Output
from plainlint.commands.progress import shown
from plainlint.commands.settings import baseline_path, configured, setup_of
from plainlint.commands.told import FORMS, telling, together, told
from plainlint.config.settings import Config
from plainlint.run.pipeline import Setup, cache_of, rendered
from plainlint.run.report import Tally, added


def check(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Check the files and render the findings in the formats that were asked for.

    With `--fix` the files are mended first; with `--diff` they stay as they are, and what would
    be changed in them is all that is shown.
    """
    setup = setup_of(configured(args), surroundings.today)
    if args.quiet:
        surroundings = surroundings._replace(note=lambda _line: None)
    if args.diff or args.fix:
        from plainlint.commands.mending import changes, mend

        if args.diff:
            text = changes(args, setup, surroundings)
            return Outcome(text, FINDINGS if text else OK)
        mend(args, setup, surroundings)
    if args.profile:
        from plainlint.commands.profile import profile

        return profile(args, setup, surroundings)
    style = surroundings.style._replace(quiet=args.quiet)
    surroundings = surroundings._replace(style=style)
    outputs = args.output_format or [Output("statistics" if args.statistics else "full")]
    if _is_told(args, setup.config, outputs):
        return _told(args, setup, outputs[0].name, surroundings)
    from plainlint.commands.reported import reported

    text, tally, failed = reported(args, setup, outputs, surroundings)
    return Outcome(text, _code(args, setup.config, tally, failed=failed))


def _is_told(args: Namespace, config: Config, outputs: list[Output]) -> bool:
    """Whether each document can be told by itself: nothing but its own findings is asked for."""
    one = len(outputs) == 1 and outputs[0].name in FORMS and not outputs[0].path
    return one and not args.since and baseline_path(args, config) is None


def _told(args: Namespace, setup: Setup, name: str, surroundings: Surroundings) -> Outcome:
    style = surroundings.style
    chosen = documents(args, setup, surroundings)
    files = [each.read() for each in chosen]
    cache = cache_of(args, surroundings)
    texts = rendered(files, setup, telling(name, style), args.jobs, cache)
    found = list(shown(told(texts), len(chosen), setup, surroundings))
    tally = added(each.tally for each in found)
    text = together(name, found, tally, style)
    return Outcome(text, _code(args, setup.config, tally, failed=any(e.failure for e in found)))


def _code(args: Namespace, config: Config, tally: Tally, *, failed: bool) -> int:
    if failed:
        return USAGE
    most = config.max_warnings
    too_many = most is not None and tally.by_severity()["warning"] > most
    in_vain = args.check_baseline and tally.absent > 0
    return FINDINGS if tally.fails(config.fail_on) or too_many or in_vain else OK
