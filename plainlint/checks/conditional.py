"""conditional: where one thing is said, another must be said too."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.passages import Passage
from plainlint.patterns import Match, Regex, compiled

SCOPE = "document"


def conditional(
    passage: Passage, first: Regex, then: Regex, *, case: bool = False
) -> Iterator[Hit]:
    r"""One hit for the first match of `first`, by its group, that no match of `then` answers.

    Where both have a group, what the groups match must be the same: with `\b([A-Z]{3,5})\b` and
    `\(([A-Z]{3,5})\)` each acronym must stand in brackets somewhere.
    """
    answers = {_key(each) for each in compiled(then, case=case).find(passage.text)}
    for match in compiled(first, case=case).find(passage.text):
        key = _key(match)
        if key not in answers and (key or not answers):
            answers.add(key)
            yield Hit(passage.place(match.start, match.end), {"text": match.text})


def _key(match: Match) -> str:
    return match.groups[0] if match.groups else ""
