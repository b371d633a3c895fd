"""plainlint report: write the findings as HTML pages for editors, as tables and as a calendar."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ReportFiles, ReportOptions, make_context, open_cache
from plainlint.cli.report_past import keep_run, read_past
from plainlint.cli.session import InputFile, select_inputs, track_progress
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.pages import DocumentPage, make_site_builder
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import INDEX, OVER_TIME, ROOTS, Layout
from plainlint.run.comparison import PreviousResult, read_previous_results


def report(options: ReportOptions, environment: Environment) -> CommandResult:
    """Write a folder of pages, or a single file, and print which file to open."""
    paths, _ = write_report(options, environment)
    return CommandResult("".join(f"{path}\n" for path in paths))


def write_report(
    options: ReportOptions, environment: Environment
) -> tuple[list[Path], list[DocumentSummary]]:
    """Write a folder of pages, or a single file.

    Returns:
        The files that were written, the one to open first, and a summary of each document.
    """
    context = make_context(options.config, environment)
    context.linter.prepare()
    notes: list[str] = []
    collecting = environment._replace(note=notes.append)
    inputs = select_inputs(options.inputs, context, collecting)
    paths = [str(file.path) for file in inputs]
    files, single = options.files, options.single_file
    _check_files(files, single, inputs)
    previous = _read_previous(options.compare)
    past = read_past(files.history, options.compare, previous, context.list_contexts(paths))
    stamp = f"Made by plainlint {__version__} on {environment.now:%Y-%m-%d at %H:%M}."
    is_alone = single is not None and len(inputs) == 1
    site = HtmlSite(
        Layout(
            single=single is not None and not is_alone,
            alone=is_alone,
            roots=(*ROOTS, OVER_TIME) if past and not is_alone else ROOTS,
        ),
        context.linter.get_glossary,
        environment.today,
        stamp if options.stamp else "",
        context.linter.config.lang,
    )
    builder = make_site_builder(
        context.linter, site, paths, None if single else options.folder, previous, past
    )
    # Pages in a single file, compared or stamped ones can't be reused by a later run.
    is_kept = not (single or options.compare or options.stamp)
    pages = builder.build_documents(
        [file.read() for file in inputs],
        context,
        jobs=options.run.jobs,
        cache=open_cache(options.run, environment) if is_kept else None,
    )
    summaries: list[DocumentSummary] = []
    built = _collect_summaries(track_progress(pages, inputs, context, environment), summaries)
    if single and is_alone:
        # There is no index to show them.
        for note in notes:
            environment.note(note)
        (page,) = built
        write_atomically(single, builder.render_alone(page))
    else:
        contents = builder.build_site(built, tuple(notes))
        if single:
            write_atomically(single, site.render_single_file("Report", contents))
    titles = {rule: page.title for rule, page in context.collect_pages(paths).items()}
    _write_files(files, summaries, titles, environment)
    if files.history and past:
        keep_run(files.history, summaries, past, environment)
    named = single or options.folder / site.layout.get_file(INDEX)
    return [named, *filter(None, files)], summaries


def _collect_summaries(
    pages: Iterable[DocumentPage], summaries: list[DocumentSummary]
) -> Iterator[DocumentPage]:
    """Yield the pages, and add what is known of each document to a list."""
    for page in pages:
        summaries.append(page.summary)
        yield page


def _check_files(files: ReportFiles, single: Path | None, inputs: Sequence[InputFile]) -> None:
    """Check, before any work is done, that all files can be written.

    Raises:
        PlainlintError: a file is named twice, is a document that is read, or has no folder; or the
            package for spreadsheets is not installed.
    """
    paths = [path for path in (single, *files) if path]
    documents = {file.path.resolve() for file in inputs if paths and file.stdin is None}
    named: set[Path] = set()
    for path in paths:
        real = path.resolve()
        if real in documents:
            raise PlainlintError(f"{path}: this is a document to check; name another file")
        if real in named:
            raise PlainlintError(f"{path}: this file is named twice; each needs its own")
        if not path.parent.is_dir():
            raise PlainlintError(f"{path}: there is no folder {path.parent}; make it first")
        if path.is_dir():
            raise PlainlintError(f"{path}: this is a folder; name a file in it")
        named.add(real)
    if files.xlsx:
        from plainlint.reporters.tables import require_xlsxwriter

        require_xlsxwriter()


def _write_files(
    files: ReportFiles,
    summaries: Sequence[DocumentSummary],
    titles: Mapping[str, str],
    environment: Environment,
) -> None:
    """Write the tables and the calendar that are asked for.

    Raises:
        PlainlintError: a file can't be written, or a table is too long for a spreadsheet.
    """
    texts: list[tuple[Path, str | bytes]] = []
    if files.csv or files.csv_findings or files.xlsx:
        from plainlint.reporters.tables import (
            format_csv,
            format_xlsx,
            make_document_table,
            make_finding_table,
        )

        documents = make_document_table(summaries)
        findings = make_finding_table(summaries, titles)
        if files.csv:
            texts.append((files.csv, format_csv(documents)))
        if files.csv_findings:
            texts.append((files.csv_findings, format_csv(findings)))
        if files.xlsx:
            texts.append((files.xlsx, format_xlsx((documents, findings), environment.now)))
    if files.ics:
        from plainlint.reporters.ics import format_calendar

        texts.append((files.ics, format_calendar(summaries, environment.today)))
    for path, text in texts:
        write_atomically(path, text)


def _read_previous(path: Path | None) -> dict[str, PreviousResult] | None:
    """Read the documents of the run to compare with, by path; None without such a run.

    Raises:
        PlainlintError: the file can't be read, or is not the JSON of an earlier check.
    """
    if path is None:
        return None
    try:
        return read_previous_results(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: it is not UTF-8") from error
