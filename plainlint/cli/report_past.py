"""The past of a report: the history that it reads and adds to, and the run to compare with."""

import os
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from plainlint.cli.environment import Environment
from plainlint.core.files import make_relative, write_atomically
from plainlint.reporters.html.changes import EarlierRun, make_earlier_run
from plainlint.reporters.html.days import count_days, make_day
from plainlint.reporters.html.over_time import Past, record_run
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.run.comparison import PreviousResult
from plainlint.run.digests import digest_settings
from plainlint.run.history import read_history
from plainlint.run.pipeline import RunContext

_DIGEST_SIZE = 8


def read_past(
    history: Path | None,
    compare: Path | None,
    previous: Mapping[str, PreviousResult] | None,
    contexts: Sequence[RunContext],
) -> Past | None:
    """Return what a report shows of earlier runs; None if it shows nothing of them.

    The run to compare with is the one that is named, else the last one in the history.

    Args:
        history: the file of the history.
        compare: the file that `previous` was read from.
        contexts: those of all documents; at least one.

    Raises:
        PlainlintError: the history can't be read, or a line of it is damaged.
    """
    if not contexts or not (history or compare):
        return None
    today = contexts[0].today
    assert today is not None
    rename = _make_rename(history)
    past = Past(today, _digest_contexts(contexts), rename=rename)
    if history:
        lines = read_history(history)
        last = lines.read_last_before(today)
        earlier = last and make_earlier_run(last)
        most = count_days(len(last.documents)) if last else 0
        past = past._replace(
            runs=lines.list_runs_before(today),
            earlier=earlier,
            days=tuple(map(make_day, lines.read_days_before(today, most))),
            is_kept=True,
        )
    if compare and previous is not None:
        documents = {rename(path): result for path, result in previous.items()}
        past = past._replace(earlier=EarlierRun(str(compare), documents))
    return past


def keep_run(
    path: Path, summaries: Sequence[DocumentSummary], past: Past, environment: Environment
) -> None:
    """Add a run to its history, in place of an earlier one of the same day.

    Raises:
        PlainlintError: the file can't be read or written, or a line of it is damaged.
    """
    run = record_run(summaries, past)
    # It is read again, as another run may have added a line in the meantime.
    history = read_history(path)
    for line in history.lines:
        if line.run.day == run.day and line.run.folders.keys() != run.folders.keys():
            environment.note(
                f"{path}: the line of {run.day}, which had other folders, was replaced; "
                "keep one history for each set of documents"
            )
    write_atomically(path, history.add(run).format())


def _make_rename(history: Path | None) -> Callable[[str], str]:
    """Return a function that makes paths relative to the folder of the history.

    So it does not matter in which folder plainlint is called.
    """
    root = Path(os.path.abspath(history)).parent if history else Path.cwd()  # noqa: PTH100

    def rename(path: str) -> str:
        return make_relative(path, root)

    return rename


def _digest_contexts(contexts: Sequence[RunContext]) -> str:
    """Digest all that decides results besides the documents and the day."""
    digests = sorted({digest_settings(context.config) for context in contexts})
    return blake2b("\0".join(digests).encode(), digest_size=_DIGEST_SIZE).hexdigest()
