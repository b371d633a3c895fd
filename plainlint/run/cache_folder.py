"""The folder of the cache: where it is, and who may write into it."""

import os
from collections.abc import Mapping
from pathlib import Path

# A file of another shape gets another name.
_FORMER_NAMES = ("results-1.sqlite3",)


def find_cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder for caches of the XDG specification; None for a user without a home.

    As the specification asks, a relative path is ignored.
    """
    base = Path(environment.get("XDG_CACHE_HOME", ""))
    if base.is_absolute():
        return base / "plainlint"
    try:
        return Path.home() / ".cache" / "plainlint"
    except RuntimeError:
        return None


def prepare_folder(folder: Path) -> None:
    """Make the folder, for this user alone, and keep it out of git and of backups."""
    if folder.is_dir():
        for name in _FORMER_NAMES:
            (folder / name).unlink(missing_ok=True)
        return
    # Another run may make it at the same moment.
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    tag = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of plainlint.\n"
    (folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")


def check_owner(path: Path) -> None:
    """Refuse a file of another user, who could have written any results into it.

    Raises:
        PermissionError: it is one.
    """
    if hasattr(os, "getuid") and path.exists() and path.stat().st_uid != os.getuid():
        raise PermissionError("it belongs to another user")
