"""plainlint baseline: write down what is found today, so that only what is new is told."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from plainlint.baseline import FILE_NAME, Baseline, read_baseline, recorded, write_baseline
from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured, judged
from plainlint.config import Config
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.known import Compared, Terms, compare, updated
from plainlint.linter import Linter
from plainlint.result import Result


def baseline(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write the baseline of all that is found; with `--update` only take out what is gone."""
    config = configured(args)
    linter = Linter(config, surroundings.today)
    path = _path(args, config)
    found = list(judged(args, linter, surroundings))
    if any(each.failure for each in found):
        raise PlainlintError(f"{path}: not written, for not all documents could be checked")
    checked = [each.result for each in found]
    if args.update:
        old = read_baseline(path)
        terms = _terms(path, old, linter)
        beside = compare(checked, old, terms)
        new = updated(old, beside, terms)
    else:
        new = recorded(checked, linter.setup, path.parent)
    write_atomically(path, write_baseline(new))
    number = sum(new.entries.values())
    return Outcome(f"{path}: {number:,} findings in {len(new.documents):,} documents\n")


def baseline_path(args: Namespace, config: Config) -> Path | None:
    """The baseline in force; None if there is none, or it is not wanted.

    Raises:
        PlainlintError: one was named, and it is not there.
    """
    if args.no_baseline:
        return None
    path = _path(args, config)
    if path.is_file():
        return path
    if args.baseline or config.baseline or args.check_baseline:
        raise PlainlintError(f"{path}: there is no baseline; `plainlint baseline` writes one")
    return None


def compared(checked: Sequence[Result], path: Path, linter: Linter) -> Compared:
    """A run held against the baseline in a file."""
    old = read_baseline(path)
    return compare(checked, old, _terms(path, old, linter))


def _path(args: Namespace, config: Config) -> Path:
    """The file that was named, else the one beside the settings or in the current folder."""
    if args.baseline:
        return Path(args.baseline)
    return config.baseline or config.root / FILE_NAME


def _terms(path: Path, old: Baseline, linter: Linter) -> Terms:
    folder = path.absolute().parent
    gone = frozenset(each for each in old.documents if not (folder / each).exists())
    return Terms(folder, linter.setup, linter.config.tolerance, gone)
