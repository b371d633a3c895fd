"""Check that work takes time in proportion to the size of its input."""

import gc
from time import process_time

_TIMES = 4
# In proportion is 4, by the square 16.
_MOST = 9
_ATTEMPTS = 3


def takes_linear_time(run, make, size):
    """Return whether four times the size takes about four times as long.

    Args:
        run: the work, a function of an input.
        make: a function from a size to an input. A growing size keeps results from being cached.
        size: the smaller size, for which the work takes some milliseconds.
    """
    return any(_grow(run, make, size + attempt) < _MOST for attempt in range(_ATTEMPTS))


def _grow(run, make, size):
    run(make(size // 4))
    small = _time(run, make(size))
    return _time(run, make(size * _TIMES)) / small


def _time(run, given):
    # A collection looks at all objects that earlier tests left, and comes more often in a long run.
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        run(given)
        return process_time() - started
    finally:
        gc.enable()
