"""Groups: the findings of a document that a writer works on together, as those of one sentence."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.source import NOWHERE, Span
from plainlint.document.model import Document


def group_findings(diagnostics: Iterable[Diagnostic], document: Document) -> tuple[Diagnostic, ...]:
    """Return the findings with their groups, numbered from 0 in the order of their first findings.

    One group are the scores of the document, the findings in one sentence, those in a block that
    is not scored, and those of one rule about the document or one place of its front matter.
    """
    places = _Places(document)
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
            key = place = places.find(diagnostic.span)
        number = numbers.setdefault(key, len(numbers))
        grouped.append(diagnostic._replace(group=number, place=place))
    return tuple(grouped)


class _Places:
    """The sentences and blocks of a document, to be found by what is inside them."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._starts = [block.span.start for block in document.blocks]

    def find(self, span: Span) -> Span:
        """Return the span of the sentence around a place, else of the block, else the place."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or span.start >= self._blocks[index].span.end:
            return span
        block = self._blocks[index]
        if span.end > block.span.end:
            return span
        around = (
            sentence.span
            for sentence in block.sentences
            if sentence.span.start <= span.start and span.end <= sentence.span.end
        )
        return next(around, block.span)
