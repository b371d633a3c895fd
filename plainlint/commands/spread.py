"""Spreading work over the cores: a function of many items, in their order."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from plainlint.errors import PlainlintError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# For fewer items, starting a second process takes longer than it saves.
_FEWEST = 60


def spread(
    function: Callable[[_Item], _Result], items: Sequence[_Item], *, fewest: int = _FEWEST
) -> Iterator[_Result]:
    """The function of each item, in order; from `fewest` items on, on all cores.

    Each core has a copy of this process and every n-th item. The function may be anything, for
    it is not sent; its results are.

    Raises:
        PlainlintError: a process ended too early. Errors of the function are raised as they are.
    """
    workers = min(_cores(), len(items)) if len(items) >= fewest else 1
    if workers < 2:  # noqa: PLR2004
        yield from map(function, items)
        return
    from multiprocessing import get_context

    context = get_context("fork")
    processes, ends = [], []
    try:
        for number in range(workers):
            end, far_end = context.Pipe(duplex=False)
            share = (function, items[number::workers], far_end)
            processes.append(context.Process(target=_work, args=share, daemon=True))
            ends.append(end)
            processes[-1].start()
            far_end.close()
        for index in range(len(items)):
            yield _received(ends[index % workers])
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _cores() -> int:
    """The cores that this process may use; one where processes can't be forked."""
    if not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _work(function: Callable[[Any], Any], items: Sequence[Any], end: Any) -> None:
    for item in items:
        try:
            end.send(function(item))
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001
            # It is raised again where the results are awaited.
            end.send(error)
            return


def _received(end: Any) -> Any:
    try:
        value = end.recv()
    except EOFError as error:
        raise PlainlintError(
            "a process of plainlint ended early; is there enough memory?"
        ) from error
    if isinstance(value, Exception):
        raise value
    return value
