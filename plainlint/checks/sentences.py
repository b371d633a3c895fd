"""Checks of sentences: their length, passive verbs, and how hard they are to read."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from math import ceil
from typing import NamedTuple

from plainlint.analysis.difficulty.advice import Advice, HardTerm, advise_on_sentence
from plainlint.analysis.difficulty.passive import find_passives
from plainlint.analysis.difficulty.score import compute_difficulty_value
from plainlint.analysis.glossary.accepted_words import AcceptedWords
from plainlint.analysis.glossary.acronyms import is_spelled_out
from plainlint.analysis.glossary.definitions import is_explained
from plainlint.analysis.glossary.matching import get_matcher, is_acronym
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.plain_words import PlainWords
from plainlint.checks import Hit, check
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.document.model import Block, Sentence

_DEFAULT_ADVICE = "use shorter and more common words"


@check
def sentence_length(sentence: Sentence, limits: Limits) -> Iterator[Hit]:
    """Report sentences with more words than the limit.

    Message:
        words: how many words the sentence has.
        limit: the limit that is passed.

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
    """Report passive verbs, from the "be" to the participle.

    Message:
        text: the verb.

    Example:
        severity: info
        ---
        The dose «is given» at night. The nurse gives it.
    """
    text = sentence.text
    for verb in find_passives(text, language):
        span = sentence.prose.get_span(sentence.start + verb.start, sentence.start + verb.end)
        yield Hit(span, {"text": text[verb.start : verb.end]})


@check
def hard_sentence(
    block: Block,
    limits: Limits,
    language: str,
    glossary: Glossary,
    plain_words: PlainWords,
    accepted: AcceptedWords,
    *,
    advice_given: int = 2,
) -> Iterator[Hit]:
    """Report sentences that are harder than the limit, and what makes them hard.

    Args:
        advice_given: how many things to change are named; those that weigh most come first.

    Message:
        difficulty: how hard the sentence is, from 0 to 100.
        limit: the limit that is passed.
        advice: what to change.
    """
    if limits == Limits():
        return
    prose, text = block.prose, block.text
    links = tuple((link.start, link.end) for link in block.links)
    for _, start, end, span, tokens in block.sentences:
        difficulty = compute_difficulty_value(text[start:end], tokens, language)
        if breach := limits.find_exceeded_limit(difficulty):
            lookup = _SentenceLookup(text, start, links, glossary, plain_words, accepted)
            pieces = _get_advice(lookup, end, len(tokens), language, advice_given)
            advice = "; ".join(piece.words for piece in pieces) or _DEFAULT_ADVICE
            values = {"difficulty": ceil(difficulty), "limit": breach.limit, "advice": advice}
            related = (prose.get_span(start + piece.start, start + piece.end) for piece in pieces)
            yield Hit(span, values, breach.severity, tuple(related))


class _SentenceLookup(NamedTuple):
    """Looks up the words of one sentence in the glossary and in the block's text.

    Offsets passed in and returned count from the start of the sentence, which is at `origin` of
    the text; `links` has the ranges of the text's links.
    """

    text: str
    origin: int
    links: tuple[tuple[int, int], ...]
    glossary: Glossary
    plain_words: PlainWords
    accepted: AcceptedWords

    def plain(self, start: int, end: int) -> str:
        """Return an everyday word for a word; empty if there is none."""
        word = self.text[start + self.origin : end + self.origin]
        return "" if self.accepted.covers(word) else self.plain_words.find(word)

    def term(self, start: int, end: int) -> HardTerm:
        """Return the term that a word is part of, or the word itself as a term.

        A term that begins before the sentence does not count.
        """
        origin = self.origin
        start, end = start + origin, end + origin
        places = _find_term_places(self.glossary, self.text)
        # Terms do not overlap: only the last one that begins before the word can contain it.
        last = bisect_right(places, (start, len(self.text))) - 1
        listed = last >= 0 and places[last][0] >= origin and end <= places[last][1]
        if listed:
            start, end = places[last]
        return HardTerm(
            start - origin, end - origin, listed, partial(self._is_explained, start, end)
        )

    def _is_explained(self, start: int, end: int) -> bool:
        """Return whether the range needs no advice: linked, explained, spelled out or accepted."""
        if any(first < end and start < last for first, last in self.links):
            return True
        text = self.text
        if self.accepted.covers(text[start:end]):
            return True
        in_full = is_acronym(text[start:end]) and is_spelled_out(text, start, end)
        return in_full or is_explained(text, start, end)


# Similar documents share sentences, and an edited document keeps most of its sentences.
@remember(1 << 11)
def _get_advice(
    lookup: _SentenceLookup, end: int, words: int, language: str, count: int
) -> tuple[Advice, ...]:
    sentence = lookup.text[lookup.origin : end]
    return tuple(advise_on_sentence(sentence, words, language, lookup, count))


@remember(8)
def _find_term_places(glossary: Glossary, text: str) -> list[tuple[int, int]]:
    return [match[1:] for match in get_matcher(glossary).find(text)]
