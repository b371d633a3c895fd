"""plainlint baseline: record current findings; later runs report only new ones."""

import re
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import BaselineCommandOptions, choose_baseline_path, make_context
from plainlint.cli.session import lint_inputs
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.text import pluralise
from plainlint.run.baseline import make_baseline, read_baseline, serialise_baseline
from plainlint.run.baseline_matching import make_match_settings, match_baseline, prune_baseline

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def baseline(options: BaselineCommandOptions, environment: Environment) -> CommandResult:
    """Write a baseline of all findings; with `--update` only remove stale entries.

    With `--accept` no document is checked.
    """
    context = make_context(options.config, environment)
    path = choose_baseline_path(options.baseline, context.config)
    if options.accept:
        return _accept(options.accept, path, context.config)
    # What is there and is no baseline is not ours to replace.
    accepted = read_baseline(path).accepted if path.exists() else frozenset()
    documents = list(lint_inputs(options.inputs, options.run, context, environment))
    if any(document.failure for document in documents):
        raise PlainlintError(f"{path}: not written, as some documents could not be checked")
    results = [document.result for document in documents]
    if options.update:
        old = read_baseline(path)
        settings = make_match_settings(path, old, context.linter)
        comparison = match_baseline(results, old, settings)
        new = prune_baseline(old, comparison, settings)
    else:
        new = make_baseline(results, context.config, path.parent)._replace(accepted=accepted)
    write_atomically(path, serialise_baseline(new))
    count = sum(new.entries.values())
    return CommandResult(f"{path}: {count:,} findings in {len(new.documents):,} documents\n")


def _accept(fingerprints: tuple[str, ...], path: Path, config: Config) -> CommandResult:
    """Accept findings in all documents, in the baseline that exists or a new one."""
    for fingerprint in fingerprints:
        if not _FINGERPRINT.fullmatch(fingerprint):
            raise PlainlintError(
                f"--accept: {fingerprint!r} is no fingerprint; the json format gives them"
            )
    old = read_baseline(path) if path.exists() else make_baseline((), config, path.parent)
    new = old._replace(accepted=old.accepted.union(fingerprints))
    write_atomically(path, serialise_baseline(new))
    return CommandResult(f"{path}: {pluralise(len(new.accepted), 'finding')} accepted everywhere\n")
