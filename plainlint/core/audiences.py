"""Audiences: the names that documents declare, and the limits that apply to each audience."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import gt, lt
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import find_nearest

_HALF = 0.5


class ExceededLimit(NamedTuple):
    """A limit that a value exceeds, and how severe that is."""

    limit: float
    severity: Severity


class Limits(NamedTuple):
    """The limits of one rule for one audience; None means no limit.

    Attributes:
        target: the value to aim for; exceeding it is a warning.
        most: the highest value allowed; anything above it is an error.
        least: the lowest value allowed, for scores where lower is harder; below it is an error.
        margin: how far past the target a value may be all the same, because it is no more exact.
            A value with a margin exceeds `most` or `least` only if it does so when rounded.
    """

    target: float | None = None
    most: float | None = None
    least: float | None = None
    margin: float | None = None

    def find_exceeded_limit(self, value: float) -> ExceededLimit | None:
        """Return the most severe limit that `value` exceeds, or None."""
        target, most, least, margin = self
        hard, is_past, sign = (most, gt, 1) if least is None else (least, lt, -1)
        if hard is not None and is_past(value, hard + sign * _HALF if margin else hard):
            return ExceededLimit(hard, Severity.ERROR)
        if target is not None and is_past(value, target + sign * margin if margin else target):
            return ExceededLimit(target, Severity.WARNING)
        return None

    def choose_goal(self, limit: float) -> float:
        """Return what a writer should aim for: the target if it is stricter than this limit."""
        if self.target is None:
            return limit
        return min(self.target, limit) if self.least is None else max(self.target, limit)


# What stands between several names in one value.
_SEPARATOR = re.compile(r"[,;/&+]|\b(?:and|or)\b", re.IGNORECASE)

# Ordered from the easiest text to the hardest.
AUDIENCES = ("patient", "caregiver", "general", "technical")
# Of a document that declares none, if the settings name none either.
DEFAULT_AUDIENCE = "general"


class Audiences(NamedTuple):
    """The audience names in use: the four built-in ones and their aliases.

    Attributes:
        aliases: further names, each with the one of the four it stands for.
        default: the audience of a document that declares none.
        key: the front-matter key that declares it.
        other_keys: keys that count too, where their value is a known name.
        is_default_chosen: whether the settings name the default.
    """

    aliases: Mapping[str, str]
    default: str
    key: str = "audienceLevel"
    other_keys: tuple[str, ...] = ("audience", "audienceType", "medicalAudience")
    is_default_chosen: bool = False

    def choose_key(self, get_texts: Callable[[str], Sequence[str]]) -> str:
        """Return the key by which a document declares its audience.

        Args:
            get_texts: returns the values of a key in the document; none if it is missing.
        """
        if get_texts(self.key):
            return self.key
        known = (
            key
            for key in self.other_keys
            if (names := self.split(get_texts(key))) and all(map(self.look_up, names))
        )
        return next(known, self.key)

    def resolve(self, declared: Iterable[str]) -> str:
        """Return the audience with the easiest text of several; the default if none is known."""
        names = set(map(self.look_up, self.split(declared)))
        return next((name for name in AUDIENCES if name in names), self.default)

    def split(self, declared: Iterable[str]) -> tuple[str, ...]:
        """Return the names in declared values; `patient, caregiver` is two if both are known."""
        names: list[str] = []
        for value in declared:
            parts = [part.strip() for part in _SEPARATOR.split(value)]
            is_one = self.look_up(value) or not all(map(self.look_up, parts))
            names += [value] if is_one else parts
        return tuple(names)

    def look_up(self, declared: str) -> str:
        """Return the audience that a declared value means; empty if the name is unknown."""
        name = declared.strip().lower()
        return name if name in AUDIENCES else self.aliases.get(name, "")

    def find_nearest(self, declared: str) -> str:
        """Return the name closest to a misspelt one; empty if no name is close."""
        return find_nearest(declared.lower(), [*AUDIENCES, *self.aliases])
