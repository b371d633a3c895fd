"""Suppression: the findings that a document's directives ask not to be told, and no other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope, SuppressedDiagnostic
from plainlint.core.source import Source, Span
from plainlint.document.model import Directive, DirectiveKind, Document, RuleReference
from plainlint.rulebook.page import matches_selector


class _DirectiveTarget(NamedTuple):
    """One name of one directive; an `enable` without names has an empty one, for all rules."""

    directive: Directive
    name: str

    def matches_rule(self, rule: str) -> bool:
        return not self.name or matches_selector(rule, (self.name,))


class SuppressionResult(NamedTuple):
    """Findings parted by a document's directives.

    Attributes:
        kept: those to tell.
        suppressed: those not to tell, with the reasons.
        unused: the directives that did nothing, by their span, each with the names that did
            nothing.
    """

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[SuppressedDiagnostic, ...]
    unused: Mapping[Span, tuple[RuleReference, ...]]


def apply_suppressions(
    diagnostics: Iterable[Diagnostic], document: Document, idle: frozenset[str]
) -> SuppressionResult:
    """Part the findings of a document.

    `idle` has the rules and categories that did not run, or not wholly: whether a directive for
    them is of use can't be told.
    """
    asked = [each for directive in document.directives for each in _list_targets(directive)]
    kept, suppressed, used = [], [], set[_DirectiveTarget]()
    for each in diagnostics:
        by = _find_suppressor(each, asked, document.source)
        if by is None:
            kept.append(each)
        else:
            used.add(by)
            suppressed.append(SuppressedDiagnostic(each, by.directive.reason))
    used |= {each for each in asked if _ends_disable(each, asked)}
    unused = defaultdict[Span, tuple[RuleReference, ...]](tuple)
    for one in asked:
        if one not in used and one.name not in idle:
            names = (name for name in one.directive.names if name.text == one.name)
            unused[one.directive.span] += tuple(names)
    return SuppressionResult(tuple(kept), tuple(suppressed), unused)


def _list_targets(directive: Directive) -> list[_DirectiveTarget]:
    if directive.problem:
        return []
    return [_DirectiveTarget(directive, name.text) for name in directive.names] or [
        _DirectiveTarget(directive, "")
    ]


def _find_suppressor(
    each: Diagnostic, asked: list[_DirectiveTarget], source: Source
) -> _DirectiveTarget | None:
    """What suppresses a finding: it starts on the next line, in the stretch, or in the file."""
    named = [one for one in asked if one.matches_rule(each.rule)]
    for one in named:
        if one.directive.kind is DirectiveKind.FILE:
            return one
    if each.scope not in (Scope.TEXT, Scope.BLOCK):
        return None
    for one in named:
        next_line = one.directive.kind is DirectiveKind.NEXT_LINE
        if next_line and each.start.line == _find_next_line(source, one.directive.span.end):
            return one
    ranged = [
        one for one in named if one.directive.kind in (DirectiveKind.DISABLE, DirectiveKind.ENABLE)
    ]
    index = bisect_right(ranged, each.span.start, key=lambda one: one.directive.span.end) - 1
    last = ranged[index] if index >= 0 else None
    return last if last and last.directive.kind is DirectiveKind.DISABLE else None


def _find_next_line(source: Source, offset: int) -> int:
    """The first line behind an offset's line that has text on it; 0 if there is none."""
    first = source.locate(offset).line + 1
    lines = range(first, len(source.line_starts) + 1)
    return next((line for line in lines if source.slice(source.get_line_span(line)).strip()), 0)


def _ends_disable(each: _DirectiveTarget, asked: list[_DirectiveTarget]) -> bool:
    """Whether an `enable` stands behind a `disable` of what it names."""
    return each.directive.kind is DirectiveKind.ENABLE and any(
        one.directive.kind is DirectiveKind.DISABLE
        and one.directive.span < each.directive.span
        and (each.matches_rule(one.name) or one.matches_rule(each.name))
        for one in asked
    )
