"""plainlint baseline: record current findings; later runs report only new ones."""

import re
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import BaselineCommandOptions, choose_baseline_path, make_context
from plainlint.cli.session import lint_inputs
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.text import pluralise
from plainlint.reporters.style import Style
from plainlint.run.baseline import make_baseline, read_baseline, serialise_baseline
from plainlint.run.baseline_matching import (
    make_match_settings,
    match_baseline,
    prune_baseline,
    replace_baseline,
)
from plainlint.run.baseline_scope import digest_run

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def baseline(options: BaselineCommandOptions, environment: Environment) -> CommandResult:
    """Write a baseline of all findings; with `--update` only remove stale entries.

    What an earlier baseline holds of documents and rules that were not looked at is kept.
    With `--accept` no document is checked.
    """
    context = make_context(options.config, environment)
    style = environment.speak(context.config.lang).style
    path = choose_baseline_path(options.baseline, options.config, context.config)
    if options.accept:
        return _accept(options.accept, path, digest_run(context, ()), style)
    # What is there and is no baseline is not ours to replace.
    old = read_baseline(path) if path.exists() or options.update else None
    documents = list(lint_inputs(options.inputs, options.run, context, environment))
    if any(document.failure for document in documents):
        raise PlainlintError(f"{path}: not written, as some documents could not be checked")
    results = [document.result for document in documents]
    new = make_baseline(results, digest_run(context, results), path.parent)
    if old is not None:
        settings = make_match_settings(path, old, context, results)
        if options.update:
            new = prune_baseline(old, match_baseline(results, old, settings), settings)
        else:
            new = replace_baseline(old, new._replace(accepted=old.accepted), results, settings)
    write_atomically(path, serialise_baseline(new))
    count = sum(new.entries.values())
    documents_text = pluralise(len(new.documents), "document")
    said = style.say(f"{pluralise(count, 'finding')} in {documents_text}")
    return CommandResult(f"{path}: {said}\n")


def _accept(
    fingerprints: tuple[str, ...], path: Path, settings_digest: str, style: Style
) -> CommandResult:
    """Accept findings in all documents, in the baseline that exists or a new one."""
    for fingerprint in fingerprints:
        if not _FINGERPRINT.fullmatch(fingerprint):
            raise PlainlintError(
                f"--accept: {fingerprint!r} is no fingerprint; the json format gives them"
            )
    old = read_baseline(path) if path.exists() else make_baseline((), settings_digest, path.parent)
    new = old._replace(accepted=old.accepted.union(fingerprints))
    write_atomically(path, serialise_baseline(new))
    said = style.say(f"{pluralise(len(new.accepted), 'finding')} accepted everywhere")
    return CommandResult(f"{path}: {said}\n")
