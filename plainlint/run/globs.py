"""Patterns of files on the command line, where the shell has left them as they are."""

import re
from pathlib import Path
from typing import NamedTuple, Self

from plainlint.core.formats import recognise_format
from plainlint.core.gitignore import matches_pattern

_WILDCARD = re.compile(r"[*?\[]")


class Glob(NamedTuple):
    """A pattern such as `docs/**/*.md`; what is below a folder that it matches, it matches too.

    Attributes:
        folder: the folder to search: the part of the pattern before its first wildcard.
        pattern: the pattern, as ignore files have it.
    """

    folder: Path
    pattern: str

    @classmethod
    def parse(cls, path: Path) -> Self | None:
        """Return the pattern that a path is; None if it is a name, or has no folder to search."""
        if path.exists() or path.is_symlink() or not _WILDCARD.search(path.as_posix()):
            return None
        folder = next(above for above in path.parents if not _WILDCARD.search(above.as_posix()))
        if not folder.is_dir():
            return None
        return cls(folder, f"/{path.as_posix().removeprefix('/')}")

    def matches(self, path: Path) -> bool:
        """Return whether a file has a reader, and the pattern matches it or a folder above it."""
        name = path.as_posix().removeprefix("/")
        return bool(recognise_format(path.name)) and matches_pattern(name, self.pattern)
