"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.inputs import documents
from plainlint.cli.options import configured, setup_of
from plainlint.cli.session import shown
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.html import Book
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, page_names
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.page_folder import PageFolder, marked
from plainlint.reporters.html.summary import Entry, pack_entry, unpack_entry
from plainlint.run.comparison import Earlier, change, read_earlier
from plainlint.run.pipeline import Rendered, Rendering, cache_of, rendered

Made = tuple[Entry, Markup]


class _Put(NamedTuple):
    """A page's mark, if it was written, and its content, if it is still to be."""

    mark: str
    unwritten: Markup


class _Maker(NamedTuple):
    """All that is needed to make the page of one document, in whatever process.

    A page is written into the folder; without one it is given back.
    """

    linter: Linter
    book: Book
    names: Mapping[str, str]
    earlier: Mapping[str, Earlier] | None
    folder: PageFolder | None

    def checked(self, linter: Linter, source: Source) -> str:
        """Check one document and make its page: packed entry, mark, and what is not written."""
        entry, content = self._page(linter.lint(source))
        return "\n".join((pack_entry(entry), *self._put(entry.page, entry.title, content)))

    def holds(self, path: str, text: str) -> bool:
        """Whether what `checked` gave in an earlier run is still true of the folder's page."""
        packed, mark, _ = text.split("\n", 2)
        page = self.names[path]
        is_same = self.folder is not None and self.folder.has(self.book.layout.file(page), mark)
        return is_same and unpack_entry(packed).page == page

    def document(self, result: Result) -> Made:
        """Make the page of a document that is checked already."""
        entry, content = self._page(result)
        return entry, self._put(entry.page, entry.title, content).unwritten

    def _page(self, result: Result) -> Made:
        rules = {rule.id: rule for rule in self.linter.rules_for(result.path)}
        changed = None
        if self.earlier is not None:
            changed = change(self.earlier.get(result.path), result)
        return self.book.document(result, self.names[result.path], rules, changed)

    def _put(self, page: str, title: str, content: Markup) -> _Put:
        if self.folder is None:
            return _Put("", content)
        text = self.book.page(page, title, content)
        self.folder.write(self.book.layout.file(page), text)
        return _Put(marked(text.encode()), Markup())

    def whole(self, made: Iterable[Made], notes: tuple[str, ...]) -> dict[str, Markup]:
        """Make all pages, those of documents first; the contents that no file has yet."""
        contents, entries = {INDEX: Markup()}, []
        for entry, content in made:
            entries.append(entry)
            contents[entry.page] = content
        book, gone = self.book, None
        if self.earlier is not None:
            gone = tuple(sorted(self.earlier.keys() - self.names.keys()))
        overview = Overview(tuple(entries), notes, gone)
        pages = (
            (GLOSSARY, "Terms", book.terms(overview.entries)),
            (RULES, "Rules", book.rules(self.linter.every_rule, self.linter.pages)),
            (INDEX, "Documents", book.first_page(overview)),
        )
        for page, title, content in pages:
            contents[page] = self._put(page, title, content).unwritten
        if self.folder is not None:
            self.folder.finish()
        return contents


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


def write_pages(results: Iterable[Result], linter: Linter, folder: Path) -> None:
    """Write the pages of documents that are checked already; the results must be whole.

    Raises:
        PlainlintError: the folder can't be made or written to.
    """
    checked = list(results)
    book = Book(Layout(single=False), linter.glossary, linter.today)
    maker = _maker(linter, book, [result.path for result in checked], folder, None)
    maker.whole(map(maker.document, checked), ())


def _maker(
    linter: Linter,
    book: Book,
    paths: list[str],
    output: Path | None,
    earlier: Mapping[str, Earlier] | None,
) -> _Maker:
    names = page_names(paths)
    folder = None
    if output is not None:
        pages = (*names.values(), GLOSSARY, RULES, INDEX)
        folder = PageFolder(output, [book.layout.file(page) for page in pages])
    return _Maker(linter, book, names, earlier, folder)


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
