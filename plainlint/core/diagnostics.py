"""Diagnostics: what is wrong, where, how severe it is and what to do."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from plainlint.core.source import NOWHERE, Location, Span


class Severity(StrEnum):
    """The severity of a finding, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The position in the order of severity, from 0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class RelatedLocation(NamedTuple):
    """Another place that a finding refers to, with its text."""

    span: Span
    start: Location
    text: str


class Scope(StrEnum):
    """What a finding is about; a score describes the whole document."""

    TEXT = "text"
    BLOCK = "block"
    FRONT_MATTER = "front matter"
    DOCUMENT = "document"
    SCORE = "score"


class Edit(NamedTuple):
    """A change to a source: `text` replaces what `span` covers; an empty span inserts it."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A set of edits that resolves a finding.

    Attributes:
        title: what the fix does, in words.
        edits: the changes, sorted and not overlapping.
        safe: whether the fix is certain to keep the meaning of the text.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Diagnostic(NamedTuple):
    """One finding.

    Attributes:
        path: the document's path, as given by the user.
        rule: the rule's id, such as `readability/long-sentence`.
        severity: how severe it is.
        message: what is wrong and why, in words.
        help: what to do.
        span: the range in code points of the source.
        start: the start of `span` as line and column, both from 1.
        end: the end of `span`; its column is one past the last character.
        text: the offending text, exactly as in the source.
        audience: the audience of the document.
        related: other places that the message refers to, the most important first.
        fix: the automatic fix; None if there is none.
        values: the numbers and words behind the message, by name.
        scope: what the finding is about; `span` may be only the place where it is shown.
        fingerprint: a short digest of what the finding is about, which edits elsewhere do not
            change; equal findings in equal sentences share it.
        group: a number; the findings of a document with the same one are worked on together, as
            those of one sentence are.
        place: the sentence or block that the finding is in; empty if it is about the document.
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
    group: int = 0
    place: Span = NOWHERE


class SuppressedDiagnostic(NamedTuple):
    """A finding that the document itself suppresses, and the reason it gives."""

    diagnostic: Diagnostic
    reason: str
