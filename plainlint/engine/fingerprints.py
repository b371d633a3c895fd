"""Fingerprints: ids of findings that survive edits elsewhere, moves and reflowing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from plainlint.core.caches import remember
from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.source import Span
from plainlint.document.model import Block, Sentence
from plainlint.engine.places import Places

_LENGTH = 16
# In code points: longer than any sentence. A longer text is hashed once, not by each finding.
_LONG = 5000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def digest(*parts: str) -> str:
    """Return a short digest of texts, the same on every machine."""
    data = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]


# A sentence often has several findings.
@remember(1 << 10)
def normalise_whitespace(text: str) -> str:
    """Replace each run of white space, line ends included, by one space."""
    return " ".join(text.split())


@remember(1 << 10)
def _normalise(text: str) -> str:
    """Return a text as it goes into a fingerprint; a long one is replaced by its digest."""
    normal = normalise_whitespace(text)
    return digest(normal) if len(normal) > _LONG else normal


class Fingerprints:
    """The fingerprints of the findings in a document."""

    def __init__(self, places: Places) -> None:
        self._places = places
        # By the identity of a sentence or a block of these places.
        self._texts: dict[int, str] = {}

    def compute_fingerprint(
        self, rule: str, scope: Scope, span: Span, text: str, problem: tuple[str, str]
    ) -> str:
        """Digest a finding's rule, text and the sentence around it.

        Several findings on front matter may be at one place: the key and the kind of their
        `problem` distinguish them. A finding about a whole document has no sentence around it.
        """
        parts: tuple[str, ...] = rule, text
        if scope is Scope.FRONT_MATTER:
            parts = rule, text, *problem
        elif scope not in (Scope.DOCUMENT, Scope.SCORE):
            around = "" if scope is Scope.BLOCK else self._normalise_text_around(span.start)
            return digest(_normalise(rule), _normalise(text), around)
        return digest(*map(_normalise, parts))

    def _normalise_text_around(self, start: int) -> str:
        """Return the sentence at an offset of the source, else the whole block, normalised once."""
        place: Sentence | Block | None
        place = self._places.find_sentence_at(start) or self._places.find_block(start)
        if place is None:
            return ""
        if id(place) not in self._texts:
            self._texts[id(place)] = _normalise(place.text)
        return self._texts[id(place)]


def compute_former_fingerprint(rule: str, diagnostic: Diagnostic, message: str) -> str:
    """Digest a finding on front matter as version 0.1.0 did: by its message without numbers."""
    parts = rule, diagnostic.text, _NUMBER.sub("", message)
    return digest(*map(normalise_whitespace, parts))


def number_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Pair findings with fingerprints that all differ: the second of two equal ones ends in :2."""
    counts = Counter[tuple[str, str]]()
    for diagnostic in diagnostics:
        key = (diagnostic.path, diagnostic.fingerprint)
        counts[key] += 1
        yield diagnostic, f"{diagnostic.fingerprint}:{counts[key]}"
