"""Paths: how documents are named in reports and baselines, whatever machine they are made on."""

import os
from pathlib import Path


def relative(path: str, root: Path) -> str:
    """A path from a folder, with slashes; as it is if it lies outside."""
    inside = os.path.relpath(Path(path).absolute(), root.absolute())
    return Path(path if inside.startswith("..") else inside).as_posix()
