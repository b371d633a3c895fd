"""git: which documents and lines have changed since a revision, asked of git itself."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source, decode
from plainlint.engine.result import Result
from plainlint.run.baseline import lower_grade

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# What a user's own configuration must not change.
_DIFF = (
    *("-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false"),
    *("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
    *("--find-renames", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--patch"),
)


class Changed(NamedTuple):
    """How a file differs from the revision.

    Attributes:
        lines: first and last number of each stretch of new lines; a stretch that ends before it
            starts is a place where lines were only taken out.
        before: its path in the revision, from the top of the repository; empty if it is new.
    """

    lines: tuple[tuple[int, int], ...]
    before: str = ""

    def touches(self, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` is new."""
        return not self.before or any(a <= last and first <= b for a, b in self.lines)

    def reaches(self, last: int) -> bool:
        """Whether anything changed at line `last` or above, lines taken out too."""
        return not self.before or any(a <= last for a, _ in self.lines)


class Changes(NamedTuple):
    """The files that changed since a revision, by their real paths."""

    top: Path
    base: str
    files: dict[Path, Changed]

    def of(self, path: Path) -> Changed | None:
        """How a file changed; None if it did not."""
        return self.files.get(Path(os.path.realpath(path)))

    def earlier(self, changed: Changed, name: str) -> Source | None:
        """The file as the base has it, under the name of today; None if it is new."""
        if not changed.before:
            return None
        return decode(_git(self.top, "show", f"{self.base}:{changed.before}"), name)


def changes_since(revision: str, folder: Path) -> Changes:
    """What differs between the working tree and where it left the revision's history.

    Uncommitted changes and untracked files that are not ignored count.

    Raises:
        PlainlintError: git is missing, there is no repository, or the revision is not in it.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")).resolve()
    base = _base(revision, top)
    files = {top / name: changed for name, changed in _diff(_git(top, *_DIFF, base, "--"))}
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    files |= {top / os.fsdecode(name): Changed(()) for name in untracked.split(b"\0") if name}
    return Changes(top, base, files)


def _base(revision: str, top: Path) -> str:
    """The commit that this branch and the revision share last, or the revision itself."""
    if revision.startswith("-"):
        raise PlainlintError(f"--since: {revision!r} is not a git revision")
    shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    hint = (
        "; this is a shallow clone: fetch more of the history first, with `git fetch --unshallow`, "
        "or `fetch-depth: 0` in actions/checkout"
        if shallow
        else ""
    )
    commit = _answer(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not commit:
        raise PlainlintError(f"--since: git does not know the revision {revision!r}{hint}")
    shared = _answer(top, "merge-base", commit, "HEAD")
    if not shared and shallow:
        raise PlainlintError(f"--since: {revision!r} and HEAD share no commit{hint}")
    return shared or commit


def _diff(patch: bytes) -> Iterator[tuple[str, Changed]]:
    """Each changed file of a patch with no lines of context; files taken out are left out."""
    before, name, lines = "", "", list[tuple[int, int]]()
    rows = iter(patch.split(b"\n"))
    for row in rows:
        if row.startswith(b"diff --git "):
            if name:
                yield name, Changed(tuple(lines), before)
            before, name, lines = "", "", []
        elif row.startswith((b"--- ", b"rename from ", b"copy from ")):
            before = _name(row)
        elif row.startswith((b"+++ ", b"rename to ", b"copy to ")):
            name = _name(row)
        elif hunk := _HUNK.match(row):
            start, count = int(hunk[2]), int(hunk[3] or 1)
            # Lines that are only taken out leave the next line where the change is.
            lines.append((start, start + count - 1) if count else (start + 1, start))
            for _ in range(int(hunk[1] or 1) + count):
                next(rows)
    if name:
        yield name, Changed(tuple(lines), before)


def _name(row: bytes) -> str:
    """The path in a line of a patch's head; empty for /dev/null."""
    mark, _, name = row.partition(b" ")
    is_whole = mark in (b"rename", b"copy")
    name = name.partition(b" ")[2] if is_whole else name.removesuffix(b"\t")
    if name.startswith(b'"'):
        # git writes such names as C does, and so as Python does.
        name = ast.literal_eval("b" + name.decode("ascii"))
    if name == b"/dev/null":
        return ""
    return os.fsdecode(name if is_whole else name.partition(b"/")[2])


def _answer(folder: Path, *arguments: str) -> str:
    """What git says; empty if it says no."""
    try:
        return os.fsdecode(_git(folder, *arguments)).strip()
    except PlainlintError:
        return ""


def _git(folder: Path, *arguments: str) -> bytes:
    import subprocess

    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise PlainlintError(f"--since needs git, which can't be run: {error.strerror}") from error
    if done.returncode:
        says = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise PlainlintError(f"{folder}: git {arguments[0]}: {says[0]}")
    return done.stdout


def on_changed_lines(result: Result, changed: Changed, before: float | None) -> Result:
    """The result with the findings on changed lines alone.

    What is said of a whole document is told when its grade got worse, or when it is new. What
    is said of front matter is told when that was changed.

    Args:
        before: the lower grade of the document before the change; None if it had none.
    """
    now = lower_grade(result)
    is_harder = not changed.before or (now is not None and (before is None or now > before))
    head = result.document.front_matter
    last = result.document.source.locate(max(head.span.end, head.anchor.end)).line

    def brought(each: Diagnostic) -> bool:
        if each.scope is Scope.SCORE:
            return is_harder
        if each.scope is Scope.DOCUMENT:
            return is_harder or changed.reaches(last)
        if each.scope is Scope.FRONT_MATTER:
            return changed.reaches(last)
        return changed.touches(each.start.line, each.end.line)

    told = tuple(each for each in result.diagnostics if brought(each))
    return result._replace(diagnostics=told, earlier=before)
