"""Suppression: the findings that a document's directives ask not to be told, and no other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope, Suppressed
from plainlint.core.source import Source, Span
from plainlint.document.model import Action, Directive, Document, Name
from plainlint.rulebook.page import is_named


class _Asked(NamedTuple):
    """One name of one directive; an `enable` without names has an empty one, for all rules."""

    directive: Directive
    name: str

    def covers(self, rule: str) -> bool:
        return not self.name or is_named(rule, (self.name,))


class Sifted(NamedTuple):
    """Findings parted by a document's directives.

    Attributes:
        kept: those to tell.
        suppressed: those not to tell, with the reasons.
        unused: the directives that did nothing, by their span, each with the names that did
            nothing.
    """

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    unused: Mapping[Span, tuple[Name, ...]]


def suppress(diagnostics: Iterable[Diagnostic], document: Document, idle: frozenset[str]) -> Sifted:
    """Part the findings of a document.

    `idle` has the rules and categories that did not run, or not wholly: whether a directive for
    them is of use can't be told.
    """
    asked = [each for directive in document.directives for each in _asked(directive)]
    kept, suppressed, used = [], [], set[_Asked]()
    for each in diagnostics:
        by = _suppressor(each, asked, document.source)
        if by is None:
            kept.append(each)
        else:
            used.add(by)
            suppressed.append(Suppressed(each, by.directive.reason))
    used |= {each for each in asked if _ends_one(each, asked)}
    unused = defaultdict[Span, tuple[Name, ...]](tuple)
    for one in asked:
        if one not in used and one.name not in idle:
            names = (name for name in one.directive.names if name.text == one.name)
            unused[one.directive.span] += tuple(names)
    return Sifted(tuple(kept), tuple(suppressed), unused)


def _asked(directive: Directive) -> list[_Asked]:
    if directive.problem:
        return []
    return [_Asked(directive, name.text) for name in directive.names] or [_Asked(directive, "")]


def _suppressor(each: Diagnostic, asked: list[_Asked], source: Source) -> _Asked | None:
    """What suppresses a finding: it starts on the next line, in the stretch, or in the file."""
    named = [one for one in asked if one.covers(each.rule)]
    for one in named:
        if one.directive.action is Action.FILE:
            return one
    if each.scope not in (Scope.TEXT, Scope.BLOCK):
        return None
    for one in named:
        next_line = one.directive.action is Action.NEXT_LINE
        if next_line and each.start.line == _next_line(source, one.directive.span.end):
            return one
    ranged = [one for one in named if one.directive.action in (Action.DISABLE, Action.ENABLE)]
    index = bisect_right(ranged, each.span.start, key=lambda one: one.directive.span.end) - 1
    last = ranged[index] if index >= 0 else None
    return last if last and last.directive.action is Action.DISABLE else None


def _next_line(source: Source, offset: int) -> int:
    """The first line behind an offset's line that has text on it; 0 if there is none."""
    first = source.locate(offset).line + 1
    lines = range(first, len(source.line_starts) + 1)
    return next((line for line in lines if source.slice(source.line_span(line)).strip()), 0)


def _ends_one(each: _Asked, asked: list[_Asked]) -> bool:
    """Whether an `enable` stands behind a `disable` of what it names."""
    return each.directive.action is Action.ENABLE and any(
        one.directive.action is Action.DISABLE
        and one.directive.span < each.directive.span
        and (each.covers(one.name) or one.covers(each.name))
        for one in asked
    )
