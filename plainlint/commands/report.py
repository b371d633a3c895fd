"""plainlint report: the findings as HTML pages for editors."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured
from plainlint.commands.spread import spread
from plainlint.compare import Earlier, change, read_earlier
from plainlint.discovery import Found, discover, read_source
from plainlint.errors import PlainlintError
from plainlint.files import write_atomically
from plainlint.linter import Linter
from plainlint.page_folder import PageFolder
from plainlint.reporters.html import Book
from plainlint.reporters.html.entry import Entry
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout, page_names
from plainlint.reporters.html.overview import Overview
from plainlint.version import __version__


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

    def document(self, path: Path) -> tuple[Entry, Markup]:
        """Check one document and make its page."""
        result = self.linter.lint(read_source(path))
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


def report(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Write a folder of pages, or all of them into one file; name what to open."""
    found = discover(Path(path) for path in args.paths)
    maker = _maker(args, surroundings, found)
    entries: list[Entry] = []
    contents = {INDEX: Markup()}
    for done, (entry, content) in enumerate(spread(maker.document, found.files), 1):
        entries.append(entry)
        contents[entry.page] = content
        surroundings.progress(done, len(found.files))
    book, gone = maker.book, None
    if maker.earlier is not None:
        gone = tuple(sorted(maker.earlier.keys() - maker.names.keys()))
    overview = Overview(tuple(entries), found.notes, gone)
    contents[GLOSSARY] = maker.put(GLOSSARY, "Terms", book.terms(overview.entries))
    contents[RULES] = maker.put(RULES, "Rules", book.rules(maker.linter.pages))
    contents[INDEX] = maker.put(INDEX, "Documents", book.index(overview))
    if maker.folder is None:
        write_atomically(Path(args.single_file), book.whole("Report", contents))
        return Outcome(f"{args.single_file}\n")
    maker.folder.finish()
    return Outcome(f"{maker.folder.path / book.layout.file(INDEX)}\n")


def _maker(args: Namespace, surroundings: Surroundings, found: Found) -> _Maker:
    """The maker of the pages that the arguments ask for; all that can be wrong is found here."""
    linter = Linter(configured(args), surroundings.today)
    linter.rules()
    earlier = _earlier(args.compare)
    layout = Layout(single=args.single_file is not None)
    stamp = f"Made by plainlint {__version__} on {surroundings.now:%Y-%m-%d at %H:%M}."
    book = Book(layout, linter.glossary, surroundings.today, stamp if args.stamp else "")
    names = page_names(map(str, found.files))
    folder = None
    if not layout.single:
        pages = (*names.values(), GLOSSARY, RULES, INDEX)
        folder = PageFolder(Path(args.output), [layout.file(page) for page in pages])
    return _Maker(linter, book, names, earlier, folder)


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
