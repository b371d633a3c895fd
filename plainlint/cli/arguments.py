"""Arguments: parse a command line into the typed options that commands take."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.cli.options import (
    STDIN,
    AcceptOptions,
    BaselineCommandOptions,
    BaselineOptions,
    CacheOptions,
    CheckOptions,
    CompleteOptions,
    CompletionOptions,
    ConfigCommandOptions,
    ConfigOptions,
    CorpusOptions,
    CorpusReportOptions,
    DemoOptions,
    GlossaryOptions,
    InitOptions,
    InputOptions,
    LanguagesOptions,
    McpOptions,
    NewOptions,
    ReportFiles,
    ReportOptions,
    RuleOptions,
    RunOptions,
    ScoreOptions,
    ServeOptions,
    TestOptions,
)
from plainlint.cli.outputs import OutputTarget
from plainlint.cli.parser import build_parser

_Values = Mapping[str, Any]
_CORPUS_REPORT = ("corpus", "report")


class ParsedCommand(NamedTuple):
    """A command line.

    Attributes:
        name: the command.
        options: its options, of the class that the command takes.
        run: the folder of the cache, and whether to use it.
        color: `auto`, `always` or `never`.
        today: the date that counts as today; None for the clock's.
        quiet: whether notes are hidden.
        watch: whether to run the command again whenever a file changes.
        notes: notes for the user about the options, such as new names of old ones.
    """

    name: str
    options: Any
    run: RunOptions = RunOptions()
    color: str = "auto"
    today: date | None = None
    quiet: bool = False
    watch: bool = False
    notes: tuple[str, ...] = ()


def parse_arguments(argv: Sequence[str], plugins: str = "") -> ParsedCommand:
    """Parse a command line; on a wrong one, print what is wrong and exit with 2.

    Args:
        argv: the arguments.
        plugins: the value of the environment variable that switches plug-ins.
    """
    if tuple(argv[:2]) == _CORPUS_REPORT:
        # A command of two words; a corpus of that name can be written as ./report.
        argv = [" ".join(_CORPUS_REPORT), *argv[2:]]
    values = {**vars(build_parser(argv[0] if argv else "").parse_args(argv)), "plugins": plugins}
    return ParsedCommand(
        name=values["command"].replace(" ", "_"),
        options=_OPTIONS[values["command"]](values),
        run=_make_run_options(values),
        color=values.get("color", "auto"),
        today=values.get("today"),
        quiet=values.get("quiet", False),
        watch=values.get("watch", False),
        notes=tuple(values.get("notes", ())),
    )


def _make_config_options(values: _Values) -> ConfigOptions:
    inputs = _make_input_options(values)
    named = [Path(name) for name in (inputs.stdin_filename,) if name]
    return ConfigOptions(
        starts=(*named, *inputs.paths),
        file=_make_path(values.get("config")),
        select=_split_names(values.get("select")),
        ignore=_split_names(values.get("ignore")),
        glossary=tuple(map(Path, values.get("glossary") or ())),
        lang=values.get("lang"),
        parser=values.get("parser"),
        input_format=values.get("input_format"),
        preview=values.get("preview", False),
        no_plugins=values.get("no_plugins", False),
        plugins=values["plugins"],
        require_reason=values.get("require_reason", False),
        fail_on=values.get("fail_on"),
        max_warnings=values.get("max_warnings"),
    )


def _make_input_options(values: _Values) -> InputOptions:
    # `./-` is a file of that name, which a path does not distinguish.
    names = values.get("paths") or ()
    return InputOptions(
        paths=tuple(Path(name) for name in names if name != STDIN),
        files_from=values.get("files_from"),
        stdin_filename=values.get("stdin_filename") or (STDIN if STDIN in names else None),
        exclude=tuple(values.get("exclude") or ()),
        force_exclude=values.get("force_exclude", False),
    )


def _make_run_options(values: _Values) -> RunOptions:
    return RunOptions(
        jobs=values.get("jobs"),
        no_cache=values.get("no_cache", False),
        cache_folder=_make_path(values.get("cache_dir")),
    )


def _make_shared(values: _Values) -> dict[str, Any]:
    """Return the options that all commands that check documents share."""
    return {
        "config": _make_config_options(values),
        "inputs": _make_input_options(values),
        "run": _make_run_options(values),
    }


def _make_check_options(values: _Values) -> CheckOptions:
    default = OutputTarget("statistics" if values["statistics"] else "entries")
    return CheckOptions(
        **_make_shared(values),
        baseline=BaselineOptions(
            file=_make_path(values["baseline"]),
            ignore=values["no_baseline"],
            fail_on_stale=values["fail_on_stale_baseline"],
        ),
        outputs=tuple(values["output_format"] or [default]),
        since=values["since"],
        annotate=_make_path(values["annotate"]),
        profile=values["profile"],
        sarif_all=values["sarif_all"],
        fix=values["fix"],
        diff=values["diff"],
        unsafe_fixes=values["unsafe_fixes"],
        exit_zero=values["exit_zero"],
        show_files=values["show_files"],
        show_settings=values["show_settings"],
    )


def _make_baseline_options(values: _Values) -> BaselineCommandOptions:
    return BaselineCommandOptions(
        **_make_shared(values),
        baseline=BaselineOptions(file=_make_path(values["baseline"])),
        update=values["update"],
        accept=tuple(values["accept"] or ()),
    )


def _make_score_options(values: _Values) -> ScoreOptions:
    return ScoreOptions(
        **_make_shared(values),
        as_json=values["output_format"] == "json",
        explain=values["explain"],
        sentences=values["sentences"],
    )


def _make_report_options(values: _Values) -> ReportOptions:
    return ReportOptions(
        **_make_shared(values),
        folder=Path(values["output"]),
        single_file=_make_path(values["single_file"]),
        compare=_make_path(values["compare"]),
        stamp=values["stamp"],
        files=ReportFiles(*(_make_path(values[name]) for name in ReportFiles._fields)),
    )


def _make_serve_options(values: _Values) -> ServeOptions:
    return ServeOptions(
        config=_make_config_options({**values, "no_plugins": not values["trusts"]}),
        inputs=_make_input_options(values),
        port=values["port"],
        opens=not values["no_browser"],
    )


def _make_corpus_options(values: _Values) -> CorpusOptions:
    return CorpusOptions(
        config=_make_config_options({**values, "paths": [values["input"]]}),
        input=Path(values["input"]),
        output=Path(values["output"]),
        text=values["text"],
        audience=values["audience"],
        language=values["language"],
        id=values["id"],
        keep=_split_names(values["keep"]),
        unit_rows=values["unit_rows"],
        seconds=values["time_limit"],
        shard=values["shard"],
        jobs=values["jobs"],
        findings=not values["no_findings"],
        engine=values["engine"],
        address=values["address"],
    )


def _make_config_command_options(values: _Values) -> ConfigCommandOptions:
    named = list(filter(None, [values["file"]]))
    return ConfigCommandOptions(
        config=_make_config_options({**values, "paths": named}),
        path=_make_path(values["file"]),
        schema=values["schema"],
    )


def _make_rule_options(values: _Values) -> RuleOptions:
    return RuleOptions(
        config=_make_config_options(values),
        id=values["id"] or "",
        try_on=_make_path(values["try_on"]),
        html=_make_path(values["html"]),
        schema=values["schema"],
        table=values["table"],
        checks=values["checks"],
        as_json=values["output_format"] == "json",
    )


def _make_glossary_options(values: _Values) -> GlossaryOptions:
    return GlossaryOptions(
        tool=values["tool"],
        config=_make_config_options(values),
        inputs=_make_input_options(values),
        term=values.get("term", ""),
        file=_make_path(values.get("file")),
        language=values.get("language", "en"),
        output=_make_path(values.get("output")),
    )


_OPTIONS: Mapping[str, Callable[[_Values], Any]] = {
    "accept": lambda values: AcceptOptions(_make_config_options(values), tuple(values["words"])),
    "baseline": _make_baseline_options,
    "cache": lambda values: CacheOptions(_make_run_options(values), values["action"] == "clear"),
    "check": _make_check_options,
    "complete": lambda values: CompleteOptions(
        _make_config_options({**values, "no_plugins": True}), tuple(values["words"])
    ),
    "completion": lambda values: CompletionOptions(values["shell"]),
    "config": _make_config_command_options,
    "corpus": _make_corpus_options,
    "corpus report": lambda values: CorpusReportOptions(
        Path(values["results"]), Path(values["output"])
    ),
    "demo": lambda values: DemoOptions(_make_path(values["output"])),
    "glossary": _make_glossary_options,
    "init": lambda values: InitOptions(Path(values["folder"]), values["preset"] or ""),
    "languages": lambda values: LanguagesOptions(
        _make_config_options(values), values["output_format"] == "json"
    ),
    "lsp": lambda values: _make_config_options({**values, "no_plugins": not values["trusts"]}),
    "mcp": lambda values: McpOptions(
        _make_config_options({**values, "no_plugins": not values["trusts"]}),
        Path(values["folder"]),
    ),
    "new": lambda values: NewOptions(
        _make_config_options(values), values["id"], _make_path(values["output"])
    ),
    "report": _make_report_options,
    "rule": _make_rule_options,
    "score": _make_score_options,
    "serve": _make_serve_options,
    "test": lambda values: TestOptions(
        _make_config_options(values), tuple(values["names"]), values["list"]
    ),
}


def _make_path(name: str | None) -> Path | None:
    return None if name is None else Path(name)


def _split_names(values: list[str] | None) -> tuple[str, ...]:
    """Return rule names from repeated options and comma-separated lists."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )
