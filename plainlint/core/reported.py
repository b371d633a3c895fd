"""The findings that a check with advice looks at: by place, and by the words they are on."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Span


class ReportedFindings:
    """Findings of other rules on one document, in text order. Equality is identity."""

    def __init__(self, findings: Sequence[Diagnostic] = ()) -> None:
        self.findings = findings

    def iter_within(self, span: Span) -> Iterator[Diagnostic]:
        """Yield the findings that lie within a span of the source."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for finding in self.findings[first:last]:
            if finding.span.end <= span.end:
                yield finding

    @cached_property
    def _starts(self) -> list[int]:
        return [finding.span.start for finding in self.findings]

    def find_repeats(self, text: str, before: int) -> Iterator[tuple[Diagnostic, int, int]]:
        """Yield the findings before a place of the source on words that a text has too.

        Only words in lower case count, because others may be names. Of a rule's findings on equal
        words, the first one counts.

        Args:
            text: the text.
            before: the place, a code point.

        Yields:
            a finding, and the start and end of its words in the text.
        """
        names, automaton = self._search
        if automaton is None:
            return
        found = sorted(
            (start, number, end)
            for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
            if _is_alone(text, start, end)
            for number in names[index]
        )
        for start, number, end in found:
            finding = self.findings[number]
            if finding.span.start < before:
                yield finding, start, end

    @cached_property
    def _search(self) -> tuple[list[list[int]], AhoCorasick | None]:
        """The findings with the same words, by their numbers, and an automaton of these words."""
        first: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for number, finding in enumerate(self.findings):
            words = str(finding.values.get("text", ""))
            if words.islower() and words[0].isalnum():
                first[words].setdefault(finding.rule, number)
        automaton = AhoCorasick(first, matchkind=MatchKind.Standard) if first else None
        return [list(numbers.values()) for numbers in first.values()], automaton


def _is_alone(text: str, start: int, end: int) -> bool:
    """Return whether neither a letter, a digit nor a hyphen continues a range of a text."""
    around = text[start - 1 : start] + text[end : end + 1]
    return not any(sign.isalnum() or sign in "-_" for sign in around)


NOTHING_REPORTED = ReportedFindings()
