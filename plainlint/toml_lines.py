"""Lines of a TOML file: where a key is set, which a TOML reader does not tell."""

import re
from collections.abc import Iterator

_TABLE = re.compile(r"\s*\[+(.+?)\]+\s*(?:#|$)")
_KEY = re.compile(r"\s*([^=#]+?)\s*=")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line of a TOML file that sets `keys`, or else the table that is nearest to them.

    Keys in between may be left out: (rule, patient) is found in [rule.x.limits] too.
    """
    lines = list(_key_lines(text))
    for most in range(len(keys), 0, -1):
        wanted = keys[:most]
        exact = (number for number, path in lines if path == wanted)
        loose = (number for number, path in lines if _holds(path, wanted))
        if number := next(exact, 0) or next(loose, 0):
            return number
    return 1


def _key_lines(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line that sets a key or opens a table: its number and all keys, from the outside in."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            table = table[2:] if table[:2] == ("tool", "plainlint") else table
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_parts(key[1]))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _holds(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path has the keys in their order, the last one last."""
    rest = iter(path)
    return path[-1:] == wanted[-1:] and all(key in rest for key in wanted)
