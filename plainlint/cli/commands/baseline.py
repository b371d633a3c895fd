"""plainlint baseline: write down what is found today, so that only what is new is told."""

from argparse import Namespace

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.options import configured, named_baseline, setup_of
from plainlint.cli.session import judged
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.run.baseline import read_baseline, recorded, write_baseline
from plainlint.run.baseline_matching import compare, match_settings, updated


def baseline(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write the baseline of all that is found; with `--update` only take out what is gone."""
    config = configured(args)
    setup = setup_of(config, surroundings.today)
    path = named_baseline(args, config)
    found = list(judged(args, setup, surroundings))
    if any(each.failure for each in found):
        raise PlainlintError(f"{path}: not written, for not all documents could be checked")
    checked, linter = [each.result for each in found], setup.linter()
    if args.update:
        old = read_baseline(path)
        terms = match_settings(path, old, linter)
        beside = compare(checked, old, terms)
        new = updated(old, beside, terms)
    else:
        new = recorded(checked, linter.setup, path.parent)
    write_atomically(path, write_baseline(new))
    number = sum(new.entries.values())
    return Outcome(f"{path}: {number:,} findings in {len(new.documents):,} documents\n")
