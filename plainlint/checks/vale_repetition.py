"""vale-repetition: the same thing twice in a row, as Vale's rules of kind `repetition`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlint.checks import Hit
from plainlint.checks._vale import has_match, hit
from plainlint.checks._vale_words import words
from plainlint.core.regex import Match, Regex, compiled
from plainlint.document.passages import Passage

_SENTENCE_END = re.compile(r"[.!?][\"')\]\u2019\u201d]*\s")


def vale_repetition(
    passage: Passage,
    token: Regex,
    most: int = 0,
    allowed: str = "",
    action: Sequence[str] = (),
    *,
    ignorecase: bool = False,
    alpha: bool = False,
) -> Iterator[Hit]:
    """One hit for each match that is the same as the one before it, both in one sentence.

    Args:
        token: a regular expression with its flags.
        most: how many repetitions are right.
        allowed: a pattern; a hit with something of it inside is right.
        action: Vale's action and its parameters.
        ignorecase: whether capitals and small letters are the same.
        alpha: whether only letters count.
    """
    text, count = passage.text, 0
    listed = words(token, text.lower() if ignorecase else text)
    if listed is not None and not any(one == other for one, other in pairwise(listed)):
        return
    before: Match | None = None
    for match in compiled(token, case=True).find(text):
        both = text[before.start : match.end] if before else ""
        one, other = (before.text.strip() if before else ""), match.text.strip()
        same = one.lower() == other.lower() if ignorecase else one == other
        if before and same and other and (not alpha or other.isalpha()):
            count += 1
            in_one = not _SENTENCE_END.search(both)
            if count > most and in_one and not (allowed and has_match(allowed, both)):
                whole = Match(before.start, match.end, both, (), {})
                found = hit(passage, whole, action)
                yield Hit(found.span, {**found.values, "text": other}, fix=found.fix)
                count = 0
        else:
            count = 0
        before = match
