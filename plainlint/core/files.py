"""Writing files: whole or not at all."""

import os
from functools import lru_cache
from pathlib import Path

from plainlint.core.errors import PlainlintError


# Every finding of a document asks for the same one; a run stays in its folder.
@lru_cache(maxsize=256)
def make_relative(path: str, root: Path) -> str:
    """A path from a folder, with slashes; as it is if it lies outside."""
    inside = os.path.relpath(path, root)
    return Path(path if inside.startswith("..") else inside).as_posix()


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text, line ends as they are; a reader sees the old file or the new, never a part.

    The file's mode stays as it was; a link to a file stays a link.

    Raises:
        PlainlintError: the folder does not exist or can't be written to.
    """
    import tempfile

    path = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be written: {error.strerror}") from error
