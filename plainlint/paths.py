"""Paths: how documents are named in reports and baselines, whatever machine they are made on."""

import os
from functools import lru_cache
from pathlib import Path


# Every finding of a document asks for the same one; a run stays in its folder.
@lru_cache(maxsize=256)
def relative(path: str, root: Path) -> str:
    """A path from a folder, with slashes; as it is if it lies outside."""
    inside = os.path.relpath(path, root)
    return Path(path if inside.startswith("..") else inside).as_posix()
