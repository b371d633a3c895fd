"""The environment of a command: terminal, clock and environment variables."""

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
        style: how to style text; whether to use colours.
        note: prints a line for people, to standard error.
        write: prints a part of the result; bytes are UTF-8.
        progress: takes (done, total) after each document.
        now: the time of the run.
        clock: returns seconds from an arbitrary start, to time work.
        stdin: reads all of standard input.
        ask: asks the user a question; the answer is empty if there is no terminal.
        links: whether the text may have links to rule pages.
        width: the columns of the terminal; None if the text goes to a file or program.
        cache_folder: where results of earlier runs are kept; None if the user has no home.
        step_summary: the file for the summary of a step in GitHub Actions; None elsewhere.
    """

    today: date
    style: Style
    note: Callable[[str], None]
    write: Callable[[str | bytes], None]
    progress: Callable[[int, int], None]
    now: datetime
    clock: Callable[[], float]
    stdin: Callable[[], bytes]
    ask: Callable[[str], str]
    links: bool = False
    width: int | None = None
    cache_folder: Path | None = None
    step_summary: Path | None = None

    def speak(self, language: str) -> "Environment":
        """Return the environment with a language for the fixed words of its text, if not empty."""
        return self._replace(style=self.style._replace(language=language)) if language else self


class CommandResult(NamedTuple):
    """The text that a command has not printed yet, and its exit code."""

    text: str = ""
    code: int = OK
