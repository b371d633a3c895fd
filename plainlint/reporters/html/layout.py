"""Layout: the names of the pages, and the links between them."""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePath
from typing import NamedTuple

INDEX, GLOSSARY, RULES = "index", "glossary", "rules"
_ROOT = (INDEX, GLOSSARY, RULES)
# A page name never contains "--", which separates it from an anchor.
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")
# File systems allow names of 255 bytes, including the number and the extension.
_MAX_LENGTH = 160


class Layout(NamedTuple):
    """The addresses of pages: a file for each, or all of them in a `single` file.

    The pages in `roots` are in the top folder, all others in `folder`.
    """

    single: bool = False
    roots: tuple[str, ...] = _ROOT
    folder: str = "documents/"

    def get_file(self, page: str) -> str:
        """Return the file of a page, relative to the top folder."""
        return f"{page}.html" if page in self.roots else f"{self.folder}{page}.html"

    def id(self, page: str, anchor: str = "") -> str:
        """Return the id of a page or of an anchor in it, unique in its file."""
        return self.get_id_prefix(page) + anchor or "page"

    def get_id_prefix(self, page: str) -> str:
        """Return the prefix of all ids in a page."""
        return f"{page}--" if self.single else ""

    def href(self, current: str, page: str, anchor: str = "") -> str:
        """Return the link from the page `current` to a page, or to an anchor in it."""
        if self.single or current == page:
            return f"#{self.id(page, anchor)}"
        up = "../" * self.get_file(current).count("/")
        return up + self.get_file(page) + (f"#{anchor}" if anchor else "")


def name_pages(paths: Iterable[str]) -> dict[str, str]:
    """Map each document's path to a unique page name made of its letters and digits."""
    names: dict[str, str] = {}
    taken = set(_ROOT)
    for path in paths:
        slug = _SEPARATORS.sub("-", PurePath(path).with_suffix("").as_posix())
        stem = slug.strip("-").lower()[-_MAX_LENGTH:].strip("-") or "document"
        name = next(name for name in _iter_numbered_names(stem) if name not in taken)
        taken.add(name)
        names[path] = name
    return names


def _iter_numbered_names(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def get_rule_anchor(rule_id: str) -> str:
    """Return the anchor of a rule on the page of rules."""
    return rule_id.replace("/", "-")
