"""A stopwatch: how long each kind of work takes."""

from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


class Stopwatch:
    """Seconds of each kind of work, by its name; `clock` tells the seconds since any moment."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.seconds: dict[str, float] = {}

    def time_work(self, name: str, work: Callable[[], _Result]) -> _Result:
        """Do a piece of work and add its time to what its name has."""
        start = self._clock()
        try:
            return work()
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self._clock() - start


def time_work(watch: Stopwatch | None, name: str, work: Callable[[], _Result]) -> _Result:
    """Do a piece of work, and time it if there is a stopwatch."""
    return watch.time_work(name, work) if watch else work()
