"""git: the documents and lines that have changed since a revision."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.errors import PlainlintError
from plainlint.core.source import RawFile, Source
from plainlint.document.language_tags import is_english
from plainlint.document.readers import decode_file
from plainlint.engine.result import Result
from plainlint.run.baseline import get_lower_grade

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# Options that override the user's own configuration.
_DIFF = (
    *("-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"),
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
    *("--find-renames", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--patch"),
)


# What git prints in place of the lines of a file that is no text.
_BINARY = b"Binary files "


class ChangedFile(NamedTuple):
    """How a file differs from the revision.

    Attributes:
        lines: first and last number of each range of new lines; a range that ends before it starts
            is a place where lines were only removed.
        base_path: its path in the revision, from the top of the repository; empty if it is new.
        is_binary: whether git can't compare its lines, as for a Word file; then `lines` is empty
            until `compare_text` fills it in.
    """

    lines: tuple[tuple[int, int], ...]
    base_path: str = ""
    is_binary: bool = False

    def compare_text(self, base: Source | None, source: Source) -> "ChangedFile":
        """Return it with the lines that differ in what is read from a binary file."""
        if not self.is_binary or base is None:
            return self
        return self._replace(lines=tuple(_find_changed_lines(base.text, source.text)))

    def has_changes_between(self, first: int, last: int) -> bool:
        """Return whether one of the lines `first` to `last` is new."""
        return not self.base_path or any(
            start <= last and first <= end for start, end in self.lines
        )

    def has_changes_up_to(self, last: int) -> bool:
        """Return whether anything changed at line `last` or above, removed lines included."""
        return not self.base_path or any(start <= last for start, _ in self.lines)


class ChangedFiles(NamedTuple):
    """The files that changed since a revision, by their real paths."""

    top: Path
    base: str
    files: dict[Path, ChangedFile]

    def find_file(self, path: Path) -> ChangedFile | None:
        """Return how a file changed; None if it did not."""
        return self.files.get(Path(os.path.realpath(path)))

    def read_base_version(self, changed: ChangedFile, file: RawFile) -> Source | None:
        """Read a file as it was in the base, with its present name and format; None if new."""
        if not changed.base_path:
            return None
        data = _run_git(self.top, "show", f"{self.base}:{changed.base_path}")
        return decode_file(file._replace(data=data))


def find_changed_files(revision: str, folder: Path) -> ChangedFiles:
    """Find what changed in the working tree since it branched off from the revision.

    Uncommitted changes count, and untracked files that are not ignored.

    Raises:
        PlainlintError: git is missing, there is no repository, or the revision is not in it.
    """
    top = Path(os.fsdecode(_run_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")).resolve()
    base = _find_base_commit(revision, top)
    patch = _run_git(top, *_DIFF, base, "--")
    files = {top / name: changed for name, changed in _parse_patch(patch)}
    if b"\n" + _BINARY in patch:
        binary = _find_binary_files(top, base)
        files = {top / name: changed for name, changed in binary} | files
    untracked = _run_git(top, "ls-files", "--others", "--exclude-standard", "-z")
    files |= {top / os.fsdecode(name): ChangedFile(()) for name in untracked.split(b"\0") if name}
    return ChangedFiles(top, base, files)


def _find_base_commit(revision: str, top: Path) -> str:
    """Return the last commit that this branch and the revision share, or the revision itself."""
    if revision.startswith("-"):
        raise PlainlintError(f"--since: {revision!r} is not a git revision")
    shallow = _run_git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    hint = (
        "; this is a shallow clone: fetch more of the history first, with `git fetch --unshallow`, "
        "or `fetch-depth: 0` in actions/checkout"
        if shallow
        else ""
    )
    commit = _try_git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not commit:
        raise PlainlintError(f"--since: git does not know the revision {revision!r}{hint}")
    shared = _try_git(top, "merge-base", commit, "HEAD")
    if not shared and shallow:
        raise PlainlintError(f"--since: {revision!r} and HEAD share no commit{hint}")
    return shared or commit


def _parse_patch(patch: bytes) -> Iterator[tuple[str, ChangedFile]]:
    """Yield the changed files of a patch without lines of context; deleted files are skipped."""
    before, name, lines, is_binary = "", "", list[tuple[int, int]](), False
    rows = iter(patch.split(b"\n"))
    for row in rows:
        if row.startswith(b"diff --git "):
            if name:
                yield name, ChangedFile(tuple(lines), before, is_binary)
            before, name, lines, is_binary = "", "", [], False
        elif row.startswith(_BINARY):
            is_binary = True
        elif row.startswith((b"--- ", b"rename from ", b"copy from ")):
            before = _parse_path(row)
        elif row.startswith((b"+++ ", b"rename to ", b"copy to ")):
            name = _parse_path(row)
        elif hunk := _HUNK.match(row):
            start, count = int(hunk[2]), int(hunk[3] or 1)
            # Lines that were only removed count as a change at the line after them.
            lines.append((start, start + count - 1) if count else (start + 1, start))
            for _ in range(int(hunk[1] or 1) + count):
                next(rows)
    if name:
        yield name, ChangedFile(tuple(lines), before, is_binary)


def _find_binary_files(top: Path, base: str) -> Iterator[tuple[str, ChangedFile]]:
    """Yield the files that changed, as if all were binary: a patch does not name those that are."""
    statuses = _run_git(
        top, "diff", "--name-status", "-z", "--find-renames", "--ignore-submodules=all", base, "--"
    )
    parts = iter(map(os.fsdecode, statuses.split(b"\0")))
    for status in parts:
        if not status:
            return
        before = next(parts)
        name = next(parts) if status[0] in "RC" else before
        if status != "D":
            yield name, ChangedFile((), "" if status == "A" else before, is_binary=True)


def _find_changed_lines(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of lines that differ, in the form of `ChangedFile.lines`."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    for change, _, _, start, end in matcher.get_opcodes():
        if change != "equal":
            yield start + 1, end


def _parse_path(row: bytes) -> str:
    """Return the path in a line of a patch's head; empty for /dev/null."""
    mark, _, name = row.partition(b" ")
    is_whole = mark in (b"rename", b"copy")
    name = name.partition(b" ")[2] if is_whole else name.removesuffix(b"\t")
    if name.startswith(b'"'):
        # git quotes such names as C does, which Python can read.
        name = ast.literal_eval("b" + name.decode("ascii"))
    if name == b"/dev/null":
        return ""
    return os.fsdecode(name if is_whole else name.partition(b"/")[2])


