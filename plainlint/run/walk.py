"""Walk a folder for the documents in it."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint.core.files import is_plain_file
from plainlint.core.formats import DOCX, HTML, MARKDOWN, RST, recognise_format
from plainlint.core.text import pluralise
from plainlint.run.file_filter import FileFilter
from plainlint.run.globs import Glob
from plainlint.run.ignore_files import (
    GIT_IGNORE,
    OWN_IGNORE,
    ActiveIgnoreFiles,
    collect_ignore_files,
)
from plainlint.run.project_files import is_project_file


class SkippedPath(NamedTuple):
    """A file or folder that is not checked, and why."""

    path: Path
    reason: str


class FolderWalker:
    """One walk below a folder; hidden folders are skipped, and no link is followed.

    Args:
        root: the folder.
        choose: returns the filter of a folder.
        notes: gets what a user should know of any run.
        glob: what files must match instead of being of a kind to check.
        skipped: gets all that is not checked, if a user asked for that.
    """

    def __init__(
        self,
        root: Path,
        choose: Callable[[Path], FileFilter],
        notes: list[str],
        glob: Glob | None = None,
        skipped: list[SkippedPath] | None = None,
    ) -> None:
        self.root = root
        self.real_root = Path(os.path.realpath(root))
        self.choose = choose
        self.glob = glob
        self.notes = notes
        self._skipped = skipped
        self._passed_over: Counter[str] = Counter()
        self._project_files: list[str] = []

    def find_files(self) -> Iterator[Path]:
        """Yield the documents, and links to nothing; other links are noted."""
        top = self.choose(self.root).root
        ignores, _ = collect_ignore_files(self.root.absolute(), top.absolute())
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

    def _walk_folder(self, folder: Path, ignores: ActiveIgnoreFiles) -> Iterator[Path]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._note(folder, f"this folder can't be read: {error.strerror}")
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
                if entry.name.startswith("."):
                    self._skip(path, "a hidden folder")
                else:
                    yield from self._walk_folder(path, ignores.enter_folder(path.absolute()))
            elif self._is_document(entry, path, selection):
                yield path

    def _includes(self, path: Path, selection: FileFilter) -> bool:
        """Return whether a file is a document to check."""
        return self.glob.matches(path) if self.glob else selection.includes(path)

    def _is_document(self, entry: "os.DirEntry[str]", path: Path, selection: FileFilter) -> bool:
        """Return whether a file is a document; count or note those that might be taken for one."""
        if not self._includes(path, selection):
            if not selection.include:
                self._count_passed_over(path)
            self._skip(path, self._explain_kind(selection))
            return False
        if self._is_about_project(path, selection):
            self._project_files.append(str(path))
            self._skip(path, "about the project; name it to check it")
            return False
        if not entry.is_file():
            self._note(path, "not read, as it is not a regular file")
        return entry.is_file()

    def _explain_kind(self, selection: FileFilter) -> str:
        """Return why a file is not of a kind to check."""
        if self.glob:
            return "it does not match the pattern"
        return "not in 'include'" if selection.include else f"not {selection.format_name}"

    def _note(self, path: Path, reason: str) -> None:
        """Note what a user should know of any run: a path that is not checked."""
        self.notes.append(f"{path}: {reason}")
        self._skip(path, reason)

    def _skip(self, path: Path, reason: str) -> None:
        if self._skipped is not None:
            self._skipped.append(SkippedPath(path, reason))

    def _is_about_project(self, path: Path, selection: FileFilter) -> bool:
        """Return whether nobody asked for a file, and it is about the project."""
        return not (self.glob or selection.include) and is_project_file(path)

    def _is_skipped(
        self,
        entry: "os.DirEntry[str]",
        path: Path,
        ignores: ActiveIgnoreFiles,
        selection: FileFilter,
    ) -> bool:
        """Return whether an ignore file or the settings exclude an entry of a folder."""
        if entry.name in (GIT_IGNORE, OWN_IGNORE) and not is_plain_file(path):
            self.notes.append(f"{path}: not read, as it is a link or no regular file")
        # To git a link is never a folder.
        is_folder = entry.is_dir(follow_symlinks=False)
        if ignores.ignores(path.absolute(), is_folder=is_folder):
            kind = ignores.name_kind(path.absolute(), is_folder=is_folder)
            self._skip(path, f"ignored by {kind}")
            return True
        if selection.excludes(path, is_folder=path.is_dir()):
            self._skip(path, "excluded by 'exclude' or --exclude")
            return True
        return False

    def _is_document_link(self, path: Path, selection: FileFilter) -> bool:
        """Return whether a link is a document that can't be opened; note other links."""
        is_folder = path.is_dir() and not path.name.startswith(".")
        if not (is_folder or self._includes(path, selection)):
            return False
        real = Path(os.path.realpath(path))
        if not real.is_relative_to(self.real_root):
            self._note(path, f"not followed, as this link leads outside {self.root}")
        elif path.exists():
            target = self.root / real.relative_to(self.real_root)
            self._note(path, f"not followed, as it links to {target}; that has its turn")
        else:
            return True
        return False

    def _count_passed_over(self, path: Path) -> None:
        """Count a file that has a reader but is not of the format that is searched for."""
        # A text file is rarely a document: it holds requirements, licences or word lists.
        if path.suffix and recognise_format(path.name) in {MARKDOWN, HTML, DOCX, RST}:
            self._passed_over[path.suffix.lower()] += 1
