"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from pathlib import Path

from markupsafe import Markup

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.inputs import select_inputs
from plainlint.cli.options import load_options, make_context, open_cache
from plainlint.cli.session import shown
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.layout import INDEX, Layout
from plainlint.reporters.html.pages import RenderedPage, _make_site_builder
from plainlint.reporters.html.summary import unpack_summary
from plainlint.run.comparison import PreviousResult, read_previous_results
from plainlint.run.pipeline import Rendered, Rendering, rendered


def report(args: Namespace, surroundings: Environment) -> CommandResult:
    """Write a folder of pages, or all of them into one file; name what to open."""
    setup = make_context(load_options(args), surroundings.today)
    linter = setup.linter()
    linter.get_running_rules()
    notes: list[str] = []
    chosen = select_inputs(args, setup, surroundings._replace(note=notes.append))
    stamp = f"Made by plainlint {__version__} on {surroundings.now:%Y-%m-%d at %H:%M}."
    single = args.single_file is not None
    book = HtmlSite(Layout(single=single), linter.glossary, surroundings.today, stamp * args.stamp)
    paths = [str(each.path) for each in chosen]
    earlier = _earlier(args.compare)
    maker = _make_site_builder(linter, book, paths, None if single else Path(args.output), earlier)
    # What another run brought in is no part of a page's key.
    is_kept = not (single or args.compare or args.stamp)
    cache = open_cache(args, surroundings) if is_kept else None
    files = [each.read() for each in chosen]
    rendering = Rendering("page", maker.lint_and_render, tells_path=True, holds=maker.is_current)
    found = rendered(files, setup, rendering, args.jobs, cache)
    made = map(_unpacked, shown(found, len(chosen), setup, surroundings))
    contents = maker.build_site(made, tuple(notes))
    if maker.folder is None:
        write_atomically(Path(args.single_file), book.render_single_file("Report", contents))
        return CommandResult(f"{args.single_file}\n")
    return CommandResult(f"{maker.folder.path / book.layout.get_file(INDEX)}\n")


def _unpacked(each: Rendered) -> RenderedPage:
    packed, _, content = each.text.split("\n", 2)
    return unpack_summary(packed), Markup(content)  # noqa: S704 -- it is what the templates made


def _earlier(name: str | None) -> dict[str, PreviousResult] | None:
    """The documents of the run to compare with, by path; None without one.

    Raises:
        PlainlintError: the file can't be read, or is not the JSON of an earlier check.
    """
    if name is None:
        return None
    try:
        return read_previous_results(Path(name).read_text(encoding="utf-8"), name)
    except OSError as error:
        raise PlainlintError(f"{name}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{name}: it is not UTF-8") from error
