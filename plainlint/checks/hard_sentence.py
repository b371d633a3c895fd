"""hard-sentence: sentences that are hard to read, with what to change in them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from math import ceil
from typing import NamedTuple

from plainlint.checks import Hit
from plainlint.difficulty.advice import Term, advice
from plainlint.difficulty.difficulty import difficulty_value
from plainlint.glossary.explanations import is_explained
from plainlint.glossary.long_forms import is_spelled_out
from plainlint.glossary.matching import fold, matcher
from plainlint.glossary.model import Glossary
from plainlint.glossary.name_forms import is_acronym
from plainlint.limits import Limits
from plainlint.model import Block, Sentence


def hard_sentence(
    block: Block,
    limits: Limits,
    language: str,
    glossary: Glossary,
    plain_words: Mapping[str, str],
    advice_given: int = 2,
) -> Iterator[Hit]:
    """Each sentence of the block that is harder than the limit, and what makes it so.

    Args:
        advice_given: how many things to change to name, those that weigh most first.

    Message:
        difficulty: how hard it is, from 0 to 100.
        limit: the limit that it passes.
        advice: what to change.
    """
    if limits == Limits():
        return
    terms = _Terms(block, glossary, plain_words)
    for sentence in block.sentences:
        difficulty = difficulty_value(sentence.text, sentence.tokens, language)
        if breach := limits.breach(difficulty):
            lookup = terms.of(sentence)
            pieces = advice(sentence.text, len(sentence.tokens), language, lookup, advice_given)
            words = (
                "; ".join(piece.words for piece in pieces) or "use shorter and more common words"
            )
            values = {"difficulty": ceil(difficulty), "limit": breach.limit, "advice": words}
            start, prose = sentence.start, sentence.prose
            places = (prose.span(start + piece.start, start + piece.end) for piece in pieces)
            yield Hit(sentence.span, values, breach.severity, tuple(places))


class _Terms:
    """What the glossary and a block say of the words of its sentences."""

    def __init__(self, block: Block, glossary: Glossary, plain_words: Mapping[str, str]) -> None:
        self._block, self._glossary, self._plain = block, glossary, plain_words

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [each[1:] for each in matcher(self._glossary).find(self._block.text)]

    def of(self, sentence: Sentence) -> "_Words":
        """What is known of the words of a sentence."""
        return _Words(self, sentence.start)

    def plain(self, start: int, end: int) -> str:
        """An everyday word for the word at a place of the block, or nothing."""
        return self._plain.get(fold(self._block.text[start:end]), "")

    def term(self, start: int, end: int, origin: int) -> tuple[int, int, bool]:
        """The place of the term that a word belongs to, not before `origin`; whether it is one."""
        places = self._places
        # Terms do not overlap: only the last one that begins in time can reach over the word.
        last = bisect_right(places, (start, len(self._block.text))) - 1
        listed = last >= 0 and places[last][0] >= origin and end <= places[last][1]
        return (*places[last], True) if listed else (start, end, False)

    def is_explained(self, start: int, end: int) -> bool:
        """Whether the place is in a link, or explained or spelled out where it stands."""
        text = self._block.text
        if self._block.link_at(start, end):
            return True
        in_full = is_acronym(text[start:end]) and is_spelled_out(text, start, end)
        return in_full or is_explained(text, start, end)


class _Words(NamedTuple):
    """The same for one sentence, which begins at `origin` of the block, by places in it."""

    terms: _Terms
    origin: int

    def plain(self, start: int, end: int) -> str:
        """An everyday word for a word, or nothing."""
        return self.terms.plain(start + self.origin, end + self.origin)

    def term(self, start: int, end: int) -> Term:
        """The term that a word belongs to."""
        origin = self.origin
        start, end, listed = self.terms.term(start + origin, end + origin, origin)
        explained = partial(self.terms.is_explained, start, end)
        return Term(start - origin, end - origin, listed, explained)
