"""Audiences: who reads, under the names that documents declare, and the limits held for them."""

from collections.abc import Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import find_nearest


class ExceededLimit(NamedTuple):
    """A limit that was passed: which number, and how bad that is."""

    limit: float
    severity: Severity


class Limits(NamedTuple):
    """The limits of one rule for one audience; None is no limit.

    Attributes:
        target: what writers aim at; past it is a warning.
        most: the highest number allowed; above it is an error.
        least: the lowest number allowed, for scores where less is harder; below it is an error.
    """

    target: float | None = None
    most: float | None = None
    least: float | None = None

    def find_exceeded_limit(self, value: float) -> ExceededLimit | None:
        """The worst limit that `value` passes, or None."""
        hard = self.most if self.least is None else self.least
        if hard is not None and self._is_past(value, hard):
            return ExceededLimit(hard, Severity.ERROR)
        if self.target is not None and self._is_past(value, self.target):
            return ExceededLimit(self.target, Severity.WARNING)
        return None

    def _is_past(self, value: float, limit: float) -> bool:
        return value > limit if self.least is None else value < limit


# From the easiest text to the hardest.
AUDIENCES = ("patient", "caregiver", "general", "technical")


class Audiences(NamedTuple):
    """The names in use: the four, further names for them, and what a silent document gets.

    `key` is the front-matter key that declares a document's audience.
    """

    aliases: Mapping[str, str]
    default: str
    key: str = "audienceLevel"

    def resolve(self, declared: str) -> str:
        """The audience that a declared value stands for; the default for any other value."""
        name = declared.strip().lower()
        return self.look_up(name) or self.default

    def look_up(self, declared: str) -> str:
        """The audience that a declared value stands for; empty if it is not a known name."""
        name = declared.strip().lower()
        return name if name in AUDIENCES else self.aliases.get(name, "")

    def find_nearest(self, declared: str) -> str:
        """The known name most like a misspelt one; empty if none is close."""
        return find_nearest(declared.lower(), [*AUDIENCES, *self.aliases])
