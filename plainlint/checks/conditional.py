"""conditional: where one thing is said, another must be said too."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.regex import Match, Regex, compiled
from plainlint.document.pattern_index import Likely

SCOPE = "document"


def conditional(likely: Likely, first: Regex, then: Regex, *, case: bool = False) -> Iterator[Hit]:
    r"""The first match of `first`, if nothing that `then` asks for is there.

    Where both have a group in brackets, what the groups match must be the same. So each acronym
    can be asked to stand in brackets somewhere.

    Args:
        first: what is said.
        then: what must be said too, anywhere in the same passage.
        case: whether capitals and small letters differ.

    Message:
        text: what `first` matched.

    Example:
        first: \b([A-Z]{3,5})\b
        then: \(([A-Z]{3,5})\)
        case: true
        ---
        A computed scan (CT) or an «MRI». The MRI takes longer.
    """
    passage = likely.passage
    answers = {_key(each) for each in compiled(then, case=case).find(passage.text)}
    for match in compiled(first, case=case).find(passage.text):
        key = _key(match)
        if key not in answers and (key or not answers):
            answers.add(key)
            yield Hit(passage.place(match.start, match.end), {"text": match.text})


def _key(match: Match) -> str:
    return match.groups[0] if match.groups else ""
