"""File utilities: relative paths, links that lead outside, safe reads and atomic writes."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError


# Every finding of a document needs the same path, and the root does not change during a run.
@remember(256)
def make_relative(path: str, root: Path) -> str:
    """Return a path relative to `root`, with slashes; a path outside `root` stays as it is."""
    absolute, top = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100
    return name_from(absolute, top) or Path(path).as_posix()


def name_from(path: PurePath, folder: PurePath) -> str:
    """Return an absolute path as seen from a folder, with slashes; empty if it is outside."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def find_shipped_folder(name: str) -> Path:
    """Return a folder that comes with plainlint, installed or in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / name
    return installed if installed.is_dir() else package.parent / name


def find_repository(path: Path) -> Path | None:
    """Return the top folder of the git repository that a path is in; None outside of one."""
    absolute = path.absolute()
    folders = (absolute, *absolute.parents)
    return next((folder for folder in folders if (folder / ".git").exists()), None)


def list_search_folders(start: Path, named: Iterable[Path] = ()) -> list[Path]:
    """Return the folders in which files that apply to a document may be, the nearest first.

    The last one is the top of the repository. Without one, it is the current folder or that of a
    named path, whichever is higher: above, others may have put files.

    Args:
        start: a document or folder.
        named: the paths that the user named.
    """
    nearest = _get_folder(start)
    limits = [Path.cwd(), *map(_get_folder, named)]
    above = [limit for limit in limits if nearest.is_relative_to(limit)]
    highest = min(above, key=lambda limit: len(limit.parts), default=nearest)
    top = find_repository(nearest) or highest
    folders = [nearest, *nearest.parents]
    return folders[: folders.index(top) + 1]


def _get_folder(path: Path) -> Path:
    """Return a folder, or the folder of a file, without `..` in its path."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- links must stay in the path
    return absolute if absolute.is_dir() else absolute.parent


def is_really_inside(path: Path, folder: Path) -> bool:
    """Return whether a path is in a folder once all links on the way are followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def is_file(path: Path) -> bool:
    """Return whether a path, or what its link leads to, is a file that this user can see.

    Unlike `Path.is_file`, it never fails, whatever the text of the path is.
    """
    return os.path.isfile(path)  # noqa: PTH113 -- `Path.is_file` fails for long names


def is_plain_file(path: Path) -> bool:
    """Return whether a path is a regular file: no link, folder, pipe, device or socket."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_regular_file(path: Path) -> bytes:
    """Read a file that nobody named: a pipe would block, and a device might never end.

    Raises:
        OSError: it can't be read, or is not a regular file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    # The file may have been exchanged since: opening must not wait.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file")
        return file.read()


def list_files_inside(folder: Path, is_wanted: Callable[[Path], bool]) -> list[Path]:
    """Return the files below a folder that are wanted, sorted.

    Raises:
        PlainlintError: one is a link that leads outside of the folder, or is not a regular file.
    """
    files = []
    for entry in sorted(_iter_entries(folder), key=lambda entry: entry.path.split(os.sep)):  # noqa: PTH206 -- faster
        path = Path(entry.path)
        if not is_wanted(path):
            continue
        files.append(path)
        if entry.is_file(follow_symlinks=False):
            continue
        if not is_really_inside(path, folder):
            raise PlainlintError(f"{path}: this link leads outside {folder}; put the file there")
        if path.exists() and not path.is_file():
            raise PlainlintError(f"{path}: this is not a regular file; remove it")
    return files


def _iter_entries(folder: str | Path) -> Iterator["os.DirEntry[str]"]:
    """Yield all below a folder that is no folder; none of one that is missing or can't be read."""
    # `rglob` takes three times as long, and each start of plainlint looks at two hundred files.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry
            elif not entry.is_symlink():
                yield from _iter_entries(entry.path)


def find_trespass(path: Path, folder: Path, *, is_code: bool = False) -> str:
    """Return why a file may not be used that files of a folder name; empty if it may.

    The settings of a repository name nothing outside of it. Without a repository they may, but not
    by a link, and no code.

    Args:
        path: what is named.
        folder: the folder of the file that names it.
        is_code: whether it is code to run.
    """
    repository = find_repository(folder)
    top = repository or folder
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- links must stay in the path
    is_bound = repository or is_code or absolute.is_relative_to(folder.absolute())
    if is_bound and not is_really_inside(path, top):
        return f"is outside {top}; put a copy inside"
    if path.exists() and not (path.is_file() or path.is_dir()):
        return "is not a regular file"
    return ""


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace a file with UTF-8 text or bytes; readers see the old or the new one, never a part.

    Line ends and the file's mode are kept, and a symbolic link stays one. A link that leads out of
    the repository, or else out of the current folder, is refused: a stranger may have put it there.

    Raises:
        PlainlintError: the folder does not exist or can't be written to, or the path is such a
            link.
    """
    import tempfile

    _refuse_leaving_link(path)
    path = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be written: {error.strerror}") from error


def _refuse_leaving_link(path: Path) -> None:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- links must stay in the path
    folder = find_repository(absolute.parent) or Path.cwd()
    if absolute.is_relative_to(folder) and not is_really_inside(path, folder):
        raise PlainlintError(
            f"{path}: this link leads outside {folder}; nothing was written. Name the file itself"
        )
