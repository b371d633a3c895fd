"""Configuration: all settings of a user, as one frozen value with defaults."""

from collections.abc import Iterable, Mapping
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from plainlint.config import conversion as convert
from plainlint.core import dialects
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.formats import AUTO, FORMATS, recognise_format
from plainlint.core.gitignore import matches_pattern

RuleOverrides = Mapping[str, Mapping[str, Any]]
NO_OVERRIDES: RuleOverrides = MappingProxyType({})

# Other names that documents use for the four audiences.
AUDIENCE_ALIASES = {
    "professional": "technical",
    "healthprofessional": "technical",
    # The audiences of schema.org.
    "clinician": "technical",
    "medicalresearcher": "technical",
    "public": "general",
}

BASELINE = "plainlint-baseline.json"
LIST_SENTENCES = ("apart", "joined")
PARSERS = ("auto", "markdown-it")
INPUT_FORMATS = (AUTO, *FORMATS)
DIALECTS = (dialects.AUTO, *dialects.DIALECTS)


class PathConfig(NamedTuple):
    """Settings for the documents that a pattern matches; None leaves a setting unchanged.

    `pattern` is one as in .gitignore, relative to the configuration file's folder: `docs/` is all
    below that folder, `docs/*.md` the pages in it, `docs/**/*.md` those in folders below it too.
    """

    pattern: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    default_audience: str | None = None
    input_format: str | None = None
    dialect: str | None = None
    rule: RuleOverrides = NO_OVERRIDES


