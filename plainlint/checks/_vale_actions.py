"""Vale's actions: what a rule would put in the place of the text that it finds."""

import re
from collections.abc import Callable, Mapping, Sequence

from plainlint.core.errors import PlainlintError
from plainlint.core.regex import Match, compiled

_REFERENCE = re.compile(r"\$(?:(\d+)|\{(\d+)\})")


def suggestions(text: str, action: Sequence[str]) -> tuple[str, ...]:
    """What an action puts in the place of a text; empty if it says nothing that is known.

    White space at the ends of the text stays, unless the action is to take it away: without it the
    words around would run together.

    Args:
        action: the action's name, then its parameters.
    """
    match tuple(action):
        case ("replace", *options):
            return tuple(options)
        case ("remove",):
            return ("",)
        case ("edit", name, *parameters) if name in _EDITS:
            try:
                return (_EDITS[name](text, *parameters),)
            except (TypeError, ValueError, IndexError, PlainlintError):
                return ()
    return ()


def with_groups(template: str, match: Match | None) -> str:
    """A text with the groups of a match in the place of `$1` and `${1}`."""
    groups = ("", *match.groups) if match else ("",)

    def group(reference: re.Match[str]) -> str:
        number = int(reference[1] or reference[2])
        return groups[number] if number < len(groups) else ""

    return _REFERENCE.sub(group, template) if "$" in template else template


def _replaced(text: str, pattern: str, new: str) -> str:
    for match in reversed(list(compiled(pattern, case=True).find(text))):
        text = text[: match.start] + with_groups(new, match) + text[match.end :]
    return text


_EDITS: Mapping[str, Callable[..., str]] = {
    "regex": _replaced,
    "replace": lambda text, old, new: text.replace(old, new),
    "remove": lambda text, old: text.replace(old, ""),
    "trim": lambda text, signs: text.strip(signs),
    "trim_left": lambda text, signs: text.lstrip(signs),
    "trim_right": lambda text, signs: text.rstrip(signs),
    "truncate": lambda text, sign: text.split(sign, maxsplit=1)[0],
    "split": lambda text, sign, number: text.split(sign)[int(number)],
}
