"""The environment of a command: what only the command line's edge knows."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from plainlint.reporters.style import Style

OK, FINDINGS, USAGE = 0, 1, 2


class Environment(NamedTuple):
    """What a command gets from the terminal, the clock and the environment variables.

    Attributes:
        today: the date that counts as today.
        style: whether colours are wanted.
        note: prints a line beside the result, for people.
        write: prints a piece of the result.
        progress: takes (done, total) after each document.
        now: the time of the run.
        clock: returns the seconds since any moment, to time work with.
        stdin: reads standard input to its end.
        cache_folder: where results of earlier runs are kept; None where there is no place.
        step_summary: the file to which a step of GitHub Actions adds its summary; None elsewhere.
    """

    today: date
    style: Style
    note: Callable[[str], None]
    write: Callable[[str], None]
    progress: Callable[[int, int], None]
    now: datetime
    clock: Callable[[], float]
    stdin: Callable[[], bytes]
    cache_folder: Path | None = None
    step_summary: Path | None = None


class CommandResult(NamedTuple):
    """The text of a command that is still to be printed, and its exit code."""

    text: str = ""
    code: int = OK
