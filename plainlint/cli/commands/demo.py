"""plainlint demo: check the sample documents, and show what plainlint does in one screen."""

import tempfile
from pathlib import Path

from plainlint.cli.commands.report import write_report
from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import (
    ConfigOptions,
    DemoOptions,
    InputOptions,
    ReportOptions,
    RunOptions,
    make_context,
)
from plainlint.cli.session import lint_inputs
from plainlint.config.loader import FILE_NAME
from plainlint.core.files import find_shipped_folder, write_atomically
from plainlint.reporters.cards import make_card
from plainlint.reporters.demo import format_demo
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.work_items import choose_limits, gather_work_items
from plainlint.rulebook.rule import map_roles

# The page that shows most of what plainlint finds: it is for patients, and far too hard for them.
_SHOWN = "types-lung-research-crizotinib.md"
_SHIPPED = "seeds"


def demo(options: DemoOptions, environment: Environment) -> CommandResult:
    """Check the sample documents, write the report on them, and show the worst sentences of one.

    The documents are copied, so that a reader can change them and look again. A document that is
    there already is checked as it is.
    """
    folder = options.folder or Path(tempfile.mkdtemp(prefix="plainlint-demo-"))
    documents = folder / "documents"
    paths = _copy_documents(documents)
    config = ConfigOptions(file=documents / FILE_NAME)
    run = RunOptions(jobs=1, no_cache=True)
    (report, *_), summaries = write_report(
        ReportOptions(config, InputOptions(tuple(paths)), run, folder / "report"), environment
    )
    context = make_context(config, environment)
    shown = InputOptions((documents / _SHOWN,))
    (document,) = lint_inputs(shown, run, context, environment, whole=True)
    language = document.result.language
    running = context.linter.rule_set.get_rules_for_path(document.path, language)
    rules = {rule.id: rule for rule in running}
    roles = map_roles(running, language)
    items = gather_work_items(document.result, choose_limits(document.result, roles)).all
    text = format_demo(
        [make_card(item, rules) for item in items if item.block is not None],
        document.result,
        sorted(summaries, key=_sort_summary),
        report,
        environment.style,
        environment.width,
    )
    return CommandResult(text)


def _sort_summary(summary: DocumentSummary) -> tuple[bool, int]:
    """Put the document that is shown first, and those with most mistakes last."""
    return Path(summary.path).name != _SHOWN, summary.tally.count_by_severity()["error"]


def _copy_documents(target: Path) -> list[Path]:
    """Copy the sample documents that are not there yet; return the paths of all documents."""
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for file in sorted(find_shipped_folder(_SHIPPED).iterdir()):
        copy = target / file.name
        if not copy.exists():
            write_atomically(copy, file.read_bytes())
        if copy.suffix == ".md":
            paths.append(copy)
    return paths
