"""Look-around: what a pattern wants to stand before or behind a match, found and taken out."""

import re
from collections.abc import Iterator

_LOOK_AROUND = re.compile(r"\(\?<?[=!]")


def without_look_around(pattern: str) -> str:
    """The pattern without what it wants before or behind a match: it matches more, never less."""
    if not _LOOK_AROUND.search(pattern):
        return pattern
    kept, done = [], 0
    for start, end in _look_arounds(pattern):
        kept += [pattern[done:start], "(?:)"]
        done = end
    return "".join((*kept, pattern[done:]))


def parts_without_look_around(pattern: str) -> Iterator[str]:
    """The pattern, then what each look-around in it holds, all without look-around of their own."""
    yield without_look_around(pattern)
    for start, end in _look_arounds(pattern):
        opened = _LOOK_AROUND.match(pattern, start)
        yield from parts_without_look_around(pattern[opened.end() : end - 1] if opened else "")


def _look_arounds(pattern: str) -> Iterator[tuple[int, int]]:
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
