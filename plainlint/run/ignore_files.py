"""The ignore files of git and plainlint that apply in a folder."""

from pathlib import Path
from typing import NamedTuple

from plainlint.core.errors import PlainlintError
from plainlint.core.files import is_plain_file
from plainlint.core.gitignore import IgnoreFile, is_ignored, read_patterns

GIT_IGNORE, OWN_IGNORE = ".gitignore", ".plainlintignore"


class ActiveIgnoreFiles(NamedTuple):
    """The ignore files that apply in one folder, those of git before ours; all are below `top`."""

    top: Path
    git: tuple[IgnoreFile, ...] = ()
    own: tuple[IgnoreFile, ...] = ()

    def enter_folder(self, folder: Path) -> "ActiveIgnoreFiles":
        """Return these ignore files and those in `folder`."""
        git, own = (_read_ignore_file(folder / name, self.top) for name in (GIT_IGNORE, OWN_IGNORE))
        return (
            ActiveIgnoreFiles(self.top, (*self.git, *git), (*self.own, *own))
            if git or own
            else self
        )

    def ignores(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether a path in the folder is ignored."""
        return self._is_ignored(path, (*self.git, *self.own), is_folder=is_folder)

    def name_kind(self, path: Path, *, is_folder: bool) -> str:
        """Return the name of the files that ignore a path, which some do."""
        is_own = self._is_ignored(path, self.own, is_folder=is_folder)
        return OWN_IGNORE if is_own else GIT_IGNORE

    def _is_ignored(self, path: Path, files: tuple[IgnoreFile, ...], *, is_folder: bool) -> bool:
        if not files:
            return False
        return is_ignored(path.relative_to(self.top).as_posix(), files, is_folder=is_folder)


def collect_ignore_files(folder: Path, root: Path) -> tuple[ActiveIgnoreFiles, bool]:
    """Return the ignore files that apply in a folder, and whether they ignore the folder itself.

    They are read from the top of its repository down; without one, from `root` if that is above.
    """
    tops = (path for path in (folder, *folder.parents) if (path / ".git").exists())
    top = next(tops, root if folder.is_relative_to(root) else folder)
    exclude = _read_ignore_file(top / ".git" / "info" / "exclude", top)
    ignores = ActiveIgnoreFiles(
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
