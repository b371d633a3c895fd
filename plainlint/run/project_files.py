"""Files about a project rather than for its readers, which lie at the top of its repository."""

from pathlib import Path

from plainlint.core.files import is_plain_file

_NAMES = frozenset(
    {"authors", "changelog", "changes", "code_of_conduct", "contributing", "contributors"}
    | {"copying", "governance", "history", "licence", "license", "maintainers", "news", "notice"}
    | {"readme", "security", "support"}
)
# How YAML and TOML begin at the top of a page.
_HEADS = (b"---", b"+++")
_BOM = b"\xef\xbb\xbf"


def is_project_file(path: Path) -> bool:
    """Return whether a file is about the project, such as `README.md` or `LICENSE.de.md`.

    It is at the top of a git repository and has no front matter: with a head, or further down, it
    is a page like others.
    """
    words = path.name.lower().replace("-", "_").partition(".")[0]
    if words not in _NAMES or not (path.absolute().parent / ".git").exists():
        return False
    if not is_plain_file(path):
        return False
    try:
        with path.open("rb") as file:
            return not file.read(8).removeprefix(_BOM).startswith(_HEADS)
    except OSError:
        return False
