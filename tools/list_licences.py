"""Write docs/licences.md: the licence of each package that plainlint installs, and who needs it.

    python tools/list_licences.py

The facts come from the metadata of the installed packages; a test compares the page with them.
"""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).resolve().parents[1] / "docs" / "licences.md"
# Licences without conditions on the programs that use a package.
PERMISSIVE = ("Apache", "BSD", "CNRI", "MIT", "PSF", "Python")
# Packages with another licence, or whose metadata name none, and why they may be used.
EXCEPTIONS = {
    "locate": "MIT, by its file LICENSE",
    "pyphen": "used under MPL 1.1, which binds only who changes its files",
    "pyromark": "MIT, by its file LICENSE",
    "tqdm": "MPL 2.0 binds only who changes its files",
}
_NOTES = {**EXCEPTIONS, "wordfreq": "its word lists are under CC BY-SA 4.0; they are not changed"}
_SUFFIX = re.compile(r"(?: Software)? License\b")
_HEAD = """\
# Licences

`pip install plainlint` installs these packages. All licences allow any use. This page is written by
`tools/list_licences.py`.

| package | needed by | licence | note |
|---|---|---|---|
"""


class Licence(NamedTuple):
    """The licence of a package as its metadata have it, and a package that needs it."""

    package: str
    needed_by: str
    licence: str

    @property
    def is_permissive(self) -> bool:
        """Whether each of its parts is known to be permissive."""
        return all(map(_is_permissive, self.licence.replace(" AND ", "; ").split("; ")))


def _is_permissive(name: str) -> bool:
    return name.startswith(PERMISSIVE)


def list_licences(package: str = "plainlint") -> list[Licence]:
    """Return the licence of each package that one needs to run, without extras, by name."""
    found: dict[str, Licence] = {}
    waiting = [(name, package) for name in _iter_requirements(distribution(package))]
    while waiting:
        name, needed_by = waiting.pop(0)
        if name not in found:
            needed = distribution(name)
            found[name] = Licence(name, needed_by, _read_licence(needed))
            waiting += [(other, name) for other in _iter_requirements(needed)]
    return [found[name] for name in sorted(found)]


def _iter_requirements(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def _read_licence(package: Distribution) -> str:
    """Return the licence of a package: an expression, else its classifiers, else a first line."""
    metadata = package.metadata
    if expression := metadata.get_all("License-Expression"):
        return str(expression[0])
    classifiers = metadata.get_all("Classifier") or []
    names = [name.split(" :: ")[-1] for name in classifiers if name.startswith("License :: ")]
    texts = metadata.get_all("License") or [""]
    named = "; ".join(names) or str(texts[0]).partition("\n")[0] or "not named"
    # Versions of a package differ in this.
    return _SUFFIX.sub("", named)


def format_page(licences: list[Licence]) -> str:
    """Return the page as Markdown."""
    rows = [
        f"| {each.package} | {each.needed_by} | {each.licence} | {_NOTES.get(each.package, '')} |\n"
        for each in licences
    ]
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(format_page(list_licences()), encoding="utf-8")
