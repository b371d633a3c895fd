"""Patterns of rule pages: they run in linear time, or end after a while; none can hang a run."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

from plainlint.errors import PlainlintError

# Seconds that one pattern with look-around or back-references may take for one passage.
MOST_SECONDS = 1.0


class Regex(str):
    """A text that is a regular expression, for the annotations of checks."""

    __slots__ = ()


class File(str):
    """A text that names a file, for the annotations of checks.

    It counts from the folder of the page or configuration file that has it; a check is handed the
    whole path.
    """

    __slots__ = ()


class SlowPatternError(Exception):
    """A pattern took too long for a text."""


class Match(NamedTuple):
    """A match at `start` to `end`; `groups` are its groups' texts, `names` those of named ones."""

    start: int
    end: int
    text: str
    groups: tuple[str, ...]
    names: Mapping[str, str]


class Pattern:
    """A compiled pattern.

    RE2 runs it in linear time. It has no look-around and no back-references; a pattern with these
    runs in the `regex` library, with a time limit.
    """

    def __init__(self, pattern: str, *, case: bool) -> None:
        import re2

        self.pattern = pattern
        self._limit: dict[str, float] = {}
        options = re2.Options()
        options.log_errors = False
        options.case_sensitive = case
        try:
            self._compiled: Any = re2.compile(pattern, options)
        except re2.error:
            self._compiled = _backtracking(pattern, case=case)
            self._limit = {"timeout": MOST_SECONDS}

    def matches(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text, be it an empty place.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        with self._timed():
            return self._compiled.search(text, **self._limit) is not None

    def find(self, text: str) -> Iterator[Match]:
        """All matches that are not empty, from left to right.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        with self._timed():
            for each in self._compiled.finditer(text, **self._limit):
                if each.end() > each.start():
                    groups = tuple(group or "" for group in each.groups())
                    names = {name: value or "" for name, value in each.groupdict().items()}
                    yield Match(each.start(), each.end(), each.group(), groups, names)

    @contextmanager
    def _timed(self) -> Iterator[None]:
        try:
            yield
        except TimeoutError as error:
            message = f"the pattern {self.pattern!r} takes more than {MOST_SECONDS:g} s"
            raise SlowPatternError(message) from error


def _backtracking(pattern: str, *, case: bool) -> Any:
    import regex

    try:
        return regex.compile(pattern, 0 if case else regex.IGNORECASE)
    except regex.error as error:
        raise PlainlintError(f"the pattern {pattern!r} is wrong: {error}") from error


@lru_cache(maxsize=1 << 10)
def compiled(pattern: str, *, case: bool = False) -> Pattern:
    """The pattern, compiled once.

    Raises:
        PlainlintError: it is wrong; the message says where.
    """
    return Pattern(pattern, case=case)
