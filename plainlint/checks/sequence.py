"""sequence: words in a row, each told by a pattern or by its class."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypedDict

from plainlint.analysis.difficulty.word_classes import WordClass, is_of_class
from plainlint.checks import Hit, check
from plainlint.core.regex import Regex, compile_pattern
from plainlint.document.model import WORD
from plainlint.document.passages import Passage

_PIECE = re.compile(rf"{WORD.pattern}|[^\w\s]")


class Token(TypedDict, total=False):
    """A word, or a sign that stands alone.

    One with neither `pattern` nor `tag` is any word or sign; with both it must fit both.

    Attributes:
        pattern: matches the whole of the word, in any case.
        tag: the word's class.
        negate: whether it must not fit.
        optional: whether it may be missing.
        skip: how many other words and signs may stand before it.
    """

    pattern: Regex
    tag: WordClass
    negate: bool
    optional: bool
    skip: int


@check(scope="sentence")
def sequence(passage: Passage, tokens: Sequence[Token]) -> Iterator[Hit]:
    """Words in a row, each told by a pattern or by its class.

    English words have these tags: `word`, `punctuation`, `capitalised`, `number`, `be`, `have`,
    `modal`, `pronoun`, `determiner`, `preposition`, `conjunction`, `adverb`, `participle`,
    `ing-form` and `nominalisation`. They are told by lists and endings. Some words have several.

    Args:
        tokens: what stands in a row, each by its `pattern`, its `tag` or both. One that is
            `optional` may be missing. With `negate` it must not fit. Up to `skip` other words and
            signs may stand before it.

    Message:
        text: the words from the first to the last.

    Example:
        tokens:
          - tag: be
          - tag: adverb
            optional: true
          - tag: participle
          - pattern: by
            skip: 2
        ---
        The dose «is often changed at night by» the nurse.
    """
    text = passage.text
    pieces = [match.span() for match in _PIECE.finditer(text)]
    ends = _make_end_finder([text[start:end] for start, end in pieces], tokens)
    at = 0
    while at < len(pieces):
        end = ends(at)
        if end > at:
            first, last = pieces[at][0], pieces[end - 1][1]
            yield Hit(passage.get_span(first, last), {"text": text[first:last]})
        at = max(end, at + 1)


def _make_end_finder(words: Sequence[str], tokens: Sequence[Token]) -> Callable[[int], int]:
    """Where the sequence that begins with a word ends, by the word's number; -1 if none does."""

    @cache
    def find_end(word: int, token: int, *, begun: bool) -> int:
        if token == len(tokens):
            return word
        skip = tokens[token].get("skip", 0) if begun else 0
        for at in range(word, min(word + skip + 1, len(words))):
            if _matches_token(words[at], tokens[token]):
                found = find_end(at + 1, token + 1, begun=True)
                if found >= 0:
                    return found
        return find_end(word, token + 1, begun=begun) if tokens[token].get("optional") else -1

    return lambda word: find_end(word, 0, begun=False)


def _matches_token(word: str, token: Token) -> bool:
    pattern, tag = token.get("pattern"), token.get("tag")
    fits = (tag is None or is_of_class(word, tag)) and (
        pattern is None or any(compile_pattern(f"^(?:{pattern})$").find(word))
    )
    return fits != token.get("negate", False)
