"""Literals: the words and phrases of all rules, found in one pass over a text."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.core.source import Span
from plainlint.document.folding import fold, is_whole_word, prepare_text
from plainlint.document.passages import Passage


class WordMatch(NamedTuple):
    """A rule's literal at `start` to `end` of a passage's text; `literal` is it as listed."""

    literal: str
    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as they stand in the passage."""
        return self.passage.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.passage.get_span(self.start, self.end)


class WordIndex:
    """The literals of several rules in one automaton: whole words, any case, any white space.

    Args:
        lists: what each rule looks for.
    """

    def __init__(self, lists: tuple[tuple[str, ...], ...]) -> None:
        # What each distinct spelling is to whom: the rule's number, and the literal as listed.
        self._wanted: dict[str, list[tuple[int, str]]] = {}
        for number, literals in enumerate(lists):
            for literal in literals:
                self._wanted.setdefault(fold(literal), []).append((number, literal))
        self._spellings = list(self._wanted)
        self._automaton = AhoCorasick(self._spellings, matchkind=MatchKind.Standard)
        self._seen = lru_cache(maxsize=1 << 12)(self._find_matches)

    def find(self, passages: Iterable[Passage]) -> dict[int, list[WordMatch]]:
        """What is found in the passages, for each rule by its number that finds anything.

        Of two literals of one rule that overlap, the one further left counts, then the longer.
        """
        found: dict[int, list[WordMatch]] = {}
        for passage in passages:
            done: dict[int, int] = {}
            for start, end, spelling in self._seen(passage.text):
                for number, literal in self._wanted[spelling]:
                    if start >= done.get(number, 0):
                        done[number] = end
                        found.setdefault(number, []).append(WordMatch(literal, passage, start, end))
        return found

    def _find_matches(self, text: str) -> tuple[tuple[int, int, str], ...]:
        plain, folded = prepare_text(text)
        whole = sorted(
            (start, -end, self._spellings[index])
            for index, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
            if is_whole_word(plain, start, end)
        )
        return tuple((start, -end, spelling) for start, end, spelling in whole)


@lru_cache(maxsize=32)
def get_word_index(lists: tuple[tuple[str, ...], ...]) -> WordIndex:
    """The automaton for these lists, built once."""
    return WordIndex(lists)
