"""Matching: where a text mentions the terms of a glossary."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.document.folding import SAME_SIGNS, fold, prepared, stands_alone
from plainlint.glossary.model import Glossary, Term
from plainlint.glossary.name_forms import is_acronym, name_forms


class Match(NamedTuple):
    """A term's name at `start` to `end` of a text."""

    term: Term
    start: int
    end: int


class Matcher:
    """All names of a glossary in one automaton: longest match, whole words, any case.

    An acronym matches in its own case only.
    """

    def __init__(self, glossary: Glossary) -> None:
        # A name as it is listed comes before the plural of another: the first of equals wins.
        listed = [(name, t, is_acronym(name)) for t in glossary.terms for name in t.names]
        inflected = [
            (form, t, is_acronym(form)) for name, t, _ in listed for form in name_forms(name)
        ]
        entries = [*listed, *inflected]
        self._entries = entries
        # Folded as one text: thousands of short calls cost more.
        patterns = fold("\0".join(spelling for spelling, _, _ in entries)).split("\0")
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if entries else None

    def find(self, text: str) -> tuple[Match, ...]:
        """The mentions in a text; of two that overlap, the one further left, then the longer."""
        return _found(self, text) if self._entries else ()

    def matches(self, text: str) -> Iterator[Match]:
        """What `find` remembers."""
        assert self._automaton is not None
        plain, folded = prepared(text)
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        # Most end inside a word: the first two tests are the quick ones.
        whole = sorted(
            (start, -end, index)
            for index, start, end in found
            if not plain[start - 1 : start].isalnum()
            and not plain[end : end + 1].isalnum()
            and stands_alone(plain, start, end)
        )
        done = 0
        for start, negative_end, index in whole:
            spelling, term, acronym = self._entries[index]
            if start < done or (
                acronym and plain[start:-negative_end] != spelling.translate(SAME_SIGNS)
            ):
                continue
            done = -negative_end
            yield Match(term, start, done)


@lru_cache(maxsize=8)
def matcher(glossary: Glossary) -> Matcher:
    """The matcher for a glossary, built once."""
    return Matcher(glossary)


@lru_cache(maxsize=1 << 10)
def _found(matcher: Matcher, text: str) -> tuple[Match, ...]:
    """The mentions in a text; remembered, for several rules ask for those of each block."""
    return tuple(matcher.matches(text))


def spellings(term: Term) -> tuple[str, ...]:
    """The spellings by which a term is found: its names and their other forms."""
    forms = [form for name in term.names for form in name_forms(name)]
    return tuple(dict.fromkeys((*term.names, *forms)))
