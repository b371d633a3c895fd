"""The entry point of the command line: parse arguments, run the command, print, and exit."""

import gc
import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr
from datetime import date, datetime
from importlib import import_module
from io import StringIO, TextIOWrapper
from pathlib import Path

from plainlint.cli.arguments import ParsedCommand, parse_arguments
from plainlint.cli.environment import USAGE, CommandResult, Environment
from plainlint.cli.interrupt import INTERRUPTED, exit_on_interrupt, raise_on_interrupt
from plainlint.cli.links import wants_links
from plainlint.cli.options import choose_cache_folder
from plainlint.config.plugin_switch import PLUGIN_SWITCH
from plainlint.core.errors import PlainlintError
from plainlint.core.inert import make_inert, make_line
from plainlint.reporters.style import Style
from plainlint.run.cache_folder import find_cache_folder
from plainlint.run.stored_file import load_stored_results, save_stored_results

# For fewer documents a progress bar would vanish before anyone reads it.
_PROGRESS_FROM = 50
_PIECE = 1 << 16
# As shells have it for SIGPIPE, a signal that Windows does not have.
BROKEN_PIPE = 128 + 13
# Clears a terminal and its scrollback.
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
_WATCHING = "Waiting for changes. Press Ctrl-C to stop.\n"


def main() -> None:
    """Run the command that `sys.argv` names, and exit."""
    # Clean up on SIGTERM as on Ctrl-C.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    # A service may start plainlint with both of them closed.
    sys.stdout = sys.stdout or os.fdopen(_open_null_device(), "w")
    sys.stderr = sys.stderr or os.fdopen(_open_null_device(), "w")
    # A console may have an encoding, such as that of Windows, that lacks some of the characters.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    raise_on_interrupt()
    try:
        code = run(sys.argv[1:])
    finally:
        exit_on_interrupt()
    sys.stdout.flush()
    sys.stderr.flush()
    # Freeing all objects before the process ends would take a tenth of a small document's time.
    os._exit(code)


# In code points; the name of a file may be as long as its system allows.
_LONGEST_NAME = 200


def run(argv: Sequence[str]) -> int:
    """Run one command, print its text, and return its exit code."""
    # A run makes millions of objects and hardly a cycle; collecting cycles takes 1/6 of its time.
    gc.set_threshold(1_000_000, 50, 50)
    command = None
    try:
        command = _parse(argv)
        environment = _make_environment(command)
        for note in command.notes:
            environment.note(note)
        if command.watch:
            return _run_on_changes(command, environment)
        result = _dispatch(command, environment)
        _print_text(make_inert(result.text))
    except PlainlintError as error:
        text = _say(str(error), command.options) if command else str(error)
        print(f"plainlint: {make_line(text)}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        os.dup2(_open_null_device(), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- Python's own exit code would mean "findings"
        print(_explain_crash(error), file=sys.stderr)
        return USAGE
    return result.code


def _explain_crash(error: Exception) -> str:
    """Return a line on a file that the system refuses; where it is our fault, the whole story."""
    if isinstance(error, OSError) and error.filename is not None:
        name = str(error.filename)
        shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}\u2026"
        return f"plainlint: {make_line(f'{shown}: {error.strerror}')}"
    import traceback

    return make_inert("".join(traceback.format_exception(error)))


def _parse(argv: Sequence[str]) -> ParsedCommand:
    """Parse the arguments; what is wrong with them may quote the name of a file."""
    stderr = sys.stderr
    with redirect_stderr(StringIO()) as errors:
        try:
            return parse_arguments(argv, os.environ.get(PLUGIN_SWITCH, ""))
        finally:
            if text := errors.getvalue():
                from plainlint.cli.language import find_given_language
                from plainlint.languages.phrases import translate_line

                said = translate_line(text.rstrip("\n"), find_given_language(argv))
                print(make_inert(said), file=stderr)


def _say(line: str, options: object) -> str:
    """Return a line for people in their language; few runs have one to say."""
    from plainlint.cli.language import find_language
    from plainlint.languages.phrases import translate_line

    return translate_line(line, find_language(options))


