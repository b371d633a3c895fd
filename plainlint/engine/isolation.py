"""Isolation: turn a check that crashes, hangs or misbehaves into a `CheckError`."""

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

# Seconds a third-party check may spend on one document.
MAX_SECONDS = 10.0
# Seconds before a check that ignored the timeout is interrupted again.
_RETRY_SECONDS = 1.0
# Hits a third-party check may return for one document; bounds memory.
MAX_HITS = 100_000


class CheckError(Exception):
    """A failed check; the message says why, for its author."""


class _CheckTimeout(Exception):  # noqa: N818
    """A timeout, raised inside a check that takes too long."""


def isolate_check(
    hits: Iterable[tuple[object, Hit]], length: int, seconds: float | None
) -> Iterator[tuple[object, Hit]]:
    """Yield the (node, hit) pairs of a check once all of them are known to be valid.

    Args:
        hits: lazy; consuming it runs the check.
        length: document length in code points; no span may end after it.
        seconds: time limit for the whole check; None for plainlint's own checks.

    Raises:
        CheckError: the check raises, takes too long, or returns too many or invalid hits.
    """
    try:
        with _limit_time(seconds):
            pairs = list(islice(hits, None if seconds is None else MAX_HITS + 1))
    except _CheckTimeout as error:
        raise CheckError(f"it takes more than {seconds:g} s") from error
    except SlowPatternError as error:
        raise CheckError(str(error)) from error
    except PlainlintError as error:
        # From a built-in check this means an invalid setting, which ends the run.
        if seconds is None:
            raise
        raise CheckError(str(error)) from error
    except Exception as error:
        frame = extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename.rpartition('/')[2]}, line {frame.lineno}"
        raise CheckError(f"{type(error).__name__}: {error} ({place})") from error
    if seconds is not None and len(pairs) > MAX_HITS:
        raise CheckError(f"it has more than {MAX_HITS:,} findings")
    for _, hit in pairs:
        span = hit.span if isinstance(hit, Hit) else None
        if not (isinstance(span, Span) and 0 <= span.start <= span.end <= length):
            raise CheckError(f"it points to no place in the document: {hit!r}")
    yield from pairs


@contextmanager
def _limit_time(seconds: float | None) -> Iterator[None]:
    """Raise `_CheckTimeout` in this thread after `seconds`; works in any thread and on any OS."""
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
            # Python swallows exceptions raised in a finaliser, so one attempt may be lost.
            wait = _RETRY_SECONDS

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        # Cancel an exception scheduled just before the check returned.
        raise_in(thread, None)