class _Settings(NamedTuple):
    """All settings with their defaults, unchecked; `Config` documents and checks them."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    default_audience: str | None = None
    audience_aliases: Mapping[str, str] = AUDIENCE_ALIASES
    country: str = ""
    lang: str = ""
    glossary: tuple[Path, ...] = ()
    default_glossary: bool = True
    accept: tuple[Path, ...] = ()
    publisher: tuple[str, ...] = ()
    link_form: str = ""
    rule_folders: tuple[Path, ...] = ()
    check_files: tuple[Path, ...] = ()
    vale_styles: tuple[Path, ...] = ()
    plugins: bool = True
    preview: bool = False
    required_version: str = ""
    rule: RuleOverrides = NO_OVERRIDES
    per_path: tuple[PathConfig, ...] = ()
    list_sentences: str = "apart"
    parser: str = "auto"
    input_format: str = AUTO
    dialect: str = dialects.AUTO
    fail_on: Severity | None = Severity.ERROR
    max_warnings: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    baseline_grade_tolerance: float = 0.5
    rules_url: str = ""
    root: Path = Path()
    origin: str = ""
    notes: tuple[str, ...] = ()
    plugins_refused: str = ""


class Config(_Settings):
    """All settings, checked when the object is created.

    A path may be given as a string, and a single path or name in place of a list.

    Attributes:
        select: rules or categories to run; empty runs all.
        ignore: rules or categories not to run.
        extend_select: further rules to run, optional ones too.
        default_audience: the audience of a document that declares none, which is then no finding;
            None for the public, with a finding that asks who the document is for.
        audience_aliases: further audience names, each with one of the four it stands for.
        country: the readers' country, such as GB, for documents whose language names none (`en`);
            empty if it is not known. It decides which words and acronyms readers know.
        lang: the language of messages and reports, such as `es`; empty for that of each document.
        glossary: glossary files, later ones win.
        default_glossary: whether the glossary that comes with plainlint is used as well.
        accept: files with names and house words that no rule reports, one on a line.
        publisher: the names of the publisher, which readers of its pages know; their initials too.
        link_form: the target of popup links that `--fix` writes, with `{id}` or `{name}` for the
            term; a document that has popup links keeps its own form.
        rule_folders: folders with further rule pages.
        check_files: Python files with further checks, whose code is run.
        vale_styles: folders with Vale rules.
        plugins: whether to run the check files and the plug-ins of installed packages.
        preview: whether rules may run that are marked as a preview, and may still change.
        required_version: the versions of plainlint that the settings are for, as in PEP 440, such
            as `>=0.2,<1`; empty for any. Another version refuses them.
        rule: changes to rules: id -> the page's keys with their new values.
        per_path: settings for some of the documents; later ones win.
        list_sentences: how a list whose stem and items make one sentence is counted: `apart` counts
            the stem alone and excludes the items, `joined` counts all of it as one sentence.
        parser: what reads Markdown: `auto` takes the fast reader where it gives the same as
            markdown-it, `markdown-it` always takes markdown-it.
        input_format: the format of all documents; `auto` goes by the ending of each name.
        dialect: the dialect of the Markdown of all documents; `auto` goes by the files of the site
            that a document is in.
        fail_on: the mildest severity that makes a run fail, or its name; None never fails.
        max_warnings: more warnings than this make a run fail; None for no limit.
        include: patterns of files to check, as in .gitignore; empty takes all Markdown.
        exclude: patterns of files and folders not to check.
        baseline: the baseline file; None for plainlint-baseline.json in `root`.
        baseline_grade_tolerance: how many grades a document may get harder than its baseline.
        rules_url: where the team publishes rule pages, with `{rule}` for a rule's id.
        root: the folder that patterns are relative to.
        origin: the file that the settings were read from, for messages; empty for none.
        notes: what the user should know about the files, such as old names of settings.
        plugins_refused: why the check files may not run here, and how to allow it; empty if they
            may. A rule that needs one is then an error.

    Raises:
        PlainlintError: a value is wrong; the message names the setting or the nearest right value.
    """

    __slots__ = ()

    # Type checkers take the settings and their types from the fields.
    if not TYPE_CHECKING:

        @wraps(_Settings.__new__)
        def __new__(cls, *values: Any, **named: Any) -> Self:  # noqa: D102
            for name in named.keys() - CONVERTERS.keys():
                hint = f"; it is now '{get_field(name)}'" if name in RENAMED_KEYS else ""
                hint = hint or format_suggestion(name, CONVERTERS)
                raise TypeError(f"Config has no setting {name!r}{hint}")
            fields = super().__new__(cls, *values, **named)._asdict().items()
            return tuple.__new__(cls, [CONVERTERS[name](name, value) for name, value in fields])

        @classmethod
        def _make(cls, iterable: Iterable[Any]) -> Self:
            # `_replace` creates its result with this, which would bypass `__new__`.
            return cls(*iterable)

    @classmethod
    def load(cls, path: str | Path) -> "Config":
        """Read a configuration file, and the files that it extends.

        Args:
            path: a plainlint.toml, or a pyproject.toml with a table `[tool.plainlint]`.

        Raises:
            PlainlintError: the file can't be read, or a key or value is wrong; the message names
                the file, the line and the nearest valid key.
        """
        from plainlint.config.loader import load_config

        return load_config(path)

    def replace(self, **changes: Any) -> "Config":
        """Return the same settings with some changed; the new values are checked.

        Raises:
            PlainlintError: a value is wrong.
        """
        return Config(**{**self._asdict(), **changes})

    def match_path_configs(self, path: str) -> tuple[int, ...]:
        """Return the indexes of the path settings whose pattern matches a document's path."""
        if not self.per_path:
            return ()
        absolute, root = Path(path).absolute(), self.root.absolute()
        relative = absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
        patterns = [setting.pattern for setting in self.per_path]
        return tuple(i for i, pattern in enumerate(patterns) if matches_pattern(relative, pattern))

    def choose_format(self, path: str) -> str:
        """Return the format of a document, one of `FORMATS`; empty if its ending has no reader.

        The last path setting that names a format wins, then `input_format`, then the ending.
        """
        named = [self.per_path[index].input_format for index in self.match_path_configs(path)]
        chosen = next(filter(None, reversed(named)), self.input_format)
        return recognise_format(path) if chosen == AUTO else chosen

    def choose_dialect(self, path: str) -> str:
        """Return the dialect that the settings name for a document; `auto` if none."""
        named = [self.per_path[index].dialect for index in self.match_path_configs(path)]
        return next(filter(None, reversed(named)), self.dialect)


