"""Splitting: where a long Spanish sentence can become two.

Both halves must be whole clauses, which `clauses` tells by the forms of common verbs. A verb that
it does not know leaves the sentence whole.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from plainlint.core.caches import remember
from plainlint.core.ranges import Ranges
from plainlint.core.words import WORD
from plainlint.languages.es.clauses import is_clause, list_openers
from plainlint.languages.es.heavy_forms import find_gerunds

# What belongs together: no clause ends inside.
TOGETHER = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|[\u201c\"][^\u201c\u201d\"]*[\u201d\"]|\u00ab[^\u00ab\u00bb]*\u00bb"
)
_PAUSE = re.compile(r"[,;:]")
_LETTERED = re.compile(r"(?<!\w)\(?[a-d1-4]\)")
# A first half can't end with one of these.
_BINDING = re.compile(
    r"\b(?:a|al|con|como|de|del|desde|e|el|en|entre|hacia|hasta|la|las|lo|los|más|menos|ni|no|o|para"
    r"|por|que|se|según|sin|sobre|solo|sólo|su|sus|también|tanto|un|una|y)[^\w.!?]*\Z",
    re.IGNORECASE,
)
_JOINING = (
    r"(?:(?:por (?:eso|ejemplo|lo tanto|tanto)|sin embargo|además|entonces|luego|después|así"
    r"|también|en cambio),? )?"
)
_SUBORDINATE = r"(?:porque|ya que|puesto que|aunque|mientras que)"


class _Boundary(NamedTuple):
    """A kind of boundary; a match ends where the second half begins.

    Attributes:
        pattern: what the halves have between them; the `lead` opens the second half and is not part
            of its clause.
        alone: whether the sign must be the only one of its kind.
        in_clause: whether it can also end a clause that "que" or "si" opens.
        to_the_end: whether the second half must have no comma, so that it is one clause.
    """

    pattern: re.Pattern[str]
    alone: bool = False
    in_clause: bool = False
    to_the_end: bool = False


_AND = re.compile(rf" (?=(?P<lead>(?:y|pero) {_JOINING}))")
_ENDS_WITH_NOUN = re.compile(r"\b(?:el|l[ao]s?|un[ao]?s?|sus?|entre) \w+\Z", re.IGNORECASE)
_OPENS_WITH_NOUN = re.compile(r"(?:el|l[ao]s?|un[ao]?s?|sus?|\d+) ")
_OR_CLAUSE = re.compile(r" o (?:bien|cuando|no|que|se|si)\b")
# The strongest first.
_BOUNDARIES = (
    _Boundary(re.compile(rf"; (?P<lead>(?=\w){_JOINING})"), alone=True, in_clause=True),
    _Boundary(
        re.compile(rf" ?(?:\u2014|(?<= )[\u2013-](?= )) ?(?P<lead>(?=\w){_JOINING})"),
        alone=True,
        in_clause=True,
    ),
    _Boundary(re.compile(r", (?=(?P<lead>(?:pero|así que|por lo que|por eso) ))"), in_clause=True),
    _Boundary(re.compile(rf", (?=(?P<lead>y {_JOINING}))")),
    _Boundary(re.compile(rf",? (?=(?P<lead>{_SUBORDINATE} ))"), to_the_end=True),
    _Boundary(re.compile(r", (?=(?P<lead>(?:lo que|lo cual) ))"), to_the_end=True),
    _Boundary(_AND),
)
# The minimum number of words of each half.
_FEWEST = 6
# In code points, some 300 words. What is longer is no sentence but a list, or a text without full
# stops; each place in it is judged by all that is before, which takes time by its square.
_LONGEST = 2_000
# ", evitando que": what a deed leads to, when the first half says the deed.
_GERUND = re.compile(r", (?=[a-záéíóúüñ]+ndo(?:[lmst]e|l[aeo]s|nos)?\b)")


@remember(1 << 12)
def find_split_point(text: str) -> int | None:
    """Return where the second of two sentences would begin (a code point), or None.

    Of the places of the strongest kind there is, it is the one nearest to the middle. Brackets and
    quotations stay whole. A text of more than 2,000 code points has none.

    >>> text = "Tome la pastilla por la mañana con agua, pero no la tome nunca con leche."
    >>> text[find_split_point(text) :]
    'pero no la tome nunca con leche.'
    """
    # What a list names is not said clause by clause.
    if text.count(";") > 1 or (")" in text and _LETTERED.search(text)):
        return None
    if len(text) > _LONGEST:
        return None
    together = Ranges(match.span() for match in TOGETHER.finditer(text))
    middle = len(text) / 2
    for boundary in _BOUNDARIES:
        matches = [
            match
            for match in boundary.pattern.finditer(text)
            if not together.overlap(match.end(), match.end())
        ]
        if boundary.alone and len(matches) > 1:
            continue
        starts = [match.end() for match in matches if _can_split(text, match, boundary)]
        if starts:
            return min(starts, key=lambda start: abs(start - middle))
    return next(_iter_gerunds(text, together), None)


def _iter_gerunds(text: str, together: Ranges) -> Iterator[int]:
    """Yield where a gerund with all that follows it could become a sentence."""
    for match in _GERUND.finditer(text):
        start = match.end()
        if (
            not together.overlap(start, start)
            and find_gerunds(text[start:].partition(" ")[0])
            and not _PAUSE.search(text, start)
            and _has_enough_words(text, match.start(), start)
            and _is_whole(text[: match.start()])
        ):
            yield start


def _can_split(text: str, match: re.Match[str], boundary: _Boundary) -> bool:
    end, start = match.span()
    first, second = text[:end], text[match.end("lead") :]
    if not _has_enough_words(text, end, start) or _BINDING.search(first):
        return False
    if boundary.to_the_end and _PAUSE.search(second):
        return False
    if boundary.pattern is _AND and _joins_less(first, second):
        return False
    if not boundary.in_clause and _is_in_clause(first):
        return False
    return _is_whole(first) and _has_clause(second)


def _joins_less(first: str, second: str) -> bool:
    """Return whether "y" joins less than two clauses: "las niñas y los niños", "(A y B) o C"."""
    is_pair = _ENDS_WITH_NOUN.search(first) is not None and _OPENS_WITH_NOUN.match(second)
    return bool(is_pair) or _OR_CLAUSE.search(second) is not None


def _has_enough_words(text: str, end: int, start: int) -> bool:
    halves = (text[:end], text[start:])
    return all(len(list(islice(WORD.finditer(half), _FEWEST))) == _FEWEST for half in halves)


def _is_in_clause(first: str) -> bool:
    """Return whether a clause that "que" or "si" opens, or a list, goes on up to its end."""
    *before, last = _PAUSE.split(TOGETHER.sub("", first))
    words = {word.lower() for word in WORD.findall(last)}
    # With another comma before, the last is the end of a list or of an aside.
    opens = bool(before) and _opens_clause(before[0])
    return len(before) > opens or not list_openers().isdisjoint(words)


def _opens_clause(text: str) -> bool:
    words = WORD.findall(text.lower())
    return bool(words) and words[0] in list_openers()


def _is_whole(first: str) -> bool:
    """Return whether a first half is a clause besides one that "si" or so opens."""
    while _opens_clause(first):
        _, comma, first = first.partition(", ")
        if not comma:
            return False
    return _has_clause(first)


def _has_clause(text: str) -> bool:
    """Return whether a text has a main clause, perhaps before one that "que" or so opens."""
    text = _capitalise(text)
    opener = next((word for word in WORD.finditer(text) if word[0] in list_openers()), None)
    return is_clause(text) or (opener is not None and is_clause(text[: opener.start()]))


def _capitalise(text: str) -> str:
    text = text.lstrip(" \u00bf\u00a1")
    return text[:1].upper() + text[1:]
