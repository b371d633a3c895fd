"""The profile of a run: the seconds of each stage and each rule, in one process, without cache."""

from argparse import Namespace
from collections.abc import Container, Mapping
from functools import partial

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.inputs import documents
from plainlint.core.text import several
from plainlint.core.timing import Stopwatch
from plainlint.engine.linter import Linter
from plainlint.reporters.style import Style
from plainlint.run.pipeline import Setup

_PREPARE, _READ, _CHECK = "get rules and glossary ready", "read files", "check"


def profile(args: Namespace, setup: Setup, surroundings: Surroundings) -> Outcome:
    """Check the documents, and show what that took in place of the findings."""
    watch = Stopwatch(surroundings.clock)
    linter = Linter(setup.config, setup.today, watch)
    watch.timed(_PREPARE, lambda: (linter.rules(), linter.glossary))
    chosen = documents(args, setup, surroundings)
    sources = watch.timed(_READ, lambda: [each.source() for each in chosen])
    for done, source in enumerate(sources, 1):
        watch.timed(_CHECK, partial(linter.lint, source))
        surroundings.progress(done, len(sources))
    size = sum(len(source.text) for source in sources) / 1e6
    checked = f"{several(len(sources), 'document')}, {size:.2f} million characters"
    return Outcome(_table(watch.seconds, linter.rule_names, checked, surroundings.style))


def _table(seconds: Mapping[str, float], rules: Container[str], checked: str, style: Style) -> str:
    by_rule = {name: took for name, took in seconds.items() if name in rules}
    stages = {name: took for name, took in seconds.items() if name not in by_rule}
    whole = stages[_PREPARE] + stages[_READ] + stages[_CHECK]
    stages["run the rules"] = sum(by_rule.values())
    # What stages inside of it do not name.
    stages["the rest"] = whole - (sum(stages.values()) - stages.pop(_CHECK))
    head, other = style.strong("Time by stage"), style.strong("Time by rule")
    lines = [head, *_rows(stages, whole), "", other, *_rows(by_rule, whole), ""]
    return "\n".join([*lines, f"{checked}: {whole:.2f} s", ""])


def _rows(seconds: Mapping[str, float], whole: float) -> list[str]:
    """The rows of a table, those that took longest first."""
    ordered = sorted(seconds.items(), key=lambda row: (-row[1], row[0]))
    return [f"{took:9.3f} s {took / whole:6.1%}  {name}" for name, took in ordered]
