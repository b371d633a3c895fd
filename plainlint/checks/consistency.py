"""consistency: one of two spellings or words, all through a document."""

from collections.abc import Iterator, Mapping

from plainlint.checks import Hit
from plainlint.passages import Passage
from plainlint.patterns import Match, Regex, compiled

SCOPE = "document"


def consistency(passage: Passage, either: Mapping[Regex, Regex]) -> Iterator[Hit]:
    """Each use of a pair's other form; the form that comes first is right.

    Args:
        either: pairs of patterns, each with the other way to say it.

    Message:
        text: the other form.
        first: the form that comes first.

    Example:
        either: {adviser: advisor}
        ---
        Ask your adviser. An «advisor» can help.
    """
    for one, other in either.items():
        uses = sorted([*_uses(passage, one), *_uses(passage, other)])
        for number, (start, end, text, kind) in enumerate(uses):
            if number and kind != uses[0][3]:
                first = passage.place(uses[0][0], uses[0][1])
                values = {"text": text, "first": uses[0][2]}
                yield Hit(passage.place(start, end), values, related=(first,))


def _uses(passage: Passage, pattern: Regex) -> Iterator[tuple[int, int, str, str]]:
    found: Iterator[Match] = compiled(rf"\b(?:{pattern})\b").find(passage.text)
    return ((each.start, each.end, each.text, pattern) for each in found)
