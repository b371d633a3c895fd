"""Fixes of all documents: show them as a diff, or write them."""

from collections.abc import Iterator
from pathlib import Path

from plainlint.cli.environment import Environment
from plainlint.cli.options import CheckOptions
from plainlint.cli.session import note_check_files, select_inputs
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.formats import DOCX, PACKED
from plainlint.core.source import Source
from plainlint.core.text import pluralise
from plainlint.document.readers import decode_file
from plainlint.engine.fixes import FixedSource, diff, fix_source
from plainlint.run.pipeline import RunContext

# What to do instead for files that are no text.
_NOT_FIXED = {DOCX: "a Word file is not fixed; --annotate writes its findings into a copy"}


def diff_fixes(options: CheckOptions, context: RunContext, environment: Environment) -> str:
    """Return a diff of what fixes would change; the files stay as they are."""
    pairs = _iter_fixed(options, context, environment)
    return "".join(diff(before, fixed.source) for before, fixed in pairs)


def write_fixes(options: CheckOptions, context: RunContext, environment: Environment) -> None:
    """Write each document that has fixes.

    Raises:
        PlainlintError: the text came from stdin, or a file can't be written.
    """
    if options.inputs.stdin_filename:
        raise PlainlintError("--fix has no file to write to for text on stdin; use --diff")
    documents = findings = 0
    for before, (after, count) in _iter_fixed(options, context, environment):
        if after.text != before.text:
            write_atomically(Path(after.path), after.text)
            environment.note(f"{after.path}: {pluralise(count, 'finding')} fixed")
            documents, findings = documents + 1, findings + count
    if documents != 1:
        fixed = f"{pluralise(findings, 'finding')} fixed in {pluralise(documents, 'document')}"
        environment.note(fixed if documents else "nothing to fix")


def _iter_fixed(
    options: CheckOptions, context: RunContext, environment: Environment
) -> Iterator[tuple[Source, FixedSource]]:
    """Yield each source that could be read, with its fixed version."""
    files = select_inputs(options.inputs, context, environment)
    if options.diff:
        for chosen in context.list_contexts(str(file.path) for file in files):
            note_check_files(chosen.config, environment)
    for file in files:
        if file.path.exists() and not file.path.is_file():
            environment.note(f"{file.path}: not fixed, as it is not a regular file")
            continue
        source = decode_file(file.read())
        if source.format in PACKED:
            environment.note(f"{source.path}: {_NOT_FIXED[source.format]}")
        elif not source.problem:
            linter = context.choose_for_file(source.path).linter
            yield source, fix_source(source, linter, unsafe=options.unsafe_fixes)
