"""hard-sentence: sentences that are hard to read, with what to change in them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, partial
from math import ceil

from plainlint.checks import Hit
from plainlint.difficulty.advice import Lookup, Term, advice
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

    def of(self, sentence: Sentence) -> Lookup:
        """What is known of a word of a sentence, by its place there."""
        # A word that is hard in several ways is asked for once for each of them.
        return cache(partial(self._term, sentence.start))

    def _term(self, origin: int, start: int, end: int) -> Term:
        text, places = self._block.text, self._places
        start, end = start + origin, end + origin
        plain = self._plain.get(fold(text[start:end]), "")
        # Terms do not overlap: only the last one that begins in time can reach over the word.
        last = bisect_right(places, (start, len(text))) - 1
        listed = not plain and last >= 0 and places[last][0] >= origin and end <= places[last][1]
        start, end = places[last] if listed else (start, end)
        explained = partial(_is_explained, self._block, text, start, end)
        return Term(start - origin, end - origin, plain, listed, is_explained=explained)


def _is_explained(block: Block, text: str, start: int, end: int) -> bool:
    """Whether the place is in a link, or explained or spelled out where it stands."""
    if any(link.start < end and start < link.end for link in block.links):
        return True
    in_full = is_acronym(text[start:end]) and is_spelled_out(text, start, end)
    return in_full or is_explained(text, start, end)
