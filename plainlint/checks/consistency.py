"""consistency: one of two spellings or words, or one value, all through a passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from plainlint.checks import Hit
from plainlint.core.regex import Match, Regex, compiled
from plainlint.document.passages import Passage

SCOPE = "document"


def consistency(
    passage: Passage,
    either: Mapping[Regex, Regex] = MappingProxyType({}),
    same: Sequence[Regex] = (),
) -> Iterator[Hit]:
    r"""Each use that is unlike the first one, which counts as right.

    Args:
        either: pairs of patterns, each with the other way to say it.
        same: patterns whose groups must all match the same text: with `\bgrade (\d)\b` a passage
            has one grade.

    Message:
        text: what is unlike the first one.
        first: the first one.

    Example:
        either: {adviser: advisor}
        ---
        Ask your adviser. An «advisor» can help.
    """
    for one, other in either.items():
        pair = [(each, pattern) for pattern in (one, other) for each in _uses(passage, pattern)]
        yield from _unlike_the_first(passage, pair)
    found = [each for pattern in same for each in compiled(pattern).find(passage.text)]
    yield from _unlike_the_first(passage, [(each, "".join(each.groups)) for each in found])


def _unlike_the_first(passage: Passage, found: Iterable[tuple[Match, str]]) -> Iterator[Hit]:
    uses = sorted(found, key=lambda use: use[0].start)
    for match, kind in uses[1:]:
        right, first = uses[0]
        if kind != first:
            values = {"text": match.text, "first": right.text}
            place = passage.place(right.start, right.end)
            yield Hit(passage.place(match.start, match.end), values, related=(place,))


def _uses(passage: Passage, pattern: Regex) -> Iterator[Match]:
    return compiled(rf"\b(?:{pattern})\b").find(passage.text)
