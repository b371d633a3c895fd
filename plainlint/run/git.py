"""git: the documents and lines that have changed since a revision.

The change may be a stranger's. So git only lists and prints what is stored, and compares texts
outside of the repository: no attributes, filters, hooks or index of the change have a say.
"""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import new as new_hash
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.errors import PlainlintError
from plainlint.core.levels import Level
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.result import Result
from plainlint.run.baseline import get_level

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")
# Options that override the configuration of the user and of the repository.
_SAFE = (
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", f"core.attributesFile={os.devnull}", "-c", "core.quotePath=false"),
)
_DIFF = (
    *("diff", "--no-index", "--text", "--no-ext-diff", "--no-textconv", "--no-color"),
    *("--unified=0", "--inter-hunk-context=0", "--"),
)
# The mode of a submodule in a tree.
_SUBMODULE = b"160000"
# Hashes of objects, by how many digits their names have.
_HASHES = {40: "sha1", 64: "sha256"}


class ChangedFile(NamedTuple):
    """How a file differs from the revision.

    Attributes:
        top: the top folder of the repository, or of the submodule, that it is in.
        base: the commit that it is compared with.
        base_path: its path in that commit, from the top; empty if it is new.
        lines: first and last number of each range of new lines; a range that ends before it starts
            is a place where lines were only removed. None until `compare_text` fills it in: all.
    """

    top: Path
    base: str
    base_path: str = ""
    lines: tuple[tuple[int, int], ...] | None = None

    def read_base_version(self, file: RawFile) -> Source | None:
        """Read the file as it was in the base, with its present name and format; None if new."""
        if not self.base_path:
            return None
        data = _run_git(self.top, "cat-file", "blob", f"{self.base}:{self.base_path}")
        return decode_file(file._replace(data=data))

    def compare_text(self, base: Source | None, source: Source) -> "ChangedFile":
        """Return it with the lines that differ in what is read from the file."""
        if base is None or base.problem or source.problem:
            return self
        return self._replace(lines=_find_changed_lines(base.text, source.text))

    def has_changes_between(self, first: int, last: int) -> bool:
        """Return whether one of the lines `first` to `last` is new."""
        return self.lines is None or any(
            start <= last and first <= end for start, end in self.lines
        )

    def has_changes_up_to(self, last: int) -> bool:
        """Return whether anything changed at line `last` or above, removed lines included."""
        return self.lines is None or any(start <= last for start, _ in self.lines)


