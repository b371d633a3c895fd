"""Entry points: the plug-ins of installed packages, found without importing them."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from plainlint.core.errors import PlainlintError


def find_rule_folders() -> Iterator[Path]:
    """Yield the folders with the rule pages of all installed packages.

    Raises:
        PlainlintError: a package names a folder of pages that does not exist.
    """
    from importlib.util import find_spec

    for point in find_entry_points("plainlint.rules"):
        try:
            spec = find_spec(point.value)
        except ImportError as error:
            raise PlainlintError(f"the plug-in {point.value}: {error}") from error
        if spec is None or not spec.submodule_search_locations:
            message = f"the plug-in {point.value}: there is no package of this name with rule pages"
            raise PlainlintError(message)
        yield from map(Path, spec.submodule_search_locations)


def find_entry_points(group: str) -> Iterable[Any]:
    """Return the entry points of a group, sorted by name.

    Reading them is slow, so first look whether any package has some for plainlint.
    """
    if not any(_has_plugins(Path(folder)) for folder in sys.path if folder):
        return ()
    from importlib import metadata

    return sorted(metadata.entry_points(group=group), key=lambda point: point.name)


def _has_plugins(folder: Path) -> bool:
    files = folder.glob("*.dist-info/entry_points.txt")
    return any(b"[plainlint." in file.read_bytes() for file in files)
