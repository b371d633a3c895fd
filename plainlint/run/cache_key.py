"""Cache keys: digests of all that decides what a document comes to."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.config.settings import Config
from plainlint.core import __version__
from plainlint.core.source import RawFile
from plainlint.rulebook.entry_points import find_rule_folders
from plainlint.rulebook.page import get_shipped_folder

# Packages whose code or data decides what is found.
_PACKAGES = (
    "ahocorasick_rs",
    "frontmatter",
    "jsonschema",
    "markdown_it",
    "mdit_py_plugins",
    "pyromark",
    "re2",
    "textstat",
    "wordfreq",
    "yaml",
)
# A longer text is no name of a file.
_LONGEST_NAME = 255
_DECIDING = frozenset({".py", ".md", ".csv", ".json", ".txt", ".j2", ".css", ".js"})


def make_run_key(config: Config, today: date | None) -> bytes:
    """A digest of what all documents of a run share: settings, rules, glossaries, code and day."""
    deciding = config._replace(
        fail_on=None,
        max_warnings=None,
        include=(),
        exclude=(),
        baseline=None,
        tolerance=0.0,
        rules_url="",
        root=Path(),
        origin="",
        notes=(),
    )
    parts = [__version__, sys.version, repr(deciding), repr(today), *_iter_installed_states()]
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=20)
    packages = find_rule_folders() if config.plugins else ()
    pages = (each for folder in (*config.rules, *packages) for each in _list_page_files(folder))
    for path in (
        *config.glossary,
        *config.checks,
        *pages,
        *_iter_style_files(config),
        *_iter_named_files(config),
    ):
        digest.update(f"\0{path}\0".encode("utf-8", "surrogatepass"))
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.digest()


def make_document_key(run: bytes, file: RawFile, matching: tuple[int, ...], kind: str) -> bytes:
    """The key of what a document came to, told in the way that `kind` names.

    Args:
        matching: the path settings that apply to it; its path itself is not in the key.
    """
    head = repr((kind, matching, file.problem))
    digest = blake2b(run + head.encode("utf-8", "surrogatepass"), digest_size=20)
    digest.update(file.data)
    return digest.digest()


def _list_page_files(folder: Path) -> list[Path]:
    """The rule pages of a folder, and the files that they may name."""
    return sorted(path for path in folder.rglob("*") if path.suffix in _DECIDING)


def _iter_style_files(config: Config) -> Iterator[Path]:
    """The files of the configuration's styles."""
    if config.styles:
        from plainlint.rulebook.vale.styles import find_style_files

        yield from (each for folder in config.styles for each in find_style_files(folder))


def _iter_named_files(config: Config) -> Iterator[Path]:
    """The files that changes of rules name."""
    tables = (config.rule, *(each.rule for each in config.per_path))
    values = (v for table in tables for change in table.values() for v in change.values())
    for name in values:
        if isinstance(name, str) and len(name) < _LONGEST_NAME and (config.root / name).is_file():
            yield config.root / name


def _iter_installed_states() -> Iterator[str]:
    """Size and time of each file of plainlint, and of the packages that it rests on.

    A changed checkout and an upgraded package are told by these though no version changes.
    """
    package = Path(__file__).parents[1]
    folders = {package, get_shipped_folder()}
    walks = (walk for folder in folders for walk in os.walk(folder))
    files = [os.path.join(at, name) for at, _, names in walks for name in names]  # noqa: PTH118
    files = [path for path in files if os.path.splitext(path)[1] in _DECIDING]  # noqa: PTH122
    specs = (PathFinder.find_spec(name) for name in _PACKAGES)
    origins = [Path(spec.origin) for spec in specs if spec and spec.origin]
    files += map(str, origins)
    # Packages with plug-ins are told by being there, in whatever version.
    for folder in sorted({origin.parents[1] for origin in origins}):
        yield from sorted(path.name for path in folder.glob("*.dist-info"))
    for path in sorted(files):
        state = os.stat(path)  # noqa: PTH116 - there are hundreds of them, and pathlib is slow
        yield f"{path} {state.st_size} {state.st_mtime_ns}"
