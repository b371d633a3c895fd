"""A folder of pages: only changed ones are written, and only its own are replaced or removed."""

from collections.abc import Collection, Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from plainlint.core.errors import PlainlintError
from plainlint.core.files import (
    is_plain_file,
    is_really_inside,
    read_regular_file,
    write_atomically,
)
from plainlint.reporters.html.repeats import put_references, take_references

# The list of the pages that plainlint wrote into a folder, a name a line.
LIST = "plainlint-pages.txt"
# Near the start of each page. A stranger's list may name a file that plainlint did not write.
_MARK = b'<meta name="generator" content="plainlint">'
_MARK_WITHIN = 200


class OutputFolder:
    """A folder that is filled with the pages it is made for, and then finished."""

    def __init__(self, path: Path, names: Collection[str]) -> None:
        """Make the folder ready for the pages of these names.

        They are put on its list first, so that a run that is broken off leaves no stranger.

        Raises:
            PlainlintError: the folder can't be used, or a file there is not plainlint's own.
        """
        self.path = path
        # The folder that is named may be a link; what is in it may not.
        self._real_path = path.resolve()
        self._refuse_links(LIST)
        try:
            path.mkdir(parents=True, exist_ok=True)
            known = path / LIST
            text = read_regular_file(known).decode("utf-8") if known.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise PlainlintError(f"{path}: the pages can't be put here: {error}") from error
        self._earlier = {name for name in text.splitlines() if _is_inside(name)}
        self._names: frozenset[str] = frozenset()
        self.add(names)

    def add(self, names: Collection[str]) -> None:
        """Make the folder ready for further pages.

        Raises:
            PlainlintError: a file there is not plainlint's own.
        """
        for name in names:
            self._refuse_links(name)
        try:
            for folder in {(self.path / name).parent for name in names}:
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PlainlintError(f"{self.path}: the pages can't be put here: {error}") from error
        for name in sorted(names):
            path = self.path / name
            if path.exists() and not (name in self._earlier and self._is_own(name)):
                raise PlainlintError(
                    f"{path}: plainlint did not write this file and leaves it as it is; "
                    "name another folder with -o"
                )
        self._names |= frozenset(names)
        self._write_list(self._earlier | self._names)

    def write(self, name: str, text: str) -> None:
        """Write a page, unless the file already has this text, with or without references."""
        page = self.read(name)
        if page is None or take_references(page)[0] != text.encode():
            write_atomically(self._real_path / name, text)

    def read(self, name: str) -> bytes | None:
        """Return a page; None if it can't be read."""
        try:
            return (self.path / name).read_bytes()
        except OSError:
            return None

    def refer(self, name: str, references: Mapping[bytes, bytes]) -> None:
        """Put references into a page, unless it has just these."""
        page = (self.path / name).read_bytes()
        changed = put_references(page, references)
        if changed != page:
            write_atomically(self._real_path / name, changed)

    def finish(self) -> None:
        """Remove the pages of earlier runs that are not of this one."""
        for name in sorted(self._earlier - self._names):
            if self._is_own(name):
                (self.path / name).unlink(missing_ok=True)
        self._write_list(self._names)

    def _is_own(self, name: str) -> bool:
        """Return whether a file is a page that plainlint wrote, in the folder itself."""
        path = self.path / name
        if not (is_plain_file(path) and is_really_inside(path, self.path)):
            return False
        with path.open("rb") as file:
            return _MARK in file.read(_MARK_WITHIN)

    def _refuse_links(self, name: str) -> None:
        """Raise an error if a page would be written through a link below the folder."""
        parts = PurePosixPath(name)
        for part in (parts, *list(parts.parents)[:-1]):
            if (self.path / part).is_symlink():
                raise PlainlintError(
                    f"{self.path / part}: this is a link, and pages are written to no other "
                    "place than their folder; remove it"
                )

    def _write_list(self, names: Collection[str]) -> None:
        self.write(LIST, "".join(f"{name}\n" for name in sorted(names)))


def digest_page(page: bytes) -> str:
    """Digest the bytes of a page."""
    return blake2b(page, digest_size=20).hexdigest()


def _is_inside(name: str) -> bool:
    """Return whether a name in the list is that of a page inside the folder."""
    path = PurePosixPath(name)
    return path.suffix == ".html" and not path.is_absolute() and ".." not in path.parts
