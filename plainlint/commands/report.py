"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.chosen import Chosen, documents
from plainlint.commands.settings import configured, setup_of
from plainlint.commands.spread import cores, spread
from plainlint.compare import Earlier, change, read_earlier
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.linter import Linter
from plainlint.page_folder import PageFolder
from plainlint.reporters.html import Book
from plainlint.reporters.html.entry import Entry
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, page_names
from plainlint.reporters.html.overview import Overview
from plainlint.result import Result
from plainlint.version import __version__

_WORTH_SPREADING = 60
Made = tuple[Entry, Markup]


@dataclass(frozen=True, slots=True)
class _Maker:
    """All that is needed to make the page of one document, in whatever process.

    A page is written into the folder; without one it is given back.
    """

    linter: Linter
    book: Book
    names: Mapping[str, str]
    earlier: Mapping[str, Earlier] | None
    folder: PageFolder | None

    def checked(self, chosen: Chosen) -> Made:
        """Check one document and make its page."""
        return self.document(self.linter.lint(chosen.read()))

    def document(self, result: Result) -> Made:
        """Make the page of one document."""
        rules = {rule.id: rule for rule in self.linter.rules_for(result.path)}
        changed = None
        if self.earlier is not None:
            changed = change(self.earlier.get(result.path), result)
        entry, content = self.book.document(result, self.names[result.path], rules, changed)
        return entry, self.put(entry.page, entry.title, content)

    def put(self, page: str, title: str, content: Markup) -> Markup:
        """Write a page; what is given back is what is still to be written."""
        if self.folder is None:
            return content
        self.folder.write(self.book.layout.file(page), self.book.page(page, title, content))
        return Markup()

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
        contents[GLOSSARY] = self.put(GLOSSARY, "Terms", book.terms(overview.entries))
        contents[RULES] = self.put(
            RULES, "Rules", book.rules(self.linter.every_rule, self.linter.pages)
        )
        contents[INDEX] = self.put(INDEX, "Documents", book.index(overview))
        if self.folder is not None:
            self.folder.finish()
        return contents


def report(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write a folder of pages, or all of them into one file; name what to open."""
    setup = setup_of(configured(args), surroundings.today)
    linter = setup.linter()
    linter.rules()
    notes: list[str] = []
    chosen = documents(args, setup, replace(surroundings, note=notes.append))
    stamp = f"Made by plainlint {__version__} on {surroundings.now:%Y-%m-%d at %H:%M}."
    single = args.single_file is not None
    book = Book(Layout(single=single), linter.glossary, surroundings.today, stamp * args.stamp)
    paths = [str(each.path) for each in chosen]
    earlier = _earlier(args.compare)
    maker = _maker(linter, book, paths, None if single else Path(args.output), earlier)
    # For a few documents, starting a second process takes longer than it saves.
    jobs = args.jobs or (cores() if len(chosen) >= _WORTH_SPREADING else 1)
    made = _shown(spread(maker.checked, chosen, jobs=jobs), len(chosen), surroundings)
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


def _shown(made: Iterable[Made], number: int, surroundings: Surroundings) -> Iterator[Made]:
    for done, each in enumerate(made, 1):
        yield each
        surroundings.progress(done, number)


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
