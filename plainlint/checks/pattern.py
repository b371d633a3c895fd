"""consistency: one of two spellings or words, or one value, all through a passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Literal, TypeAlias

from plainlint.checks import Hit, check
from plainlint.core.audiences import Limits
from plainlint.core.regex import Match, Regex, compile_pattern, find_all
from plainlint.document.model import Block, Document
from plainlint.document.passages import Passage
from plainlint.document.pattern_index import CandidatePassage

Granularity: TypeAlias = Literal["document", "section", "paragraph"]


def group_blocks(document: Document, per: Granularity) -> list[tuple[Block, ...]]:
    """The blocks of the document, of each section, or each block alone; no part is empty."""
    if per == "paragraph":
        return [(block,) for block in document.blocks]
    if per == "section":
        return [section.blocks for section in document.sections]
    return [document.blocks] if document.blocks else []


@check
def pattern(
    likely: CandidatePassage,
    patterns: list[Regex],
    exceptions: Sequence[Regex] = (),
    *,
    case: bool = False,
) -> Iterator[Hit]:
    """Each match of a pattern. The message may name the pattern's named groups, too.

    Args:
        patterns: what to find. Look-around works too, with a time limit.
        exceptions: what is right after all; a match inside one is left out.
        case: whether capitals and small letters differ.

    Message:
        text: what was found.

    Example:
        patterns: ["very [a-z]+"]
        exceptions: [very well]
        ---
        You did very well. It is «very easy».
    """
    passage, text = likely.passage, likely.passage.text
    right = {
        (each.start, each.end)
        for exception in exceptions
        for each in find_all(exception, text, case=case)
    }
    done = 0
    matches = [each for one in patterns for each in find_all(one, text, case=case)]
    for each in sorted(matches, key=itemgetter(0, 1)):
        inside = any(start <= each.start and each.end <= end for start, end in right)
        if each.start >= done and not inside:
            done = each.end
            yield Hit(passage.get_span(each.start, each.end), {"text": each.text, **each.names})


@check
def occurrence(
    likely: CandidatePassage, limits: Limits, pattern: Regex, *, case: bool = False
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
    matches = find_all(pattern, passage.text, case=case)
    breach = limits.find_exceeded_limit(len(matches))
    if breach is None:
        return
    span = passage.span
    if limits.least is None:
        first = matches[int(breach.limit)]
        span = passage.get_span(first.start, first.end)
    yield Hit(span, {"count": len(matches), "limit": breach.limit}, breach.severity)


@check(scope="document")
def conditional(
    likely: CandidatePassage, first: Regex, then: Regex, *, case: bool = False
) -> Iterator[Hit]:
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
    answers = {
        _get_first_group(each) for each in compile_pattern(then, case=case).find(passage.text)
    }
    for match in compile_pattern(first, case=case).find(passage.text):
        key = _get_first_group(match)
        if key not in answers and (key or not answers):
            answers.add(key)
            yield Hit(passage.get_span(match.start, match.end), {"text": match.text})


def _get_first_group(match: Match) -> str:
    return match.groups[0] if match.groups else ""


@check(scope="document")
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
        pair = [
            (each, pattern) for pattern in (one, other) for each in _find_uses(passage, pattern)
        ]
        yield from _find_deviations(passage, pair)
    found = [each for pattern in same for each in compile_pattern(pattern).find(passage.text)]
    yield from _find_deviations(passage, [(each, "".join(each.groups)) for each in found])


def _find_deviations(passage: Passage, found: Iterable[tuple[Match, str]]) -> Iterator[Hit]:
    uses = sorted(found, key=lambda use: use[0].start)
    for match, kind in uses[1:]:
        right, first = uses[0]
        if kind != first:
            values = {"text": match.text, "first": right.text}
            place = passage.get_span(right.start, right.end)
            yield Hit(passage.get_span(match.start, match.end), values, related=(place,))


def _find_uses(passage: Passage, pattern: Regex) -> Iterator[Match]:
    return compile_pattern(rf"\b(?:{pattern})\b").find(passage.text)
