"""An index of the words and phrases of all rules, found in one pass over a text."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.core.caches import remember
from plainlint.core.source import Span
from plainlint.document.folding import fold, is_whole_word, prepare_text
from plainlint.document.passages import Passage


class WordMatch(NamedTuple):
    """A match of a rule's `literal`, as listed, from `start` to `end` of a passage's text."""

    literal: str
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as written in the passage."""
        return self.passage.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Their source span."""
        return self.passage.get_span(self.start, self.end)


class WordIndex:
    """The literals of several rules in one automaton: whole words, any case, any white space.

    Args:
        lists: the literals of each rule.
    """

    def __init__(self, lists: tuple[tuple[str, ...], ...]) -> None:
        # For each folded spelling: the numbers of the rules, and their literals as listed.
        self._entries: dict[str, list[tuple[int, str]]] = {}
        for number, literals in enumerate(lists):
            for literal in literals:
                self._entries.setdefault(fold(literal), []).append((number, literal))
        self._spellings = list(self._entries)
        self._automaton = AhoCorasick(self._spellings, matchkind=MatchKind.Standard)
        self._find_cached = lru_cache(maxsize=1 << 12)(self._find_matches)

    def find(self, passages: Iterable[Passage]) -> dict[int, list[WordMatch]]:
        """Return the matches in the passages by the number of their rule.

        If two literals of one rule overlap, the leftmost counts, then the longest.
        """
        matches: dict[int, list[WordMatch]] = {}
        for passage in passages:
            last_ends: dict[int, int] = {}
            for start, end, spelling in self._find_cached(passage.text):
                for number, literal in self._entries[spelling]:
                    if start >= last_ends.get(number, 0):
                        last_ends[number] = end
                        match = WordMatch(literal, passage, start, end)
                        matches.setdefault(number, []).append(match)
        return matches

    def _find_matches(self, text: str) -> tuple[tuple[int, int, str], ...]:
        plain, folded = prepare_text(text)
        whole_words = sorted(
            (start, -end, self._spellings[index])
            for index, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
            if is_whole_word(plain, start, end)
        )
        return tuple(
            (start, -negative_end, spelling) for start, negative_end, spelling in whole_words
        )


@remember(32)
def get_word_index(lists: tuple[tuple[str, ...], ...]) -> WordIndex:
    """Return the index of these lists, built once."""
    return WordIndex(lists)