def _check_path_configs(name: str, value: Any) -> tuple[PathConfig, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(v, PathConfig) for v in value):
        raise PlainlintError(f"'{name}' must be a list of PathConfig")
    return tuple(
        PathConfig(
            pattern=convert.to_text("pattern", setting.pattern),
            select=None if setting.select is None else convert.to_strings("select", setting.select),
            ignore=convert.to_strings("ignore", setting.ignore),
            default_audience=setting.default_audience
            and convert.to_audience("default_audience", setting.default_audience),
            input_format=setting.input_format
            and convert.to_choice(INPUT_FORMATS)("input_format", setting.input_format),
            dialect=setting.dialect and convert.to_choice(DIALECTS)("dialect", setting.dialect),
            rule=convert.to_overrides("rule", setting.rule),
        )
        for setting in value
    )


# Former names of keys, which files may still use.
RENAMED_KEYS: Mapping[str, str] = {
    "rules": "rule-folders",
    "checks": "check-files",
    "styles": "vale-styles",
    "enable": "extend-select",
    "tolerance": "baseline-grade-tolerance",
}

# Converters from what a user gave to a field's value; they reject wrong values.
CONVERTERS: Mapping[str, convert.Converter] = {
    "select": convert.to_strings,
    "ignore": convert.to_strings,
    "extend_select": convert.to_strings,
    "default_audience": convert.to_optional_audience,
    "audience_aliases": convert.to_aliases,
    "country": convert.to_country,
    "lang": convert.to_language,
    "glossary": convert.to_paths,
    "default_glossary": convert.to_flag,
    "accept": convert.to_paths,
    "publisher": convert.to_strings,
    "link_form": convert.to_link_form,
    "rule_folders": convert.to_paths,
    "check_files": convert.to_paths,
    "vale_styles": convert.to_paths,
    "plugins": convert.to_flag,
    "preview": convert.to_flag,
    "required_version": convert.to_required_version,
    "rule": convert.to_overrides,
    "per_path": _check_path_configs,
    "list_sentences": convert.to_choice(LIST_SENTENCES),
    "parser": convert.to_choice(PARSERS),
    "input_format": convert.to_choice(INPUT_FORMATS),
    "dialect": convert.to_choice(DIALECTS),
    "fail_on": convert.to_fail_on,
    "max_warnings": convert.to_count,
    "include": convert.to_strings,
    "exclude": convert.to_strings,
    "baseline": convert.to_optional_path,
    "baseline_grade_tolerance": convert.to_number,
    "rules_url": convert.to_text,
    "root": convert.to_path,
    "origin": convert.to_text,
    "notes": convert.to_strings,
    "plugins_refused": convert.to_text,
}

# Settings that the loader fills in, and no file can set.
_INTERNAL = {"root", "origin", "notes", "plugins_refused"}


def get_key(field: str) -> str:
    """Return the key of a configuration file that sets a field."""
    return field.replace("_", "-")


def get_field(key: str) -> str:
    """Return the field that a key of a configuration file sets; a key may have its old name."""
    return RENAMED_KEYS.get(key, key).replace("-", "_")


CONFIG_KEYS = frozenset(get_key(name) for name in Config._fields if name not in _INTERNAL)
PATH_KEYS = frozenset(get_key(name) for name in PathConfig._fields) - {"pattern"}


def merge_tables(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with `changes` laid over it; tables are merged key by key at every depth."""
    merged = dict(base)
    for key, value in changes.items():
        old = merged.get(key)
        are_tables = isinstance(value, Mapping) and isinstance(old, Mapping)
        merged[key] = merge_tables(old, value) if are_tables else value  # type: ignore[arg-type]
    return merged


def has_key(table: Mapping[str, Any], key: str) -> bool:
    """Return whether a table, or one inside it, has a key."""
    inside = (value for value in table.values() if isinstance(value, Mapping))
    return key in table or any(has_key(inner, key) for inner in inside)
