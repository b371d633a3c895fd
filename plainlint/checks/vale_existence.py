"""vale-existence: text that a pattern finds, as Vale's rules of kind `existence` have it."""

from collections.abc import Iterator, Sequence

from plainlint.checks import Hit
from plainlint.checks._vale import hit, matches
from plainlint.document.pattern_index import Likely


def vale_existence(
    likely: Likely,
    pattern: str,
    allowed: str = "",
    phrases: str = "",
    action: Sequence[str] = (),
) -> Iterator[Hit]:
    """One hit for each match.

    Args:
        pattern: a regular expression with its flags.
        allowed: a pattern; a match with something of it inside is right.
        phrases: a pattern; a match inside something of it is right.
        action: Vale's action and its parameters.
    """
    for match in matches(likely.passage, pattern, allowed, phrases):
        yield hit(likely.passage, match, action)
