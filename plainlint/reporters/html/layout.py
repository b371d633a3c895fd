"""Layout: the names of the pages, and how to link from one to a place in another."""

import re
from dataclasses import dataclass
from pathlib import PurePath

INDEX, GLOSSARY, RULES = "index", "glossary", "rules"
_ROOT = (INDEX, GLOSSARY, RULES)
_FOLDER = "documents/"
# A page's name never holds the two hyphens that part it from a place.
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")
# A file system takes names of 255 bytes; a number and the ending must fit in as well.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things are: a file for each page, or all pages in a `single` file."""

    single: bool = False

    def file(self, page: str) -> str:
        """The file of a page, relative to the report's folder."""
        return f"{page}.html" if page in _ROOT else f"{_FOLDER}{page}.html"

    def id(self, page: str, place: str = "") -> str:
        """The id of a page or of a place in it, unlike all others in its file."""
        return self.prefix(page) + place or "page"

    def prefix(self, page: str) -> str:
        """What each id in a page begins with."""
        return f"{page}--" if self.single else ""

    def href(self, here: str, page: str, place: str = "") -> str:
        """The address of a page, or of a place in it, as seen from the page `here`."""
        if self.single:
            return f"#{self.id(page, place)}"
        if here == page:
            return f"#{self.id(page, place)}"
        up = "" if here in _ROOT else "../"
        return up + self.file(page) + (f"#{place}" if place else "")


def page_name(path: str, taken: set[str]) -> str:
    """A page name of the letters and digits of a document's path; it is added to `taken`."""
    plain = PurePath(path).with_suffix("").as_posix()
    kept = _NOT_PLAIN.sub("-", plain)
    stem = kept.strip("-").lower()[-_LONGEST:].strip("-") or "document"
    name, number = stem, 1
    while name in taken or name in _ROOT:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def rule_place(rule_id: str) -> str:
    """The place of a rule on the rules' page."""
    return rule_id.replace("/", "-")
