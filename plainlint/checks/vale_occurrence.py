"""vale-occurrence: how often a pattern matches, as Vale's rules of kind `occurrence` count."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.limits import Limits
from plainlint.passages import Passage
from plainlint.patterns import Regex, compiled


def vale_occurrence(
    passage: Passage, limits: Limits, token: Regex, fewest: int = 0
) -> Iterator[Hit]:
    """One hit for a passage with too many matches or too few, at the first of them.

    A passage without any is shown as a whole.

    Args:
        token: a regular expression with its flags.
        fewest: fewer matches than this are too few.
    """
    matches = list(compiled(token, case=True).find(passage.text))
    breach = limits.breach(len(matches))
    if breach or len(matches) < fewest:
        first = matches[0] if matches else None
        span = passage.place(first.start, first.end) if first else passage.span
        limit = breach.limit if breach else fewest
        yield Hit(span, {"count": len(matches), "limit": limit})
