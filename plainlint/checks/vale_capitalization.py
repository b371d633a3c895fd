"""vale-capitalization: the capitals of a passage, as Vale's rules of kind `capitalization`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from plainlint.checks import Hit
from plainlint.checks._vale import has_match
from plainlint.passages import Passage
from plainlint.patterns import compiled

SCOPE = "heading"
Style: TypeAlias = Literal["AP", "Chicago"]

_WORD = re.compile(r"(?:[^\W_]|\*)+\S*")
_PART = re.compile(r"[^\W_][^\s\-/]*")
_INSIDE = re.compile("[-'\u2019]")
_END = "?!.:"
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


class _Case(NamedTuple):
    """What says which words are right: the rule's settings."""

    small: frozenset[str]
    allowed: str
    indicators: tuple[str, ...]

    def is_exempt(self, word: str) -> bool:
        return word == word.upper() or bool(self.allowed and has_match(self.allowed, word))


def vale_capitalization(
    passage: Passage,
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
    case = _Case(_CHICAGO if style == "Chicago" else _AP, allowed, tuple(indicators))
    text = passage.text
    begins = next(compiled(f"^(?:{prefix})", case=True).find(text), None) if prefix else None
    head = text[: begins.end] if begins else ""
    rest = text[len(head) :]
    if match in _SHARES:
        share, expected = _SHARES[match](rest, case)
        right = share > threshold
    elif match in _WHOLE:
        expected = _WHOLE[match](rest)
        right = rest == expected or bool(allowed and has_match(allowed, rest))
    else:
        expected = match
        right = has_match(match, rest) or bool(allowed and has_match(allowed, rest))
    if not right:
        yield Hit(passage.span, {"text": text, "better": head + expected})


def _title(text: str, case: _Case) -> tuple[float, str]:
    """The share of words that are as in a title, and the title."""
    words = list(_PART.finditer(text))
    edges = {words[0].start(), words[-1].start()} if words else set()

    def as_in_title(word: re.Match[str]) -> str:
        plain = word[0].rstrip(f"{_END},;)")
        if case.is_exempt(word[0]):
            return word[0]
        if plain.lower() in case.small and word.start() not in edges:
            return word[0].lower()
        return word[0][0].upper() + word[0][1:]

    expected = _PART.sub(as_in_title, text)
    return _share(text, expected, case), expected


def _sentence(text: str, case: _Case) -> tuple[float, str]:
    """The share of words that are as in a sentence, 0 if the first is not, and the sentence."""
    before = ""
    first = True

    def as_in_sentence(word: re.Match[str]) -> str:
        nonlocal before, first
        head = _INSIDE.split(word[0], maxsplit=1)[0]
        free = bool(before) and before.endswith(case.indicators) if case.indicators else False
        kept = free or case.is_exempt(head) or case.is_exempt(word[0])
        small = head.capitalize() if first else head.lower()
        before, first = word[0], False
        return word[0] if kept else small + word[0][len(head) :]

    expected = _WORD.sub(as_in_sentence, text)
    begin, wanted = _WORD.search(text), _WORD.search(expected)
    if begin and wanted and begin[0] != wanted[0]:
        return 0.0, expected
    return _share(text, expected, case), expected


def _share(text: str, expected: str, case: _Case) -> float:
    pairs = list(zip(_WORD.findall(text), _WORD.findall(expected), strict=False))
    right = sum(one == other or case.is_exempt(one) for one, other in pairs)
    return right / len(pairs) if pairs else 1.0


_SHARES: dict[str, Callable[[str, _Case], tuple[float, str]]] = {
    "$title": _title,
    "$sentence": _sentence,
}
_WHOLE: dict[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}