def _try_git(folder: Path, *arguments: str) -> str:
    """Return the output of a git command; empty if it fails."""
    try:
        return os.fsdecode(_run_git(folder, *arguments)).strip()
    except PlainlintError:
        return ""


def _run_git(folder: Path, *arguments: str) -> bytes:
    import subprocess

    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise PlainlintError(f"--since needs git, which can't be run: {error.strerror}") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise PlainlintError(f"{folder}: git {arguments[0]}: {lines[0]}")
    return done.stdout


def keep_changed_lines(result: Result, changed: ChangedFile, before: float | None) -> Result:
    """Return the result with only the findings on changed lines.

    A finding about a whole document is kept if its grade got worse or the document is new. A
    finding on front matter is kept if that changed.

    Args:
        before: the lower grade of the document before the change; None if it had none.
    """
    now = get_lower_grade(result)
    is_harder = not changed.base_path or (now is not None and (before is None or now > before))
    head = result.document.front_matter
    last = result.document.source.locate(max(head.span.end, head.anchor.end)).line

    def is_changed(diagnostic: Diagnostic) -> bool:
        if diagnostic.scope is Scope.SCORE:
            return is_harder
        if diagnostic.scope is Scope.DOCUMENT:
            return is_harder or changed.has_changes_up_to(last)
        if diagnostic.scope is Scope.FRONT_MATTER:
            return changed.has_changes_up_to(last)
        return changed.has_changes_between(diagnostic.start.line, diagnostic.end.line)

    kept = tuple(filter(is_changed, result.diagnostics))
    earlier = before if is_english(result.language) else None
    return result._replace(diagnostics=kept, earlier_grade=earlier)
