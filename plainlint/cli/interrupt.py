"""Ctrl-C ends plainlint with 130 and without a traceback, at any moment.

While a command runs, it raises KeyboardInterrupt, so that no half-written file stays. Before and
after, while modules are imported or the process ends, nothing needs to be cleaned up.
"""

import os
import signal
import sys
from typing import Any

INTERRUPTED = 128 + signal.SIGINT


def exit_on_interrupt() -> None:
    """End the process at once on Ctrl-C."""
    _handle(lambda *_: os._exit(INTERRUPTED))
    # What no one catches, and what Python would print and go on after.
    sys.excepthook = _end_if_interrupted(sys.__excepthook__)
    sys.unraisablehook = _end_if_unraisable_interrupt


def raise_on_interrupt() -> None:
    """Raise KeyboardInterrupt on Ctrl-C."""
    _handle(signal.default_int_handler)


def _handle(handler: Any) -> None:
    # A process in the background ignores Ctrl-C, and goes on doing so.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def _end_if_interrupted(otherwise: Any) -> Any:
    def hook(kind: type[BaseException], error: BaseException, traceback: Any) -> None:
        if issubclass(kind, KeyboardInterrupt):
            os._exit(INTERRUPTED)
        otherwise(kind, error, traceback)

    return hook


def _end_if_unraisable_interrupt(unraisable: Any) -> None:
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(unraisable)
