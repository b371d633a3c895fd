"""Limits: how far a number may go for one audience, in two tiers."""

from typing import NamedTuple

from plainlint.severity import Severity


class Breach(NamedTuple):
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

    def breach(self, value: float) -> Breach | None:
        """The worst limit that `value` passes, or None."""
        hard = self.most if self.least is None else self.least
        if hard is not None and self._past(value, hard):
            return Breach(hard, Severity.ERROR)
        if self.target is not None and self._past(value, self.target):
            return Breach(self.target, Severity.WARNING)
        return None

    def _past(self, value: float, limit: float) -> bool:
        return value > limit if self.least is None else value < limit
