"""The profile of a run: seconds for each stage and rule, in one process, without the cache."""

from collections.abc import Container, Mapping

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CheckOptions
from plainlint.cli.session import note_check_files, select_inputs
from plainlint.core.text import pluralise
from plainlint.core.timing import Stopwatch
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.reporters.style import Style
from plainlint.run.pipeline import RunContext

_PREPARE, _READ, _CHECK = "prepare rules and glossary", "read files", "check"


def profile(options: CheckOptions, context: RunContext, environment: Environment) -> CommandResult:
    """Check the documents, and return how long that took instead of the findings."""
    watch = Stopwatch(environment.clock)
    files = select_inputs(options.inputs, context, environment)
    contexts = context.list_contexts(str(file.path) for file in files)
    linters = {id(chosen): Linter(chosen.config, chosen.today, watch) for chosen in contexts}
    for chosen in contexts:
        note_check_files(chosen.config, environment)
        with watch.time(_PREPARE):
            linters[id(chosen)].prepare()
    with watch.time(_READ):
        sources = [decode_file(file.read()) for file in files]
    for done, source in enumerate(sources, 1):
        with watch.time(_CHECK):
            linters[id(context.choose_for_file(source.path))].lint(source)
        environment.progress(done, len(sources))
    size = sum(len(source.text) for source in sources) / 1e6
    checked = f"{pluralise(len(sources), 'document')}, {size:.2f} million characters"
    names = {name for linter in linters.values() for name in linter.rule_set.rule_names}
    return CommandResult(_format_table(watch.seconds, names, checked, environment.style))


def _format_table(
    seconds: Mapping[str, float], rules: Container[str], checked: str, style: Style
) -> str:
    by_rule = {name: time for name, time in seconds.items() if name in rules}
    stages = {name: time for name, time in seconds.items() if name not in by_rule}
    total = stages[_PREPARE] + stages[_READ] + stages[_CHECK]
    stages["run the rules"] = sum(by_rule.values())
    stages["other work"] = total - (sum(stages.values()) - stages.pop(_CHECK))
    lines = [
        style.emphasise("Time by stage"),
        *_format_rows(stages, total),
        "",
        style.emphasise("Time by rule"),
        *_format_rows(by_rule, total),
        "",
        f"{checked}: {total:.2f} s",
        "",
    ]
    return "\n".join(lines)


def _format_rows(seconds: Mapping[str, float], total: float) -> list[str]:
    """Return the rows of a table: seconds, share and name, the longest times first."""
    ordered = sorted(seconds.items(), key=lambda row: (-row[1], row[0]))
    return [f"{time:9.3f} s {time / total:6.1%}  {name}" for name, time in ordered]
