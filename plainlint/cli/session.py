"""What the commands share that check documents: the results of a run, and its progress."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from plainlint.cli.environment import Environment
from plainlint.cli.inputs import InputFile, select_inputs
from plainlint.cli.options import InputOptions, RunOptions, open_cache
from plainlint.core.errors import PlainlintError
from plainlint.run.pipeline import (
    RenderedDocument,
    RunContext,
    lint_documents,
    render_documents,
)
from plainlint.run.results import LintedDocument

if TYPE_CHECKING:
    from plainlint.run.git import ChangedFiles


def lint_inputs(  # noqa: PLR0913 -- what the commands share, with other defaults
    inputs: InputOptions,
    run: RunOptions,
    context: RunContext,
    environment: Environment,
    *,
    since: str | None = None,
    details: bool = True,
    whole: bool = False,
) -> Iterator[LintedDocument]:
    """Check and grade the documents that the options name, in their order.

    Args:
        since: a git revision; of documents that changed after it, findings on new lines are kept.
        details: whether results are needed, and not only their headlines and counts.
        whole: whether results need their blocks and sentences; then no cache and worker is used.
    """
    files = select_inputs(inputs, context.config, environment)
    changes = None
    if since:
        from plainlint.run.git import find_changed_files

        changes = find_changed_files(since, Path.cwd())
        files = [file for file in files if changes.find_file(file.path)]
    documents = lint_documents(
        [file.read() for file in files],
        context,
        jobs=1 if whole else run.jobs,
        cache=None if whole else open_cache(run, environment),
        details=details,
    )
    for document in track_progress(documents, files, context, environment):
        yield _keep_changes(document, changes) if changes else document


def render_inputs(
    render: Callable[[LintedDocument], str],
    inputs: InputOptions,
    run: RunOptions,
    context: RunContext,
    environment: Environment,
    *,
    details: bool = True,
) -> Iterator[RenderedDocument]:
    """Check and grade the documents that the options name, and render each, in their order."""
    files = select_inputs(inputs, context.config, environment)
    documents = render_documents(
        render,
        [file.read() for file in files],
        context,
        jobs=run.jobs,
        cache=open_cache(run, environment),
        details=details,
    )
    return track_progress(documents, files, context, environment)


def _keep_changes(document: LintedDocument, changes: "ChangedFiles") -> LintedDocument:
    from plainlint.analysis.metrics.measures import measure
    from plainlint.document.readers import parse_source
    from plainlint.run.git import keep_changed_lines

    changed = changes.find_file(Path(document.path))
    assert changed is not None
    base = changes.read_base_version(changed, document.path)
    grades = measure(parse_source(base)).grades if base else None
    before = round(grades[0], 1) if grades else None
    return document.replace_result(keep_changed_lines(document.result, changed, before))


class _Done(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def failure(self) -> str: ...


_Document = TypeVar("_Document", bound=_Done)


def track_progress(
    documents: Iterable[_Document],
    files: Sequence[InputFile],
    context: RunContext,
    environment: Environment,
) -> Iterator[_Document]:
    """Pass documents on, report progress, and note which rules don't run and what failed."""
    if context.config.vale_styles and (excluded := context.linter.rule_set.styles.left_out):
        environment.note(f"rules of Vale styles that don't run: {', '.join(excluded)}")
    if not context.config.plugins:
        for rule in context.linter.rule_set.rules_needing_plugins:
            environment.note(f"{rule} does not run: its check is a plug-in")
    for done, document in enumerate(documents, 1):
        if document.failure:
            environment.note(f"{document.path}: {document.failure}; please report this bug")
        yield document
        environment.progress(done, len(files))


def require_one_file(inputs: InputOptions) -> None:
    """Check that the options name a single file.

    Raises:
        PlainlintError: there are more, or it is a folder.
    """
    if len(inputs.paths) != 1 or inputs.paths[0].is_dir():
        raise PlainlintError("name one file, not a folder or several files")
