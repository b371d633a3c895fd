"""The command line: arguments in, text and an exit code out. Nothing else knows the terminal."""

import argparse
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from plainlint.cli.arguments import build_parser
from plainlint.cli.environment import USAGE, CommandResult, Environment
from plainlint.core.errors import PlainlintError
from plainlint.reporters.style import Style

# A progress bar for fewer documents would be gone before it is read.
_PROGRESS_FROM = 50
_PIECE = 1 << 16
# Wipes a terminal, and what it has scrolled away.
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_WATCHING = "Waiting for changes. Ctrl-C ends it.\n"


def main() -> None:
    """Run the command that `sys.argv` names, and exit."""
    # A run that is asked to end cleans up behind itself, as after Ctrl-C.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    # A service may start it with neither of them open.
    sys.stdout = sys.stdout or os.fdopen(_open_null_device(), "w")
    sys.stderr = sys.stderr or os.fdopen(_open_null_device(), "w")
    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking all objects apart before the process ends takes a tenth of a small document's time.
    os._exit(code)


def run(argv: Sequence[str]) -> int:
    """Run one command; print its text; return its exit code."""
    # A run makes millions of objects and hardly a cycle; looking for cycles costs a sixth of it.
    gc.set_threshold(1_000_000, 50, 50)
    try:
        args = build_parser().parse_args(argv)
        if getattr(args, "watch", False):
            return _run_on_changes(args)
        outcome = _dispatch(args)
        _print_text(outcome.text)
    except PlainlintError as error:
        print(f"plainlint: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        os.dup2(_open_null_device(), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception:  # noqa: BLE001 -- Python's own exit code for a crash would mean "findings"
        import traceback

        traceback.print_exc()
        return USAGE
    return outcome.code


def _dispatch(args: argparse.Namespace) -> CommandResult:
    """Call the command: the function in the file of its name, imported when it is asked for."""
    surroundings = Environment(
        getattr(args, "today", None) or date.today(),  # noqa: DTZ011
        Style(_wants_colour(getattr(args, "color", "auto"))),
        lambda line: print(f"plainlint: {line}", file=sys.stderr),
        _show_progress,
        datetime.now().astimezone(),
        time.perf_counter,
        sys.stdin.buffer.read,
        _find_cache_folder(),
        _find_step_summary(),
    )
    command = import_module(f"plainlint.cli.commands.{args.command}")
    outcome: CommandResult = getattr(command, args.command)(args, surroundings)
    return outcome


def _run_on_changes(args: argparse.Namespace) -> int:
    """Run the command again whenever a file changes, and draw its text anew, until Ctrl-C."""
    from plainlint.cli.watch import watch_changes

    args.color = "always" if _wants_colour(args.color) else "never"
    for _ in watch_changes(args):
        try:
            text = _dispatch(args).text
        except PlainlintError as error:
            text = f"plainlint: {error}\n"
        _print_text((_CLEAR if sys.stdout.isatty() else "") + text + _WATCHING)
    return 0


def _find_step_summary() -> Path | None:
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def _find_cache_folder() -> Path | None:
    """The folder that the XDG specification has for caches; None for a user without a home."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(base) / "plainlint"


def _wants_colour(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _print_text(text: str) -> None:
    """Write UTF-8 whatever the terminal's own encoding is.

    Raises:
        PlainlintError: it can't be written; the disk may be full.
    """
    try:
        sys.stdout.flush()
        # Piece by piece, so that a reader who has seen enough ends the writing.
        for start in range(0, len(text), _PIECE):
            sys.stdout.buffer.write(text[start : start + _PIECE].encode("utf-8", errors="replace"))
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(_open_null_device(), sys.stdout.fileno())
        raise PlainlintError(f"the findings can't be written: {error.strerror}") from error


def _open_null_device() -> int:
    """A file descriptor that swallows what is written to it."""
    return os.open(os.devnull, os.O_WRONLY)


def _show_progress(done: int, total: int) -> None:
    """A bar on a terminal's standard error, wiped when the last document is done."""
    if total < _PROGRESS_FROM or not sys.stderr.isatty():
        return
    filled = 30 * done // total
    bar = f"\r{'█' * filled}{'·' * (30 - filled)} {done:,} of {total:,}"
    end = "\r" + " " * len(bar) + "\r" if done == total else ""
    print(bar + end, end="", file=sys.stderr, flush=True)
