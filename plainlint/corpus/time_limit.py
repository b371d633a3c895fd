"""A time limit for one document: first a signal, and the end of the process if it does not help."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# How long after the signal the process ends, in seconds.
_GRACE = 10


class TimeLimitError(BaseException):
    """The time is up. It is no `Exception`, so that no rule takes it for a failure of its own."""


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError inside when the time is up; code that can't be interrupted is ended.

    Signals exist in the main thread of Unix only. Elsewhere only the process is ended.

    Args:
        seconds: the limit in seconds of the clock; 0 for none.
    """
    if not seconds:
        yield
        return
    is_running = True

    def interrupt(*_: Any) -> None:
        if is_running:
            raise TimeLimitError

    can_interrupt = (
        hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    )
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 -- it is opened for each document
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        before = signal.signal(signal.SIGALRM, interrupt) if can_interrupt else None
        try:
            if can_interrupt:
                signal.setitimer(signal.ITIMER_REAL, seconds)
            yield
        finally:
            is_running = False
            if can_interrupt:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, before)
            faulthandler.cancel_dump_traceback_later()
