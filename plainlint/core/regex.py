"""Safe regular expressions for rule pages: linear time or a time limit, so none can hang a run."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError

_LOOKAROUND = re.compile(r"\(\?<?[=!]")


def strip_lookaround(pattern: str) -> str:
    """Return the pattern without its lookarounds: it matches more, never less."""
    if not _LOOKAROUND.search(pattern):
        return pattern
    kept, done = [], 0
    for start, end in _find_lookarounds(pattern):
        kept += [pattern[done:start], "(?:)"]
        done = end
    return "".join((*kept, pattern[done:]))


def split_at_lookarounds(pattern: str) -> Iterator[str]:
    """Yield the pattern, then the content of each lookaround, all of them without lookarounds."""
    yield strip_lookaround(pattern)
    for start, end in _find_lookarounds(pattern):
        opening = _LOOKAROUND.match(pattern, start)
        yield from split_at_lookarounds(pattern[opening.end() : end - 1] if opening else "")


def _find_lookarounds(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the outermost lookarounds."""
    depth = start = closes_at = 0
    in_class = False
    for token in re.finditer(r"\\.|\[\^?\]?|[\]()]", pattern, re.DOTALL):
        character = token[0][0]
        if character == "\\":
            continue
        if in_class or character == "[":
            # A bracket right after the one that opens a class is a member of the class.
            in_class = not (in_class and token[0].endswith("]"))
        elif character == "(":
            if not closes_at and _LOOKAROUND.match(pattern, token.start()):
                start, closes_at = token.start(), depth + 1
            depth += 1
        elif character == ")":
            if closes_at == depth:
                yield start, token.end()
                closes_at = 0
            depth -= 1


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NON_ASCII = re.compile(r"[^\W\x00-\x7f]|[^\S\x00-\x7f]")
# A class that excludes letters, digits or spaces; a character by its number or property; a letter,
# digit or space that is not ASCII.
_DISTINGUISHING = re.compile(
    r"\[\^(?:\\.|[^\]\\A-Za-z0-9 ])*[A-Za-z0-9 ]|\\[pPxXuU]|" + _NON_ASCII.pattern,
)
# Flags in the middle of a pattern, which the `regex` library has only in its VERSION1 syntax.
_INNER_FLAGS = re.compile(r"\(\?-?[imsx]+\)")
# The time limit of one pattern with lookarounds or back-references for one passage.
MAX_SECONDS = 1.0


class Regex(str):
    """A string that is a regular expression, for annotations of checks."""

    __slots__ = ()


class File(str):
    """A string that is the path of a file, for annotations of checks.

    It is relative to the folder of the page or configuration file; a check gets the whole path.
    """

    __slots__ = ()


class SlowPatternError(Exception):
    """A pattern that exceeds its time limit for a text."""


@remember(1 << 12)
def fold_to_ascii(text: str) -> str | None:
    r"""Replace each non-ASCII letter, digit and space with "a", "0" and " ", so that offsets hold.

    RE2's `\b`, `\w`, `\d` and `\s` know ASCII only. Return None if there is nothing to replace.
    """
    if text.isascii():
        return None
    folded = text
    # A text has few distinct ones, and most are quotation marks and dashes, which stay.
    for character in set(_BEYOND_ASCII.findall(text)):
        if substitute := _fold_character(character):
            folded = folded.replace(character, substitute)
    return None if folded is text else folded


@remember(1 << 10)
def distinguishes_letters(pattern: str) -> bool:
    """Check whether the pattern distinguishes characters that `fold_to_ascii` makes equal."""
    return _DISTINGUISHING.search(pattern) is not None


@remember(1 << 12)
def _fold_character(character: str) -> str:
    """Return what stands for a character, or nothing if it is no letter, digit or space."""
    if character.isalnum():
        return "0" if character.isdecimal() else "a"
    return " " if character.isspace() else ""


class Match(NamedTuple):
    """A match from `start` to `end`, with the texts of its groups and of its named groups."""

    start: int
    end: int
    text: str
    groups: tuple[str, ...]
    names: Mapping[str, str]


