"""The pages of a report: each document's, then those of all documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.html import Book
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, page_names
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.page_folder import PageFolder, marked
from plainlint.reporters.html.summary import Entry, pack_entry, unpack_entry
from plainlint.run.comparison import Earlier, change

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
