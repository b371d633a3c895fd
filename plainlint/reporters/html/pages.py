"""The pages of a report: a page for each document, then the pages about all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import compress, decompress

from markupsafe import Markup

from plainlint.core.source import RawFile, Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.over_time import Past, build_over_time
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.owners import OwnerView, list_owners
from plainlint.reporters.html.page_folder import OutputFolder, digest_page
from plainlint.reporters.html.repeats import RepeatLinker, put_references, take_references
from plainlint.reporters.html.summary import DocumentSummary, pack_summary, unpack_summary
from plainlint.reporters.html.templating import (
    GLOSSARY,
    INDEX,
    OVER_TIME,
    RULES,
    Layout,
    name_pages,
)
from plainlint.run.cache import Cache, Entry
from plainlint.run.comparison import PreviousResult, compute_delta, note_findings
from plainlint.run.pipeline import BatchWriter, RunContext, find_result, map_files


class DocumentPage(NamedTuple):
    """The page of one document.

    Attributes:
        path: the document's path.
        summary: what the pages about all documents show of it.
        content: the page's content, if it was not written into a folder.
        failure: why plainlint itself failed on the document; empty if it did not.
        references: those in the file that an earlier run wrote; None if there may be others.
    """

    path: str
    summary: DocumentSummary
    content: Markup
    failure: str = ""
    references: Mapping[bytes, bytes] | None = None


class SiteBuilder(NamedTuple):
    """Makes the pages of a report, those of documents in whatever process.

    Attributes:
        linter: the linter of the run, for its rules.
        site: renders pages.
        names: the name of each document's page, by path.
        previous: the results of the run to compare with, by path; None without one.
        folder: where pages are written; None to return their contents.
        past: what the page "Over time" shows besides this run; None without that page.
    """

    linter: Linter
    site: HtmlSite
    names: Mapping[str, str]
    previous: Mapping[str, PreviousResult] | None
    folder: OutputFolder | None
    past: Past | None = None

    def build_documents(
        self,
        files: Sequence[RawFile],
        context: RunContext,
        *,
        jobs: int | None = None,
        cache: Cache | None = None,
    ) -> Iterator[DocumentPage]:
        """Check documents and make their pages, in their order.

        Args:
            jobs: how many processes share the work; None for one a core, if there is enough of it.
            cache: knows the pages of earlier runs that are still in the folder, and the findings of
                documents whose pages are not.
        """
        keys = _make_page_keys(files, context, self.site.layout) if cache else []
        entries = cache.get_many(keys) if cache else {}
        found = {key: self._find_page(entry) for key, entry in entries.items()}
        current = {key: page for key, page in found.items() if page}
        missing = [
            file for file, key in zip(files, keys or files, strict=True) if key not in current
        ]
        by_path = {file.path: file for file in missing} if cache else {}

        def build(linter: Linter, source: Source) -> Entry:
            file = by_path.get(source.path)
            result = find_result(file, context, cache) if file and not source.problem else None
            complete = linter.complete(result, source) if result else linter.lint(source)
            return self._build_entry(complete, linter)

        built = map_files(build, missing, context, jobs=jobs)
        if cache is None:
            for file, (entry, failure) in zip(files, built, strict=True):
                yield _make_page(file.path, entry, failure)
            return
        with BatchWriter(cache) as writer:
            for file, key in zip(files, keys, strict=True):
                if key in current:
                    yield current[key]
                    continue
                entry, failure = next(built)
                if not failure:
                    writer.add(key, entry)
                yield _make_page(file.path, entry, failure)

    def _build_entry(self, result: Result, linter: Linter) -> Entry:
        """Make the page of a result: its packed summary, and its digest or content."""
        summary, content = self._render(result, linter)
        # The texts of findings repeat themselves: they take a tenth of the space.
        packed = compress(pack_summary(summary).encode(), level=1)
        if self.folder is None:
            return packed, content.encode()
        digest = self._write(summary.page, summary.title, content, summary.language)
        return packed, digest.encode()

    def _find_page(self, entry: Entry) -> DocumentPage | None:
        """Return the page that an earlier run wrote, if it is still in the folder."""
        packed, digest = entry
        assert digest is not None
        summary = _unpack(packed)
        if self.folder is None or self.names.get(summary.path) != summary.page:
            return None
        page = self.folder.read(self.site.layout.get_file(summary.page))
        whole, references = take_references(page or b"")
        if digest_page(whole) != digest.decode():
            return None
        return DocumentPage(summary.path, summary, Markup(), references=references)

    def build_result(self, result: Result, linter: Linter) -> DocumentPage:
        """Make the page of a document that a linter has checked already."""
        summary, content = self._render(result, linter)
        if self.folder is not None:
            self._write(summary.page, summary.title, content, summary.language)
            content = Markup()
        return DocumentPage(result.path, summary, content)

    def _render(self, result: Result, linter: Linter) -> tuple[DocumentSummary, Markup]:
        rules = linter.rule_set.get_rules_for_path(result.path, result.language)
        by_id = {rule.id: rule for rule in rules}
        delta = None
        if self.previous is not None:
            now = PreviousResult(result.measures.level, note_findings(result.diagnostics))
            delta = compute_delta(self.previous.get(result.path), now)
        return self.site.render_document(result, self.names[result.path], by_id, delta)

    def _write(self, page: str, title: str, content: Markup, language: str = "") -> str:
        """Write a page into the folder; return the digest of its text."""
        assert self.folder is not None
        text = self.site.render_page(page, title, content, language)
        self.folder.write(self.site.layout.get_file(page), text)
        return digest_page(text.encode())

    def build_site(
        self, pages: Iterable[DocumentPage], notes: tuple[str, ...]
    ) -> dict[str, Markup]:
        """Make all pages, those of documents first; return contents that no file has yet."""
        contents, summaries = {INDEX: Markup()}, []
        linker = RepeatLinker(self.site.layout, self.site.choose_language)
        for page in pages:
            summaries.append(page.summary)
            contents[page.summary.page] = self._link_repeats(linker, page)
        deleted = None
        if self.previous is not None:
            deleted = tuple(sorted(self.previous.keys() - self.names.keys()))
        rule_set = self.linter.rule_set
        titles = {rule: rule_set.get_page(rule).title for rule in rule_set.pages}
        overview = Overview(tuple(summaries), notes, deleted, linker.repeats, titles)
        owners = list_owners(overview.entries, self.names.values())
        if self.folder is not None:
            self.folder.add([self.site.layout.get_file(owner.page) for owner in owners])
        for name, title, content in self._render_others(overview, owners):
            if self.folder is None:
                contents[name] = content
            else:
                self._write(name, title, content)
        if self.folder is not None:
            self.folder.finish()
        return contents

    def render_alone(self, page: DocumentPage) -> str:
        """Return the HTML file of the only document, without a link to any other page."""
        content = self._link_repeats(
            RepeatLinker(self.site.layout, self.site.choose_language), page
        )
        summary = page.summary
        return self.site.render_page(summary.page, summary.title, content, summary.language)

    def _render_others(
        self, overview: Overview, owners: tuple[OwnerView, ...]
    ) -> Iterator[tuple[str, str, Markup]]:
        """Yield the pages about several documents: name, title and content."""
        site, rule_set = self.site, self.linter.rule_set
        pages = {rule: rule_set.get_page(rule) for rule in rule_set.pages}
        yield GLOSSARY, site.say("Terms"), site.render_terms(overview.entries)
        yield RULES, site.say("Rules"), site.render_rules(rule_set.every_rule, pages)
        view = None
        if self.past is not None:
            view = build_over_time(overview.entries, self.past)
            titles = {name: rule.title for name, rule in rule_set.every_rule.items()}
            yield OVER_TIME, site.say("Over time"), site.render_over_time(view, titles)
        for owner in owners:
            yield owner.page, site.say(f"Pages of {owner.name}"), site.render_owner(owner)
        yield INDEX, site.say("Documents"), site.render_index(overview, owners, view)

    def _link_repeats(self, linker: RepeatLinker, page: DocumentPage) -> Markup:
        """Put references into a page, in its file if it has one; return its content."""
        references = linker.make_references(page.summary)
        if self.folder is None:
            html = put_references(page.content.encode(), references).decode()
            return Markup(html)  # noqa: S704 -- only escaped text is added
        if references != page.references:
            self.folder.refer(self.site.layout.get_file(page.summary.page), references)
        return Markup()


def make_site_builder(
    linter: Linter,
    site: HtmlSite,
    paths: Sequence[str],
    output: Path | None,
    previous: Mapping[str, PreviousResult] | None = None,
    past: Past | None = None,
) -> SiteBuilder:
    """Return the builder of a report on the documents at `paths`.

    Args:
        output: the folder for the pages; None to return their contents.

    Raises:
        PlainlintError: the folder can't be made.
    """
    names = name_pages(paths)
    folder = None
    if output is not None:
        pages = (*names.values(), *site.layout.roots)
        folder = OutputFolder(output, [site.layout.get_file(page) for page in pages])
    return SiteBuilder(linter, site, names, previous, folder, past)


def write_pages(results: Sequence[Result], context: RunContext, folder: Path) -> None:
    """Write the pages of documents that are checked already; the results must be whole.

    Raises:
        PlainlintError: the folder can't be made or written to.
    """
    linter = context.linter
    site = HtmlSite(
        Layout(single=False), linter.get_glossary, linter.today, lang=linter.config.lang
    )
    builder = make_site_builder(linter, site, [result.path for result in results], folder)
    pages = (
        builder.build_result(result, context.choose_for_file(result.path).linter)
        for result in results
    )
    builder.build_site(pages, ())


def _make_page_keys(files: Sequence[RawFile], context: RunContext, layout: Layout) -> list[bytes]:
    """Return the keys of documents' pages; unlike a result, a page has its path and links."""
    return [context.make_key(file, f"page\0{layout!r}\0{file.path}") for file in files]


def _unpack(packed: bytes) -> DocumentSummary:
    return unpack_summary(decompress(packed).decode())


def _make_page(path: str, entry: Entry, failure: str) -> DocumentPage:
    packed, rest = entry
    summary = _unpack(packed)
    content = Markup((rest or b"").decode())  # noqa: S704 -- it is what the templates made
    return DocumentPage(path, summary, content, failure)
