"""Patterns of rule pages: they run in linear time, or end after a while; none can hang a run."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from plainlint.errors import PlainlintError

_BEYOND = re.compile(r"[^\W\x00-\x7f]|[^\S\x00-\x7f]")
_CHOOSY = re.compile(r"\[\^|\\[pPxXuU]|[^\x00-\x7f]")
# Flags from the middle of a pattern on, which the `regex` library has in its newer syntax alone.
_FLAGS_INSIDE = re.compile(r"\(\?-?[imsx]+\)")
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


@lru_cache(maxsize=1 << 12)
def as_ascii(text: str) -> str | None:
    r"""A text as long as this one with an "a", a "0" or a space for each such sign beyond ASCII.

    RE2's `\b`, `\w`, `\d` and `\s` know no others. None if the text has nothing to replace.
    """
    if text.isascii() or not _BEYOND.search(text):
        return None
    return _BEYOND.sub(lambda sign: _like(sign[0]), text)


@lru_cache(maxsize=1 << 10)
def is_choosy(pattern: str) -> bool:
    """Whether it can tell signs of one kind apart, so that `as_ascii` may hide what it matches."""
    return _CHOOSY.search(pattern) is not None


def _like(sign: str) -> str:
    if sign.isdecimal():
        return "0"
    return "a" if sign.isalnum() else " "


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
    runs in the `regex` library, with a time limit. So does one that may match letters or spaces
    beyond ASCII, for RE2 takes an "é" for the end of a word.
    """

    def __init__(self, pattern: str, *, case: bool) -> None:
        import re2

        self.pattern = pattern
        self._case = case
        self._linear = True
        options = re2.Options()
        options.log_errors = False
        options.case_sensitive = case
        try:
            self._compiled: Any = re2.compile(pattern, options)
        except re2.error:
            self._compiled = _backtracking(pattern, case=case)
            self._linear = False

    def matches(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text, be it an empty place.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        try:
            library, limit = self._chosen(text)
            return library.search(text, **limit) is not None
        except TimeoutError as error:
            raise self._slow() from error

    def find(self, text: str) -> Iterator[Match]:
        """All matches that are not empty, from left to right.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        has_groups, has_names = self._compiled.groups, self._compiled.groupindex
        try:
            for each in self._matches(text):
                start, end = each.span()
                if end > start:
                    groups = tuple(group or "" for group in each.groups()) if has_groups else ()
                    named = each.groupdict() if has_names else {}
                    names = {name: value or "" for name, value in named.items()}
                    yield Match(start, end, text[start:end], groups, names)
        except TimeoutError as error:
            raise self._slow() from error

    def _matches(self, text: str) -> Iterable[Any]:
        plain = as_ascii(text) if self._linear and not is_choosy(self.pattern) else None
        if plain is not None:
            found = list(self._compiled.finditer(plain))
            if not any(_touches(text, plain, each) for each in found):
                return found
        library, limit = self._chosen(text)
        return library.finditer(text, **limit)  # type: ignore[no-any-return]

    def _slow(self) -> SlowPatternError:
        return SlowPatternError(f"the pattern {self.pattern!r} takes more than {MOST_SECONDS:g} s")

    def _chosen(self, text: str) -> tuple[Any, Mapping[str, float]]:
        """The pattern in the library for this text, and the time limit that it needs."""
        wide = self._wide if self._linear and as_ascii(text) is not None else None
        if self._linear and wide is None:
            return self._compiled, {}
        return wide or self._compiled, {"timeout": MOST_SECONDS}

    @cached_property
    def _wide(self) -> Any:
        """The same pattern in the `regex` library; None if it is one that only RE2 knows."""
        try:
            return _backtracking(self.pattern, case=self._case)
        except PlainlintError:
            return None


def _touches(text: str, plain: str, match: Any) -> bool:
    """Whether a match in or next to it has a sign that stands for another one."""
    start, end = match.span()
    around = slice(max(start - 1, 0), end + 1)
    return text[around] != plain[around]


def _backtracking(pattern: str, *, case: bool) -> Any:
    import regex

    flags = 0 if case else regex.IGNORECASE
    if _FLAGS_INSIDE.search(pattern, 1):
        flags |= regex.VERSION1
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise PlainlintError(f"the pattern {pattern!r} is wrong: {error}") from error


@lru_cache(maxsize=1 << 10)
def compiled(pattern: str, *, case: bool = False) -> Pattern:
    """The pattern, compiled once.

    Raises:
        PlainlintError: it is wrong; the message says where.
    """
    return Pattern(pattern, case=case)
