"""The pages of a report: each document's, then those of all documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, name_pages
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.page_folder import OutputFolder, digest_page
from plainlint.reporters.html.summary import DocumentSummary, pack_summary, unpack_summary
from plainlint.run.comparison import PreviousResult, compute_delta

RenderedPage = tuple[DocumentSummary, Markup]


class _WrittenPage(NamedTuple):
    """A page's mark, if it was written, and its content, if it is still to be."""

    digest: str
    unwritten: Markup


class _SiteBuilder(NamedTuple):
    """All that is needed to make the page of one document, in whatever process.

    A page is written into the folder; without one it is given back.
    """

    linter: Linter
    book: HtmlSite
    names: Mapping[str, str]
    earlier: Mapping[str, PreviousResult] | None
    folder: OutputFolder | None

    def lint_and_render(self, linter: Linter, source: Source) -> str:
        """Check one document and make its page: packed entry, mark, and what is not written."""
        entry, content = self._render_page(linter.lint(source))
        return "\n".join((pack_summary(entry), *self._write_page(entry.page, entry.title, content)))

    def is_current(self, path: str, text: str) -> bool:
        """Whether what `checked` gave in an earlier run is still true of the folder's page."""
        packed, mark, _ = text.split("\n", 2)
        page = self.names[path]
        is_same = self.folder is not None and self.folder.has_page(
            self.book.layout.get_file(page), mark
        )
        return is_same and unpack_summary(packed).page == page

    def build_page(self, result: Result) -> RenderedPage:
        """Make the page of a document that is checked already."""
        entry, content = self._render_page(result)
        return entry, self._write_page(entry.page, entry.title, content).unwritten

    def _render_page(self, result: Result) -> RenderedPage:
        rules = {rule.id: rule for rule in self.linter.get_rules_for_path(result.path)}
        changed = None
        if self.earlier is not None:
            changed = compute_delta(self.earlier.get(result.path), result)
        return self.book.render_document(result, self.names[result.path], rules, changed)

    def _write_page(self, page: str, title: str, content: Markup) -> _WrittenPage:
        if self.folder is None:
            return _WrittenPage("", content)
        text = self.book.render_page(page, title, content)
        self.folder.write(self.book.layout.get_file(page), text)
        return _WrittenPage(digest_page(text.encode()), Markup())

    def build_site(self, made: Iterable[RenderedPage], notes: tuple[str, ...]) -> dict[str, Markup]:
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
            (GLOSSARY, "Terms", book.render_terms(overview.entries)),
            (RULES, "Rules", book.render_rules(self.linter.every_rule, self.linter.pages)),
            (INDEX, "Documents", book.render_index(overview)),
        )
        for page, title, content in pages:
            contents[page] = self._write_page(page, title, content).unwritten
        if self.folder is not None:
            self.folder.finish()
        return contents


def write_pages(results: Iterable[Result], linter: Linter, folder: Path) -> None:
    """Write the pages of documents that are checked already; the results must be whole.

    Raises:
        PlainlintError: the folder can't be made or written to.
    """
    checked = list(results)
    book = HtmlSite(Layout(single=False), linter.glossary, linter.today)
    maker = _make_site_builder(linter, book, [result.path for result in checked], folder, None)
    maker.build_site(map(maker.build_page, checked), ())


def _make_site_builder(
    linter: Linter,
    book: HtmlSite,
    paths: list[str],
    output: Path | None,
    earlier: Mapping[str, PreviousResult] | None,
) -> _SiteBuilder:
    names = name_pages(paths)
    folder = None
    if output is not None:
        pages = (*names.values(), GLOSSARY, RULES, INDEX)
        folder = OutputFolder(output, [book.layout.get_file(page) for page in pages])
    return _SiteBuilder(linter, book, names, earlier, folder)
