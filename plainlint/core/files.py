"""File utilities: relative paths and atomic writes."""

import os
from pathlib import Path

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError


# Every finding of a document needs the same path, and the root does not change during a run.
@remember(256)
def make_relative(path: str, root: Path) -> str:
    """Return a path relative to `root`, with slashes; a path outside `root` stays as it is."""
    relative = os.path.relpath(path, root)
    return Path(path if relative.startswith("..") else relative).as_posix()


def write_atomically(path: Path, content: str | bytes) -> None:
    """Replace a file with UTF-8 text or bytes; readers see the old or the new one, never a part.

    Line ends and the file's mode are kept, and a symbolic link stays one.

    Raises:
        PlainlintError: the folder does not exist or can't be written to.
    """
    import tempfile

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
