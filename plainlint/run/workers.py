"""Worker processes: apply a function to many items on all cores, in their order."""

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from plainlint.core.errors import PlainlintError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
Rescue = Callable[[_Item, Exception], _Result]


def map_in_processes(
    function: Callable[[_Item], _Result],
    items: Sequence[_Item],
    *,
    jobs: int,
    rescue: Rescue[_Item, _Result] | None = None,
    isolated: bool = False,
    most_items: int | None = None,
) -> Iterator[_Result]:
    """Yield the result of the function for each item, in order, using up to `jobs` processes.

    Each process gets a new item whenever it has finished one. It is a fork of this one, so the
    function need not be picklable, but its results must be. Where the system has no fork, as on
    Windows, new processes are started instead if the function and the items are picklable; if they
    are not, the work is done in this process.

    Args:
        jobs: how many processes; with one, the work is done in this process.
        rescue: returns the result for an item on which the function failed or its process ended.
            Without it the error is raised. Errors that users can fix are always raised.
        isolated: whether even a single process is another than this one, which a bad item could
            end.
        most_items: how many items a process works on before a new one replaces it, which gives
            back its memory; None for all.

    Raises:
        PlainlintError: a process ended early. Errors of the function are raised as they are.
    """
    jobs = min(jobs, len(items))
    if jobs > 1 or (isolated and jobs):
        method = _choose_start_method(function, items)
        if method:
            pool = _WorkerPool(function, items, rescue, most_items, method)
            yield from pool.iter_results(jobs)
            return
    for item in items:
        yield _resolve_result(item, _try_call(function, item), rescue)


def _choose_start_method(function: Callable[[Any], Any], items: Sequence[Any]) -> str:
    """Return how other processes can be started to do the work; empty if they can't."""
    if hasattr(os, "fork"):
        return "fork"
    try:
        pickle.dumps((function, items))
    except Exception:  # noqa: BLE001 -- objects raise what they like
        return ""
    return "spawn"


def count_cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# With the next item at hand, a process need not wait until this one has used its last result.
_AHEAD = 2
# So many items at most are begun before the result of an earlier one is there, which bounds what
# is held back.
_MOST_BEGUN = 256


class _WorkerPool:
    """Processes by the pipe to each, with the numbers of the items that each has, in order."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        items: Sequence[Any],
        rescue: Rescue[Any, Any] | None,
        most_items: int | None = None,
        method: str = "fork",
    ) -> None:
        self.function, self.items, self.rescue = function, items, rescue
        self.method = method
        self.most_items = most_items
        self.waiting = iter(range(len(items)))
        # Of processes that ended before they came to them.
        self.returned: deque[int] = deque()
        self.begun = self.done = 0
        self.processes: dict[Any, Any] = {}
        self.current_items: dict[Any, deque[int]] = {}
        # How many items each has had.
        self.given: dict[Any, int] = {}

    def iter_results(self, jobs: int) -> Iterator[Any]:
        """Yield the results in the order of the items; those that come early are held back."""
        early: dict[int, Any] = {}
        # Objects that exist now are not collected, so that their memory stays shared.
        gc.freeze()
        try:
            for _ in range(jobs):
                self._start_process()
            for number, item in enumerate(self.items):
                while number not in early:
                    early.update(self._receive_results())
                yield _resolve_result(item, early.pop(number), self.rescue)
                self.done = number + 1
                self._send_items()
        finally:
            gc.unfreeze()
            for process in self.processes.values():
                process.terminate()
                process.join()

    def _start_process(self) -> None:
        from multiprocessing import get_context

        context: Any = get_context(self.method)
        end, far_end = context.Pipe()
        # A fork has the ends of all others too.
        inherited = (end, *self.processes) if self.method == "fork" else ()
        arguments = (self.function, self.items, far_end, inherited)
        process = context.Process(target=_run_worker, args=arguments, daemon=True)
        with _block_signals():
            process.start()
        far_end.close()
        self.processes[end] = process
        self.current_items[end] = deque()
        self.given[end] = 0
        self._send_items()

    def _send_items(self) -> None:
        """Give each process an item, then each a second one, as far as there are items."""
        for wanted in range(1, _AHEAD + 1):
            for end, numbers in self.current_items.items():
                if len(numbers) >= wanted or self.given[end] == self.most_items:
                    continue
                if (number := self._take_item()) is not None:
                    numbers.append(number)
                    self.given[end] += 1
                    # A process that has died is noticed when its result is awaited.
                    with suppress(OSError):
                        end.send(number)

    def _take_item(self) -> int | None:
        """Return the number of the next item; None if none may be begun now."""
        if self.returned:
            return self.returned.popleft()
        if self.begun - self.done >= _MOST_BEGUN:
            return None
        number = next(self.waiting, None)
        self.begun += number is not None
        return number

    def _receive_results(self) -> Iterator[tuple[int, Any]]:
        """Wait for at least one result, and yield all that have come, with their numbers."""
        from multiprocessing.connection import wait

        ready: list[Any] = wait([end for end, numbers in self.current_items.items() if numbers])
        for end in ready:
            numbers = self.current_items[end]
            number = numbers.popleft()
            try:
                value = end.recv()
            except (EOFError, OSError):
                self.returned.extend(numbers)
                self._replace_process(end)
                yield number, ProcessEndedError()
            else:
                if not numbers and self.given[end] == self.most_items:
                    end.close()
                    self._replace_process(end)
                self._send_items()
                yield number, value

    def _replace_process(self, end: Any) -> None:
        """Start a new process in place of one that has ended, or does now, if there is work."""
        del self.current_items[end], self.given[end]
        self.processes.pop(end).join()
        if self.returned or self.begun < len(self.items):
            self._start_process()


@contextmanager
def _block_signals() -> Iterator[None]:
    """Block Ctrl-C; a process started meanwhile leaves it to its parent, which ends it.

    SIGTERM is blocked too: while a process starts, Python may ignore what a handler raises.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


class ProcessEndedError(PlainlintError):
    """A process ended before its work was done, usually because memory ran out."""

    def __init__(self) -> None:
        super().__init__("a process of plainlint ended early; is there enough memory?")


def _run_worker(
    function: Callable[[Any], Any], items: Sequence[Any], end: Any, others: Sequence[Any]
) -> None:
    """Work on the items that are asked for, until the other end is closed."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    else:
        # A console of Windows sends Ctrl-C to all processes.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            value = _try_call(function, items[end.recv()])
            end.send(_make_picklable(value) if isinstance(value, Exception) else value)


def _make_picklable(error: Exception) -> Exception:
    """Return the error, or one with its text if it can't be pickled."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:  # noqa: BLE001
        return RuntimeError(repr(error))
    return error


def _try_call(function: Callable[[Any], Any], item: Any) -> Any:
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001 -- it is raised again where the result is awaited
        return error


def _resolve_result(item: Any, value: Any, rescue: Rescue[Any, Any] | None) -> Any:
    if not isinstance(value, Exception):
        return value
    is_user_error = isinstance(value, PlainlintError) and not isinstance(value, ProcessEndedError)
    if rescue is None or is_user_error:
        raise value
    return rescue(item, value)
