"""Digests of everything that decides a document's result: keys of the cache and baselines."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from plainlint.config.settings import Config
from plainlint.core import __version__
from plainlint.core.files import is_file, list_files_inside
from plainlint.core.source import RawFile
from plainlint.rulebook.page import find_rule_folders, get_shipped_folder, is_translation

# Packages whose code or data decides what is found.
_PACKAGES = (
    "ahocorasick_rs",
    "docutils",
    "docx",
    "frontmatter",
    "jsonschema",
    "justhtml",
    "markdown_it",
    "mdit_py_plugins",
    "pyromark",
    "re2",
    "textstat",
    "wordfreq",
    "yaml",
)
_DECIDING = frozenset({".py", ".md", ".csv", ".json", ".txt", ".j2", ".css", ".js"})


# Settings that decide which documents are checked, or what is reported of a result.
NOT_DECIDING: Mapping[str, Any] = {
    "fail_on": None,
    "max_warnings": None,
    "include": (),
    "exclude": (),
    "baseline": None,
    "baseline_grade_tolerance": 0.0,
    "required_version": "",
    "rules_url": "",
    "root": Path(),
    "origin": "",
    "notes": (),
    "plugins_refused": "",
}
# Settings that name files: their contents decide, wherever the files are.
_NAMING_FILES: Mapping[str, Any] = {
    "glossary": (),
    "accept": (),
    "rule_folders": (),
    "check_files": (),
    "vale_styles": (),
}


def digest_settings(config: Config) -> str:
    """Digest the settings and the contents of the files that they name, alike on every machine.

    Two configurations with one digest give every document the same result, with the same version
    of plainlint on the same day.
    """
    deciding = config._replace(**NOT_DECIDING, **_NAMING_FILES)
    digest = blake2b(
        f"{__version__}\0{deciding!r}".encode("utf-8", "surrogatepass"), digest_size=20
    )
    packages = find_rule_folders() if config.plugins else ()
    shipped = get_shipped_folder()
    # There are as many translations as pages. The version stands for them; in a checkout, where
    # they change before it does, `make_run_key` looks at their times.
    own = [path for path in _list_page_files(shipped) if not is_translation(path)]
    _add_files(digest, shipped, own)
    for folder in (*packages, *config.rule_folders):
        _add_files(digest, folder, _list_page_files(folder))
    files = (
        *config.glossary,
        *config.accept,
        *config.check_files,
        *_iter_style_files(config),
        *_iter_named_files(config),
    )
    _add_files(digest, config.root, files)
    return digest.hexdigest()


def _add_files(digest: "blake2b", root: Path, paths: Iterable[Path]) -> None:
    """Add the contents of files, each with its path from a folder."""
    for path in paths:
        name = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        digest.update(f"\0{name.as_posix()}\0".encode("utf-8", "surrogatepass"))
        digest.update(path.read_bytes() if is_file(path) else b"")


def make_run_key(config: Config, today: date | None) -> bytes:
    """Digest what all documents of a run share: settings, day, and the installed code."""
    parts = [sys.version, repr(today), config.plugins_refused, *_iter_installed_states()]
    digest = blake2b(digest_settings(config).encode(), digest_size=20)
    digest.update("\0".join(parts).encode("utf-8", "surrogatepass"))
    return digest.digest()


def make_document_key(
    run_key: bytes, file: RawFile, matching: tuple[int, ...], kind: str = "result"
) -> bytes:
    """Digest a document with all that decides its result.

    Args:
        matching: the path settings that apply to it; its path is not part of the key.
        kind: what is kept under the key: a `result`, or something made of one.
    """
    head = repr((kind, matching, file.problem, file.format, file.dialect, file.inherited))
    digest = blake2b(run_key + head.encode("utf-8", "surrogatepass"), digest_size=20)
    digest.update(file.data)
    return digest.digest()


def _list_page_files(folder: Path) -> list[Path]:
    """Return the rule pages of a folder, and the files that they may name."""
    return list_files_inside(folder, lambda path: path.suffix in _DECIDING)


def _iter_style_files(config: Config) -> Iterator[Path]:
    """Yield the files of the configuration's Vale styles."""
    if config.vale_styles:
        from plainlint.rulebook.vale.styles import find_style_files

        for folder in config.vale_styles:
            yield from find_style_files(folder)


def _iter_named_files(config: Config) -> Iterator[Path]:
    """Yield the files that overrides of rules name.

    The texts themselves are in the digest already. Only the checks know which of their settings
    name files, and to read the checks would take longer than to digest a file too many.
    """
    tables = (config.rule, *(setting.rule for setting in config.per_path))
    overrides = (override for table in tables for override in table.values())
    for name in (value for override in overrides for value in override.values()):
        if isinstance(name, str) and is_file(path := config.root / name):
            yield path


def _iter_installed_states() -> Iterator[str]:
    """Yield size and time of each file of plainlint and of the packages that it depends on.

    They show a changed checkout or an upgraded package even if no version changes.
    """
    package = Path(__file__).parents[1]
    if not Path(__file__).is_file():
        # The code is inside a program, which has the packages too.
        state = Path(sys.executable).stat()
        yield f"{state.st_size} {state.st_mtime_ns}"
        return
    folders = (str(folder) for folder in {package, get_shipped_folder()})
    states = [state for folder in folders for state in _iter_states(folder)]
    specs = (PathFinder.find_spec(name) for name in _PACKAGES)
    origins = [Path(spec.origin) for spec in specs if spec and spec.origin]
    # The names of installed distributions show which packages have plug-ins.
    for folder in sorted({origin.parents[1] for origin in origins}):
        yield from sorted(path.name for path in folder.glob("*.dist-info"))
    states += [_format_state(str(origin), origin.stat()) for origin in origins]
    yield from sorted(states)


def _iter_states(folder: str) -> Iterator[str]:
    """Yield the state of each deciding file in a folder, and in the folders in it."""
    # There are hundreds of them, and `pathlib` and `os.walk` are slow.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _iter_states(entry.path)
            elif entry.name[entry.name.rfind(".") :] in _DECIDING:
                yield _format_state(entry.path, entry.stat())


def _format_state(path: str, state: os.stat_result) -> str:
    return f"{path} {state.st_size} {state.st_mtime_ns}"