def find_changed_files(
    revision: str, folder: Path, files: Iterable[RawFile], note: Callable[[str], None]
) -> Mapping[str, ChangedFile]:
    """Return those of the files, by path, that changed since the branch left the revision.

    Uncommitted changes count, and files that git does not know. Files in submodules are compared
    with the commits of these in the revision.

    Args:
        folder: a folder in the repository.
        note: prints a line about files that can't be compared.

    Raises:
        PlainlintError: git is missing, there is no repository, or the revision is not in it.
    """
    top = Path(os.fsdecode(_run_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")).resolve()
    base = _find_base_commit(revision, top)
    inside: dict[str, RawFile] = {}
    for file in files:
        real = Path(os.path.realpath(file.path))
        if real.is_relative_to(top):
            inside[real.relative_to(top).as_posix()] = file
        else:
            note(f"{file.path}: not checked, as it is outside the repository {top}")
    return {file.path: changed for file, changed in _compare_files(top, base, inside, note)}


def _compare_files(
    top: Path, base: str, files: Mapping[str, RawFile], note: Callable[[str], None]
) -> Iterator[tuple[RawFile, ChangedFile]]:
    """Yield the files, given by their paths from `top`, that differ from a commit."""
    objects, submodules = _list_tree(top, base)
    in_submodules: defaultdict[str, dict[str, RawFile]] = defaultdict(dict)
    renames: Mapping[str, str] | None = None
    for name, file in files.items():
        parents = (str(parent) for parent in PurePosixPath(name).parents)
        if module := next((parent for parent in parents if parent in submodules), ""):
            in_submodules[module][name.removeprefix(f"{module}/")] = file
        elif name not in objects:
            renames = _find_renames(top, base) if renames is None else renames
            yield file, ChangedFile(top, base, renames.get(name, ""))
        elif objects[name] != _hash_blob(file.data, len(objects[name])) or file.problem:
            yield file, ChangedFile(top, base, name)
    for module, own in in_submodules.items():
        folder, commit = top / module, submodules[module]
        if _try_git(folder, "cat-file", "-t", commit) == "commit":
            yield from _compare_files(folder, commit, own, note)
            continue
        note(f"{folder}: all of this submodule is reported, as its commit {commit[:12]} is missing")
        yield from ((file, ChangedFile(folder, commit)) for file in own.values())


def _list_tree(top: Path, base: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of the objects in a commit, by path: those of files and of submodules."""
    objects: dict[str, str] = {}
    submodules: dict[str, str] = {}
    for entry in _run_git(top, "ls-tree", "-r", "-z", "--full-tree", base).split(b"\0"):
        if entry:
            head, _, name = entry.partition(b"\t")
            mode, _, digest = head.split()
            kind = submodules if mode == _SUBMODULE else objects
            kind[os.fsdecode(name)] = digest.decode("ascii")
    return objects, submodules


def _find_renames(top: Path, base: str) -> dict[str, str]:
    """Return the earlier paths of files that were renamed, by their new paths."""
    # Only the index is asked: to read files of the working tree, git might run filters.
    rows = _run_git(
        *(top, "diff", "--cached", "--raw", "-z", "--find-renames", "--diff-filter=R"),
        *("--no-ext-diff", "--ignore-submodules=all", base, "--"),
    )
    parts = [os.fsdecode(part) for part in rows.split(b"\0")[:-1]]
    return {after: before for _, before, after in zip(*[iter(parts)] * 3, strict=True)}


def _hash_blob(data: bytes, digits: int) -> str:
    """Return the name that git gives to the content of a file."""
    return new_hash(_HASHES[digits], b"blob %d\0" % len(data) + data).hexdigest()


def _find_changed_lines(before: str, after: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of lines that differ, in the form of `ChangedFile.lines`."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="plainlint-") as name:
        folder = Path(name)
        for side, text in (("before", before), ("after", after)):
            # git knows only one kind of line end, and takes a last line without one for another.
            lines = _LINE_END.sub("\n", text).removesuffix("\n") + "\n"
            (folder / side).write_bytes(lines.encode("utf-8", errors="surrogatepass"))
        patch = _run_git(folder, *_DIFF, "before", "after", codes=(0, 1))
    return tuple(map(_read_hunk, _HUNK.finditer(patch)))


def _read_hunk(hunk: re.Match[bytes]) -> tuple[int, int]:
    start, count = int(hunk[1]), int(hunk[2] or 1)
    # Lines that were only removed count as a change at the line after them.
    return (start, start + count - 1) if count else (start + 1, start)


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


def _try_git(folder: Path, *arguments: str) -> str:
    """Return the output of a git command; empty if it fails."""
    try:
        return os.fsdecode(_run_git(folder, *arguments)).strip()
    except PlainlintError:
        return ""


def _run_git(folder: Path, *arguments: str, codes: tuple[int, ...] = (0,)) -> bytes:
    """Return the output of a git command.

    Raises:
        PlainlintError: git can't be run, or ends with another code than one of `codes`.
    """
    import subprocess

    command = ["git", *_SAFE, "-C", str(folder), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_ATTR_NOSYSTEM": "1"}
    if "--no-index" in arguments:
        # A hook of git names its repository here, and this folder may be in one.
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_DIFF_OPTS"):
            environment.pop(name, None)
        environment["GIT_CEILING_DIRECTORIES"] = str(folder.resolve().parent)
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603
    except OSError as error:
        raise PlainlintError(f"--since needs git, which can't be run: {error.strerror}") from error
    if done.returncode not in codes:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise PlainlintError(f"{folder}: git {arguments[0]}: {lines[0]}")
    return done.stdout


def keep_changed_lines(result: Result, changed: ChangedFile, before: Level | None) -> Result:
    """Return the result with only the findings on changed lines.

    A finding about a whole document is kept if that got harder or the document is new. A
    finding on front matter is kept if that changed.

    Args:
        before: how hard the document was before the change; None if that is not known.
    """
    now = get_level(result)
    rise = now.measure_rise(before) if now and before else None
    is_harder = not changed.base_path or (now is not None and (rise is None or rise > 0))
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
    earlier = None if now and rise is None else before
    return result._replace(diagnostics=kept, earlier_level=earlier)
