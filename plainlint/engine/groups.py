"""Groups: the findings of a document that a writer works on together, as those of one sentence."""

from collections.abc import Hashable, Iterable

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.source import NOWHERE, Span
from plainlint.engine.places import Places

_GROUP = Diagnostic._fields.index("group")


def group_findings(diagnostics: Iterable[Diagnostic], places: Places) -> tuple[Diagnostic, ...]:
    """Return the findings with their groups, numbered from 0 in the order of their first findings.

    One group are the scores of the document, the findings in one sentence, those in a block that
    is not scored, and those of one rule about the document or one place of its front matter.
    """
    numbers: dict[Hashable, int] = {}
    grouped = []
    for diagnostic in diagnostics:
        place = NOWHERE
        key: Hashable
        if diagnostic.scope is Scope.SCORE:
            key = Scope.SCORE
        elif diagnostic.scope in (Scope.DOCUMENT, Scope.FRONT_MATTER):
            key = (diagnostic.rule, diagnostic.span)
        else:
            key = place = _find_place(diagnostic.span, places)
        number = numbers.setdefault(key, len(numbers))
        # This runs for every finding, and `_replace` is slower.
        grouped.append(Diagnostic._make((*diagnostic[:_GROUP], number, place)))
    return tuple(grouped)


def _find_place(span: Span, places: Places) -> Span:
    """Return the span of the sentence around a place, else of the block, else the place."""
    block = places.find_block(span.start)
    if block is None or span.start >= block.span.end or span.end > block.span.end:
        return span
    return places.find_sentence_span(span) or block.span
