"""vale-conditional: what asks for something else to be said, as Vale's rules of `conditional`."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.checks._vale import hit, matches
from plainlint.core.regex import Regex, compiled
from plainlint.document.passages import Passages


def vale_conditional(
    passages: Passages,
    pattern: str,  # noqa: ARG001 - it says which passages these are
    first: Regex,
    second: Regex,
    allowed: str = "",
    phrases: str = "",
) -> Iterator[Hit]:
    """One hit for each match of `first` that no match of `second` answers.

    If `second` has a group, what the group matches must be what `first` matches, in the same
    passage or in one before it. Else any match of `second` in the same passage will do.

    Args:
        pattern: a regular expression for what `first` and `second` match.
        first: a regular expression with its flags.
        second: likewise.
        allowed: a pattern; a match with something of it inside is right.
        phrases: a pattern; a match inside something of it is right.
    """
    said: set[str] = set()
    for passage in passages.all:
        answers = list(compiled(second, case=True).find(passage.text))
        if answers and not answers[0].groups:
            continue
        said.update(group for answer in answers for group in answer.groups if group)
        for match in matches(passage, first, allowed, phrases):
            if match.text not in said:
                yield hit(passage, match)
