"""Configuration: everything that a user may set, as one frozen value with its defaults."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from plainlint.core.diagnostics import Severity

RuleOverrides = Mapping[str, Mapping[str, Any]]
NO_OVERRIDES: RuleOverrides = MappingProxyType({})

# Other names that documents use for the four audiences.
AUDIENCE_ALIASES = {
    "professional": "technical",
    "healthprofessional": "technical",
    "public": "general",
}

BASELINE = "plainlint-baseline.json"
LIST_SENTENCES = ("apart", "joined")
PARSERS = ("auto", "markdown-it")


class PathConfig(NamedTuple):
    """Settings for the documents that a pattern names; None leaves a setting as it is.

    `pattern` counts from the configuration file's folder; a `*` in it stands for any characters,
    slashes too.
    """

    pattern: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    default_audience: str | None = None
    rule: RuleOverrides = NO_OVERRIDES


class Config(NamedTuple):
    """All settings.

    Attributes:
        select: rules or categories to run; empty runs all.
        ignore: rules or categories to leave out.
        enable: further rules to run, those too that run only when they are named.
        default_audience: whom a document without a known audience is for.
        audience_aliases: further audience names, each with one of the four it stands for.
        glossary: glossary files, later ones win.
        default_glossary: whether the glossary that comes with plainlint is used as well.
        rules: folders with further rule pages.
        checks: Python files with further checks, whose code is run.
        styles: folders with rules of Vale.
        plugins: whether the files of checks, and what installed packages have, are used.
        rule: changes to rules: id -> the page's keys with their new values.
        per_path: settings for some of the documents; later ones win.
        list_sentences: how a list whose stem and items make one sentence is counted: `apart` counts
            the stem alone and leaves the items out, `joined` counts all of it as one sentence.
        parser: what reads Markdown: `auto` takes the fast reader where it reads what markdown-it
            reads, `markdown-it` takes it alone.
        fail_on: the mildest severity that makes a run fail; None never fails.
        max_warnings: more warnings than this make a run fail; None for any number.
        include: patterns of files to check, as in .gitignore; empty takes all Markdown.
        exclude: patterns of files and folders to leave out.
        baseline: the baseline file; None for plainlint-baseline.json beside the settings.
        tolerance: how many grades a document may get harder than its baseline.
        rules_url: where the team publishes rule pages, with `{rule}` for a rule's id.
        root: the folder from which patterns count.
        origin: the file that the settings were read from, for messages; empty for none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    default_audience: str = "general"
    audience_aliases: Mapping[str, str] = AUDIENCE_ALIASES
    glossary: tuple[Path, ...] = ()
    default_glossary: bool = True
    rules: tuple[Path, ...] = ()
    checks: tuple[Path, ...] = ()
    styles: tuple[Path, ...] = ()
    plugins: bool = True
    rule: RuleOverrides = NO_OVERRIDES
    per_path: tuple[PathConfig, ...] = ()
    list_sentences: str = "apart"
    parser: str = "auto"
    fail_on: Severity | None = Severity.ERROR
    max_warnings: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    tolerance: float = 0.5
    rules_url: str = ""
    root: Path = Path()
    origin: str = ""

    def match_path_configs(self, path: str) -> tuple[int, ...]:
        """The indexes of the path settings whose pattern matches a document's path."""
        if not self.per_path:
            return ()
        absolute, root = Path(path).absolute(), self.root.absolute()
        relative = absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
        patterns = [setting.pattern for setting in self.per_path]
        return tuple(i for i, pattern in enumerate(patterns) if fnmatchcase(relative, pattern))


CONFIG_KEYS = frozenset(name.replace("_", "-") for name in Config._fields) - {"root", "origin"}
PATH_KEYS = frozenset(name.replace("_", "-") for name in PathConfig._fields) - {"pattern"}


def merge_tables(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with `changes` laid over it, tables merged key by key at every depth."""
    merged = dict(base)
    for key, value in changes.items():
        old = merged.get(key)
        both = isinstance(value, Mapping) and isinstance(old, Mapping)
        merged[key] = merge_tables(old, value) if both else value  # type: ignore[arg-type]
    return merged


def has_key(table: Mapping[str, Any], key: str) -> bool:
    """Whether a table, or one inside it, has a key."""
    inside = (value for value in table.values() if isinstance(value, Mapping))
    return key in table or any(has_key(each, key) for each in inside)
