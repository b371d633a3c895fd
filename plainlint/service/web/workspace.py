"""The files that the page may show: those that were named, and no others."""

import hashlib
import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.source import RawFile
from plainlint.document.readers import decode_file

_LINE_END = re.compile(r"\r\n|\r|\n")


class WorkspaceFile(NamedTuple):
    """A file of the workspace.

    Attributes:
        name: its name on the page, which tells it from all others.
        path: where it is.
        read: reads it again.
    """

    name: str
    path: Path
    read: Callable[[], RawFile]


class OpenedFile(NamedTuple):
    """The text of a file as the editor shows it, and what tells whether the file has changed."""

    text: str
    digest: str


class ConflictError(PlainlintError):
    """Somebody else changed the file since it was opened."""


class Workspace:
    """The files of one page.

    Args:
        find_files: finds the files that were named, or are in folders that were named.
    """

    def __init__(self, find_files: Callable[[], Sequence[WorkspaceFile]]) -> None:
        self._find_files = find_files
        self._files: dict[str, WorkspaceFile] = {}

    def list_names(self) -> list[str]:
        """Find the files again; return their names, sorted by folder."""
        self._files = {file.name: file for file in self._find_files()}
        return sorted(self._files, key=lambda name: name.rpartition("/"))

    def find_path(self, name: str) -> Path:
        """Return the path of a file.

        Raises:
            PlainlintError: no file of the workspace has this name.
        """
        return self._find(name).path

    def open(self, name: str) -> OpenedFile:
        """Read a file.

        Raises:
            PlainlintError: there is no such file in the workspace, or it can't be read as text.
        """
        file = self._find(name).read()
        source = decode_file(file)
        if source.problem:
            raise PlainlintError(f"{name}: {source.problem}")
        return OpenedFile(_LINE_END.sub("\n", source.text), _digest(file.data))

    def save(self, name: str, text: str, digest: str) -> OpenedFile:
        """Write a text into its file, with the line ends that the file has.

        Args:
            text: the text as the editor has it.
            digest: that of the file when it was opened or saved.

        Raises:
            ConflictError: the file has changed since; nothing is written.
            PlainlintError: the file can't be written.
        """
        file = self._find(name)
        before = file.read()
        if before.problem or _digest(before.data) != digest:
            raise ConflictError(f"{name}: someone else changed this file")
        content = restore_line_ends(text, decode_file(before).text).encode(errors="replace")
        write_atomically(file.path, content)
        return OpenedFile(text, _digest(content))

    def _find(self, name: str) -> WorkspaceFile:
        if name not in self._files:
            self.list_names()
        if name not in self._files:
            raise PlainlintError(f"{name}: this file is not in the folders of this page")
        return self._files[name]


def restore_line_ends(text: str, before: str) -> str:
    """Return a text of the editor with the line ends of an earlier version.

    Lines that are unchanged keep theirs, and new ones get the commonest.
    """
    ends = _LINE_END.findall(before)
    kinds = set(ends)
    if kinds <= {"\n"}:
        return text
    commonest = max(sorted(kinds), key=ends.count)
    if len(kinds) == 1:
        return text.replace("\n", commonest)
    old, new = _LINE_END.split(before), text.split("\n")
    restored = [commonest] * (len(new) - 1)
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for index in range(match.size):
            if match.a + index < len(ends) and match.b + index < len(restored):
                restored[match.b + index] = ends[match.a + index]
    return "".join(line + end for line, end in zip(new, [*restored, ""], strict=True))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
