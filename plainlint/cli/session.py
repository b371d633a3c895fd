"""A run over documents for a command: its inputs, results and progress."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from plainlint.cli.environment import Environment
from plainlint.cli.options import STDIN, InputOptions, RunOptions, open_cache
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.files import make_relative
from plainlint.core.source import RawFile
from plainlint.run.discovery import DiscoveredFiles, discover_files, make_raw_file, read_file
from plainlint.run.file_filter import FileFilter
from plainlint.run.pipeline import RunContext, lint_documents
from plainlint.run.report import LintedDocument
from plainlint.run.stream import DocumentStream, RenderedDocument

if TYPE_CHECKING:
    from plainlint.run.git import ChangedFile


_Rendering = TypeVar("_Rendering")
# Of the files that are not checked.
_MOST_NAMED = 5


class InputFile(NamedTuple):
    """A document to check.

    Attributes:
        path: its path; the name of the text on standard input.
        config: the settings that say how to read it.
        top: the folder in which it was found; None if it was named itself.
        stdin: what standard input held, if the document comes from there.
    """

    path: Path
    config: Config
    top: Path | None = None
    stdin: bytes | None = None

    @property
    def is_named(self) -> bool:
        """Whether it was named itself, and not only a folder that it is in."""
        return self.top is None

    def read(self) -> RawFile:
        """Read it; one that can't be read gets a problem that says so."""
        if self.stdin is not None:
            return make_raw_file(str(self.path), self.stdin, self.config)
        return read_file(self.path, self.config, self.top)


def select_inputs(
    options: InputOptions, context: RunContext, environment: Environment
) -> list[InputFile]:
    """Return the documents that the options name: text on stdin, paths, and a list of paths.

    Raises:
        PlainlintError: a path does not exist, or a list of paths can't be read.
    """
    discovered = discover_inputs(options, context, environment)
    for note in discovered.notes:
        environment.note(note)
    return list(iter_inputs(discovered, options, context, environment))


def discover_inputs(
    options: InputOptions, context: RunContext, environment: Environment, *, explain: bool = False
) -> DiscoveredFiles:
    """Find the files that the options name; see `discover_files`.

    Raises:
        PlainlintError: a path does not exist, or a list of paths can't be read.
    """

    def choose_filter(folder: Path) -> FileFilter:
        config = context.choose_for_folder(folder).config
        chosen = FileFilter.from_config(config, force_exclude=options.force_exclude)
        return chosen._replace(further=further)

    further = FileFilter(exclude=options.exclude, root=context.config.root)
    paths = _collect_paths(options, environment)
    return discover_files(paths, choose_filter=choose_filter, explain=explain)


def iter_inputs(
    discovered: DiscoveredFiles,
    options: InputOptions,
    context: RunContext,
    environment: Environment,
) -> Iterator[InputFile]:
    """Yield the text on stdin, if it is a document, and the files that were found."""
    if name := options.stdin_filename:
        config = context.choose_for_file(name).config
        yield InputFile(Path(name), config, stdin=environment.stdin())
    for path in discovered.files:
        if str(path) != name:
            config = context.choose_for_file(str(path)).config
            yield InputFile(path, config, discovered.find_top(path))


def read_input(path: Path, config: Config, environment: Environment) -> RawFile:
    """Read the file that is named, or the text on stdin for `-`."""
    if str(path) == STDIN:
        return make_raw_file(STDIN, environment.stdin(), config)
    return read_file(path, config)


def _collect_paths(options: InputOptions, environment: Environment) -> list[Path]:
    """Return the paths from the command line and the list that it names; else this folder."""
    if not options.files_from:
        return list(options.paths) or ([] if options.stdin_filename else [Path()])
    if options.files_from == options.stdin_filename == STDIN:
        raise PlainlintError("stdin is either a text or a list of files: leave out one '-'")
    try:
        is_stdin = options.files_from == "-"
        data = environment.stdin() if is_stdin else Path(options.files_from).read_bytes()
    except OSError as error:
        raise PlainlintError(f"{options.files_from}: can't be read: {error.strerror}") from error
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [*options.paths, *(Path(os.fsdecode(name)) for name in names if name.strip())]


