"""Fingerprints: a name for a finding that outlives edits elsewhere, moves and reflowing."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from plainlint.diagnostics import Diagnostic, Scope
from plainlint.model import Block, Document

_LENGTH = 16
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def digest(*parts: str) -> str:
    """A short name for texts: equal texts have equal names, on every machine."""
    data = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]


def normalised(text: str) -> str:
    """The text with each run of white space, line ends too, as one space."""
    return " ".join(text.split())


def with_fingerprints(
    diagnostics: Iterable[Diagnostic], document: Document
) -> Iterator[Diagnostic]:
    """The findings with their fingerprints: a digest of rule, text and the sentence around it."""
    starts = [block.span.start for block in document.blocks]
    for each in diagnostics:
        parts = (each.rule, *_subject(each, document, starts))
        yield replace(each, fingerprint=digest(*map(normalised, parts)))


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Findings with fingerprints that are all unlike: the second of two equal ones ends in :2."""
    seen = Counter[tuple[str, str]]()
    for each in diagnostics:
        key = (each.path, each.fingerprint)
        seen[key] += 1
        yield each, f"{each.fingerprint}:{seen[key]}"


def _subject(each: Diagnostic, document: Document, starts: list[int]) -> tuple[str, ...]:
    """What the finding is about.

    Findings on front matter may all be shown in one place, so the message tells them apart; its
    numbers change from day to day. What is said of a whole document holds for any text in it.
    """
    if each.scope in (Scope.DOCUMENT, Scope.SCORE):
        return (each.text,)
    if each.scope is Scope.FRONT_MATTER:
        return each.text, _NUMBER.sub("", each.message)
    index = bisect_right(starts, each.span.start) - 1
    return each.text, _around(document.blocks[index], each) if index >= 0 else ""


def _around(block: Block, each: Diagnostic) -> str:
    """The sentence that a finding starts in; the whole block where nothing is scored."""
    if each.scope is Scope.BLOCK:
        return ""
    ends = (s.text for s in block.sentences if each.span.start < s.span.end)
    return next(ends, block.text)
