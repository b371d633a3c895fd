"""Patterns of rule pages: they run in linear time, or end after a while; none can hang a run."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from plainlint.core.errors import PlainlintError

_LOOK_AROUND = re.compile(r"\(\?<?[=!]")


def strip_lookaround(pattern: str) -> str:
    """The pattern without what it wants before or behind a match: it matches more, never less."""
    if not _LOOK_AROUND.search(pattern):
        return pattern
    kept, done = [], 0
    for start, end in _find_lookarounds(pattern):
        kept += [pattern[done:start], "(?:)"]
        done = end
    return "".join((*kept, pattern[done:]))


def split_at_lookarounds(pattern: str) -> Iterator[str]:
    """The pattern, then what each look-around in it holds, all without look-around of their own."""
    yield strip_lookaround(pattern)
    for start, end in _find_lookarounds(pattern):
        opened = _LOOK_AROUND.match(pattern, start)
        yield from split_at_lookarounds(pattern[opened.end() : end - 1] if opened else "")


def _find_lookarounds(pattern: str) -> Iterator[tuple[int, int]]:
    """The ranges of the outermost look-arounds."""
    depth = start = closes_at = 0
    in_class = False
    for place in re.finditer(r"\\.|\[\^?\]?|[\]()]", pattern, re.DOTALL):
        sign = place[0][0]
        if sign == "\\":
            continue
        if in_class or sign == "[":
            # The bracket right behind the one that opens a class is one of its signs.
            in_class = not (in_class and place[0].endswith("]"))
        elif sign == "(":
            if not closes_at and _LOOK_AROUND.match(pattern, place.start()):
                start, closes_at = place.start(), depth + 1
            depth += 1
        elif sign == ")":
            if closes_at == depth:
                yield start, place.end()
                closes_at = 0
            depth -= 1


_BEYOND = re.compile(r"[^\W\x00-\x7f]|[^\S\x00-\x7f]")
# A class of all signs but some letters, digits or spaces; signs by their number or kind; letters,
# digits and spaces beyond ASCII.
_CHOOSY = re.compile(
    r"\[\^(?:\\.|[^\]\\A-Za-z0-9 ])*[A-Za-z0-9 ]|\\[pPxXuU]|" + _BEYOND.pattern,
)
# Flags from the middle of a pattern on, which the `regex` library has in its newer syntax alone.
_FLAGS_INSIDE = re.compile(r"\(\?-?[imsx]+\)")
# Seconds that one pattern with look-around or back-references may take for one passage.
MAX_SECONDS = 1.0


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
def fold_to_ascii(text: str) -> str | None:
    r"""A text as long as this one with an "a", a "0" or a space for each such sign beyond ASCII.

    RE2's `\b`, `\w`, `\d` and `\s` know no others. None if the text has nothing to replace.
    """
    if text.isascii() or not _BEYOND.search(text):
        return None
    return _BEYOND.sub(lambda sign: _fold_character(sign[0]), text)


@lru_cache(maxsize=1 << 10)
def distinguishes_letters(pattern: str) -> bool:
    """Whether it can tell signs of one kind apart, so that `as_ascii` may hide what it matches."""
    return _CHOOSY.search(pattern) is not None


def _fold_character(sign: str) -> str:
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
    beyond ASCII, for RE2 takes an "é" for the end of a word. That library takes long to make a
    pattern ready, so it does so for the first text that may have a match.
    """

    def __init__(self, pattern: str, *, case: bool) -> None:
        self.pattern = pattern
        self._case = case
        self._quick = _compile_linear(pattern, case=case)
        # Of one with look-around, what has to match in any case, and is quick to look for.
        self._needed: Any = None
        if self._quick is None:
            parts = [_compile_linear(each, case=case) for each in split_at_lookarounds(pattern)]
            if None in parts:
                # What RE2 can't read may be wrong, which must be told before any text is read.
                self._thorough = _compile_backtracking(pattern, case=case)
            self._needed = parts[0]

    def matches(self, text: str) -> bool:
        """Whether the pattern matches anywhere in the text, be it an empty place.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        try:
            library, limit = self._choose_library(text)
            return library.search(text, **limit) is not None
        except TimeoutError as error:
            raise self._make_slow_error() from error

    def find(self, text: str) -> Iterator[Match]:
        """All matches that are not empty, from left to right.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        try:
            for each in self._find_raw_matches(text):
                start, end = each.span()
                if end > start:
                    groups = tuple(group or "" for group in each.groups())
                    names = {name: value or "" for name, value in each.groupdict().items()}
                    yield Match(start, end, text[start:end], groups, names)
        except TimeoutError as error:
            raise self._make_slow_error() from error

    def _find_raw_matches(self, text: str) -> Iterable[Any]:
        plain = fold_to_ascii(text)
        tells = plain is None or not distinguishes_letters(self.pattern)
        if self._needed and tells and not self._needed.search(plain or text):
            return ()
        if self._quick and tells and plain is not None:
            found = list(self._quick.finditer(plain))
            if not any(_has_folded_character(text, plain, each) for each in found):
                return found
        library, limit = self._choose_library(text)
        return library.finditer(text, **limit)  # type: ignore[no-any-return]

    def _make_slow_error(self) -> SlowPatternError:
        return SlowPatternError(f"the pattern {self.pattern!r} takes more than {MAX_SECONDS:g} s")

    def _choose_library(self, text: str) -> tuple[Any, Mapping[str, float]]:
        """The pattern in the library for this text, and the time limit that it needs."""
        if self._quick and (fold_to_ascii(text) is None or self._thorough is None):
            return self._quick, {}
        return self._thorough, {"timeout": MAX_SECONDS}

    @cached_property
    def _thorough(self) -> Any:
        """The pattern in the `regex` library; None if it is one that only RE2 knows."""
        try:
            return _compile_backtracking(self.pattern, case=self._case)
        except PlainlintError:
            if self._quick is None:
                raise
            return None


def _has_folded_character(text: str, plain: str, match: Any) -> bool:
    """Whether a match in or next to it has a sign that stands for another one."""
    start, end = match.span()
    around = slice(max(start - 1, 0), end + 1)
    return text[around] != plain[around]


def _compile_linear(pattern: str, *, case: bool) -> Any:
    """The pattern in RE2; None if it can't read it."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = case
    try:
        return re2.compile(pattern, options)
    except re2.error:
        return None


def _compile_backtracking(pattern: str, *, case: bool) -> Any:
    import regex

    flags = 0 if case else regex.IGNORECASE
    if _FLAGS_INSIDE.search(pattern, 1):
        flags |= regex.VERSION1
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise PlainlintError(f"the pattern {pattern!r} is wrong: {error}") from error


@lru_cache(maxsize=1 << 10)
def compile_pattern(pattern: str, *, case: bool = False) -> Pattern:
    """The pattern, compiled once.

    Raises:
        PlainlintError: it is wrong; the message says where.
    """
    return Pattern(pattern, case=case)


@lru_cache(maxsize=1 << 12)
def find_all(pattern: str, text: str, *, case: bool) -> tuple[Match, ...]:
    """What the pattern finds; remembered, for a document that is checked again has most of it.

    Raises:
        SlowPatternError: the pattern takes too long.
    """
    return tuple(compile_pattern(pattern, case=case).find(text))
