"""The findings that a check with advice looks at: by place, and by the words they are on."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Span

_FIRST_WORD = re.compile(r"\w+")


class ReportedFindings:
    """Findings of other rules on one document, in text order. Equality is identity."""

    def __init__(self, findings: Sequence[Diagnostic] = ()) -> None:
        self.findings = findings

    def iter_within(self, span: Span) -> Iterator[Diagnostic]:
        """Yield the findings that lie within a span of the source."""
        first = bisect_left(self.findings, span.start, key=lambda finding: finding.span.start)
        following = (self.findings[index] for index in range(first, len(self.findings)))
        for finding in takewhile(lambda finding: finding.span.start < span.end, following):
            if finding.span.end <= span.end:
                yield finding

    def find_repeats(self, text: str, before: int) -> Iterator[tuple[Diagnostic, int, int]]:
        """Yield the findings before a place of the source on words that a text has too.

        Only words in lower case count, because others may be names.

        Args:
            text: the text.
            before: the place, a code point.

        Yields:
            a finding, and the start and end of its words in the text.
        """
        for word in _FIRST_WORD.finditer(text):
            for finding in self._by_first_word.get(word[0], ()):
                words = str(finding.values["text"])
                end = word.start() + len(words)
                if (
                    finding.span.start < before
                    and text.startswith(words, word.start())
                    and not text[end : end + 1].isalnum()
                    and "-" not in text[word.start() - 1 : word.start()] + text[end : end + 1]
                ):
                    yield finding, word.start(), end

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[Diagnostic]]:
        by_word: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for finding in self.findings:
            words = str(finding.values.get("text", ""))
            first = _FIRST_WORD.match(words)
            if first and words.islower():
                by_word[first[0]].append(finding)
        return by_word


NOTHING_REPORTED = ReportedFindings()
