"""Splitting: where a long English sentence can become two."""

import re
from typing import NamedTuple

from plainlint.analysis.difficulty.clauses import (
    AUXILIARY,
    NOUN,
    OPENER,
    SUBJECT,
    TOGETHER,
    VERB,
)
from plainlint.analysis.difficulty.word_classes import WordClass, is_of_class
from plainlint.core.caches import remember
from plainlint.document.model import WORD

_LINK = (
    r"(?:(?:however|therefore|otherwise|instead|also|then|for (?:example|instance)"
    r"|in (?:fact|addition)),? )?"
)
_OPENS = re.compile(rf"\W*(?:even )?{OPENER}\b", re.IGNORECASE)
# What may follow a comma within the last clause; anything else goes on with the main clause.
_GOES_ON = re.compile(
    r", (?!(?:an?|the|including|such as|like|especially|often|for (?:example|instance))\b)"
)
_AUXILIARY_FIRST = re.compile(rf"{AUXILIARY}\b")
_OPENED = re.compile(rf"\b{OPENER}\b(?!,)[^,;:]*\Z", re.IGNORECASE)
_LAST_WORD = re.compile(r"\b([a-z]+)[^\w.!?]*\Z")
# A first half can't end with one of these, whatever follows.
_BINDING: tuple[WordClass, ...] = (
    "preposition",
    "determiner",
    "conjunction",
    "modal",
    "be",
    "have",
)
_INTENSIFIERS = frozenset({"just", "only", "not", "simply", "partly", "mainly", "mostly", "even"})


class _Boundary(NamedTuple):
    """A kind of boundary; a match ends where the second half begins.

    Attributes:
        pattern: matches what the halves have between them.
        sign: the sign that it is at, which must be the only one; None for a word.
        in_clause: whether it can also end a clause that belongs to another one.
        most_commas: the maximum number of commas in the first half; with more it is in a list.
        to_the_end: whether the second half must have no comma, so that it is one clause.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str] | None = None
    in_clause: bool = True
    most_commas: int | None = None
    to_the_end: bool = False


_SEMICOLON = re.compile(";")
_DASH = re.compile(r" ?(?:\u2014|(?<= )(?:\u2013|--?)(?= )) ?")
# The strongest first.
_BOUNDARIES = (
    _Boundary(re.compile(rf"; (?={_LINK}{SUBJECT})"), sign=_SEMICOLON),
    _Boundary(re.compile(rf"{_DASH.pattern}(?={_LINK}{SUBJECT})"), sign=_DASH),
    _Boundary(re.compile(rf", (?=(?:but|so|yet) {SUBJECT})")),
    _Boundary(re.compile(rf", (?=and {SUBJECT})"), most_commas=0),
    _Boundary(re.compile(r", (?=(?:which|who|where) (?!of\b)\w)"), to_the_end=True),
    _Boundary(
        re.compile(rf", (?=(?:because|(?:even )?though|although|whereas|while) {SUBJECT})"),
        to_the_end=True,
    ),
    _Boundary(
        re.compile(rf" (?=(?:because|(?:even )?though|although|whereas) {SUBJECT})"),
        in_clause=False,
    ),
    _Boundary(
        re.compile(r" (?=(?:and|but) (?:I|you|he|she|we|they|it) (?!(?:and|or)\b)\w)"),
        in_clause=False,
    ),
    _Boundary(
        re.compile(rf" (?=(?:and|but) (?:the|your|her|his|its|our|their) {NOUN})"),
        in_clause=False,
        most_commas=0,
    ),
    _Boundary(
        re.compile(
            r",? (?=(?:and|but) (?:may|can|could|will|should|must|is|are|has|have|do|does)\b)"
        ),
        in_clause=False,
        most_commas=0,
    ),
)
# The minimum number of words of each half, and the maximum of an opening phrase.
_FEWEST, _OPENING = 6, 6
_LETTERED = re.compile(r"(?<!\w)\(?[a-d1-4]\)")


@remember(1 << 12)
def find_split_point(text: str) -> int | None:
    """Return where the second of two sentences would begin (a code point), or None.

    It is at a semicolon, a dash, a conjunction or a relative pronoun, and each half has a clause of
    its own. Of the places of the strongest kind there is, it is the one nearest to the middle.
    Brackets and quotations stay whole.
    """
    together = [match.span() for match in TOGETHER.finditer(text)]
    middle = len(text) / 2
    is_list = ";" in text or _LETTERED.search(text) is not None
    for boundary in _BOUNDARIES:
        sign = boundary.sign
        if (sign and len(sign.findall(text)) != 1) or (is_list and sign is not _SEMICOLON):
            continue
        starts = [
            match.end()
            for match in boundary.pattern.finditer(text)
            if not any(start < match.end() < end for start, end in together)
            and _can_split(text[: match.start()], text[match.end() :], boundary)
        ]
        if starts:
            return min(starts, key=lambda start: abs(start - middle))
    return None


def _can_split(first: str, second: str, boundary: _Boundary) -> bool:
    """Return whether the first half is a sentence, and nothing of it goes on after the second."""
    if min(len(WORD.findall(first)), len(WORD.findall(second))) < _FEWEST:
        return False
    if boundary.to_the_end and _GOES_ON.search(second):
        return False
    if boundary.most_commas is not None and _count_commas(first) > boundary.most_commas:
        return False
    if not boundary.in_clause and _OPENED.search(first):
        return False
    last = _LAST_WORD.search(first)
    is_bound = last is not None and (
        last[1].lower() in _INTENSIFIERS or any(is_of_class(last[1], kind) for kind in _BINDING)
    )
    return not is_bound and _has_main_clause(first)


def _count_commas(text: str) -> int:
    """Return the number of commas outside brackets, without the one after an opening phrase."""
    text = TOGETHER.sub("", text)
    opening, comma, rest = text.partition(", ")
    if comma and (_OPENS.match(text) or len(WORD.findall(opening)) <= _OPENING):
        return rest.count(", ")
    return text.count(", ")


def _has_main_clause(text: str) -> bool:
    """Return whether a text has a clause besides one that a word such as "if" opens."""
    if _OPENS.match(text):
        _, comma, text = text.rpartition(", ")
        if not comma or _OPENS.match(text) or _AUXILIARY_FIRST.match(text):
            return False
    return VERB.search(text) is not None
