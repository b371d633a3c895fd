"""Diagnostics: what is wrong, where, how bad it is and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from plainlint.source import Location, Span


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, with its text."""

    span: Span
    start: Location
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        path: the document, as it was named.
        rule: the rule's id, such as `readability/long-sentence`.
        severity: how bad it is.
        message: what is wrong and why, in words.
        help: what to do.
        span: where, in code points of the source; `start` and `end` are the same as line and
            column, both from 1, the end column one past the last character.
        text: the offending text, exactly as it stands in the source.
        audience: whom the document is for.
        related: other places the message speaks of, the most important first.
    """

    path: str
    rule: str
    severity: Severity
    message: str
    help: str
    span: Span
    start: Location
    end: Location
    text: str
    audience: str
    related: tuple[Related, ...] = ()
