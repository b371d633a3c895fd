"""Rule pages: Markdown files that hold a rule's policy, its documentation and its tests."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError
from plainlint.core.files import find_shipped_folder, list_files_inside
from plainlint.core.source import Source
from plainlint.core.stored_results import STORED


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


_TRANSLATION = re.compile(r"(.+)\.([a-z]{2})")
_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
_KEY = re.compile(r"^([\w-]+)[ \t]*:", re.MULTILINE)
# In code points. Longer pages take the strict parser: they may be nested so deep that the recursive
# YAML parser crashes the process.
_LONGEST_SIMPLE = 10_000


class Page(NamedTuple):
    """A rule page as written.

    Attributes:
        id: the rule's id.
        path: the page's file.
        policy: the front matter.
        body: the text below the front matter.
        lines: the line, from 1, of each key of the front matter.
        body_line: the line, from 1, on which the body begins.
        one_severity: whether all findings have the severity of the page.
        language: the language that the page translates the rule into; empty for the rule's own.
        said_in: the language of its messages; empty for English.
    """

    id: str
    path: Path
    policy: Mapping[str, Any]
    body: str
    lines: Mapping[str, int]
    body_line: int
    one_severity: bool = False
    language: str = ""
    said_in: str = ""

    @property
    def name(self) -> str:
        """The rule's id, with the language if the page is a translation: `jargon/acronym.es`."""
        return f"{self.id}.{self.language}" if self.language else self.id

    @property
    def folder(self) -> Path:
        """The folder of rules that the page is in; the page's id is its path in it."""
        return self.path.parents[self.id.count("/")]

    def find_line(self, key: str) -> int:
        """Return the line of a key of the front matter, at any depth; 1 if the key is missing."""
        if key in self.lines:
            return self.lines[key]
        # Only errors need this, so the page is read again instead of keeping its spans.
        from plainlint.document.readers.front_matter import read_front_matter
        from plainlint.document.readers.front_matter_data import read_front_matter_data

        source = Source(self.path.read_text(encoding="utf-8-sig"), str(self.path))
        keys = read_front_matter_data(source, read_front_matter(source)[0]).keys
        spans = [span for path, span in keys.items() if path[-1] == key]
        return source.locate(spans[0].start).line if spans else 1

    @property
    def title(self) -> str:
        """The page's first heading, or its id."""
        match = _TITLE.search(self.body)
        return match[1].strip() if match else self.id


def matches_selector(rule_id: str, names: Iterable[str]) -> bool:
    """Return whether the names include the rule or its category."""
    return any(name in (rule_id, get_category(rule_id)) for name in names)


def get_category(rule_id: str) -> str:
    """Return the part before the slash, or before the dot for rules of a style."""
    return re.split("[/.]", rule_id, maxsplit=1)[0]


def get_shipped_folder() -> Path:
    """Return the folder of the rules that come with plainlint."""
    return find_shipped_folder("rules")


class Pages(Mapping[str, Page]):
    """The rule pages in some folders, by id; a page is read at its first use.

    A page's id is its path in its folder. If two pages have the same id, the later folder wins.
    A file such as `jargon/acronym.es.md` is not a rule of its own, but the Spanish page of
    `jargon/acronym`.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._paths: dict[str, Path] = {}
        self._translations: dict[tuple[str, str], Path] = {}
        for folder in folders:
            self._add_folder(folder)
        self._read: dict[str, Page] = {}
        self._translated: dict[tuple[str, str], Page] = {}

    def _add_folder(self, folder: Path) -> None:
        """Add the pages of a folder; a rule that it has anew loses its earlier translations."""
        translations = {}
        for path in list_files_inside(folder, lambda path: path.suffix == ".md"):
            rule_id, language = _split_language(path.relative_to(folder).with_suffix("").as_posix())
            if language:
                translations[rule_id, language] = path
                continue
            self._paths[rule_id] = path
            for key in [key for key in self._translations if key[0] == rule_id]:
                del self._translations[key]
        self._translations |= translations

    @property
    def languages(self) -> frozenset[str]:
        """The languages that some pages are translated into."""
        return frozenset(language for _, language in self._translations)

    def get_translation(self, rule_id: str, language: str) -> Page | None:
        """Return a rule's page in another language; None if it has none.

        Raises:
            PlainlintError: the page can't be read, or its front matter is missing or broken.
        """
        key = (rule_id, language)
        if key not in self._translated and key in self._translations:
            page = read_page(self._translations[key], rule_id)
            self._translated[key] = page._replace(language=language)
        return self._translated.get(key)

    def iter_translations(self) -> Iterator[Page]:
        """Yield all pages in other languages."""
        for key in sorted(self._translations):
            if page := self.get_translation(*key):
                yield page

    def find_orphans(self) -> list[Path]:
        """Return the translations of pages that do not exist."""
        return [path for (rule, _), path in self._translations.items() if rule not in self._paths]

    def __getitem__(self, rule_id: str) -> Page:
        """Read a page.

        Raises:
            PlainlintError: the page can't be read, or its front matter is missing or broken.
        """
        if rule_id not in self._read:
            self._read[rule_id] = read_page(self._paths[rule_id], rule_id)
        return self._read[rule_id]

    def __contains__(self, rule_id: object) -> bool:
        """Return whether the page exists, without reading it."""
        return rule_id in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def is_translation(path: Path) -> bool:
    """Return whether a file is a rule's page in another language, by its name."""
    return path.suffix == ".md" and bool(_split_language(path.stem)[1])


