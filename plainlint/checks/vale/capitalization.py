"""The check vale-capitalization, which works like Vale's `capitalization`."""

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
# Lower-case words within titles: in AP style the short ones, in Chicago style all prepositions.
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
    """A text to put into a case, with its exceptions.

    Attributes:
        text: the text.
        small: the words that stay in lower case within titles.
        exempt: the ranges of exceptions.
        indicators: the endings of words after which a word may have any case.
        begins: whether the first word is the first that a reader sees.
    """

    text: str
    small: frozenset[str]
    exempt: tuple[tuple[int, int], ...]
    indicators: tuple[str, ...]
    begins: bool

    def is_exempt(self, word: re.Match[str]) -> bool:
        """Return whether a word has no lower-case letter, or is an exception."""
        is_excepted = any(start < word.end() and word.start() < end for start, end in self.exempt)
        return is_excepted or word[0] == word[0].upper()


@check(scope="heading")
def vale_capitalization(
    passage: Passage,
    source: Source,
    *,
    match: str,
    style: Style = "AP",
    threshold: float = 0.8,
    allowed: str = "",
    indicators: Sequence[str] = (),
    prefix: str = "",
) -> Iterator[Hit]:
    """Report passages that are not written in a style.

    Args:
        match: `$title`, `$sentence`, `$lower`, `$upper`, or a pattern that the passage must match.
        style: the style of titles.
        threshold: in titles and sentences, more than this share of the words must be right.
        allowed: a pattern; a word that it matches, even in part, is right.
        indicators: endings of words; the word after such a word may have a capital.
        prefix: a pattern for text at the start of the passage that is not checked.
    """
    head, text = _split_prefix(passage.text, prefix)
    exempt = tuple(compile_pattern(allowed, case=True).find(text)) if allowed else ()
    if match in _WORD_BY_WORD:
        begins = not _starts_with_code(passage, source)
        cased = _CasedText(
            text=text,
            small=_CHICAGO if style == "Chicago" else _AP,
            exempt=tuple((exception.start, exception.end) for exception in exempt),
            indicators=tuple(indicators),
            begins=begins,
        )
        expected = _WORD_BY_WORD[match](cased)
        is_right = _compute_right_share(cased, expected) > threshold
        if match == "$sentence" and begins:
            is_right = is_right and _get_first_word(text) == _get_first_word(expected)
    elif match in _WHOLE:
        expected = _WHOLE[match](text)
        is_right = text == expected or bool(exempt)
    else:
        expected = match
        is_right = has_match(match, text) or bool(exempt)
    if not is_right:
        yield Hit(passage.span, {"text": passage.text, "better": head + expected})


def _split_prefix(text: str, prefix: str) -> tuple[str, str]:
    match = next(compile_pattern(f"^(?:{prefix})", case=True).find(text), None) if prefix else None
    end = match.end if match else 0
    return text[:end], text[end:]


def _starts_with_code(passage: Passage, source: Source) -> bool:
    """Return whether the passage begins with code, which is not part of its text."""
    before = Span(passage.span.start, passage.get_span(0, 1).start)
    return before.start < before.end and "`" in source.slice(before)


def _get_first_word(text: str) -> str:
    return next(iter(_WORD.findall(text)), "")


def _apply_title_case(cased: _CasedText) -> str:
    words = list(_PART.finditer(cased.text))
    edges = {words[0].start(), words[-1].start()} if words else set()

    def convert_word(word: re.Match[str]) -> str:
        plain = word[0].rstrip(_AFTER_WORDS).lower()
        if cased.is_exempt(word):
            return word[0]
        if plain in cased.small and word.start() not in edges:
            return word[0].lower()
        return word[0][0].upper() + word[0][1:]

    return _PART.sub(convert_word, cased.text)


def _apply_sentence_case(cased: _CasedText) -> str:
    words = list(_WORD.finditer(cased.text))
    after_indicator = {
        word.start()
        for previous, word in pairwise(words)
        if cased.indicators and previous[0].endswith(cased.indicators)
    }

    def convert_word(word: re.Match[str]) -> str:
        head = _INSIDE.split(word[0], maxsplit=1)[0]
        if word.start() in after_indicator or cased.is_exempt(word) or head == head.upper():
            return word[0]
        is_first = cased.begins and word.start() == words[0].start()
        new_head = head.capitalize() if is_first else head.lower()
        return new_head + word[0][len(head) :]

    return _WORD.sub(convert_word, cased.text)


def _compute_right_share(cased: _CasedText, expected: str) -> float:
    """Return the share of words whose case is right, from 0 to 1."""
    pairs = list(zip(_WORD.finditer(cased.text), _WORD.findall(expected), strict=True))
    right = sum(word[0] == wanted or cased.is_exempt(word) for word, wanted in pairs)
    return right / len(pairs) if pairs else 1.0


_WORD_BY_WORD: Mapping[str, Callable[[_CasedText], str]] = {
    "$title": _apply_title_case,
    "$sentence": _apply_sentence_case,
}
_WHOLE: Mapping[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}

# The styles that a rule can name instead of a pattern.
STYLES = frozenset((*_WORD_BY_WORD, *_WHOLE))
