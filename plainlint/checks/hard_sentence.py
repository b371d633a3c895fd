"""hard-sentence: sentences that are hard to read, with what to change in them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, partial
from math import ceil

from plainlint.checks import Hit
from plainlint.difficulty.advice import Lookup, Term, advice
from plainlint.difficulty.difficulty import sentence_difficulty
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
    for sentence in block.sentences:
        difficulty = sentence_difficulty(sentence.text, language).value
        if breach := limits.breach(difficulty):
            lookup = _lookup(block, sentence, glossary, plain_words)
            pieces = advice(sentence.text, language, lookup, advice_given)
            words = (
                "; ".join(piece.words for piece in pieces) or "use shorter and more common words"
            )
            values = {"difficulty": ceil(difficulty), "limit": breach.limit, "advice": words}
            start, prose = sentence.start, sentence.prose
            places = (prose.span(start + piece.start, start + piece.end) for piece in pieces)
            yield Hit(sentence.span, values, breach.severity, tuple(places))


def _lookup(
    block: Block, sentence: Sentence, glossary: Glossary, plain_words: Mapping[str, str]
) -> Lookup:
    """What the glossary and the block say of a word of the sentence."""
    text, origin = sentence.prose.text, sentence.start
    terms = [each[1:] for each in matcher(glossary).find(text) if origin <= each.start]
    starts = [start for start, _ in terms]

    def lookup(start: int, end: int) -> Term:
        start, end = start + origin, end + origin
        plain = plain_words.get(fold(text[start:end]), "")
        # Terms do not overlap: only the last one that begins in time can reach over the word.
        last = bisect_right(starts, start) - 1
        listed = not plain and last >= 0 and end <= terms[last][1]
        start, end = terms[last] if listed else (start, end)
        place = (start - origin, end - origin)
        explained = partial(_is_explained, block, text, start, end)
        return Term(*place, plain, listed, is_explained=explained)

    # A word that is hard in several ways is asked for once for each of them.
    return cache(lookup)


def _is_explained(block: Block, text: str, start: int, end: int) -> bool:
    """Whether the place is in a link, or explained or spelled out where it stands."""
    if any(link.start < end and start < link.end for link in block.links):
        return True
    in_full = is_acronym(text[start:end]) and is_spelled_out(text, start, end)
    return in_full or is_explained(text, start, end)
