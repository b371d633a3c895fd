"""The check sequence: words in a row, each described by a pattern or by its class."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypedDict

from plainlint.checks import Hit, check
from plainlint.core.regex import Regex, compile_pattern
from plainlint.core.words import WORD
from plainlint.document.passages import Passage
from plainlint.languages.base import Language, WordClass, get_language

_PIECE = re.compile(rf"{WORD.pattern}|[^\w\s]")


class Token(TypedDict, total=False):
    """A word or a punctuation mark.

    With neither `pattern` nor `tag` it can be anything; with both it must match both.

    Attributes:
        pattern: matches the whole word, in any case.
        tag: the word's class.
        negate: whether the word must not match.
        optional: whether the word may be missing.
        skip: the maximum number of other words and punctuation marks before it.
    """

    pattern: Regex
    tag: WordClass
    negate: bool
    optional: bool
    skip: int


@check(scope="sentence", needs="is_of_class")
def sequence(passage: Passage, language: str, *, tokens: Sequence[Token]) -> Iterator[Hit]:
    """Report words in a row, each described by a pattern or by its class.

    Words have these tags: `word`, `punctuation`, `capitalised`, `number`, `be`, `have`,
    `modal`, `pronoun`, `determiner`, `preposition`, `conjunction`, `adverb`, `participle`,
    `ing-form` and `nominalisation`. Lists and endings of the
    language decide them. Some words have several.

    Args:
        tokens: the words, each with its `pattern`, its `tag` or both. An `optional` one may be
            missing. With `negate` the word must not match. Up to `skip` other words and
            punctuation marks may come before it.

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
    ranges = [match.span() for match in _PIECE.finditer(text)]
    pieces = [text[start:end] for start, end in ranges]
    find_end = _make_end_finder(pieces, tokens, get_language(language))
    begin = 0
    while begin < len(ranges):
        end = find_end(begin)
        if end > begin:
            start, stop = ranges[begin][0], ranges[end - 1][1]
            yield Hit(passage.get_span(start, stop), {"text": text[start:stop]})
        begin = max(end, begin + 1)


def _make_end_finder(
    words: Sequence[str], tokens: Sequence[Token], language: Language
) -> Callable[[int], int]:
    """Return a function from the index of a sequence's first word to the index behind its last.

    The function returns -1 if no sequence begins with the word.
    """

    @cache
    def find_end(word: int, token: int, *, begun: bool) -> int:
        if token == len(tokens):
            return word
        skip = tokens[token].get("skip", 0) if begun else 0
        for at in range(word, min(word + skip + 1, len(words))):
            if _matches_token(words[at], tokens[token], language):
                end = find_end(at + 1, token + 1, begun=True)
                if end >= 0:
                    return end
        return find_end(word, token + 1, begun=begun) if tokens[token].get("optional") else -1

    return lambda word: find_end(word, 0, begun=False)


def _matches_token(word: str, token: Token, language: Language) -> bool:
    pattern, tag, is_of_class = token.get("pattern"), token.get("tag"), language.is_of_class
    matches = (tag is None or (is_of_class is not None and is_of_class(word, tag))) and (
        pattern is None or any(compile_pattern(f"^(?:{pattern})$").find(word))
    )
    return matches != token.get("negate", False)
