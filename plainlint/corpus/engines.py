"""Engines: what runs units, on this machine or on many, and survives the death of a worker."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from plainlint.corpus.units import Unit
from plainlint.corpus.work import Job, UnitOutcome, check_unit
from plainlint.run.workers import map_in_processes

# Each unit with its outcome, in any order; where it failed or its worker died, the error.
Outcomes: TypeAlias = Iterator[tuple[Unit, UnitOutcome | Exception]]
Engine: TypeAlias = Callable[[Job, Sequence[Unit]], Outcomes]

# After so many units a process gives its memory back by ending.
_MOST_UNITS = 50


def make_local_engine(jobs: int) -> Engine:
    """Return an engine of worker processes on this machine."""

    def run(job: Job, units: Sequence[Unit]) -> Outcomes:
        outcomes = map_in_processes(
            partial(check_unit, job),
            units,
            jobs=jobs,
            rescue=lambda _unit, error: error,
            isolated=True,
            most_items=_MOST_UNITS,
        )
        yield from zip(units, outcomes, strict=True)

    return run
