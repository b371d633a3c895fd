"""vale-occurrence: how often a pattern matches, as Vale's rules of kind `occurrence` count."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.checks._vale_words import words
from plainlint.core.audiences import Limits
from plainlint.core.regex import Regex, compiled
from plainlint.document.passages import Passage


def vale_occurrence(
    passage: Passage, limits: Limits, token: Regex, fewest: int = 0
) -> Iterator[Hit]:
    """One hit for a passage with too many matches or too few, at the first of them.

    A passage without any is shown as a whole.

    Args:
        token: a regular expression with its flags.
        fewest: fewer matches than this are too few.
    """
    text, pattern = passage.text, compiled(token, case=True)
    listed = words(token, text)
    count = sum(1 for _ in pattern.find(text)) if listed is None else len(listed)
    breach = limits.breach(count)
    if breach or count < fewest:
        first = next(pattern.find(text), None)
        span = passage.place(first.start, first.end) if first else passage.span
        limit = breach.limit if breach else fewest
        yield Hit(span, {"count": count, "limit": limit})
