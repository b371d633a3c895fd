"""Where a block's content begins and ends: markdown-it strips all white space there."""

from plainlint.parse.by_pyromark.doubts import Doubt, check_line
from plainlint.parse.by_pyromark.events import Event

_LOOSE = frozenset({"Text", "SoftBreak", "HardBreak"})


def trimmed(text: str, run: list[Event]) -> list[Event]:
    """The inline events of a block without white space at its ends, a no-break space too."""
    if _is_firm(run[0], 0) and _is_firm(run[-1], -1):
        return run
    while run and _is_blank(text, run[0]):
        if run[0][0] != "Text":
            check_line(text, run[0][3])
        del run[0]
    while run and _is_blank(text, run[-1]):
        del run[-1]
    if run and run[-1][0] == "HardBreak":
        raise Doubt("a backslash before a blank line")
    if run:
        name, value, start, end = run[0]
        if name == "Text" and value[0].isspace() and len(value) == end - start:
            rest = value.lstrip()
            run[0] = (name, rest, end - len(rest), end)
        name, value, start, end = run[-1]
        if name == "Text" and value[-1].isspace() and len(value) == end - start:
            rest = value.rstrip()
            run[-1] = (name, rest, start, start + len(rest))
    return run


def _is_firm(event: Event, at: int) -> bool:
    """Whether there is nothing to strip on the side of the event that `at` counts from."""
    name, value, _, _ = event
    return name not in _LOOSE or (name == "Text" and value != "" and not value[at].isspace())


def _is_blank(text: str, event: Event) -> bool:
    name, value, start, end = event
    if name == "Text":
        return len(value) == end - start and (not value or value.isspace())
    return name == "SoftBreak" or (name == "HardBreak" and text[start] != "\\")


def content_start(text: str, first: Event, *, in_cell: bool) -> int:
    r"""Where a block's content begins, a backslash with it that its first character needs.

    The bar of a cell needs none: there, `\|` is the bar itself.
    """
    name, value, start, _ = first
    escaped = name == "Text" and start > 0 and text[start - 1] == "\\"
    return start - 1 if escaped and not (in_cell and value[0] == "|") else start