class Pattern:
    """A compiled pattern.

    RE2 runs it in linear time, but has no lookarounds or back-references: a pattern with these
    runs in the `regex` library, with a time limit. So does one that may match letters or spaces
    that are not ASCII, because to RE2 an "é" ends a word. `regex` compiles slowly, so that is put
    off until a text may have a match.
    """

    def __init__(self, pattern: str, *, case: bool) -> None:
        self.pattern = pattern
        self._case = case
        self._linear = _compile_linear(pattern, case=case)
        # A pattern with lookarounds can match only where this cheap part of it matches.
        self._required: Any = None
        if self._linear is None:
            parts = [_compile_linear(part, case=case) for part in split_at_lookarounds(pattern)]
            if None in parts:
                # What RE2 can't read may be wrong; report that before any text is read.
                self._backtracking = _compile_backtracking(pattern, case=case)
            self._required = parts[0]

    def matches(self, text: str) -> bool:
        """Check whether the pattern matches anywhere in the text; an empty match counts.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        try:
            library, limit = self._choose_library(text)
            return library.search(text, **limit) is not None
        except TimeoutError as error:
            raise self._make_slow_error() from error

    def find(self, text: str) -> Iterator[Match]:
        """Yield all non-empty matches, from left to right.

        Raises:
            SlowPatternError: the pattern takes too long.
        """
        try:
            for match in self._find_raw_matches(text):
                start, end = match.span()
                if end > start:
                    groups = tuple(group or "" for group in match.groups())
                    names = {name: value or "" for name, value in match.groupdict().items()}
                    yield Match(start, end, text[start:end], groups, names)
        except TimeoutError as error:
            raise self._make_slow_error() from error

    def _find_raw_matches(self, text: str) -> Iterable[Any]:
        folded = fold_to_ascii(text)
        can_fold = folded is None or not distinguishes_letters(self.pattern)
        if self._required and can_fold and not self._required.search(folded or text):
            return ()
        if self._linear and can_fold and folded is not None:
            matches = list(self._linear.finditer(folded))
            if not any(_has_folded_character(text, folded, match) for match in matches):
                return matches
        library, limit = self._choose_library(text)
        return library.finditer(text, **limit)  # type: ignore[no-any-return]

    def _make_slow_error(self) -> SlowPatternError:
        return SlowPatternError(f"the pattern {self.pattern!r} takes more than {MAX_SECONDS:g} s")

    def _choose_library(self, text: str) -> tuple[Any, Mapping[str, float]]:
        """Return the compiled pattern to use for this text, and the time limit that it needs."""
        if self._linear and (fold_to_ascii(text) is None or self._backtracking is None):
            return self._linear, {}
        return self._backtracking, {"timeout": MAX_SECONDS}

    @cached_property
    def _backtracking(self) -> Any:
        """The pattern in the `regex` library; None if only RE2 can read it."""
        try:
            return _compile_backtracking(self.pattern, case=self._case)
        except PlainlintError:
            if self._linear is None:
                raise
            return None


def _has_folded_character(text: str, folded: str, match: Any) -> bool:
    """Check whether a match contains or touches a character that was folded."""
    start, end = match.span()
    around = slice(max(start - 1, 0), end + 1)
    return text[around] != folded[around]


def _compile_linear(pattern: str, *, case: bool) -> Any:
    """Compile the pattern in RE2; return None if RE2 can't read it."""
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
    if _INNER_FLAGS.search(pattern, 1):
        flags |= regex.VERSION1
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise PlainlintError(f"the pattern {pattern!r} is wrong: {error}") from error


@remember(1 << 10)
def compile_pattern(pattern: str, *, case: bool = False) -> Pattern:
    """Compile a pattern, once.

    Raises:
        PlainlintError: the pattern is wrong; the message says where.
    """
    return Pattern(pattern, case=case)


@remember(1 << 12)
def find_all(pattern: str, text: str, *, case: bool) -> tuple[Match, ...]:
    """Return all matches of the pattern; cached, because a document is often checked again.

    Raises:
        SlowPatternError: the pattern takes too long.
    """
    return tuple(compile_pattern(pattern, case=case).find(text))
