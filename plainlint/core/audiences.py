"""Audiences: the names that documents declare, and the limits that apply to each audience."""

from collections.abc import Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import find_nearest


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
    """

    target: float | None = None
    most: float | None = None
    least: float | None = None

    def find_exceeded_limit(self, value: float) -> ExceededLimit | None:
        """Return the most severe limit that `value` exceeds, or None."""
        hard = self.most if self.least is None else self.least
        if hard is not None and self._is_past(value, hard):
            return ExceededLimit(hard, Severity.ERROR)
        if self.target is not None and self._is_past(value, self.target):
            return ExceededLimit(self.target, Severity.WARNING)
        return None

    def _is_past(self, value: float, limit: float) -> bool:
        return value > limit if self.least is None else value < limit


# Ordered from the easiest text to the hardest.
AUDIENCES = ("patient", "caregiver", "general", "technical")


class Audiences(NamedTuple):
    """The audience names in use: the four built-in ones and their aliases.

    `default` is the audience of a document that declares none, `key` the front-matter key that
    declares it.
    """

    aliases: Mapping[str, str]
    default: str
    key: str = "audienceLevel"

    def resolve(self, declared: str) -> str:
        """Return the audience that a declared value means; the default if the name is unknown."""
        name = declared.strip().lower()
        return self.look_up(name) or self.default

    def look_up(self, declared: str) -> str:
        """Return the audience that a declared value means; empty if the name is unknown."""
        name = declared.strip().lower()
        return name if name in AUDIENCES else self.aliases.get(name, "")

    def find_nearest(self, declared: str) -> str:
        """Return the name closest to a misspelt one; empty if no name is close."""
        return find_nearest(declared.lower(), [*AUDIENCES, *self.aliases])
