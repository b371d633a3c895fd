"""Engines: what runs units, on this machine or on many, and survives the death of a worker."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

from plainlint.core.errors import PlainlintError
from plainlint.corpus.units import Unit
from plainlint.corpus.work import Job, UnitOutcome, check_unit
from plainlint.run.workers import ProcessEndedError, count_cores, map_in_processes

# Each unit with its outcome, in any order; where it failed or its worker died, the error.
Outcomes: TypeAlias = Iterator[tuple[Unit, UnitOutcome | Exception]]
Engine: TypeAlias = Callable[[Job, Sequence[Unit]], Outcomes]

# After so many documents a process ends: what it remembers of words takes ever more memory.
_MOST_ROWS = 500
# Units that are sent to Ray for each of its cores, so that none waits.
_AHEAD = 2


@contextmanager
def open_engine(name: str, jobs: int | None, address: str | None) -> Iterator[Engine]:
    """Start an engine, and end it afterwards.

    Args:
        name: `local` or `ray`.
        jobs: how many units are done at the same time; None for one a core.
        address: the Ray cluster to use; None to start Ray on this machine.

    Raises:
        PlainlintError: its package is not installed, or the cluster does not answer.
    """
    if name == "local":
        yield partial(_run_locally, jobs or count_cores())
        return
    ray = _start_ray(jobs, address)
    try:
        yield partial(_run_on_ray, ray)
    finally:
        ray.shutdown()


def _run_locally(jobs: int, job: Job, units: Sequence[Unit]) -> Outcomes:
    """Run units in worker processes of this machine, which end if this process does."""
    outcomes = map_in_processes(
        partial(check_unit, job._replace(driver=os.getpid())),
        units,
        jobs=jobs,
        rescue=lambda _unit, error: error,
        isolated=True,
        most_items=max(1, _MOST_ROWS // max((unit.rows for unit in units), default=1)),
    )
    yield from zip(units, outcomes, strict=True)


def _start_ray(jobs: int | None, address: str | None) -> Any:
    # Nobody hears of a run, unless the user wants it.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        message = "this engine needs one more package: pip install 'plainlint[ray]'"
        raise PlainlintError(message) from error
    cores = {} if address else {"num_cpus": jobs or count_cores(), "include_dashboard": False}
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", **cores)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise PlainlintError(f"Ray can't be reached at {address or 'local'}: {error}") from error
    return ray


def _run_on_ray(ray: Any, job: Job, units: Sequence[Unit]) -> Outcomes:
    """Run units as tasks of Ray, each of which needs nothing but the files."""
    # A retry is ours to decide: Ray would try a bad row again and again.
    task = ray.remote(num_cpus=1, max_retries=0)(check_unit)
    shared = ray.put(job)
    waiting = iter(units)
    running: dict[Any, Unit] = {}
    while True:
        room = max(1, _AHEAD * int(ray.cluster_resources().get("CPU", 1)) - len(running))
        running |= {task.remote(shared, unit): unit for unit in islice(waiting, room)}
        if not running:
            return
        ready, _ = ray.wait(list(running))
        for reference in ready:
            yield running.pop(reference), _get_outcome(ray, reference)


def _get_outcome(ray: Any, reference: Any) -> UnitOutcome | Exception:
    try:
        return UnitOutcome(*ray.get(reference))
    except ray.exceptions.RayTaskError as error:
        if isinstance(error.cause, PlainlintError):
            raise error.cause from error
        return error.cause if isinstance(error.cause, Exception) else error
    except ray.exceptions.RayError:
        return ProcessEndedError()
