"""Discovery: find the documents to check below the paths that a user names."""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.files import is_plain_file, is_really_inside, read_regular_file
from plainlint.core.formats import AUTO, DOCX, HTML, MARKDOWN, RST, SUFFIXES, recognise_format
from plainlint.core.source import RawFile, Source
from plainlint.core.text import pluralise
from plainlint.document.readers import decode_file
from plainlint.run.gitignore import IgnoreFile, is_ignored, read_patterns
from plainlint.run.globs import Glob
from plainlint.run.project_files import is_project_file
from plainlint.run.sites import find_site_context

_GIT_IGNORE, _OWN_IGNORE = ".gitignore", ".plainlintignore"


class FileFilter(NamedTuple):
    """Which files below a folder are documents.

    Attributes:
        include: patterns as in .gitignore; empty takes the files of one format.
        format: the format that a folder is searched for if `include` is empty.
        exclude: patterns of files and folders to skip.
        root: the folder that patterns are relative to.
        force_exclude: whether `exclude` also applies to files that are named one by one.
        further: a filter for the whole run, that excludes more.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    root: Path = Path()
    force_exclude: bool = False
    format: str = MARKDOWN
    further: "FileFilter | None" = None

    @classmethod
    def from_config(cls, config: Config, *, force_exclude: bool = False) -> Self:
        """Return the filter that the settings describe."""
        chosen = MARKDOWN if config.input_format == AUTO else config.input_format
        return cls(config.include, config.exclude, config.root, force_exclude, chosen)

    def includes(self, path: Path) -> bool:
        """Return whether a file is of a kind to check."""
        if not self.include:
            return path.suffix.lower() in SUFFIXES[self.format]
        wanted = read_patterns("\n".join(self.include))
        return is_ignored(self._make_relative(path), (wanted,), is_folder=False)

    def excludes(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether the settings exclude a file or folder."""
        if self.further and self.further.excludes(path, is_folder=is_folder):
            return True
        if not self.exclude:
            return False
        unwanted = read_patterns("\n".join(self.exclude))
        return is_ignored(self._make_relative(path), (unwanted,), is_folder=is_folder)

    def _make_relative(self, path: Path) -> str:
        absolute, root = path.absolute(), self.root.absolute()
        return (absolute.relative_to(root) if absolute.is_relative_to(root) else path).as_posix()


class DiscoveredFiles(NamedTuple):
    """The files to check, notes on files and folders that were skipped, and the named folders."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    folders: tuple[Path, ...] = ()

    def find_top(self, path: Path) -> Path | None:
        """Return the named folder that a file was found in; None if it was named itself."""
        return next((folder for folder in self.folders if path.is_relative_to(folder)), None)


class _ActiveIgnoreFiles(NamedTuple):
    """The ignore files that apply in one folder, those of git before ours; all are below `top`."""

    top: Path
    git: tuple[IgnoreFile, ...] = ()
    own: tuple[IgnoreFile, ...] = ()

    def enter_folder(self, folder: Path) -> "_ActiveIgnoreFiles":
        """Return these ignore files and those in `folder`."""
        git, own = (
            _read_ignore_file(folder / name, self.top) for name in (_GIT_IGNORE, _OWN_IGNORE)
        )
        return (
            _ActiveIgnoreFiles(self.top, (*self.git, *git), (*self.own, *own))
            if git or own
            else self
        )

    def ignores(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether a path in the folder is ignored."""
        files = (*self.git, *self.own)
        if not files:
            return False
        return is_ignored(path.relative_to(self.top).as_posix(), files, is_folder=is_folder)


def discover_files(
    paths: Iterable[Path],
    selection: FileFilter | None = None,
    choose_filter: Callable[[Path], FileFilter] | None = None,
) -> DiscoveredFiles:
    """Return the documents below folders, and files named one by one whatever their ending.

    What is named is followed, also if it is a link. Below it no link is. If two paths lead to one
    file, the one without a link is returned. A name with `*`, `?` or `[` that no file has is a
    pattern, which the shell has left as it is; a pattern matches what a walk of its folder finds.

    Args:
        paths: what is named.
        selection: which files are documents.
        choose_filter: the same for each folder, if they differ.

    Raises:
        PlainlintError: a path does not exist, a folder has no documents in it, or nothing matches
            a pattern.
    """
    choose = choose_filter or (lambda _folder: selection or FileFilter())
    named = list(paths)
    folders: dict[Path, None] = {}
    files: dict[str, Path] = {}
    notes: list[str] = []

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
            walker = _FolderWalker(folder, choose, notes, glob)
            documents = sorted(walker.find_files())
            if not documents and glob:
                raise PlainlintError(f"{path}: no file matches this pattern")
            if not documents:
                raise PlainlintError(_explain_empty_folder(folder, choose(folder), notes))
            for document in documents:
                add_file(str(walker.real_root / document.relative_to(folder)), document)
        elif not (path.exists() or path.is_symlink()):
            raise PlainlintError(f"{path}: no such file or folder")
        elif (chosen := choose(path.parent)).force_exclude and _is_excluded(path, chosen):
            notes.append(f"{path}: excluded by the settings or an ignore file")
        else:
            add_file(os.path.realpath(path), path)
    return DiscoveredFiles(tuple(files.values()), tuple(notes), tuple(folders))


def _explain_empty_folder(folder: Path, selection: FileFilter, notes: list[str]) -> str:
    name = "Markdown" if selection.format == MARKDOWN else selection.format
    has_some = any(path.suffix.lower() in SUFFIXES[selection.format] for path in folder.rglob("*"))
    rest = " that are not ignored or excluded" if has_some else ""
    return "; ".join((f"{folder}: no {name} files in this folder{rest}", *notes))


