"""plainlint baseline: record current findings; later runs report only new ones."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import BaselineCommandOptions, choose_baseline_path, make_context
from plainlint.cli.session import lint_inputs
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.run.baseline import make_baseline, read_baseline, serialise_baseline
from plainlint.run.baseline_matching import make_match_settings, match_baseline, prune_baseline


def baseline(options: BaselineCommandOptions, environment: Environment) -> CommandResult:
    """Write a baseline of all findings; with `--update` only remove stale entries."""
    context = make_context(options.config, environment)
    path = choose_baseline_path(options.baseline, context.config)
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
        new = make_baseline(results, context.config, path.parent)
    write_atomically(path, serialise_baseline(new))
    count = sum(new.entries.values())
    return CommandResult(f"{path}: {count:,} findings in {len(new.documents):,} documents\n")
