"""Commands: one file for each, a function from its arguments to text and an exit code."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from plainlint.reporters.style import Style

OK, FINDINGS, USAGE = 0, 1, 2


class Environment(NamedTuple):
    """What only the command line's edge knows.

    Attributes:
        today: the date that counts as today.
        style: whether colours are wanted.
        note: shows a line beside the result, for people.
        progress: told (done, of how many) after each document.
        now: the time of the run, for those who ask for it.
        clock: tells the seconds since any moment, to time work with.
        stdin: reads standard input to its end.
        cache_folder: where results of earlier runs are kept; None where there is no place.
        step_summary: the file to which a step of GitHub Actions adds its summary; None elsewhere.
    """

    today: date
    style: Style
    note: Callable[[str], None]
    progress: Callable[[int, int], None]
    now: datetime
    clock: Callable[[], float]
    stdin: Callable[[], bytes]
    cache_folder: Path | None = None
    step_summary: Path | None = None


class CommandResult(NamedTuple):
    """What a command has to say, and its exit code."""

    text: str
    code: int = OK
