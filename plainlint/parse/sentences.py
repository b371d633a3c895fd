"""Split visible prose into sentences."""

import re
from itertools import pairwise

from plainlint.parse.abbreviations import Words, read_words
from plainlint.parse.boundaries import STOP, close, ends_sentence
from plainlint.parse.inline_lists import list_items

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def split_sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the (start, end) code points of each sentence, in order, without outer white space.

    Together the spans cover every character of ``text`` that is not white space. ``text`` is
    prose without markup; ``language`` is a code such as "en", "es" or "pt-BR".
    """
    words = read_words(language[:2].lower())
    items = list_items(text)
    if not items:
        return _split(text, words)
    edges = [0, *items, len(text)]
    return tuple(
        (first + start, first + end)
        for first, last in pairwise(edges)
        for start, end in _split(text[first:last], words)
    )


def _split(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    """The sentences of a text that is no list."""
    spans = []
    start = len(text) - len(text.lstrip())
    for stop in STOP.finditer(text):
        if ends_sentence(text, start, stop, words):
            end, after = close(text, start, stop)
            # A piece without a letter or digit is no sentence; it waits for the next one.
            if _LETTER_OR_DIGIT.search(text, start, end):
                spans.append((start, end))
                start = after
    end = len(text.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)