def _split_language(name: str) -> tuple[str, str]:
    """Return the id of a page and its language, which is empty if the page is no translation."""
    match = _TRANSLATION.fullmatch(name)
    return (match[1], match[2]) if match else (name, "")


def read_page(path: Path, rule_id: str) -> Page:
    """Read one page.

    Raises:
        PlainlintError: the page can't be read, or its front matter is missing or broken.
    """
    try:
        source = Source(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: it is not UTF-8") from error
    policy, body, lines = _parse(source)
    body_line = source.locate(max(source.text.rfind(body), 0)).line
    return Page(id=rule_id, path=path, policy=policy, body=body, lines=lines, body_line=body_line)


_Parsed = tuple[Mapping[str, Any], str, Mapping[str, int]]


# Each linter reads all pages, and YAML is slow.
@remember(1 << 10)
def _parse(source: Source) -> _Parsed:
    """Return policy, body and lines of keys of a page.

    Raises:
        PlainlintError: the front matter is missing or broken.
    """
    return STORED.get(_parse_text, source.text, source.path, _get_state_of_parsers())


@remember(1)
def _get_state_of_parsers() -> tuple[int, ...]:
    """Return numbers that change when another version of what parses pages is installed."""
    specs = map(PathFinder.find_spec, ("yaml", "frontmatter"))
    origins = [Path(spec.origin) for spec in specs if spec and spec.origin]
    readers = Path(__file__).parents[1] / "document" / "readers"
    own = (readers / "front_matter.py", readers / "yaml.py")
    return tuple(path.stat().st_mtime_ns for path in (*origins, *own) if path.is_file())


def _parse_text(text: str, path: str, _state: tuple[int, ...]) -> _Parsed:
    source = Source(text, path)
    return _parse_simple(source) or _parse_strict(source)


def _parse_simple(source: Source) -> _Parsed | None:
    """Return policy, body and lines of keys of an ordinary page; None for any other page."""
    # If all results are known, no page is read, and YAML need not be imported.
    import frontmatter
    import yaml

    if len(source.text) > _LONGEST_SIMPLE:
        return None
    try:
        policy, body = frontmatter.parse(source.text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    head = source.text[: source.text.rfind(body)]
    keys = [(match[1], source.locate(match.start()).line) for match in _KEY.finditer(head)]
    lines = dict(keys)
    # YAML accepts duplicate keys and keeps the last one: the strict parser reports them.
    is_simple = policy.keys() == lines.keys() and len(keys) == len(lines)
    return (policy, body, lines) if policy and is_simple else None


def _parse_strict(source: Source) -> _Parsed:
    """Return policy, body and lines of keys of any page.

    Raises:
        PlainlintError: the front matter is missing or broken.
    """
    import frontmatter

    from plainlint.document.readers.front_matter import read_front_matter

    head, _ = read_front_matter(source)
    for problem in head.problems:
        line = source.locate(problem.span.start).line
        raise PlainlintError(f"{source.path}:{line}: {problem.message}")
    if not head.entries:
        raise PlainlintError(f"{source.path}:1: a rule page needs front matter")
    lines = {key: source.locate(entry.key_span.start).line for key, entry in head.entries.items()}
    policy, body = frontmatter.parse(source.text)
    if not policy:
        raise PlainlintError(f"{source.path}:1: a rule page needs front matter between --- lines")
    return policy, body, lines
