"""Pattern sets: which patterns of all rules may match a text, told by one pass over it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from plainlint.passages import Passage
from plainlint.patterns import as_ascii, is_choosy

# Bytes for the automaton of a set; RE2 makes its states as texts ask for them.
_MEMORY = 64 << 20
_LOOK_AROUND = re.compile(r"\(\?<?[=!]")


class Likely(NamedTuple):
    """A passage that a pattern of a rule may match; they match no other one."""

    passage: Passage


class PatternSet:
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
                self._set.Add(without_look_around(pattern))
            except re2.error:
                unknown.add(number)
            else:
                self._numbers.append(number)
        self._unknown, self._every = frozenset(unknown), frozenset(range(len(rules)))
        # A letter that stands for another one tells nothing of these.
        choosy = (n for n, rule in enumerate(rules) if any(map(is_choosy, rule)))
        self._choosy = frozenset(choosy)
        self._seen = lru_cache(maxsize=1 << 12)(self._likely)
        try:
            self._set.Compile()
        except re2.error:
            self._numbers = []

    def find(self, passages: Iterable[Passage]) -> dict[int, list[Likely]]:
        """The passages that are likely for each rule, by its number, in their order."""
        found: dict[int, list[Likely]] = {}
        for passage in passages:
            for number in self._seen(passage.text):
                found.setdefault(number, []).append(Likely(passage))
        return found

    def _likely(self, text: str) -> frozenset[int]:
        plain = as_ascii(text)
        matched = self._set.Match(text if plain is None else plain) if self._numbers else None
        if not matched:
            return self._every
        numbers = self._unknown.union(self._numbers[index] for index in matched if index)
        return numbers if plain is None else numbers | self._choosy


@lru_cache(maxsize=32)
def pattern_set(rules: tuple[tuple[str, ...], ...]) -> PatternSet:
    """The set of these rules' patterns, made once."""
    return PatternSet(rules)


def without_look_around(pattern: str) -> str:
    """The pattern without what it wants before or behind a match: it matches more, never less."""
    if not _LOOK_AROUND.search(pattern):
        return pattern
    kept, done = [], 0
    for start, end in _look_arounds(pattern):
        kept += [pattern[done:start], "(?:)"]
        done = end
    return "".join((*kept, pattern[done:]))


def _look_arounds(pattern: str) -> Iterator[tuple[int, int]]:
    """The ranges of the outermost look-arounds."""
    depth = start = closes_at = 0
    in_class = False
    for place in re.finditer(r"\\.|\[\^?\]?|[\]()]", pattern, re.DOTALL):
        sign = place[0][0]
        if sign == "\\":
            continue
        if in_class or sign == "[":
            # The bracket right behind the one that opens a class is one of its signs.
            in_class = not (in_class and place[0].endswith("]"))
        elif sign == "(":
            if not closes_at and _LOOK_AROUND.match(pattern, place.start()):
                start, closes_at = place.start(), depth + 1
            depth += 1
        elif sign == ")":
            if closes_at == depth:
                yield start, place.end()
                closes_at = 0
            depth -= 1
