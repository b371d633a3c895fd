"""Stored patterns: regular expressions whose compiled form is kept for later processes.

Python takes twenty times longer to compile a pattern than to load what it compiled. Patterns are
constants of modules, also of libraries, so nothing but `re` itself can look them up.
"""

import re
from array import array
from re import _compiler  # type: ignore[attr-defined]
from typing import Any

from plainlint.core.stored_results import STORED

_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
# Of array, for the numbers of four bytes that compiled patterns consist of.
_WORD = "I"
_compile_anew = _compiler.compile


def use_stored_patterns() -> None:
    """Let `re` look up patterns in the stored results of this process.

    Where Python's compiler is not as this module knows it, patterns are compiled as always.
    """
    try:
        is_known = bool(_load("(?P<a>a)|b", *_make_code("(?P<a>a)|b", re.IGNORECASE)).match("B"))
    except (AttributeError, TypeError, ValueError, OverflowError, RuntimeError):
        is_known = False
    if is_known:
        _compiler.compile = _compile


def _compile(pattern: Any, flags: int = 0) -> Any:
    if not isinstance(pattern, str) or flags & re.DEBUG:
        return _compile_anew(pattern, flags)
    return _load(pattern, *STORED.get(_make_code, pattern, int(flags)))


def _make_code(pattern: str, flags: int) -> _Code:
    """Return what the compiler makes of a pattern: all flags, code, and numbers of groups.

    Raises:
        re.error: the pattern is wrong.
    """
    parsed = _compiler._parser.parse(pattern, flags)  # noqa: SLF001
    code = array(_WORD, _compiler._code(parsed, flags))  # noqa: SLF001
    numbers = parsed.state.groupdict
    names = {number: name for name, number in numbers.items()}
    groups = parsed.state.groups
    return (
        int(flags | parsed.state.flags),
        code.tobytes(),
        groups - 1,
        numbers,
        tuple(names.get(number) for number in range(groups)),
    )


def _load(pattern: str, flags: int, code: bytes, groups: int, *names: Any) -> Any:
    return _compiler._sre.compile(pattern, flags, array(_WORD, code).tolist(), groups, *names)  # noqa: SLF001
