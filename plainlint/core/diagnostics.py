"""Diagnostics: what is wrong, where, how bad it is and what to do."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from plainlint.core.source import Location, Span


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class RelatedLocation(NamedTuple):
    """Another place that a finding speaks of, with its text."""

    span: Span
    start: Location
    text: str


class Scope(StrEnum):
    """What a finding speaks of: a piece of text, or more; a score is one of the whole document."""

    TEXT = "text"
    BLOCK = "block"
    FRONT_MATTER = "front matter"
    DOCUMENT = "document"
    SCORE = "score"


class Edit(NamedTuple):
    """A change to a source: `text` in place of what `span` covers; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way to put a finding right.

    Attributes:
        title: what it does, in words.
        edits: the changes, sorted, not overlapping.
        safe: whether the text keeps its meaning for certain.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Diagnostic(NamedTuple):
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
        fix: how plainlint can put it right itself; None if it can't.
        values: the numbers and words behind the message, by name.
        scope: what it speaks of; `span` may only be where that is shown.
        fingerprint: what it is about, as a short name that edits elsewhere do not change; equal
            findings in equal sentences have the same.
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
    related: tuple[RelatedLocation, ...] = ()
    fix: Fix | None = None
    values: Mapping[str, object] = {}
    scope: Scope = Scope.TEXT
    fingerprint: str = ""


class SuppressedDiagnostic(NamedTuple):
    """A finding that the document itself asks not to be told, and the reason it gives."""

    diagnostic: Diagnostic
    reason: str
