"""Ignore files: the patterns of .gitignore, read as git reads them (gitignore(5))."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from plainlint.core.caches import remember

_SPECIAL = re.compile(r"\\(.)|(\*+)|(\?)|(\[)|(.)", re.DOTALL)
_BRACKET = re.compile(r"\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]", re.DOTALL)
_CLASSES = {
    "alnum": "A-Za-z0-9",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "digit": "0-9",
    "lower": "a-z",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


class IgnorePattern(NamedTuple):
    """One line of an ignore file: the paths it matches, and what a match means."""

    regex: re.Pattern[str]
    negated: bool
    folders_only: bool


class IgnoreFile(NamedTuple):
    """The patterns of one file, relative to `folder`: a path with slashes, '' for the top."""

    folder: str
    patterns: tuple[IgnorePattern, ...]


def read_patterns(text: str, folder: str = "") -> IgnoreFile:
    """Read the text of an ignore file that is in `folder`."""
    lines = text.removeprefix("\ufeff").split("\n")
    patterns = (_parse_pattern(line.removesuffix("\r")) for line in lines)
    return IgnoreFile(folder, tuple(pattern for pattern in patterns if pattern))


def is_ignored(path: str, files: Iterable[IgnoreFile], *, is_folder: bool) -> bool:
    """Return whether a path is ignored: the last pattern that matches decides.

    Args:
        path: with slashes, and without a leading one. Folders above it are not checked: a walk
            never enters a folder that is ignored.
        files: later ones override earlier ones.
        is_folder: whether the path is a folder.
    """
    for file in reversed(tuple(files)):
        if file.folder and not path.startswith(file.folder + "/"):
            continue
        inside = path[len(file.folder) + 1 :] if file.folder else path
        for pattern in reversed(file.patterns):
            if (is_folder or not pattern.folders_only) and pattern.regex.fullmatch(inside):
                return not pattern.negated
    return False


def matches_pattern(path: str, pattern: str) -> bool:
    """Return whether a pattern matches a file, or a folder that it is in.

    Args:
        path: as in `is_ignored`.
        pattern: a line of an ignore file.
    """
    patterns = read_patterns(pattern)
    folders = [str(folder) for folder in PurePosixPath(path).parents][:-1]
    return is_ignored(path, (patterns,), is_folder=False) or any(
        is_ignored(folder, (patterns,), is_folder=True) for folder in folders
    )


@remember(1024)
def _parse_pattern(line: str) -> IgnorePattern | None:
    if line.startswith("#"):
        return None
    line = _strip_end_spaces(line)
    negated = line.startswith("!")
    line = line.removeprefix("!") if negated else line
    folders_only = line.endswith("/")
    line = line.removesuffix("/")
    if not line:
        return None
    anchored = "/" in line
    try:
        body = _translate_pattern(line.removeprefix("/"))
        regex = re.compile(body if anchored else rf"(?:.*/)?{body}", re.DOTALL)
    except re.error:
        # To git, an invalid pattern matches nothing.
        return None
    return IgnorePattern(regex, negated, folders_only)


def _strip_end_spaces(line: str) -> str:
    """Return the line without spaces at its end, except one after a backslash."""
    kept = line.rstrip(" ")
    escaped = (len(kept) - len(kept.rstrip("\\"))) % 2
    return kept + " " if escaped and len(kept) < len(line) else kept


def _translate_pattern(pattern: str) -> str:
    """Return the pattern as a regular expression."""
    parts, at = [], 0
    while at < len(pattern):
        part, at = _translate_next(pattern, at)
        parts.append(part)
    return "".join(parts)


def _translate_next(pattern: str, at: int) -> tuple[str, int]:
    """Return one piece of a pattern as a regular expression, and where the next piece starts."""
    if pattern.startswith("**/", at) and (at == 0 or pattern[at - 1] == "/"):
        return "(?:.*/)?", at + 3
    if pattern[at:] == "**" and (at == 0 or pattern[at - 1] == "/"):
        return ".+", at + 2
    match = _SPECIAL.match(pattern, at)
    if match is None:
        raise re.error("a backslash at the end")
    escaped, stars, question, bracket, plain = match.groups()
    if stars:
        return "[^/]*", match.end()
    if question:
        return "[^/]", match.end()
    if bracket:
        return _translate_bracket(pattern, at)
    return re.escape(escaped or plain), match.end()


def _translate_bracket(pattern: str, at: int) -> tuple[str, int]:
    match = _BRACKET.match(pattern, at)
    if match is None:
        raise re.error("a bracket that is not closed")
    inside = re.sub(r"\[:([a-z]+):\]|([\[&~|])", _translate_in_bracket, match[2])
    inside = f"\\{inside}" if inside.startswith(("]", "^")) else inside
    return f"(?!/)[{'^' if match[1] else ''}{inside}]", match.end()


def _translate_in_bracket(match: re.Match[str]) -> str:
    if match[1]:
        if match[1] not in _CLASSES:
            raise re.error("an unknown class of characters")
        return _CLASSES[match[1]]
    return f"\\{match[2]}"
