"""occurrence: how often something may or must stand in one place."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.audiences import Limits
from plainlint.core.regex import Regex, found
from plainlint.document.pattern_index import Likely


def occurrence(
    likely: Likely, limits: Limits, pattern: Regex, *, case: bool = False
) -> Iterator[Hit]:
    """A passage in which the pattern matches too often or too seldom.

    It is shown at the first match too many, or over the whole passage if there are too few.

    Args:
        pattern: what is counted.
        case: whether capitals and small letters differ.

    Message:
        count: how often it is there.
        limit: how often it may or must be there.

    Example:
        pattern: ","
        scope: sentence
        limits:
          most: {general: 2}
        ---
        Wash the front, the back, the thumbs«,» and the nails.
    """
    passage = likely.passage
    matches = found(pattern, passage.text, case=case)
    breach = limits.breach(len(matches))
    if breach is None:
        return
    span = passage.span
    if limits.least is None:
        first = matches[int(breach.limit)]
        span = passage.place(first.start, first.end)
    yield Hit(span, {"count": len(matches), "limit": breach.limit}, breach.severity)
