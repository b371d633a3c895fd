"""Check that a tag may be released: its version is that of the package, and has changes listed.

    python tools/check_release.py v0.2.0

It prints the changes of the version, for the notes of the release.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


class ReleaseError(Exception):
    """A tag that can't be released; the text says why, and what to do."""


def read_version(root: Path = ROOT) -> str:
    """Return the version of the package.

    Raises:
        ReleaseError: the two files that have it differ.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    code = (root / "plainlint" / "core" / "__init__.py").read_text(encoding="utf-8")
    version: str = project["version"]
    if f'__version__ = "{version}"' not in code:
        raise ReleaseError(
            f"pyproject.toml has version {version}, and plainlint/core/__init__.py another one; "
            "write the same in both"
        )
    return version


def read_changes(changelog: str, version: str) -> str:
    """Return what the changelog says of a version; empty if it has no such section."""
    pattern = rf"^## \[{re.escape(version)}\].*\n((?:(?!^## ).*\n?)*)"
    found = re.search(pattern, changelog, re.MULTILINE)
    return found[1].strip() if found else ""


def check_release(tag: str, root: Path = ROOT) -> str:
    """Return the changes of the version that a tag names.

    Raises:
        ReleaseError: the tag does not fit the version, or the changelog lacks it.
    """
    version = read_version(root)
    if tag != f"v{version}":
        raise ReleaseError(f"the tag is {tag!r}, but this is version {version}: tag it v{version}")
    changes = read_changes((root / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if not changes:
        raise ReleaseError(
            f"CHANGELOG.md has no section '## [{version}]': rename 'Unreleased', and add a new one"
        )
    return changes


if __name__ == "__main__":
    try:
        sys.stdout.write(check_release("".join(sys.argv[1:2])) + "\n")
    except ReleaseError as error:
        sys.exit(f"{error}.")
