"""vale-consistency: one of two forms all through a document, as Vale's `consistency` wants it."""

from collections.abc import Iterator, Sequence

from plainlint.checks import Hit
from plainlint.core.regex import Regex, compiled
from plainlint.document.passages import Passages


def vale_consistency(
    passages: Passages,
    pattern: str,  # noqa: ARG001 - it says which passages these are
    pairs: Sequence[Regex],
) -> Iterator[Hit]:
    """One hit for each use of a pair's other form; the form that comes first is right.

    Args:
        pattern: a regular expression for all forms; elsewhere is nothing to be looked for.
        pairs: regular expressions with their flags and a group for each of the two forms.
    """
    for pair in pairs:
        first = None
        for passage in passages.all:
            for match in compiled(pair, case=True).find(passage.text):
                form = bool(match.groups[0])
                span = passage.place(match.start, match.end)
                first = first or (form, span, match.text)
                if form is not first[0]:
                    values = {"text": match.text, "first": first[2]}
                    yield Hit(span, values, related=(first[1],))
