"""git: the documents and lines that have changed since a revision."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source, decode
from plainlint.document.language_tags import is_english
from plainlint.engine.result import Result
from plainlint.run.baseline import get_lower_grade

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# Options that override the user's own configuration.
_DIFF = (
    *("-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"),
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
    *("--find-renames", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--patch"),
)


class ChangedFile(NamedTuple):
    """How a file differs from the revision.

    Attributes:
        lines: first and last number of each range of new lines; a range that ends before it starts
            is a place where lines were only removed.
        base_path: its path in the revision, from the top of the repository; empty if it is new.
    """

    lines: tuple[tuple[int, int], ...]
    base_path: str = ""

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

    def read_base_version(self, changed: ChangedFile, name: str) -> Source | None:
        """Read a file as it was in the base, under its present name; None if it is new."""
        if not changed.base_path:
            return None
        return decode(_run_git(self.top, "show", f"{self.base}:{changed.base_path}"), name)


def find_changed_files(revision: str, folder: Path) -> ChangedFiles:
    """Find what changed in the working tree since it branched off from the revision.

    Uncommitted changes count, and untracked files that are not ignored.

    Raises:
        PlainlintError: git is missing, there is no repository, or the revision is not in it.
    """
    top = Path(os.fsdecode(_run_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")).resolve()
    base = _find_base_commit(revision, top)
    files = {
        top / name: changed for name, changed in _parse_patch(_run_git(top, *_DIFF, base, "--"))
    }
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
    before, name, lines = "", "", list[tuple[int, int]]()
    rows = iter(patch.split(b"\n"))
    for row in rows:
        if row.startswith(b"diff --git "):
            if name:
                yield name, ChangedFile(tuple(lines), before)
            before, name, lines = "", "", []
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
        yield name, ChangedFile(tuple(lines), before)


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
