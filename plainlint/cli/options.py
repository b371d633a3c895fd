"""The options of commands, and the settings, cache and baseline that follow from them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plainlint.cli.environment import Environment
from plainlint.cli.outputs import OutputTarget
from plainlint.config.conversion import to_language
from plainlint.config.loader import load_config
from plainlint.config.plugin_switch import apply_plugin_switch
from plainlint.config.settings import BASELINE, Config
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.files import list_search_folders, make_relative
from plainlint.rulebook.former_names import update_rule_names
from plainlint.run.cache import Cache
from plainlint.run.nearest import find_common_config, find_common_folder, make_nearest_context
from plainlint.run.pipeline import RunContext


class ConfigOptions(NamedTuple):
    """Settings from the command line; those that it does not set are None or empty.

    Attributes:
        starts: the paths that were named, for which configuration files are searched.
        file: the configuration file, if one was named.
        plugins: the value of the environment variable that switches plug-ins.
        require_reason: whether comments that suppress findings must give a reason.
    """

    starts: tuple[Path, ...] = ()
    file: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    glossary: tuple[Path, ...] = ()
    lang: str | None = None
    parser: str | None = None
    input_format: str | None = None
    no_plugins: bool = False
    preview: bool = False
    plugins: str = ""
    require_reason: bool = False
    fail_on: str | None = None
    max_warnings: int | None = None


# As a path, the text on standard input.
STDIN = "-"


class InputOptions(NamedTuple):
    """Which documents a command reads.

    Attributes:
        paths: files, folders and patterns of files; if empty, and no other input is named, the
            current folder.
        files_from: a file that lists paths; `-` is standard input.
        stdin_filename: the name for the text on standard input; None if it is not read.
        exclude: patterns of files to exclude, besides those of the settings.
        force_exclude: whether files that are named can be excluded too.
    """

    paths: tuple[Path, ...] = ()
    files_from: str | None = None
    stdin_filename: str | None = None
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False


class RunOptions(NamedTuple):
    """How documents are checked: processes and cache; None for `jobs` is one per core."""

    today: date | None = None
    jobs: int | None = None
    no_cache: bool = False
    cache_folder: Path | None = None


class BaselineOptions(NamedTuple):
    """Which baseline to use, and whether stale entries in it fail the run."""

    file: Path | None = None
    ignore: bool = False
    fail_on_stale: bool = False


class CheckOptions(NamedTuple):
    """The options of `check`.

    Attributes:
        annotate: the copy of a Word file to write comments into.
        exit_zero: whether the exit code is 0 whatever is found.
    """

    config: ConfigOptions
    inputs: InputOptions
    run: RunOptions
    baseline: BaselineOptions
    outputs: tuple[OutputTarget, ...]
    since: str | None = None
    annotate: Path | None = None
    quiet: bool = False
    profile: bool = False
    sarif_all: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    exit_zero: bool = False
    show_files: bool = False
    show_settings: bool = False


class BaselineCommandOptions(NamedTuple):
    """The options of `baseline`."""

    config: ConfigOptions
    inputs: InputOptions
    run: RunOptions
    baseline: BaselineOptions
    update: bool = False
    accept: tuple[str, ...] = ()


class ScoreOptions(NamedTuple):
    """The options of `score`."""

    config: ConfigOptions
    inputs: InputOptions
    run: RunOptions
    as_json: bool = False
    explain: bool = False
    sentences: bool = False


class ReportFiles(NamedTuple):
    """The files that `report` writes besides its pages; None for those that are not asked for.

    Attributes:
        history: gets a line for this run.
        csv: a table of the documents.
        csv_findings: a table of the findings.
        xlsx: a spreadsheet with both.
        ics: a calendar of the reviews.
    """

    history: Path | None = None
    csv: Path | None = None
    csv_findings: Path | None = None
    xlsx: Path | None = None
    ics: Path | None = None


class ReportOptions(NamedTuple):
    """The options of `report`; `compare` is the JSON of an earlier check."""

    config: ConfigOptions
    inputs: InputOptions
    run: RunOptions
    folder: Path
    single_file: Path | None = None
    compare: Path | None = None
    stamp: bool = False
    files: ReportFiles = ReportFiles()


class DemoOptions(NamedTuple):
    """The options of `demo`: where sample documents and report go; None is a new folder."""

    folder: Path | None = None


class ServeOptions(NamedTuple):
    """The options of `serve`: which files the page shows; port 0 is any that is free."""

    config: ConfigOptions
    inputs: InputOptions
    port: int = 0
    opens: bool = True


class McpOptions(NamedTuple):
    """The options of `mcp`: the folder whose settings apply."""

    config: ConfigOptions
    folder: Path


class CorpusOptions(NamedTuple):
    """The options of `corpus`.

    Attributes:
        input: a Parquet or JSON Lines file, or a folder of these or of documents.
        output: the folder for results.
        text: the column of the texts; `audience`, `language` and `id` may be None.
        keep: further columns that go to the results.
        unit_rows: how many rows are checked and written together at most.
        seconds: the time limit for one document; 0 for none.
        shard: which part of the units to check, from 1, and how many parts there are.
        jobs: how many worker processes; None for one a core.
        findings: whether results have all findings.
        engine: what runs the work: `local` or `ray`.
        address: the Ray cluster to use; None to start Ray on this machine.
    """

    config: ConfigOptions
    input: Path
    output: Path
    text: str = "text"
    audience: str | None = None
    language: str | None = None
    id: str | None = None
    keep: tuple[str, ...] = ()
    unit_rows: int = 500
    seconds: float = 0
    shard: tuple[int, int] = (1, 1)
    jobs: int | None = None
    findings: bool = True
    engine: str = "local"
    address: str | None = None


class CorpusReportOptions(NamedTuple):
    """The options of `corpus report`: the folder of results, and that of the page."""

    results: Path
    output: Path


class RuleOptions(NamedTuple):
    """The options of `rule`: what to show of all rules, or of the rule with an id."""

    config: ConfigOptions
    id: str = ""
    try_on: Path | None = None
    html: Path | None = None
    schema: bool = False
    table: bool = False
    checks: bool = False
    as_json: bool = False


class TestOptions(NamedTuple):
    """The options of `test`: the rules, categories or folders to test, or only to list."""

    config: ConfigOptions
    names: tuple[str, ...] = ()
    list_only: bool = False


class NewOptions(NamedTuple):
    """The options of `new rule`."""

    config: ConfigOptions
    id: str
    folder: Path | None = None


class ConfigCommandOptions(NamedTuple):
    """The options of `config`: the document whose settings are shown, or whether the schema is."""

    config: ConfigOptions
    path: Path | None
    schema: bool = False


class AcceptOptions(NamedTuple):
    """The options of `accept`: the words to add."""

    config: ConfigOptions
    words: tuple[str, ...]


class InitOptions(NamedTuple):
    """The options of `init`; an empty preset is asked for, if there is a terminal."""

    folder: Path
    preset: str = ""


class LanguagesOptions(NamedTuple):
    """The options of `languages`."""

    config: ConfigOptions
    as_json: bool = False


class CompletionOptions(NamedTuple):
    """The options of `completion`: the shell."""

    shell: str


class CompleteOptions(NamedTuple):
    """The options of `complete`: the words so far, the last one as far as it was typed."""

    config: ConfigOptions
    words: tuple[str, ...]


class CacheOptions(NamedTuple):
    """The options of `cache`."""

    run: RunOptions
    clear: bool = False


class GlossaryOptions(NamedTuple):
    """The options of `glossary`: its tool, and the options of that."""

    tool: str
    config: ConfigOptions
    inputs: InputOptions
    term: str = ""
    file: Path | None = None
    language: str = "en"
    output: Path | None = None


def load_settings(
    options: ConfigOptions, note: Callable[[str], None] = lambda _line: None
) -> Config:
    """Return the configuration file's settings with those of the command line laid over them.

    Args:
        note: prints notes about the files for the user, such as former names of settings.

    Raises:
        PlainlintError: the file or a value is wrong.
    """
    file = options.file or find_common_config(options.starts)
    return load_settings_of_file(file, options, note)


def load_settings_of_file(
    file: Path | None, options: ConfigOptions, note: Callable[[str], None]
) -> Config:
    """Return the settings of a file, if there is one, with those of the command line laid over.

    Raises:
        PlainlintError: the file or a value is wrong.
    """
    config = load_config(file) if file else Config()
    changes = _list_changes(config, options)
    config = update_rule_names(config._replace(**changes))  # type: ignore[arg-type]
    for line in config.notes:
        note(line)
    return apply_plugin_switch(config, options.plugins)


def _list_changes(config: Config, options: ConfigOptions) -> dict[str, object]:
    """Return the settings that the command line changes.

    Raises:
        PlainlintError: a value is wrong.
    """
    changes: dict[str, object] = {
        "ignore": (*config.ignore, *options.ignore),
        "glossary": (*config.glossary, *options.glossary),
    }
    given: dict[str, object] = {
        "select": options.select,
        "lang": options.lang and to_language("--lang", options.lang),
        "preview": options.preview,
        "parser": options.parser,
    }
    changes |= {name: value for name, value in given.items() if value}
    if options.require_reason:
        changes["extend_select"] = (*config.extend_select, *_find_reason_rules(config))
    if options.no_plugins:
        changes["plugins"] = False
    if options.input_format:
        changes["input_format"] = options.input_format
        changes["per_path"] = tuple(
            setting._replace(input_format=None) for setting in config.per_path
        )
    if options.fail_on:
        changes["fail_on"] = None if options.fail_on == "never" else Severity(options.fail_on)
    if options.max_warnings is not None:
        changes["max_warnings"] = options.max_warnings
    return changes


def _find_reason_rules(config: Config) -> tuple[str, ...]:
    """Return the rules whose role is to require reasons in comments."""
    from plainlint.rulebook.selection import RuleSet

    pages = RuleSet(config).pages
    return tuple(name for name, page in pages.items() if page.policy.get("role") == "reasons")


def make_context(options: ConfigOptions, environment: Environment) -> RunContext:
    """Return the context of a run with the settings that the options give.

    Each document has the settings nearest to it, unless a file of settings is named.
    """
    if options.file:
        return RunContext(load_settings(options, environment.note), environment.today)

    def load(file: Path | None) -> Config:
        return load_settings_of_file(file, options, environment.note)

    return make_nearest_context(options.starts, environment.today, load)


def choose_cache_folder(options: RunOptions, environment: Environment) -> Path | None:
    """Return the folder that is named for the cache, else the user's; None without either."""
    return options.cache_folder or environment.cache_folder


