"""Folders of documents, as people tell them apart: below the one that holds them all."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from posixpath import commonpath
from typing import NamedTuple

from plainlint.reporters.html.summary import DocumentSummary


class FolderNames(NamedTuple):
    """Names folders; `shared` is the one that holds all documents, or empty."""

    shared: PurePosixPath

    def name(self, folder: str) -> str:
        """Return the path below the shared folder; empty for that one and those above it."""
        path = PurePosixPath(folder)
        if path == self.shared or path in self.shared.parents:
            return ""
        return str(path.relative_to(self.shared)) if self.shared in path.parents else folder


def name_folders(summaries: Iterable[DocumentSummary]) -> FolderNames:
    """Return the names of the folders of some documents."""
    folders = {PurePosixPath(summary.folder) for summary in summaries}
    is_mixed = len({folder.is_absolute() for folder in folders}) > 1
    shared = "" if is_mixed or not folders else commonpath(folders)
    return FolderNames(PurePosixPath(shared))
