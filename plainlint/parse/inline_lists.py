"""Lists inside a paragraph: "1) Wash your hands 2) Dry them", with or without full stops."""

import re

_OPENS = re.compile(r"\s*(?P<bullet>[•⁃]\s?)?(?P<name>\d{1,2}|[aA])(?P<close>\.\)|[.)])\s+(?=\w)")
_MOST = 26


def list_items(text: str) -> list[int]:
    """Where the items of a list start (code points), from the second one on.

    The text must begin with the mark of an item, and the next numbers or letters must follow with
    the same signs around them.
    """
    opens = _OPENS.match(text)
    starts: list[int] = []
    if opens is None:
        return starts
    name, end = opens["name"], opens.end()
    for _ in range(_MOST):
        name = str(int(name) + 1) if name.isdecimal() else chr(ord(name) + 1)
        mark = re.escape(f"{opens['bullet'] or ''}{name}{opens['close']}")
        if not (found := re.compile(rf"(?<=\s){mark}\s+(?=\w)").search(text, end)):
            break
        starts.append(found.start())
        end = found.end()
    return starts
