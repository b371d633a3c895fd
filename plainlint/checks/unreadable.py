"""unreadable: files that can't be checked."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.source import Source


def unreadable(source: Source) -> Iterator[Hit]:
    """The place where reading a file ended, with the reason.

    Message:
        problem: the reason.
    """
    if source.problem:
        yield Hit(source.problem_span, {"problem": source.problem})
