"""A prefilter for patterns: find in one pass which rules' patterns may match a text."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.regex import distinguishes_letters, fold_to_ascii, strip_lookaround
from plainlint.document.passages import Passage

# The memory limit of the automaton in bytes; RE2 creates its states lazily.
_MEMORY = 64 << 20


class CandidatePassage(NamedTuple):
    """A passage that a rule's patterns may match."""

    passage: Passage


class PatternIndex:
    """The patterns of several rules in one automaton.

    The result may contain too much but never misses a match: lookarounds are ignored, and a
    pattern or a text that the automaton can't handle always counts as a possible match.

    Args:
        rules: the patterns of each rule, with their flags; case matters unless one has `(?i)`.
    """

    def __init__(self, rules: tuple[tuple[str, ...], ...]) -> None:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MEMORY
        self._set: Any = re2.Set.SearchSet(options)
        # An empty pattern is a canary: if it does not match, the search failed.
        self._numbers = [self._set.Add("")]
        unsupported = set()
        for number, patterns in enumerate(rules):
            for pattern in patterns:
                try:
                    self._set.Add(strip_lookaround(pattern))
                except re2.error:
                    unsupported.add(number)
                else:
                    self._numbers.append(number)
        self._unsupported = frozenset(unsupported)
        self._all = frozenset(range(len(rules)))
        # A text with folded letters says nothing about these.
        self._distinguishing = frozenset(
            number
            for number, patterns in enumerate(rules)
            if any(map(distinguishes_letters, patterns))
        )
        self._find_cached = lru_cache(maxsize=1 << 12)(self._find_likely_rules)
        try:
            self._set.Compile()
        except re2.error:
            self._numbers = []

    def find(self, passages: Iterable[Passage]) -> dict[int, list[CandidatePassage]]:
        """Return the candidate passages of each rule, by its number, in the order given."""
        candidates: dict[int, list[CandidatePassage]] = {}
        for passage in passages:
            for number in self._find_cached(passage.text):
                candidates.setdefault(number, []).append(CandidatePassage(passage))
        return candidates

    def _find_likely_rules(self, text: str) -> frozenset[int]:
        folded = fold_to_ascii(text)
        matched = self._set.Match(text if folded is None else folded) if self._numbers else None
        if not matched:
            return self._all
        numbers = self._unsupported.union(self._numbers[index] for index in matched if index)
        return numbers if folded is None else numbers | self._distinguishing


@remember(32)
def get_pattern_index(rules: tuple[tuple[str, ...], ...]) -> PatternIndex:
    """Return the index of these rules' patterns, built once."""
    return PatternIndex(rules)
