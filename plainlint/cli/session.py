"""What check, score, report and baseline share: one run over files."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from plainlint.analysis.metrics.measures import measure
from plainlint.cli.environment import Environment
from plainlint.cli.inputs import select_inputs
from plainlint.cli.options import open_cache
from plainlint.core.errors import PlainlintError
from plainlint.document.readers import parse_source
from plainlint.engine.result import Result
from plainlint.run.git import ChangedFiles, find_changed_files, keep_changed_lines
from plainlint.run.pipeline import Judged, Setup, judge, summaries


class _Done(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def failure(self) -> str: ...


_Each = TypeVar("_Each", bound=_Done)


def shown(
    found: Iterable[_Each], number: int, setup: Setup, surroundings: Environment
) -> Iterator[_Each]:
    """The documents as they are; `number` says how many there will be.

    What is left out of the run is noted first.
    """
    if setup.config.styles and (left_out := setup.linter().styles.left_out):
        surroundings.note(f"rules of styles that are not run: {', '.join(left_out)}")
    if not setup.config.plugins:
        for rule in setup.linter().rules_needing_plugins:
            surroundings.note(f"{rule} is left out: its check is code from outside plainlint")
    for done, each in enumerate(found, 1):
        if each.failure:
            surroundings.note(f"{each.path}: {each.failure}; please tell its makers")
        yield each
        surroundings.progress(done, number)


def judged(
    args: Namespace, setup: Setup, surroundings: Environment, *, whole: bool = False
) -> Iterator[Judged]:
    """Check and grade the documents that the arguments name, in their order.

    With `--since` only those that changed, and of each only what the change brought.

    Args:
        whole: whether the results keep their blocks and sentences; they are checked one by one.
    """
    chosen = select_inputs(args, setup, surroundings)
    since = getattr(args, "since", None)
    changes = find_changed_files(since, Path.cwd()) if since else None
    if changes:
        chosen = [each for each in chosen if changes.find_file(each.path)]
    found: Iterator[Judged]
    if whole:
        linter = setup.linter()
        linter.get_running_rules()
        found = (judge(linter, each.read_source()) for each in chosen)
    else:
        cache = open_cache(args, surroundings)
        found = summaries([each.read() for each in chosen], setup, args.jobs, cache)
    for each in shown(found, len(chosen), setup, surroundings):
        yield each._replace(result=_brought(each.result, changes)) if changes else each


def _brought(result: Result, changes: ChangedFiles) -> Result:
    changed = changes.find_file(Path(result.path))
    assert changed is not None
    earlier = changes.read_base_version(changed, result.path)
    grades = measure(parse_source(earlier)).grades if earlier else None
    return keep_changed_lines(result, changed, round(grades[0], 1) if grades else None)


def one_path(args: Namespace) -> Path:
    """The single file that a command needs.

    Raises:
        PlainlintError: there are more, or it is a folder.
    """
    if len(args.paths) != 1 or Path(args.paths[0]).is_dir():
        raise PlainlintError("name one file, not a folder or several")
    return Path(args.paths[0])
