"""Splitting: where a long English sentence can become two."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from plainlint.core.caches import remember
from plainlint.core.nearby import PatternBefore, find_last_end, find_next_start
from plainlint.core.ranges import Ranges
from plainlint.core.words import WORD
from plainlint.languages.base import WordClass
from plainlint.languages.en.clauses import AUXILIARY, NOUN, OPENER, REQUEST, SUBJECT, TOGETHER, VERB
from plainlint.languages.en.word_classes import is_of_class

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
_OPENER = re.compile(rf"\b{OPENER}\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:]")
_COMMA = re.compile(", ")
_LAST_WORD = PatternBefore(r"\b([a-z]+)[^\w.!?]*")
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
        pattern: matches what the halves have between them, and looks ahead to the `lead` of the
            second half if it has one.
        subject: what is behind the lead; None if the pattern says it all.
        words: the words of which one is in it, each between spaces; none for a sign.
        sign: the sign that it is at, which must be the only one; None for a word.
        in_clause: whether it can also end a clause that belongs to another one.
        most_commas: the maximum number of commas in the first half; with more it is in a list.
        to_the_end: whether the second half must have no comma, so that it is one clause.
    """

    pattern: re.Pattern[str]
    subject: re.Pattern[str] | None = None
    words: frozenset[str] = frozenset()
    sign: re.Pattern[str] | None = None
    in_clause: bool = True
    most_commas: int | None = None
    to_the_end: bool = False

    def find(self, text: str, start: int) -> Iterator[re.Match[str]]:
        """Yield the places of this kind from a place of a text on."""
        subject = self.subject
        for match in self.pattern.finditer(text, start):
            if subject is None or subject.match(text, match.end("lead")):
                yield match


# Compiled once, because they are long.
_SUBJECT, _NOUN = re.compile(SUBJECT), re.compile(NOUN)
_LINKED_SUBJECT = re.compile(f"{_LINK}{SUBJECT}")
_SEMICOLON = re.compile(";")
# The sign itself first, so that `re` skips straight to the next one.
_DASH = re.compile(r"[\u2014\u2013-](?:(?<=\u2014)|(?<= \u2013)(?= )|(?<= -)-?(?= ))")
_WHY = r"(?:because|(?:even )?though|although|whereas{0})"
_WHY_WORDS = frozenset({"because", "though", "although", "whereas"})
_GO_ON = frozenset({"and", "but"})
# The strongest first.
_BOUNDARIES = (
    _Boundary(re.compile("; (?P<lead>)"), _LINKED_SUBJECT, sign=_SEMICOLON),
    _Boundary(re.compile(rf" ?{_DASH.pattern} ?(?P<lead>)"), _LINKED_SUBJECT, sign=_DASH),
    _Boundary(
        re.compile(r", (?=(?P<lead>(?:but|so|yet) ))"), _SUBJECT, frozenset({"but", "so", "yet"})
    ),
    _Boundary(re.compile(r", (?=(?P<lead>and ))"), _SUBJECT, frozenset({"and"}), most_commas=0),
    _Boundary(
        re.compile(r", (?=(?:which|who|where) (?!of\b)\w)"),
        words=frozenset({"which", "who", "where"}),
        to_the_end=True,
    ),
    _Boundary(
        re.compile(rf", (?=(?P<lead>{_WHY.format('|while')} ))"),
        _SUBJECT,
        _WHY_WORDS | {"while"},
        to_the_end=True,
    ),
    _Boundary(
        re.compile(rf" (?=(?P<lead>{_WHY.format('')} ))"), _SUBJECT, _WHY_WORDS, in_clause=False
    ),
    _Boundary(
        re.compile(r" (?=(?:and|but) (?:I|you|he|she|we|they|it) (?!(?:and|or)\b)\w)"),
        words=_GO_ON,
        in_clause=False,
    ),
    _Boundary(
        re.compile(r" (?=(?P<lead>(?:and|but) (?:the|your|her|his|its|our|their) ))"),
        _NOUN,
        _GO_ON,
        in_clause=False,
        most_commas=0,
    ),
    _Boundary(
        re.compile(
            r",? (?=(?:and|but) (?:may|can|could|will|should|must|is|are|has|have|do|does)\b)"
        ),
        words=_GO_ON,
        in_clause=False,
        most_commas=0,
    ),
)
_ALL_WORDS = frozenset[str]().union(*[boundary.words for boundary in _BOUNDARIES])
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
    sentence = _Sentence(text)
    words = _ALL_WORDS.intersection(text.split(" "))
    middle = len(text) / 2
    is_list = ";" in text or (")" in text and _LETTERED.search(text) is not None)
    for boundary in _BOUNDARIES:
        sign = boundary.sign
        if is_list and sign is not _SEMICOLON:
            continue
        if len(sign.findall(text)) != 1 if sign else boundary.words.isdisjoint(words):
            continue
        starts = [
            match.end()
            for match in boundary.find(text, sentence.first_end)
            if sentence.can_split(match, boundary)
        ]
        if starts:
            return min(starts, key=lambda start: abs(start - middle))
    return None


