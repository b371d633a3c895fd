"""plainlint report: write the findings as HTML pages for editors."""

from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ReportOptions, make_context, open_cache
from plainlint.cli.session import select_inputs, track_progress
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.pages import make_site_builder
from plainlint.reporters.html.templating import INDEX, Layout
from plainlint.run.comparison import PreviousResult, read_previous_results


def report(options: ReportOptions, environment: Environment) -> CommandResult:
    """Write a folder of pages, or a single file, and print which file to open."""
    context = make_context(options.config, environment)
    context.linter.prepare()
    notes: list[str] = []
    collecting = environment._replace(note=notes.append)
    inputs = select_inputs(options.inputs, context, collecting)
    stamp = f"Made by plainlint {__version__} on {environment.now:%Y-%m-%d at %H:%M}."
    single = options.single_file
    is_alone = single is not None and len(inputs) == 1
    site = HtmlSite(
        Layout(single=single is not None and not is_alone, alone=is_alone),
        context.linter.glossary,
        environment.today,
        stamp if options.stamp else "",
    )
    builder = make_site_builder(
        context.linter,
        site,
        [str(file.path) for file in inputs],
        None if single else options.folder,
        _read_previous(options.compare),
    )
    # Pages in a single file, compared or stamped ones can't be reused by a later run.
    is_kept = not (single or options.compare or options.stamp)
    pages = builder.build_documents(
        [file.read() for file in inputs],
        context,
        jobs=options.run.jobs,
        cache=open_cache(options.run, environment) if is_kept else None,
    )
    built = track_progress(pages, inputs, context, environment)
    if single and is_alone:
        # There is no index to show them.
        for note in notes:
            environment.note(note)
        (page,) = built
        write_atomically(single, builder.render_alone(page))
        return CommandResult(f"{single}\n")
    contents = builder.build_site(built, tuple(notes))
    if single:
        write_atomically(single, site.render_single_file("Report", contents))
        return CommandResult(f"{single}\n")
    return CommandResult(f"{options.folder / site.layout.get_file(INDEX)}\n")


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
