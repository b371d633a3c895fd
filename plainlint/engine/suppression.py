"""Suppression: hide the findings that a document's directives disable."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope, SuppressedDiagnostic
from plainlint.core.source import Source, Span
from plainlint.document.model import Directive, DirectiveKind, Document, RuleReference
from plainlint.rulebook.page import matches_selector


class _DirectiveTarget(NamedTuple):
    """One name in one directive; an empty name (`enable` without names) means all rules."""

    directive: Directive
    name: str

    def matches_rule(self, rule: str) -> bool:
        return not self.name or matches_selector(rule, (self.name,))


class SuppressionResult(NamedTuple):
    """Findings, split by a document's directives.

    Attributes:
        kept: findings to report.
        suppressed: hidden findings, with the reasons given.
        unused: the names that suppressed nothing, by the span of their directive.
    """

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[SuppressedDiagnostic, ...]
    unused: Mapping[Span, tuple[RuleReference, ...]]


def apply_suppressions(
    diagnostics: Iterable[Diagnostic], document: Document, idle: frozenset[str]
) -> SuppressionResult:
    """Split the findings of a document into reported and suppressed ones.

    Args:
        idle: rules and categories that did not run, or only in part. A directive that names one
            of them is never reported as unused.
    """
    targets = [target for directive in document.directives for target in _list_targets(directive)]
    kept, suppressed, used = [], [], set[_DirectiveTarget]()
    for diagnostic in diagnostics:
        suppressor = _find_suppressor(diagnostic, targets, document.source)
        if suppressor is None:
            kept.append(diagnostic)
        else:
            used.add(suppressor)
            suppressed.append(SuppressedDiagnostic(diagnostic, suppressor.directive.reason))
    used |= {target for target in targets if _ends_disable(target, targets)}
    unused = defaultdict[Span, tuple[RuleReference, ...]](tuple)
    for target in targets:
        if target not in used and target.name not in idle:
            names = (name for name in target.directive.names if name.text == target.name)
            unused[target.directive.span] += tuple(names)
    return SuppressionResult(tuple(kept), tuple(suppressed), unused)


def _list_targets(directive: Directive) -> list[_DirectiveTarget]:
    if directive.problem:
        return []
    return [_DirectiveTarget(directive, name.text) for name in directive.names] or [
        _DirectiveTarget(directive, "")
    ]


def _find_suppressor(
    diagnostic: Diagnostic, targets: list[_DirectiveTarget], source: Source
) -> _DirectiveTarget | None:
    """Return the directive that hides a finding: for the file, its line, the next or a range."""
    matching = [target for target in targets if target.matches_rule(diagnostic.rule)]
    for target in matching:
        if target.directive.kind is DirectiveKind.FILE:
            return target
    if diagnostic.scope not in (Scope.TEXT, Scope.BLOCK):
        return None
    for target in matching:
        if _is_on_line(diagnostic, target.directive, source):
            return target
    ranged = [
        target
        for target in matching
        if target.directive.kind in (DirectiveKind.DISABLE, DirectiveKind.ENABLE)
    ]
    start = diagnostic.span.start
    count = bisect_right(ranged, start, key=lambda target: target.directive.span.end)
    last = ranged[count - 1] if count else None
    return last if last and last.directive.kind is DirectiveKind.DISABLE else None


def _is_on_line(diagnostic: Diagnostic, directive: Directive, source: Source) -> bool:
    """Return whether a directive is for a single line, and the finding is on it.

    A sentence may go over several lines, and the comment stand at the end of any of them.
    """
    if directive.kind is DirectiveKind.LINE:
        line = source.locate(directive.span.start).line
        return diagnostic.start.line <= line <= diagnostic.end.line
    if directive.kind is DirectiveKind.NEXT_LINE:
        return diagnostic.start.line == _find_next_line(source, directive.span.end)
    return False


def _find_next_line(source: Source, offset: int) -> int:
    """Return the first line with text below the line of an offset; 0 if there is none."""
    first = source.locate(offset).line + 1
    lines = range(first, len(source.line_starts) + 1)
    return next((line for line in lines if source.slice(source.get_line_span(line)).strip()), 0)


def _ends_disable(target: _DirectiveTarget, targets: list[_DirectiveTarget]) -> bool:
    """Return whether a target is an `enable` that follows a matching `disable`."""
    return target.directive.kind is DirectiveKind.ENABLE and any(
        earlier.directive.kind is DirectiveKind.DISABLE
        and earlier.directive.span < target.directive.span
        and (target.matches_rule(earlier.name) or earlier.matches_rule(target.name))
        for earlier in targets
    )
