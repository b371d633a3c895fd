"""Layout: the names of the pages, and how to link from one to a place in another."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePath
from typing import NamedTuple

INDEX, GLOSSARY, RULES = "index", "glossary", "rules"
_ROOT = (INDEX, GLOSSARY, RULES)
# A page's name never holds the two hyphens that part it from a place.
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")
# A file system takes names of 255 bytes; a number and the ending must fit in as well.
_MAX_LENGTH = 160


class Layout(NamedTuple):
    """Where things are: a file for each page, or all pages in a `single` file.

    The pages of `roots` are in the uppermost folder, all others in `folder`.
    """

    single: bool = False
    roots: tuple[str, ...] = _ROOT
    folder: str = "documents/"

    def get_file(self, page: str) -> str:
        """The file of a page, relative to the uppermost folder."""
        return f"{page}.html" if page in self.roots else f"{self.folder}{page}.html"

    def id(self, page: str, place: str = "") -> str:
        """The id of a page or of a place in it, unlike all others in its file."""
        return self.get_id_prefix(page) + place or "page"

    def get_id_prefix(self, page: str) -> str:
        """What each id in a page begins with."""
        return f"{page}--" if self.single else ""

    def href(self, here: str, page: str, place: str = "") -> str:
        """The address of a page, or of a place in it, as seen from the page `here`."""
        if self.single:
            return f"#{self.id(page, place)}"
        if here == page:
            return f"#{self.id(page, place)}"
        up = "../" * self.get_file(here).count("/")
        return up + self.get_file(page) + (f"#{place}" if place else "")


def name_pages(paths: Iterable[str]) -> dict[str, str]:
    """A page name for each document's path: its letters and digits, unlike all others."""
    names: dict[str, str] = {}
    taken = set(_ROOT)
    for path in paths:
        plain = _NOT_PLAIN.sub("-", PurePath(path).with_suffix("").as_posix())
        stem = plain.strip("-").lower()[-_MAX_LENGTH:].strip("-") or "document"
        name = next(each for each in _iter_numbered_names(stem) if each not in taken)
        taken.add(name)
        names[path] = name
    return names


def _iter_numbered_names(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def get_rule_anchor(rule_id: str) -> str:
    """The place of a rule on the rules' page."""
    return rule_id.replace("/", "-")
