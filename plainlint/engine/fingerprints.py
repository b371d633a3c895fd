"""Fingerprints: a name for a finding that outlives edits elsewhere, moves and reflowing."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.source import Span
from plainlint.document.model import Document

_LENGTH = 16
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def digest(*parts: str) -> str:
    """A short name for texts: equal texts have equal names, on every machine."""
    data = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]


# Several findings may stand in one sentence.
@lru_cache(maxsize=1 << 10)
def normalise_whitespace(text: str) -> str:
    """The text with each run of white space, line ends too, as one space."""
    return " ".join(text.split())


class Fingerprints:
    """The fingerprints of the findings in a document."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._starts = [block.span.start for block in document.blocks]

    def compute_fingerprint(
        self, rule: str, scope: Scope, span: Span, text: str, message: str
    ) -> str:
        """The fingerprint of a finding: a digest of its rule, text and the sentence around it.

        Findings on front matter may all be shown in one place, so the message tells them apart; its
        numbers change from day to day. What is said of a whole document holds for any text in it.
        """
        parts: tuple[str, ...] = rule, text
        if scope is Scope.FRONT_MATTER:
            parts = rule, text, _NUMBER.sub("", message)
        elif scope not in (Scope.DOCUMENT, Scope.SCORE):
            parts = rule, text, "" if scope is Scope.BLOCK else self._get_text_around(span.start)
        return digest(*map(normalise_whitespace, parts))

    def _get_text_around(self, start: int) -> str:
        """The sentence at an offset of the source; the whole block where nothing is scored."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return ""
        block = self._blocks[index]
        ends = (sentence.text for sentence in block.sentences if start < sentence.span.end)
        return next(ends, block.text)


def number_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Findings with fingerprints that are all unlike: the second of two equal ones ends in :2."""
    seen = Counter[tuple[str, str]]()
    for each in diagnostics:
        key = (each.path, each.fingerprint)
        seen[key] += 1
        yield each, f"{each.fingerprint}:{seen[key]}"
