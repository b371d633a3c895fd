"""A guard around checks: one that raises, never ends or points nowhere is named, no more."""

import ctypes
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from traceback import extract_tb

from plainlint.checks import Hit
from plainlint.core.errors import PlainlintError
from plainlint.core.regex import SlowPatternError
from plainlint.core.source import Span

# Seconds that a check from outside plainlint may take for one document.
MAX_SECONDS = 10.0
# Seconds until it is asked to end again, if it did not.
_RETRY_SECONDS = 1.0
# Findings that such a check may have in one document, so that it can't fill the memory.
MAX_HITS = 100_000


class CheckError(Exception):
    """A check failed; the message says how, for the writer of the check."""


class _CheckTimeout(Exception):  # noqa: N818
    """Raised inside a check that takes too long."""


def isolate_check(
    hits: Iterable[tuple[object, Hit]], length: int, seconds: float | None
) -> Iterator[tuple[object, Hit]]:
    """The hits, each with the node it is about, as long as the check behaves.

    Args:
        length: the length of the document, which no span may pass.
        seconds: how long the check may take in all; None for as long as it needs.

    Raises:
        CheckError: it does not.
    """
    try:
        with _limit_time(seconds):
            told = list(islice(hits, None if seconds is None else MAX_HITS + 1))
    except _CheckTimeout as error:
        raise CheckError(f"it takes more than {seconds:g} s") from error
    except SlowPatternError as error:
        raise CheckError(str(error)) from error
    except PlainlintError as error:
        # Of our own checks it says that a setting is wrong, which ends the run.
        if seconds is None:
            raise
        raise CheckError(str(error)) from error
    except Exception as error:
        at = extract_tb(error.__traceback__)[-1]
        place = f"{at.filename.rpartition('/')[2]}, line {at.lineno}"
        raise CheckError(f"{type(error).__name__}: {error} ({place})") from error
    if seconds is not None and len(told) > MAX_HITS:
        raise CheckError(f"it has more than {MAX_HITS:,} findings")
    for _, hit in told:
        span = hit.span if isinstance(hit, Hit) else None
        if not (isinstance(span, Span) and 0 <= span.start <= span.end <= length):
            raise CheckError(f"it points to no place in the document: {hit!r}")
    yield from told


@contextmanager
def _limit_time(seconds: float | None) -> Iterator[None]:
    """Raise `_TooLong` in this thread when the time is up; it works in any thread and system."""
    if seconds is None:
        yield
        return
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    thread = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()

    def watch() -> None:
        wait = seconds
        while not done.wait(wait):
            raise_in(thread, ctypes.py_object(_CheckTimeout))
            # Python passes over what is raised while an object is being deleted.
            wait = _RETRY_SECONDS

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        # One that was asked for at the last moment is taken back.
        raise_in(thread, None)
