"""vale-capitalization: the capitals of a passage, as Vale's rules of kind `capitalization`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from plainlint.checks import Hit, check
from plainlint.checks.vale import has_match
from plainlint.core.regex import compile_pattern
from plainlint.core.source import Source, Span
from plainlint.document.passages import Passage

Style: TypeAlias = Literal["AP", "Chicago"]

_WORD = re.compile(r"(?:[^\W_]|\*)+\S*")
_PART = re.compile(r"[^\W_][^\s\-/]*")
_INSIDE = re.compile("[-'\u2019]")
_AFTER_WORDS = "?!.:,;)"
# What titles leave small in the middle: AP the short words, Chicago all words for relations.
_AP = frozenset(
    re.findall(r"\w+", "a an and as at but by en for if in nor of on or per the to v vs via yet")
)
_CHICAGO = _AP | frozenset(
    re.findall(
        r"\w+",
        "about above across after against along among around before behind below beneath beside "
        "between beyond down during except from inside into like near off onto out outside over "
        "past since than through throughout toward under underneath until up upon with within "
        "without",
    )
)


class _CasedText(NamedTuple):
    """A text, and what says which of its words are right as they are.

    `free` has the ranges of exceptions, `behind` the endings of words behind which all is right;
    `begins` says whether the first word is the first that a reader sees.
    """

    text: str
    small: frozenset[str]
    free: tuple[tuple[int, int], ...]
    behind: tuple[str, ...]
    begins: bool

    def is_exempt(self, word: re.Match[str]) -> bool:
        """Whether a word has no small letter, or is an exception."""
        inside = any(start < word.end() and word.start() < end for start, end in self.free)
        return inside or word[0] == word[0].upper()


@check(scope="heading")
def vale_capitalization(
    passage: Passage,
    source: Source,
    match: str,
    style: Style = "AP",
    threshold: float = 0.8,
    allowed: str = "",
    indicators: Sequence[str] = (),
    prefix: str = "",
) -> Iterator[Hit]:
    """One hit for a passage that is not written in the style.

    Args:
        match: `$title`, `$sentence`, `$lower`, `$upper`, or a pattern that the passage must match.
        style: whose titles.
        threshold: in titles and sentences a larger share of the words than this must be right.
        allowed: a pattern; a word with something of it inside is right.
        indicators: endings; the word behind one that ends so may have a capital.
        prefix: a pattern for what may stand before the words that are looked at.
    """
    head, text = _split_prefix(passage.text, prefix)
    exempt = tuple(compile_pattern(allowed, case=True).find(text)) if allowed else ()
    if match in _WORD_BY_WORD:
        free = tuple((each.start, each.end) for each in exempt)
        small = _CHICAGO if style == "Chicago" else _AP
        begins = not _starts_with_code(passage, source)
        case = _CasedText(text, small, free, tuple(indicators), begins)
        expected = _WORD_BY_WORD[match](case)
        right = _compute_right_share(case, expected) > threshold
        if match == "$sentence" and begins:
            right = right and _get_first_word(text) == _get_first_word(expected)
    elif match in _WHOLE:
        expected = _WHOLE[match](text)
        right = text == expected or bool(exempt)
    else:
        expected = match
        right = has_match(match, text) or bool(exempt)
    if not right:
        yield Hit(passage.span, {"text": passage.text, "better": head + expected})


def _split_prefix(text: str, prefix: str) -> tuple[str, str]:
    begins = next(compile_pattern(f"^(?:{prefix})", case=True).find(text), None) if prefix else None
    end = begins.end if begins else 0
    return text[:end], text[end:]


def _starts_with_code(passage: Passage, source: Source) -> bool:
    """Whether code, which is no part of the passage's text, stands before it."""
    before = Span(passage.span.start, passage.get_span(0, 1).start)
    return before.start < before.end and "`" in source.slice(before)


def _get_first_word(text: str) -> str:
    return next(iter(_WORD.findall(text)), "")


def _apply_title_case(case: _CasedText) -> str:
    words = list(_PART.finditer(case.text))
    edges = {words[0].start(), words[-1].start()} if words else set()

    def convert_word(word: re.Match[str]) -> str:
        plain = word[0].rstrip(_AFTER_WORDS).lower()
        if case.is_exempt(word):
            return word[0]
        if plain in case.small and word.start() not in edges:
            return word[0].lower()
        return word[0][0].upper() + word[0][1:]

    return _PART.sub(convert_word, case.text)


def _apply_sentence_case(case: _CasedText) -> str:
    words = list(_WORD.finditer(case.text))
    behind = {
        other.start()
        for one, other in pairwise(words)
        if case.behind and one[0].endswith(case.behind)
    }

    def convert_word(word: re.Match[str]) -> str:
        head = _INSIDE.split(word[0], maxsplit=1)[0]
        if word.start() in behind or case.is_exempt(word) or head == head.upper():
            return word[0]
        first = case.begins and word.start() == words[0].start()
        small = head.capitalize() if first else head.lower()
        return small + word[0][len(head) :]

    return _WORD.sub(convert_word, case.text)


def _compute_right_share(case: _CasedText, expected: str) -> float:
    """The share of words that are as they should be, from 0 to 1."""
    pairs = list(zip(_WORD.finditer(case.text), _WORD.findall(expected), strict=True))
    right = sum(word[0] == other or case.is_exempt(word) for word, other in pairs)
    return right / len(pairs) if pairs else 1.0


_WORD_BY_WORD: Mapping[str, Callable[[_CasedText], str]] = {
    "$title": _apply_title_case,
    "$sentence": _apply_sentence_case,
}
_WHOLE: Mapping[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}

# The styles that a rule may name instead of a pattern.
STYLES = frozenset((*_WORD_BY_WORD, *_WHOLE))
