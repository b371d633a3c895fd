"""Pattern sets: which patterns of all rules may match a text, told by one pass over it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from plainlint.core.regex import distinguishes_letters, fold_to_ascii, strip_lookaround
from plainlint.document.passages import Passage

# Bytes for the automaton of a set; RE2 makes its states as texts ask for them.
_MEMORY = 64 << 20


class CandidatePassage(NamedTuple):
    """A passage that a pattern of a rule may match; they match no other one."""

    passage: Passage


class PatternIndex:
    """The patterns of several rules in one automaton.

    What it tells is no more than a guess that leaves nothing out: look-around is passed over, and
    a pattern or a text that the automaton can't judge is always likely.

    Args:
        rules: the patterns of each, with their flags; capitals count unless one says `(?i)`.
    """

    def __init__(self, rules: tuple[tuple[str, ...], ...]) -> None:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MEMORY
        self._set: Any = re2.Set.SearchSet(options)
        # The empty pattern matches all texts: without it among the matches, the search failed.
        self._numbers = [self._set.Add("")]
        unknown = set()
        for number, pattern in ((n, each) for n, rule in enumerate(rules) for each in rule):
            try:
                self._set.Add(strip_lookaround(pattern))
            except re2.error:
                unknown.add(number)
            else:
                self._numbers.append(number)
        self._unknown, self._every = frozenset(unknown), frozenset(range(len(rules)))
        # A letter that stands for another one tells nothing of these.
        choosy = (n for n, rule in enumerate(rules) if any(map(distinguishes_letters, rule)))
        self._choosy = frozenset(choosy)
        self._seen = lru_cache(maxsize=1 << 12)(self._find_likely_rules)
        try:
            self._set.Compile()
        except re2.error:
            self._numbers = []

    def find(self, passages: Iterable[Passage]) -> dict[int, list[CandidatePassage]]:
        """The passages that are likely for each rule, by its number, in their order."""
        found: dict[int, list[CandidatePassage]] = {}
        for passage in passages:
            for number in self._seen(passage.text):
                found.setdefault(number, []).append(CandidatePassage(passage))
        return found

    def _find_likely_rules(self, text: str) -> frozenset[int]:
        plain = fold_to_ascii(text)
        matched = self._set.Match(text if plain is None else plain) if self._numbers else None
        if not matched:
            return self._every
        numbers = self._unknown.union(self._numbers[index] for index in matched if index)
        return numbers if plain is None else numbers | self._choosy


@lru_cache(maxsize=32)
def get_pattern_index(rules: tuple[tuple[str, ...], ...]) -> PatternIndex:
    """The set of these rules' patterns, made once."""
    return PatternIndex(rules)
