"""A stopwatch: how long each kind of work takes."""

from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


class Stopwatch:
    """The seconds that each kind of work took, by name; `clock` returns a time in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.seconds: dict[str, float] = {}

    def time_work(self, name: str, work: Callable[[], _Result]) -> _Result:
        """Do the work and add its time to the total of `name`."""
        start = self._clock()
        try:
            return work()
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self._clock() - start


def time_work(watch: Stopwatch | None, name: str, work: Callable[[], _Result]) -> _Result:
    """Do the work, and time it if there is a stopwatch."""
    return watch.time_work(name, work) if watch else work()
