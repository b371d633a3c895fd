"""The sieve: for each of several rules with patterns, the passages that any of them is in.

All patterns of all rules are one automaton, which reads a text once however many there are.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from plainlint.passages import Passage

# Bytes for the automaton. With too few it forgets its states and makes them again and again.
_MOST_MEMORY = 1 << 28


class Patterns(NamedTuple):
    """The patterns of a rule, and whether capitals and small letters differ in them."""

    patterns: tuple[str, ...]
    case: bool


class Sieve:
    """The patterns of several rules, each rule known by its number."""

    def __init__(self, rules: tuple[Patterns, ...]) -> None:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MOST_MEMORY
        self._set: Any = re2.Set.SearchSet(options)
        # The rule of each pattern in the set; those that RE2 can't read see all passages.
        self._owners: list[int] = []
        self._unread: set[int] = set()
        self._wanted = lru_cache(maxsize=1 << 12)(self._look)
        for number, rule in enumerate(rules):
            for pattern in rule.patterns:
                try:
                    self._set.Add(pattern if rule.case else f"(?i){pattern}")
                    self._owners.append(number)
                except re2.error:
                    self._unread.add(number)
        if self._owners:
            self._set.Compile()

    def sift(self, passages: Iterable[Passage]) -> dict[int, list[Passage]]:
        """The passages for each rule that has any."""
        found: dict[int, list[Passage]] = {}
        for passage in passages:
            for number in self._wanted(passage.text):
                found.setdefault(number, []).append(passage)
        return found

    def _look(self, text: str) -> frozenset[int]:
        """The rules that a text is for."""
        there = self._set.Match(text) if self._owners else None
        return frozenset(self._owners[index] for index in there or ()) | self._unread


@lru_cache(maxsize=32)
def sieve_of(rules: tuple[Patterns, ...]) -> Sieve:
    """The sieve for these rules, built once."""
    return Sieve(rules)