def open_cache(options: RunOptions, environment: Environment) -> Cache | None:
    """Return the cache for these options; None if it is switched off or has no folder."""
    folder = choose_cache_folder(options, environment)
    return None if options.no_cache or folder is None else Cache(folder, environment.note)


def find_baseline(options: BaselineOptions, starts: ConfigOptions, config: Config) -> Path | None:
    """Return the path of the baseline to use; None if there is no baseline or it is ignored.

    Raises:
        PlainlintError: a baseline is required, and its file does not exist.
    """
    if options.ignore:
        return None
    path = choose_baseline_path(options, starts, config)
    if path.is_file():
        return path
    if options.file or config.baseline or options.fail_on_stale:
        raise PlainlintError(f"{path}: there is no baseline; `plainlint baseline` writes one")
    return None


def choose_baseline_path(options: BaselineOptions, starts: ConfigOptions, config: Config) -> Path:
    """Return the path that is named, else the nearest baseline, from the settings upwards.

    If there is none, a new one goes next to the settings, or else into this folder.
    """
    if named := options.file or config.baseline:
        return named
    start = config.root if config.origin else find_common_folder(starts.starts)
    folders = list_search_folders(start, starts.starts)
    nearest = (folder / BASELINE for folder in folders if (folder / BASELINE).is_file())
    return Path(make_relative(str(next(nearest, config.root / BASELINE)), Path.cwd()))
