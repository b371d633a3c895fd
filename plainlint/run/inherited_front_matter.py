"""Front matter that a document has from its folders: of Hugo, Jekyll, MkDocs and Quarto."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from plainlint.core.caches import remember
from plainlint.core.source import InheritedValue, Source
from plainlint.document.model import Value
from plainlint.run.sites import SiteFolder, iter_site_files, list_site_folders, read_site_file

_INDEX = "_index.md"
_HUGO_SETTINGS = tuple(
    f"{name}.{suffix}" for name in ("hugo", "config") for suffix in ("toml", "yaml", "yml", "json")
)
_JEKYLL_SETTINGS = ("_config.yml", "_config.yaml")
# Files whose keys hold for everything in their folder.
_FOLDER_DATA = (".meta.yml", "_metadata.yml")
_NAMES = frozenset((*_HUGO_SETTINGS, *_JEKYLL_SETTINGS, *_FOLDER_DATA, _INDEX))
# Keys that are about one file or for programs, and not about the text.
_OWN_KEYS = frozenset(
    ["cascade", "plainlint", "aliases", "url", "slug", "permalink", "linkTitle", "menu", "weight"]
)
_Table = Mapping[str, Value]


def find_inherited_values(path: Path, root: Path) -> tuple[InheritedValue, ...]:
    """Return the front matter that a document has from its folders; its own keys go first.

    What is nearer to the document, or more exactly about it, wins. A file that can't be read
    gives nothing.

    Args:
        path: the document.
        root: the folder to look no higher than, outside of a git repository.
    """
    folders = list_site_folders(path, root)
    if all(_NAMES.isdisjoint(folder.names) for folder in folders):
        return ()
    values: dict[str, InheritedValue] = {}
    for folder in reversed(folders):
        for table in _iter_tables(path.absolute(), folder):
            values.update((key, InheritedValue(key, value)) for key, value in table.items())
    if _INDEX in folders[0].names and path.name != _INDEX:
        for key, value in _read_head(folders[0].path / _INDEX).items():
            values.setdefault(key, InheritedValue(key, value, without_head=True))
    return tuple(values[key] for key in sorted(values.keys() - _OWN_KEYS))


def _iter_tables(path: Path, folder: SiteFolder) -> Iterator[_Table]:
    """Yield the tables of keys that a folder gives to a document in it, the weakest first."""
    for file in iter_site_files(folder, *_HUGO_SETTINGS):
        yield from _iter_cascades(_read_settings(file).get("cascade"), path, folder.path)
    for file in iter_site_files(folder, *_JEKYLL_SETTINGS):
        yield from _iter_jekyll_defaults(_read_settings(file).get("defaults"), path, folder.path)
    for file in iter_site_files(folder, *_FOLDER_DATA):
        yield _read_settings(file)
    for file in iter_site_files(folder, _INDEX):
        yield from _iter_cascades(_read_head(file).get("cascade"), path, folder.path)


def _iter_cascades(cascade: Value, path: Path, folder: Path) -> Iterator[_Table]:
    """Yield the tables of a cascade of Hugo whose target a document is."""
    for table in _iter_items(cascade):
        target = table.get("target", table.get("_target"))
        if isinstance(target, Mapping) and not _is_target(target, path, folder):
            continue
        params = table.get("params")
        yield {
            **{k: v for k, v in table.items() if k not in {"target", "_target", "params"}},
            **(params if isinstance(params, Mapping) else {}),
        }


def _iter_items(value: Value) -> Iterator[_Table]:
    items: Iterable[Value] = value if isinstance(value, tuple) else (value,)
    yield from (item for item in items if isinstance(item, Mapping))


def _is_target(target: _Table, path: Path, folder: Path) -> bool:
    kind = target.get("kind")
    if isinstance(kind, str) and kind != ("section" if path.name == _INDEX else "page"):
        return False
    pattern = target.get("path")
    if not isinstance(pattern, str):
        return True
    # Paths begin at the folder with the content.
    contents = [above for above in (folder, *path.parents) if above.name == "content"]
    page = path.relative_to(contents[-1] if contents else folder).with_suffix("")
    page = page.parent if page.name in {"_index", "index"} else page
    logical = f"/{page.as_posix()}".removesuffix("/.")
    return _matches_glob(pattern.removeprefix("{").removesuffix("}"), logical or "/")


@remember(1 << 8)
def _compile_glob(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*|\*|\?)", pattern)
    signs = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(signs.get(part, re.escape(part)) for part in parts))


def _matches_glob(pattern: str, path: str) -> bool:
    return any(_compile_glob(option.strip()).fullmatch(path) for option in pattern.split(","))


def _iter_jekyll_defaults(defaults: Value, path: Path, folder: Path) -> Iterator[_Table]:
    """Yield the values of the defaults of Jekyll whose scope a document is in, weakest first."""
    page = PurePosixPath(path.relative_to(folder).as_posix())
    found: list[tuple[int, bool, _Table]] = []
    for entry in _iter_items(defaults):
        scope, values = entry.get("scope"), entry.get("values")
        if not isinstance(values, Mapping):
            continue
        table = scope if isinstance(scope, Mapping) else {}
        place, kind = (str(table.get(key) or "").strip("/") for key in ("path", "type"))
        if kind and kind not in {_get_jekyll_type(page), _get_jekyll_type(page).rstrip("s")}:
            continue
        if _is_in_scope(place, page):
            found.append((len(place), bool(kind), values))
    for _, _, values in sorted(found, key=lambda entry: entry[:2]):
        yield values


def _is_in_scope(place: str, page: PurePosixPath) -> bool:
    if not place or place == ".":
        return True
    if "*" in place:
        return any(_matches_glob(place, str(part)) for part in (page, *page.parents))
    return page.is_relative_to(place)


def _get_jekyll_type(page: PurePosixPath) -> str:
    """Return the type of a page by its folder: `posts`, `drafts`, a collection, or `pages`."""
    folders = [part for part in page.parts[:-1] if part.startswith("_")]
    return folders[-1][1:] if folders else "pages"


def _read_head(file: Path) -> _Table:
    """Return the values of a document's own front matter."""
    return _read_entries(read_site_file(file))


def _read_settings(file: Path) -> _Table:
    """Return the values of a file of settings in YAML, TOML or JSON."""
    text = read_site_file(file)
    mark = {".toml": "+++\n", ".json": ""}.get(file.suffix, "---\n")
    return _read_entries(f"{mark}{text.removeprefix(mark)}\n{mark}" if text.strip() else "")


@remember(1 << 8)
def _read_entries(text: str) -> _Table:
    # Most folders have no such file, and a run from the cache needs no parser.
    from plainlint.document.readers.front_matter import read_front_matter

    head, _ = read_front_matter(Source(text))
    return {key: entry.value for key, entry in head.entries.items()}