def _is_excluded(path: Path, selection: FileFilter) -> bool:
    """Return whether a walk would skip a file."""
    absolute = path.absolute()
    ignores, is_hidden = _collect_ignore_files(absolute.parent, selection.root.absolute())
    return (
        is_hidden
        or not selection.includes(path)
        or any(selection.excludes(folder, is_folder=True) for folder in path.parents if folder.name)
        or selection.excludes(path, is_folder=False)
        or ignores.ignores(absolute, is_folder=False)
    )


def _collect_ignore_files(folder: Path, root: Path) -> tuple[_ActiveIgnoreFiles, bool]:
    """Return the ignore files that apply in a folder, and whether they ignore the folder itself.

    They are read from the top of its repository down; without one, from `root` if that is above.
    """
    tops = (path for path in (folder, *folder.parents) if (path / ".git").exists())
    top = next(tops, root if folder.is_relative_to(root) else folder)
    exclude = _read_ignore_file(top / ".git" / "info" / "exclude", top)
    ignores = _ActiveIgnoreFiles(
        top, tuple(file._replace(folder="") for file in exclude)
    ).enter_folder(top)
    current, is_hidden = top, False
    for name in folder.relative_to(top).parts:
        current /= name
        is_hidden = is_hidden or ignores.ignores(current, is_folder=True)
        ignores = ignores.enter_folder(current)
    return ignores, is_hidden


def _read_ignore_file(path: Path, top: Path) -> tuple[IgnoreFile, ...]:
    # As in git, a link to an ignore file is none.
    if not is_plain_file(path):
        return ()
    try:
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    folder = path.parent.relative_to(top).as_posix()
    return (read_patterns(text, "" if folder == "." else folder),)


class _FolderWalker:
    """One walk below a folder; hidden folders are skipped, and no link is followed."""

    def __init__(
        self,
        root: Path,
        choose: Callable[[Path], FileFilter],
        notes: list[str],
        glob: Glob | None = None,
    ) -> None:
        self.root = root
        self.real_root = Path(os.path.realpath(root))
        self.choose = choose
        # What files must match instead of being of a kind to check.
        self.glob = glob
        self.notes = notes
        self._passed_over: Counter[str] = Counter()
        self._project_files: list[str] = []

    def find_files(self) -> Iterator[Path]:
        """Yield the documents, and links to nothing; other links are noted."""
        top = self.choose(self.root).root
        ignores, _ = _collect_ignore_files(self.root.absolute(), top.absolute())
        yield from self._walk_folder(self.root, ignores)
        if self._project_files:
            names = ", ".join(self._project_files)
            self.notes.append(
                f"not checked, as about the project: {names}; name them to check them"
            )
        if self._passed_over and not self.glob:
            counts = sorted(self._passed_over.items())
            files = ", ".join(pluralise(count, f"{suffix} file") for suffix, count in counts)
            self.notes.append(
                f"{self.root}: not checked: {files}; name them, or add them to 'include'"
            )

    def _walk_folder(self, folder: Path, ignores: _ActiveIgnoreFiles) -> Iterator[Path]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.notes.append(f"{folder}: this folder can't be read: {error.strerror}")
            return
        selection = self.choose(folder)
        for entry in entries:
            path = folder / entry.name
            if self._is_skipped(entry, path, ignores, selection):
                continue
            if entry.is_symlink():
                if self._is_document_link(path, selection):
                    yield path
            elif entry.is_dir():
                if not entry.name.startswith("."):
                    yield from self._walk_folder(path, ignores.enter_folder(path.absolute()))
            elif not self._includes(path, selection):
                if not selection.include:
                    self._count_passed_over(path)
            elif self._is_about_project(path, selection):
                self._project_files.append(str(path))
            elif entry.is_file():
                yield path
            else:
                self.notes.append(f"{path}: not read, as it is not a regular file")

    def _includes(self, path: Path, selection: FileFilter) -> bool:
        """Return whether a file is a document to check."""
        return self.glob.matches(path) if self.glob else selection.includes(path)

    def _is_about_project(self, path: Path, selection: FileFilter) -> bool:
        """Return whether nobody asked for a file, and it is about the project."""
        return not (self.glob or selection.include) and is_project_file(path)

    def _is_skipped(
        self,
        entry: "os.DirEntry[str]",
        path: Path,
        ignores: _ActiveIgnoreFiles,
        selection: FileFilter,
    ) -> bool:
        """Return whether an ignore file or the settings exclude an entry of a folder."""
        if entry.name in (_GIT_IGNORE, _OWN_IGNORE) and not is_plain_file(path):
            self.notes.append(f"{path}: not read, as it is a link or no regular file")
        # To git a link is never a folder.
        is_folder = entry.is_dir(follow_symlinks=False)
        return ignores.ignores(path.absolute(), is_folder=is_folder) or selection.excludes(
            path, is_folder=path.is_dir()
        )

    def _is_document_link(self, path: Path, selection: FileFilter) -> bool:
        """Return whether a link is a document that can't be opened; note other links."""
        is_folder = path.is_dir() and not path.name.startswith(".")
        if not (is_folder or self._includes(path, selection)):
            return False
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.real_root):
            self.notes.append(f"{path}: not followed, as this link leads outside {self.root}")
        elif path.exists():
            target = self.root / real.relative_to(self.real_root)
            self.notes.append(f"{path}: not followed, as it links to {target}; that has its turn")
        else:
            return True
        return False

    def _count_passed_over(self, path: Path) -> None:
        """Count a file that has a reader but is not of the format that is searched for."""
        # A text file is rarely a document: it holds requirements, licences or word lists.
        if path.suffix and recognise_format(path.name) in {MARKDOWN, HTML, DOCX, RST}:
            self._passed_over[path.suffix.lower()] += 1


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