class _Sentence:
    """A sentence with what says whether it can be split at a place, found once for all places."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def first_end(self) -> int:
        """Where the first half ends at the earliest: most places are too near to an end."""
        end = _find_word_end(self._text, 0)
        return len(self._text) if end is None else end

    @cached_property
    def _first_verb_end(self) -> int:
        verb = VERB.search(self._text)
        return verb.end() if verb else len(self._text) + 1

    @cached_property
    def _together(self) -> Ranges:
        """What stays whole."""
        return Ranges(match.span() for match in TOGETHER.finditer(self._text))

    @cached_property
    def _commas(self) -> "_Commas":
        return _Commas(self._text)

    def can_split(self, match: re.Match[str], boundary: _Boundary) -> bool:
        """Return whether the first half is a sentence, and nothing of it goes on after it."""
        text, (end, start) = self._text, match.span()
        if not self._has_enough_words(end, start) or self._together.overlap(start, start):
            return False
        if boundary.to_the_end and find_next_start(_GOES_ON, text, start) < len(text):
            return False
        if boundary.most_commas is not None and self._commas.count(end) > boundary.most_commas:
            return False
        if not boundary.in_clause and self._is_in_clause(end):
            return False
        last = _LAST_WORD.match(text, end)
        is_bound = last is not None and (
            last[1].lower() in _INTENSIFIERS or any(is_of_class(last[1], kind) for kind in _BINDING)
        )
        return not is_bound and self._has_main_clause(end)

    def _has_enough_words(self, end: int, start: int) -> bool:
        return self.first_end <= end and _find_word_end(self._text, start) is not None

    def _is_in_clause(self, end: int) -> bool:
        """Return whether a clause that "if" or so opens goes on up to a place."""
        text = self._text
        return find_last_end(_OPENER, text, end) > find_last_end(_CLAUSE_END, text, end)

    def _has_main_clause(self, end: int) -> bool:
        """Return whether the text up to a place has a clause besides one that "if" or so opens."""
        text, start = self._text, 0
        if _OPENS.match(text, 0, end):
            start = find_last_end(_COMMA, text, end)
            if (
                start < 0
                or _OPENS.match(text, start, end)
                or _AUXILIARY_FIRST.match(text, start, end)
            ):
                return False
        first = self._first_verb_end
        if start < first <= end or (first <= start and find_last_end(VERB, text, end) > start):
            return True
        return REQUEST.match(text, start, end) is not None


def _find_word_end(text: str, start: int) -> int | None:
    """Return where the last of the fewest words of a half ends, counted from a place."""
    word = next(islice(WORD.finditer(text, start), _FEWEST - 1, None), None)
    return word.end() if word else None


class _Commas:
    """The commas of a sentence outside brackets and quotations."""

    def __init__(self, text: str) -> None:
        together = [match.span() for match in TOGETHER.finditer(text)]
        self._bracket_ends = [end for _, end in together]
        self._bracket_sizes = list(accumulate(end - start for start, end in together))
        # Offsets are those of the text without brackets.
        bare = TOGETHER.sub("", text)
        self._starts = [match.start() for match in _COMMA.finditer(bare)]
        opener = _OPENS.match(bare)
        self._opener_end = opener.end() if opener else len(text)
        self._has_short_opening = (
            bool(self._starts) and len(WORD.findall(bare, 0, self._starts[0])) <= _OPENING
        )

    def count(self, end: int) -> int:
        """Count the commas up to a place, except after an opening phrase."""
        brackets = bisect_right(self._bracket_ends, end)
        bare_end = end - (self._bracket_sizes[brackets - 1] if brackets else 0)
        commas = bisect_right(self._starts, bare_end - len(", "))
        has_opening = self._opener_end <= bare_end or self._has_short_opening
        return commas - (commas > 0 and has_opening)
