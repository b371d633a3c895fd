"""Timing: how long each stage of a run takes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext


class Stopwatch:
    """The seconds that each named piece of work has taken so far.

    Attributes:
        seconds: the sum for each name, in the order of their first use.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.seconds: dict[str, float] = {}

    @contextmanager
    def _measure(self, name: str) -> Iterator[None]:
        start = self._clock()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self._clock() - start

    def time(self, name: str) -> AbstractContextManager[None]:
        """Add the time that a `with` block takes to what its name has."""
        return self._measure(name)


class _NoStopwatch(Stopwatch):
    """Takes no time, and costs next to none."""

    _nothing: AbstractContextManager[None] = nullcontext()

    def time(self, name: str) -> AbstractContextManager[None]:  # noqa: ARG002
        return self._nothing


NO_STOPWATCH: Stopwatch = _NoStopwatch(lambda: 0.0)
