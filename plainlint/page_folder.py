"""A folder of pages: only changed ones are written, and only its own are removed."""

from pathlib import Path, PurePosixPath

from plainlint.errors import PlainlintError
from plainlint.files import write_atomically

# The list of the pages that plainlint wrote into a folder, a name a line.
LIST = "plainlint-pages.txt"


class PageFolder:
    """A folder that is filled with pages one by one and then finished."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, and read which of its files plainlint wrote before.

        Raises:
            PlainlintError: the folder can't be made or read.
        """
        self.path = folder
        self._written: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            known = folder / LIST
            text = known.read_text(encoding="utf-8") if known.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise PlainlintError(f"{folder}: the report can't be put here: {error}") from error
        self._earlier = {name for name in text.splitlines() if _is_inside(name)}

    def write(self, name: str, text: str) -> None:
        """Write a page, unless the file has this very text.

        Raises:
            PlainlintError: it can't be written, or there is a file that plainlint did not write.
        """
        path = self.path / name
        self._written.add(name)
        data = text.encode("utf-8")
        if path.exists():
            if path.is_file() and path.read_bytes() == data:
                return
            if name not in self._earlier:
                raise PlainlintError(
                    f"{path}: plainlint did not write this file and leaves it as it is; "
                    "name another folder with -o"
                )
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text)

    def finish(self) -> None:
        """Remove the pages of earlier runs that this one did not write, and list those it did."""
        for name in sorted(self._earlier - self._written):
            (self.path / name).unlink(missing_ok=True)
        listed = "".join(f"{name}\n" for name in sorted(self._written))
        path = self.path / LIST
        if not path.exists() or path.read_text(encoding="utf-8") != listed:
            write_atomically(path, listed)


def _is_inside(name: str) -> bool:
    """Whether a name of the list is a page's and leads nowhere else."""
    path = PurePosixPath(name)
    return path.suffix == ".html" and not path.is_absolute() and ".." not in path.parts
