"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from pathlib import Path

from markupsafe import Markup

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.inputs import documents
from plainlint.cli.options import cache_of, configured, setup_of
from plainlint.cli.session import shown
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.reporters.html import Book
from plainlint.reporters.html.layout import INDEX, Layout
from plainlint.reporters.html.pages import Made, _maker
from plainlint.reporters.html.summary import unpack_entry
from plainlint.run.comparison import Earlier, read_earlier
from plainlint.run.pipeline import Rendered, Rendering, rendered


def report(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write a folder of pages, or all of them into one file; name what to open."""
    setup = setup_of(configured(args), surroundings.today)
    linter = setup.linter()
    linter.rules()
    notes: list[str] = []
    chosen = documents(args, setup, surroundings._replace(note=notes.append))
    stamp = f"Made by plainlint {__version__} on {surroundings.now:%Y-%m-%d at %H:%M}."
    single = args.single_file is not None
    book = Book(Layout(single=single), linter.glossary, surroundings.today, stamp * args.stamp)
    paths = [str(each.path) for each in chosen]
    earlier = _earlier(args.compare)
    maker = _maker(linter, book, paths, None if single else Path(args.output), earlier)
    # What another run brought in is no part of a page's key.
    is_kept = not (single or args.compare or args.stamp)
    cache = cache_of(args, surroundings) if is_kept else None
    files = [each.read() for each in chosen]
    rendering = Rendering("page", maker.checked, tells_path=True, holds=maker.holds)
    found = rendered(files, setup, rendering, args.jobs, cache)
    made = map(_unpacked, shown(found, len(chosen), setup, surroundings))
    contents = maker.whole(made, tuple(notes))
    if maker.folder is None:
        write_atomically(Path(args.single_file), book.whole("Report", contents))
        return Outcome(f"{args.single_file}\n")
    return Outcome(f"{maker.folder.path / book.layout.file(INDEX)}\n")


def _unpacked(each: Rendered) -> Made:
    packed, _, content = each.text.split("\n", 2)
    return unpack_entry(packed), Markup(content)  # noqa: S704 -- it is what the templates made


def _earlier(name: str | None) -> dict[str, Earlier] | None:
    """The documents of the run to compare with, by path; None without one.

    Raises:
        PlainlintError: the file can't be read, or is not the JSON of an earlier check.
    """
    if name is None:
        return None
    try:
        return read_earlier(Path(name).read_text(encoding="utf-8"), name)
    except OSError as error:
        raise PlainlintError(f"{name}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{name}: it is not UTF-8") from error
