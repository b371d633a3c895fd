"""hard-sentence: sentences that are hard to read, with what to change in them."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from math import ceil
from typing import NamedTuple

from plainlint.analysis.difficulty.advice import Advice, HardTerm, advise_on_sentence
from plainlint.analysis.difficulty.passive import find_passives
from plainlint.analysis.difficulty.score import compute_difficulty_value
from plainlint.analysis.glossary.acronyms import is_spelled_out
from plainlint.analysis.glossary.matching import get_matcher, is_acronym
from plainlint.analysis.glossary.mentions import is_explained
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.plain_words import PlainWords
from plainlint.checks import Hit, check
from plainlint.core.audiences import Limits
from plainlint.document.model import Block, Sentence


@check
def sentence_length(sentence: Sentence, limits: Limits) -> Iterator[Hit]:
    """A sentence with more words than the limit.

    Message:
        words: how many words it has.
        limit: the limit that it passes.

    Example:
        limits:
          most: {general: 5}
        ---
        Wash your hands. «Use soap and water, then dry them.»
    """
    words = len(sentence.tokens)
    if breach := limits.find_exceeded_limit(words):
        yield Hit(sentence.span, {"words": words, "limit": breach.limit}, breach.severity)


@check
def passive_voice(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Each passive verb, from its "be" to its participle.

    Message:
        text: the verb.

    Example:
        severity: info
        ---
        The dose «is given» at night. The nurse gives it.
    """
    text = sentence.text
    for cause in find_passives(text, language):
        span = sentence.prose.get_span(sentence.start + cause.start, sentence.start + cause.end)
        yield Hit(span, {"text": text[cause.start : cause.end]})


@check
def hard_sentence(
    block: Block,
    limits: Limits,
    language: str,
    glossary: Glossary,
    plain_words: PlainWords,
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
    prose, text = block.prose, block.text
    links = tuple((each.start, each.end) for each in block.links)
    for _, start, end, span, tokens in block.sentences:
        difficulty = compute_difficulty_value(text[start:end], tokens, language)
        if breach := limits.find_exceeded_limit(difficulty):
            known = _SentenceLookup(text, start, links, glossary, plain_words)
            pieces = _get_advice(known, end, len(tokens), language, advice_given)
            words = (
                "; ".join(piece.words for piece in pieces) or "use shorter and more common words"
            )
            values = {"difficulty": ceil(difficulty), "limit": breach.limit, "advice": words}
            places = (prose.get_span(start + piece.start, start + piece.end) for piece in pieces)
            yield Hit(span, values, breach.severity, tuple(places))


class _SentenceLookup(NamedTuple):
    """What the glossary and a block's text say of the words of one sentence, by places in it.

    The sentence begins at `origin` of the text, which has links at `links`.
    """

    text: str
    origin: int
    links: tuple[tuple[int, int], ...]
    glossary: Glossary
    plain_words: PlainWords

    def plain(self, start: int, end: int) -> str:
        """An everyday word for a word, or nothing."""
        return self.plain_words.find(self.text[start + self.origin : end + self.origin])

    def term(self, start: int, end: int) -> HardTerm:
        """The term that a word belongs to, if it does not begin before the sentence."""
        origin = self.origin
        start, end = start + origin, end + origin
        places = _find_term_places(self.glossary, self.text)
        # Terms do not overlap: only the last one that begins in time can reach over the word.
        last = bisect_right(places, (start, len(self.text))) - 1
        listed = last >= 0 and places[last][0] >= origin and end <= places[last][1]
        if listed:
            start, end = places[last]
        return HardTerm(
            start - origin, end - origin, listed, partial(self._is_explained, start, end)
        )

    def _is_explained(self, start: int, end: int) -> bool:
        """Whether the place is in a link, or explained or spelled out where it stands."""
        if any(first < end and start < last for first, last in self.links):
            return True
        text = self.text
        in_full = is_acronym(text[start:end]) and is_spelled_out(text, start, end)
        return in_full or is_explained(text, start, end)


# Documents of one kind share sentences, and a document that is checked again has most of its own.
@lru_cache(maxsize=1 << 11)
def _get_advice(
    known: _SentenceLookup, end: int, words: int, language: str, most: int
) -> tuple[Advice, ...]:
    return tuple(advise_on_sentence(known.text[known.origin : end], words, language, known, most))


@lru_cache(maxsize=8)
def _find_term_places(glossary: Glossary, text: str) -> list[tuple[int, int]]:
    return [each[1:] for each in get_matcher(glossary).find(text)]
