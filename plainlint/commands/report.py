"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured, results
from plainlint.compare import Earlier, change, read_earlier
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.linter import Linter
from plainlint.page_folder import PageFolder
from plainlint.reporters.html import Book
from plainlint.reporters.html.entry import Entry
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, page_name
from plainlint.reporters.html.overview import Overview
from plainlint.version import __version__


class _Made(NamedTuple):
    """A page that is ready: its name, its title and its HTML."""

    page: str
    title: str
    content: Markup


def report(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write a folder of pages, or all of them into one file; name what to open."""
    linter = Linter(configured(args), surroundings.today)
    layout = Layout(single=args.single_file is not None)
    stamp = f"Made by plainlint {__version__} on {surroundings.now:%Y-%m-%d at %H:%M}."
    book = Book(layout, linter.glossary, surroundings.today, stamp if args.stamp else "")
    made = _pages(args, surroundings, linter, book)
    if layout.single:
        path = Path(args.single_file)
        contents = {each.page: each.content for each in made}
        write_atomically(path, book.whole("Report", {INDEX: contents[INDEX], **contents}))
        return Outcome(f"{path}\n")
    folder = PageFolder(Path(args.output))
    for page, title, content in made:
        folder.write(layout.file(page), book.page(page, title, content))
    folder.finish()
    return Outcome(f"{folder.path / layout.file(INDEX)}\n")


def _pages(
    args: Namespace, surroundings: Surroundings, linter: Linter, book: Book
) -> Iterator[_Made]:
    """The documents' pages as they are checked, then the others, the index last."""
    earlier = _earlier(args.compare)
    entries: list[Entry] = []
    notes: list[str] = []
    names: set[str] = set()
    for result in results(args, linter, replace(surroundings, note=notes.append)):
        changed = None if earlier is None else change(earlier.pop(result.path, None), result)
        rules = {rule.id: rule for rule in linter.rules_for(result.path)}
        entry, content = book.document(result, page_name(result.path, names), rules, changed)
        entries.append(entry)
        yield _Made(entry.page, entry.title, content)
    gone = None if earlier is None else tuple(sorted(earlier))
    yield _Made(GLOSSARY, "Terms", book.terms(tuple(entries)))
    yield _Made(RULES, "Rules", book.rules(linter.pages))
    overview = Overview(tuple(entries), tuple(notes), gone)
    yield _Made(INDEX, "Documents", book.index(overview))


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
