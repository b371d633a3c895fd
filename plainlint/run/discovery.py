"""Discovery: find the documents to check below the paths that a user names."""

import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.files import is_really_inside, read_regular_file
from plainlint.core.formats import SUFFIXES
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.run.file_filter import FileFilter
from plainlint.run.globs import Glob
from plainlint.run.ignore_files import collect_ignore_files
from plainlint.run.sites import find_site_context
from plainlint.run.walk import FolderWalker, SkippedPath

_EXCLUDED = "excluded by the settings or an ignore file"


class DiscoveredFiles(NamedTuple):
    """The files to check.

    Attributes:
        files: the files, in the order of the run.
        notes: notes on files and folders that were skipped.
        folders: the folders that were named.
        skipped: all files and folders that are not checked, if they were asked for.
    """

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    folders: tuple[Path, ...] = ()
    skipped: tuple[SkippedPath, ...] = ()

    def find_top(self, path: Path) -> Path | None:
        """Return the named folder that a file was found in; None if it was named itself."""
        return next((folder for folder in self.folders if path.is_relative_to(folder)), None)


def discover_files(
    paths: Iterable[Path],
    selection: FileFilter | None = None,
    choose_filter: Callable[[Path], FileFilter] | None = None,
    *,
    explain: bool = False,
) -> DiscoveredFiles:
    """Return the documents below folders, and files named one by one whatever their ending.

    What is named is followed, also if it is a link. Below it no link is. If two paths lead to one
    file, the one without a link is returned. A name with `*`, `?` or `[` that no file has is a
    pattern, which the shell has left as it is; a pattern matches what a walk of its folder finds.

    Args:
        paths: what is named.
        selection: which files are documents.
        choose_filter: the same for each folder, if they differ.
        explain: whether to list all that is skipped; then nothing to check is no error.

    Raises:
        PlainlintError: a path does not exist, a folder has no documents in it, or nothing matches
            a pattern.
    """
    choose = choose_filter or (lambda _folder: selection or FileFilter())
    named = list(paths)
    folders: dict[Path, None] = {}
    files: dict[str, Path] = {}
    notes: list[str] = []
    skipped: list[SkippedPath] = []

    def add_file(real: str, path: Path) -> None:
        known = files.setdefault(real, path)
        # An absolute path keeps its links.
        if os.path.abspath(known) != real == os.path.abspath(path):  # noqa: PTH100
            files[real] = path

    for path in named:
        glob = Glob.parse(path)
        if glob or path.is_dir():
            folder = glob.folder if glob else path
            folders[folder] = None
            walker = FolderWalker(folder, choose, notes, glob, skipped if explain else None)
            documents = sorted(walker.find_files())
            if not (documents or explain) and glob:
                raise PlainlintError(f"{path}: no file matches this pattern")
            if not (documents or explain):
                raise PlainlintError(_explain_empty_folder(folder, choose(folder), notes))
            for document in documents:
                add_file(str(walker.real_root / document.relative_to(folder)), document)
        elif not (path.exists() or path.is_symlink()):
            raise PlainlintError(f"{path}: no such file or folder")
        elif (chosen := choose(path.parent)).force_exclude and _is_excluded(path, chosen):
            notes.append(f"{path}: {_EXCLUDED}")
            skipped.append(SkippedPath(path, _EXCLUDED))
        else:
            add_file(os.path.realpath(path), path)
    return DiscoveredFiles(tuple(files.values()), tuple(notes), tuple(folders), tuple(skipped))


def _explain_empty_folder(folder: Path, selection: FileFilter, notes: list[str]) -> str:
    name = selection.format_name
    has_some = any(path.suffix.lower() in SUFFIXES[selection.format] for path in folder.rglob("*"))
    rest = " that are not ignored or excluded" if has_some else ""
    return "; ".join((f"{folder}: no {name} files in this folder{rest}", *notes))


def _is_excluded(path: Path, selection: FileFilter) -> bool:
    """Return whether a walk would skip a file."""
    absolute = path.absolute()
    ignores, is_hidden = collect_ignore_files(absolute.parent, selection.root.absolute())
    return (
        is_hidden
        or not selection.includes(path)
        or any(selection.excludes(folder, is_folder=True) for folder in path.parents if folder.name)
        or selection.excludes(path, is_folder=False)
        or ignores.ignores(absolute, is_folder=False)
    )


def read_file(path: Path, config: Config | None = None, top: Path | None = None) -> RawFile:
    """Read a file; one that can't be opened gets a problem that says so.

    Args:
        config: the settings, which may name its format; None for the defaults.
        top: the folder that was named, in which it was found.
    """
    try:
        data, problem = _read_bytes(path, top), ""
    except OSError as error:
        data, problem = b"", f"it can't be opened: {error.strerror}"
    return make_raw_file(str(path), data, config or Config(), top)._replace(problem=problem)


def _read_bytes(path: Path, top: Path | None) -> bytes:
    """Read a file; one that was found in a folder must still be a regular file in it."""
    if top is None:
        return path.read_bytes()
    if not is_really_inside(path, top):
        raise OSError(errno.ELOOP, f"it is a link that leads outside {top}")
    return read_regular_file(path)


def make_raw_file(name: str, data: bytes, config: Config, top: Path | None = None) -> RawFile:
    """Return a file of this path and content with all that settings and site say about it.

    Args:
        top: the folder that was named, in which it was found.
    """
    site = find_site_context(name, config, top)
    return RawFile(
        name,
        data,
        format=config.choose_format(name),
        dialect=site.dialect,
        inherited=site.inherited,
    )


def read_source(path: Path, config: Config | None = None) -> Source:
    """Read and decode a file; one that can't be read becomes a source with a problem."""
    return decode_file(read_file(path, config))
