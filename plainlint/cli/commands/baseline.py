"""plainlint baseline: write down what is found today, so that only what is new is told."""

from argparse import Namespace

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import choose_baseline_path, load_options, make_context
from plainlint.cli.session import judged
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.run.baseline import make_baseline, read_baseline, serialise_baseline
from plainlint.run.baseline_matching import make_match_settings, match_baseline, prune_baseline


def baseline(args: Namespace, surroundings: Environment) -> CommandResult:
    """Write the baseline of all that is found; with `--update` only take out what is gone."""
    config = load_options(args)
    setup = make_context(config, surroundings.today)
    path = choose_baseline_path(args, config)
    found = list(judged(args, setup, surroundings))
    if any(each.failure for each in found):
        raise PlainlintError(f"{path}: not written, for not all documents could be checked")
    checked, linter = [each.result for each in found], setup.linter()
    if args.update:
        old = read_baseline(path)
        terms = make_match_settings(path, old, linter)
        beside = match_baseline(checked, old, terms)
        new = prune_baseline(old, beside, terms)
    else:
        new = make_baseline(checked, linter.settings_digest, path.parent)
    write_atomically(path, serialise_baseline(new))
    number = sum(new.entries.values())
    return CommandResult(f"{path}: {number:,} findings in {len(new.documents):,} documents\n")
