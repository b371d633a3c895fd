"""A run over a corpus: all units that are not done yet, halved where workers die."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from plainlint.core.text import pluralise
from plainlint.corpus.engines import Engine
from plainlint.corpus.rows import clean_text
from plainlint.corpus.units import Unit
from plainlint.corpus.work import Job, UnitOutcome, write_lost_row
from plainlint.run.workers import ProcessEndedError

# A worker may be killed for reasons that lie elsewhere: so often is a single row tried.
_MOST_TRIES = 3
# In seconds.
_BETWEEN_NOTES = 10.0
_MINUTE, _HOUR = 60, 3600


class RunSummary(NamedTuple):
    """How many rows a run checked, and how many of these have an error."""

    rows: int = 0
    errors: int = 0


class Progress:
    """Notes on how far a run is, at most one every ten seconds."""

    def __init__(self, total: int, note: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._total, self._note, self._clock = total, note, clock
        self._start = self._last = clock()

    def show(self, done: int) -> None:
        """Note how many rows are done, the rate, and how long the rest takes at that rate."""
        now = self._clock()
        if now - self._last < _BETWEEN_NOTES or not done:
            return
        self._last = now
        rate = done / (now - self._start)
        left = format_duration((self._total - done) / rate)
        self._note(f"{done:,} of {self._total:,} documents, {rate:,.1f} a second, {left} left")


def format_duration(seconds: float) -> str:
    """Return a duration in words, such as `about 2 hours`."""
    for size, unit in ((_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= 1.5 * size:
            return f"about {pluralise(round(seconds / size), unit)}"
    return f"about {pluralise(max(1, round(seconds)), 'second')}"


def run_units(
    job: Job, units: Sequence[Unit], engine: Engine, report: Callable[[int], None]
) -> RunSummary:
    """Check all rows of units; each has a result or an error when this returns.

    A unit on which a worker dies is halved, until the row that is to blame is alone.

    Args:
        report: takes the number of rows that are done.

    Raises:
        PlainlintError: the settings are wrong, or results can't be written.
    """
    rows = errors = 0
    tries: Counter[tuple[str, int]] = Counter()
    waiting = list(units)
    while waiting:
        again: list[Unit] = []
        for unit, outcome in engine(job, waiting):
            if isinstance(outcome, UnitOutcome):
                done = outcome
            elif pieces := _divide(unit, outcome, tries):
                again += pieces
                continue
            else:
                done = write_lost_row(job, unit)
            rows += done.rows
            errors += done.errors
            report(rows)
        waiting = again
    return RunSummary(rows, errors)


def _divide(unit: Unit, error: Exception, tries: Counter[tuple[str, int]]) -> list[Unit]:
    """Return what to do in place of a unit that failed; nothing if there is nothing left to try."""
    if unit.problem:
        return []
    if unit.rows > 1:
        return list(unit.halve())
    tries[unit.source, unit.start] += 1
    is_dead = isinstance(error, ProcessEndedError)
    if is_dead and tries[unit.source, unit.start] < _MOST_TRIES:
        return [unit]
    problem = (
        "its process was killed: it may need too much memory or time"
        if is_dead
        else clean_text(f"it can't be read: {error}")
    )
    return [unit._replace(problem=problem)]