def lint_inputs(  # noqa: PLR0913 -- the commands share it, each with its own defaults
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
        since: a git revision; only findings on lines that changed after it are kept.
        details: whether full results are needed, and not only headlines and counts.
        whole: whether results need blocks and sentences, which rules out cache and workers.
    """
    files = select_inputs(inputs, context, environment)
    contents = [file.read() for file in files]
    changes: Mapping[str, ChangedFile] | None = None
    if since:
        from plainlint.run.git import find_changed_files

        changes = find_changed_files(since, Path.cwd(), contents, environment.note)
        _note_unchanged(files, changes, since, environment)
        contents = [content for content in contents if content.path in changes]
    documents = lint_documents(
        contents,
        context,
        jobs=1 if whole else run.jobs,
        cache=None if whole else open_cache(run, environment),
        details=details,
    )
    for document in track_progress(documents, contents, context, environment):
        yield document if changes is None else _keep_changes(document, changes[document.path])


def render_inputs(
    render: Callable[[LintedDocument], _Rendering],
    inputs: InputOptions,
    run: RunOptions,
    context: RunContext,
    environment: Environment,
    *,
    details: bool = True,
) -> Iterator[RenderedDocument[_Rendering]]:
    """Check, grade and render the documents that the options name, in their order."""
    files = select_inputs(inputs, context, environment)
    stream = DocumentStream(
        render, files, context, cache=open_cache(run, environment), details=details
    )
    return track_progress(stream.iter_documents(run.jobs), files, context, environment)


def _note_unchanged(
    files: Sequence[InputFile],
    changes: "Mapping[str, ChangedFile]",
    since: str,
    environment: Environment,
) -> None:
    """Name the files that were named and are not checked, as they did not change."""
    names = [str(file.path) for file in files if file.is_named and str(file.path) not in changes]
    if names:
        rest = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
        shown = f"{', '.join(names[:_MOST_NAMED])}{rest}"
        environment.note(f"not checked, as unchanged since {since}: {shown}")


def _keep_changes(document: LintedDocument, changed: "ChangedFile") -> LintedDocument:
    from plainlint.analysis.metrics.measures import measure
    from plainlint.document.readers import parse_source
    from plainlint.run.git import keep_changed_lines

    base = changed.read_base_version(document.file)
    level = measure(parse_source(base)).level if base else None
    before = level.round() if level else None
    changed = changed.compare_text(base, document.source)
    return document.replace_result(keep_changed_lines(document.result, changed, before))


class _CheckedDocument(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def failure(self) -> str: ...


_Document = TypeVar("_Document", bound=_CheckedDocument)


def note_check_files(config: Config, environment: Environment) -> None:
    """Name the files of the repository whose code runs when rules do."""
    if config.plugins and config.check_files and not config.plugins_refused:
        files = ", ".join(make_relative(str(path), Path.cwd()) for path in config.check_files)
        environment.note(f"checks in Python run from {files}; --no-plugins runs none")


def _note_special_rules(context: RunContext, environment: Environment) -> None:
    """Name rules whose code is the repository's, and rules that don't run."""
    if context.config.vale_styles and (excluded := context.linter.rule_set.styles.left_out):
        environment.note(f"rules of Vale styles that don't run: {', '.join(excluded)}")
    note_check_files(context.config, environment)
    if not context.config.plugins:
        for rule in context.linter.rule_set.rules_needing_plugins:
            environment.note(f"{rule} does not run: its check is a plug-in")


def track_progress(
    documents: Iterable[_Document],
    files: Sequence[InputFile | RawFile],
    context: RunContext,
    environment: Environment,
) -> Iterator[_Document]:
    """Yield the documents, report progress, and note rules that don't run and failures."""
    for chosen in context.list_contexts(str(file.path) for file in files) or [context]:
        _note_special_rules(chosen, environment)
    for done, document in enumerate(documents, 1):
        if document.failure:
            environment.note(f"{document.path}: {document.failure}; please report this bug")
        yield document
        environment.progress(done, len(files))


def require_one_file(inputs: InputOptions) -> None:
    """Raise an error unless the options name a single file.

    Raises:
        PlainlintError: they name several paths, or a folder.
    """
    count = len(inputs.paths) + bool(inputs.stdin_filename)
    if count != 1 or any(path.is_dir() for path in inputs.paths):
        raise PlainlintError("name one file, not a folder or several files")
