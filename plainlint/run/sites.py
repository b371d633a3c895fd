"""What the folders above a document say about it: its dialect, and front matter for all in them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config
from plainlint.core.caches import remember
from plainlint.core.dialects import AUTO
from plainlint.core.files import find_repository, is_really_inside, read_regular_file
from plainlint.core.formats import MARKDOWN
from plainlint.core.source import InheritedValue


class SiteFolder(NamedTuple):
    """A folder at or above a document, and the names of what is in it."""

    path: Path
    names: frozenset[str]


class SiteContext(NamedTuple):
    """What a document has from its site: the dialect, and front matter that it inherits."""

    dialect: str = AUTO
    inherited: tuple[InheritedValue, ...] = ()


def find_site_context(name: str, config: Config, top: Path | None = None) -> SiteContext:
    """Return what a document has from its site; nothing if it is not Markdown.

    Args:
        name: the document's path.
        config: the settings, which may name its dialect.
        top: the folder that was named, to look no higher; used outside of a repository.
    """
    if config.choose_format(name) != MARKDOWN:
        return SiteContext()
    from plainlint.run.dialect_detection import detect_dialect
    from plainlint.run.inherited_front_matter import find_inherited_values

    path = Path(name)
    root = config.root if top is None or _contains(config.root, path) else top
    dialect = config.choose_dialect(name)
    if dialect == AUTO:
        dialect = detect_dialect(path, root)
    return SiteContext(dialect, find_inherited_values(path, root))


def list_site_folders(path: Path, root: Path) -> tuple[SiteFolder, ...]:
    """Return the folders from that of a file up to the top of its site, the nearest first.

    The top is that of its git repository, else `root` if the file is in it, else its own folder.
    """
    folders: list[SiteFolder] = []
    above = _list_folders_above(path.absolute().parent)
    for folder in above:
        names = _list_names(folder)
        folders.append(SiteFolder(folder, names))
        if ".git" in names:
            return tuple(folders)
    # Without a repository, the top is the folder named, or else the document's own.
    top = root.absolute()
    return tuple(folders[: above.index(top) + 1 if top in above else 1])


# The documents of a run are in few folders.
@remember(1 << 10)
def _list_folders_above(folder: Path) -> tuple[Path, ...]:
    """Return an absolute folder and those that it is in, the nearest first."""
    return folder, *folder.parents


def _contains(folder: Path, path: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute())


def _list_names(folder: Path) -> frozenset[str]:
    try:
        # This runs for each folder of each document, and `Path.stat` is slower.
        return _list_names_at(folder, os.stat(folder).st_mtime_ns)  # noqa: PTH116
    except OSError:
        return frozenset()


# A folder is read again when its time shows a change.
@remember(1 << 10)
def _list_names_at(folder: Path, _time: int) -> frozenset[str]:
    return frozenset(path.name for path in folder.iterdir())


def read_site_file(path: Path) -> str:
    """Return the text of a small file of a site; an empty text if it can't be read."""
    try:
        state = path.stat()
        top = find_repository(path.parent) or path.parent
        if state.st_size > _MAXIMUM_SIZE or (path.is_symlink() and not is_really_inside(path, top)):
            return ""
        return _read_text_at(path, state.st_mtime_ns, state.st_size)
    except (OSError, UnicodeDecodeError):
        return ""


_MAXIMUM_SIZE = 1_000_000


@remember(1 << 8)
def _read_text_at(path: Path, _time: int, _size: int) -> str:
    return read_regular_file(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def iter_site_files(folder: SiteFolder, *names: str) -> Iterator[Path]:
    """Yield the files of a folder that have one of these names, in the order of the names."""
    yield from (folder.path / name for name in names if name in folder.names)
