"""The profile of a run: the seconds of each stage and each rule, in one process, without cache."""

from argparse import Namespace
from collections.abc import Container, Mapping
from functools import partial

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.inputs import select_inputs
from plainlint.core.text import pluralise
from plainlint.core.timing import Stopwatch
from plainlint.engine.linter import Linter
from plainlint.reporters.style import Style
from plainlint.run.pipeline import Setup

_PREPARE, _READ, _CHECK = "get rules and glossary ready", "read files", "check"


def profile(args: Namespace, setup: Setup, surroundings: Environment) -> CommandResult:
    """Check the documents, and show what that took in place of the findings."""
    watch = Stopwatch(surroundings.clock)
    linter = Linter(setup.config, setup.today, watch)
    watch.time_work(_PREPARE, lambda: (linter.get_running_rules(), linter.glossary))
    chosen = select_inputs(args, setup, surroundings)
    sources = watch.time_work(_READ, lambda: [each.read_source() for each in chosen])
    for done, source in enumerate(sources, 1):
        watch.time_work(_CHECK, partial(linter.lint, source))
        surroundings.progress(done, len(sources))
    size = sum(len(source.text) for source in sources) / 1e6
    checked = f"{pluralise(len(sources), 'document')}, {size:.2f} million characters"
    return CommandResult(
        _format_table(watch.seconds, linter.rule_names, checked, surroundings.style)
    )


def _format_table(
    seconds: Mapping[str, float], rules: Container[str], checked: str, style: Style
) -> str:
    by_rule = {name: took for name, took in seconds.items() if name in rules}
    stages = {name: took for name, took in seconds.items() if name not in by_rule}
    whole = stages[_PREPARE] + stages[_READ] + stages[_CHECK]
    stages["run the rules"] = sum(by_rule.values())
    # What stages inside of it do not name.
    stages["the rest"] = whole - (sum(stages.values()) - stages.pop(_CHECK))
    head, other = style.emphasise("Time by stage"), style.emphasise("Time by rule")
    lines = [head, *_format_rows(stages, whole), "", other, *_format_rows(by_rule, whole), ""]
    return "\n".join([*lines, f"{checked}: {whole:.2f} s", ""])


def _format_rows(seconds: Mapping[str, float], whole: float) -> list[str]:
    """The rows of a table, those that took longest first."""
    ordered = sorted(seconds.items(), key=lambda row: (-row[1], row[0]))
    return [f"{took:9.3f} s {took / whole:6.1%}  {name}" for name, took in ordered]
