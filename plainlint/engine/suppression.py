"""Suppression: hide the findings that a document's directives disable."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope, SuppressedDiagnostic
from plainlint.core.source import Source, Span
from plainlint.document.model import Directive, DirectiveKind, Document, RuleReference
from plainlint.rulebook.page import get_category


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
    targets = _Targets(document)
    kept, suppressed, used = [], [], set[_Key]()
    for diagnostic in diagnostics:
        suppressor = targets.find_suppressor(diagnostic)
        if suppressor is None:
            kept.append(diagnostic)
        else:
            used.add(suppressor.key)
            suppressed.append(SuppressedDiagnostic(diagnostic, suppressor.directive.reason))
    unused = defaultdict[Span, list[RuleReference]](list)
    for target in targets.targets:
        if target.key in used or target.name in idle or targets.ends_disable(target):
            continue
        unused[target.directive.span] += [target.reference] if target.reference else []
    names = {span: tuple(references) for span, references in unused.items()}
    return SuppressionResult(tuple(kept), tuple(suppressed), names)


# A directive by its span, and one of its names.
_Key = tuple[Span, str]


class _Target(NamedTuple):
    """One name in one directive; None (`enable` without names) means all rules.

    `number` is its place in the order of the document.
    """

    directive: Directive
    reference: RuleReference | None
    number: int

    @property
    def name(self) -> str:
        return self.reference.text if self.reference else ""

    @property
    def key(self) -> _Key:
        return self.directive.span, self.name


class _Targets:
    """The targets of a document's directives, by the name and kind of each."""

    def __init__(self, document: Document) -> None:
        self.targets = [
            _Target(directive, reference, number)
            for number, (directive, reference) in enumerate(_list_names(document.directives))
        ]
        self._for_file: dict[str, _Target] = {}
        self._for_line: dict[tuple[str, int], _Target] = {}
        self._on_line = defaultdict[str, list[tuple[int, _Target]]](list)
        self._ranged = defaultdict[str, list[_Target]](list)
        # The first `disable` of each name, of each category, and of all, which has no name.
        self._first_disables: dict[str, Span] = {}
        self._first_disables_in: dict[str, Span] = {}
        for target in self.targets:
            self._add(target, document.source)

    def _add(self, target: _Target, source: Source) -> None:
        kind, span, name = target.directive.kind, target.directive.span, target.name
        if kind is DirectiveKind.FILE:
            self._for_file.setdefault(name, target)
        elif kind is DirectiveKind.LINE:
            self._on_line[name].append((source.locate(span.start).line, target))
        elif kind is DirectiveKind.NEXT_LINE:
            self._for_line.setdefault((name, _find_next_line(source, span.end)), target)
        else:
            self._ranged[name].append(target)
        if kind is DirectiveKind.DISABLE:
            self._first_disables.setdefault(name, span)
            self._first_disables.setdefault("", span)
            self._first_disables_in.setdefault(get_category(name), span)

    def find_suppressor(self, diagnostic: Diagnostic) -> _Target | None:
        """Return what hides a finding: for the file, its line, the next or a range."""
        names = dict.fromkeys(("", diagnostic.rule, get_category(diagnostic.rule)))
        for_file = [self._for_file[name] for name in names if name in self._for_file]
        if for_file:
            return min(for_file, key=_get_number)
        if diagnostic.scope not in (Scope.TEXT, Scope.BLOCK):
            return None
        keys = [(name, diagnostic.start.line) for name in names]
        for_line = [self._for_line[key] for key in keys if key in self._for_line]
        on_line = (self._find_on_lines(name, diagnostic) for name in names)
        for_line += [target for target in on_line if target]
        if for_line:
            return min(for_line, key=_get_number)
        before = [self._find_last(name, diagnostic.span.start) for name in names]
        last = max((target for target in before if target), key=_get_number, default=None)
        return last if last and last.directive.kind is DirectiveKind.DISABLE else None

    def _find_on_lines(self, name: str, diagnostic: Diagnostic) -> _Target | None:
        """Return the first directive of a name for a line that a finding covers.

        A sentence may go over several lines, and the comment stand at the end of any of them.
        """
        targets = self._on_line.get(name, ())
        index = bisect_left(targets, diagnostic.start.line, key=itemgetter(0))
        found = targets[index] if index < len(targets) else None
        return found[1] if found and found[0] <= diagnostic.end.line else None

    def _find_last(self, name: str, offset: int) -> _Target | None:
        """Return the last `disable` or `enable` of a name before an offset."""
        ranged = self._ranged.get(name, ())
        count = bisect_right(ranged, offset, key=lambda target: target.directive.span.end)
        return ranged[count - 1] if count else None

    def ends_disable(self, target: _Target) -> bool:
        """Return whether a target is an `enable` that follows a matching `disable`."""
        if target.directive.kind is not DirectiveKind.ENABLE:
            return False
        firsts = (
            self._first_disables.get(target.name),
            self._first_disables.get(get_category(target.name)),
            self._first_disables_in.get(target.name),
        )
        return any(first is not None and first < target.directive.span for first in firsts)


def _get_number(target: _Target) -> int:
    return target.number


def _list_names(
    directives: Iterable[Directive],
) -> Iterator[tuple[Directive, RuleReference | None]]:
    for directive in directives:
        if not directive.problem:
            yield from ((directive, name) for name in directive.names or (None,))


def _find_next_line(source: Source, offset: int) -> int:
    """Return the first line with text below the line of an offset; 0 if there is none."""
    first = source.locate(offset).line + 1
    lines = range(first, len(source.line_starts) + 1)
    return next((line for line in lines if source.slice(source.get_line_span(line)).strip()), 0)
