"""Discovery: the paths a user names to the Markdown files to check, sorted."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plainlint.errors import PlainlintError
from plainlint.source import Source, Span, decode

SUFFIXES = frozenset({".md", ".markdown", ".mdown"})


@dataclass(frozen=True, slots=True)
class Found:
    """The files to check, and notes on what was met and not followed."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def discover(paths: Iterable[Path]) -> Found:
    """The Markdown files below folders, and files named one by one whatever their ending.

    Raises:
        PlainlintError: a path does not exist, or a folder has no Markdown in it.
    """
    files: dict[Path, None] = {}
    notes: list[str] = []
    for path in paths:
        if path.is_dir():
            found = sorted(_walk(path, notes))
            if not found:
                raise PlainlintError(f"{path}: no Markdown files in this folder")
            files.update(dict.fromkeys(found))
        elif path.exists() or path.is_symlink():
            files[path] = None
        else:
            raise PlainlintError(f"{path}: no such file or folder")
    return Found(tuple(files), tuple(notes))


def _walk(root: Path, notes: list[str]) -> Iterable[Path]:
    """Files below a folder; links to folders are followed once, hidden folders never."""
    seen = {os.path.realpath(root)}

    def failed(error: OSError) -> None:
        notes.append(f"{error.filename}: this folder can't be read: {error.strerror}")

    for folder, names, files in os.walk(root, followlinks=True, onerror=failed):
        kept = []
        for name in sorted(names):
            real = os.path.realpath(os.path.join(folder, name))  # noqa: PTH118
            if name.startswith("."):
                continue
            if real in seen:
                notes.append(
                    f"{Path(folder, name)}: links to a folder already checked; not followed"
                )
                continue
            seen.add(real)
            kept.append(name)
        names[:] = kept
        yield from (Path(folder, name) for name in files if Path(name).suffix.lower() in SUFFIXES)


def read_source(path: Path) -> Source:
    """Read a file; one that can't be read becomes a source with a problem."""
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        return Source("", str(path), f"it can't be opened: {error.strerror}", Span(0, 0))