def _make_environment(command: ParsedCommand) -> Environment:
    def note(line: str) -> None:
        if not command.quiet:
            print(f"plainlint: {make_line(_say(line, command.options))}", file=sys.stderr)

    return Environment(
        today=command.today or date.today(),  # noqa: DTZ011
        style=Style(_wants_colour(command.color), command.quiet),
        note=note,
        write=_print_text,
        progress=_show_progress,
        now=datetime.now().astimezone(),
        clock=time.perf_counter,
        stdin=sys.stdin.buffer.read,
        ask=_ask,
        links=wants_links(os.environ, color=command.color, is_terminal=sys.stdout.isatty()),
        width=_find_width(),
        cache_folder=find_cache_folder(os.environ),
        step_summary=_find_step_summary(),
    )


def _dispatch(command: ParsedCommand, environment: Environment) -> CommandResult:
    """Import the module of the command, and call the function of the same name in it."""
    folder = choose_cache_folder(command.run, environment)
    if folder:
        load_stored_results(folder)
    module = import_module(f"plainlint.cli.commands.{command.name}")
    result: CommandResult = getattr(module, command.name)(command.options, environment)
    if folder and not command.run.no_cache:
        save_stored_results(folder)
    return result


def _run_on_changes(command: ParsedCommand, environment: Environment) -> int:
    """Run the command again whenever a file changes, and redraw its text, until Ctrl-C."""
    from plainlint.cli.watch import watch_changes

    for _ in watch_changes(command.options.inputs, command.options.config):
        pieces: list[str | bytes] = []
        try:
            result = _dispatch(command, environment._replace(write=pieces.append))
            text = "".join(map(_decode, pieces)) + make_inert(result.text)
        except PlainlintError as error:
            text = f"plainlint: {make_line(_say(str(error), command.options))}\n"
        _print_text((_CLEAR if sys.stdout.isatty() else "") + text + _WATCHING)
    return 0


def _ask(question: str) -> str:
    """Ask the user, if there is someone to answer."""
    return input(make_inert(question)) if sys.stdin.isatty() and sys.stdout.isatty() else ""


def _find_width() -> int | None:
    """Return the columns that a line may have, if there is a limit."""
    is_limited = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    return shutil.get_terminal_size().columns if is_limited else None


def _find_step_summary() -> Path | None:
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def _wants_colour(choice: str) -> bool:
    """Return whether to colour: the option decides, then NO_COLOR, FORCE_COLOR and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if value := os.environ.get(name):
            return value not in {"0", "false"}
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _print_text(text: str | bytes) -> None:
    """Write UTF-8, whatever the terminal's own encoding is.

    Raises:
        PlainlintError: the text can't be written; the disk may be full.
    """
    try:
        sys.stdout.flush()
        data = text.encode("utf-8", errors="replace") if isinstance(text, str) else text
        # Piece by piece, so that a closed pipe ends the writing early.
        for start in range(0, len(data), _PIECE):
            sys.stdout.buffer.write(data[start : start + _PIECE])
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(_open_null_device(), sys.stdout.fileno())
        raise PlainlintError(f"the output can't be written: {error.strerror}") from error


def _decode(piece: str | bytes) -> str:
    return piece if isinstance(piece, str) else piece.decode("utf-8")


def _open_null_device() -> int:
    """Open a file descriptor that discards all writes."""
    return os.open(os.devnull, os.O_WRONLY)


def _show_progress(done: int, total: int) -> None:
    """Draw a bar on a terminal's standard error, and wipe it after the last document."""
    # On a terminal, findings are printed as they come, which shows the progress.
    if total < _PROGRESS_FROM or not sys.stderr.isatty() or sys.stdout.isatty():
        return
    filled = 30 * done // total
    bar = f"\r{'█' * filled}{'·' * (30 - filled)} {done:,} of {total:,}"
    end = "\r" + " " * len(bar) + "\r" if done == total else ""
    print(bar + end, end="", file=sys.stderr, flush=True)
