"""The checks of patterns: what matches, how often, under which condition, consistently, twice."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Literal, TypeAlias

from plainlint.checks import Hit, check
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.core.regex import Match, Regex, compile_pattern, find_all
from plainlint.core.words import WORD
from plainlint.document.model import Block, Document
from plainlint.document.passages import Passage
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.quotations import is_quoted

Granularity: TypeAlias = Literal["document", "section", "paragraph"]


def group_blocks(document: Document, per: Granularity) -> list[tuple[Block, ...]]:
    """Return the blocks of the document, of each section, or each block alone; no part is empty."""
    if per == "paragraph":
        return [(block,) for block in document.blocks]
    if per == "section":
        return [section.blocks for section in document.sections]
    return [document.blocks] if document.blocks else []


@check
def pattern(
    candidate: CandidatePassage,
    *,
    patterns: list[Regex],
    exceptions: Sequence[Regex] = (),
    unless: Sequence[Regex] = (),
    case: bool = False,
    skip_quotations: bool = False,
) -> Iterator[Hit]:
    """Report each match of a pattern; the message may also contain the pattern's named groups.

    Args:
        patterns: what to find. Lookaround works too, with a time limit.
        exceptions: patterns for what is right; a match inside one is not reported.
        unless: patterns that make a match right if they match in its sentence or in one next to it.
        case: whether upper and lower case differ.
        skip_quotations: whether what is in quotation marks is right as it is.

    Message:
        text: the text that matched.

    Example:
        patterns: ["very [a-z]+"]
        exceptions: [very well]
        ---
        You did very well. It is «very easy».
    """
    passage, text = candidate.passage, candidate.passage.text
    excepted = {
        (match.start, match.end)
        for exception in exceptions
        for match in find_all(exception, text, case=case)
    }
    done = 0
    matches = [match for regex in patterns for match in find_all(regex, text, case=case)]
    for match in sorted(matches, key=itemgetter(0, 1)):
        is_excepted = any(start <= match.start and match.end <= end for start, end in excepted) or (
            skip_quotations and is_quoted(text, match.start, match.end)
        )
        is_excepted = is_excepted or _is_near(unless, text, match, case=case)
        if match.start >= done and not is_excepted:
            done = match.end
            span = passage.get_span(match.start, match.end)
            yield Hit(span, {"text": match.text, **match.names})


_SENTENCE_END = re.compile(r"[.!?][)\"\u201d]?\s+(?=[A-Z0-9(\"\u201c])")


def _is_near(patterns: Sequence[Regex], text: str, match: Match, *, case: bool) -> bool:
    """Return whether a pattern matches in the sentence of a match, or in one next to it."""
    if not patterns:
        return False
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    first = max(number for number, end in enumerate(ends) if end <= match.start)
    last = min(number for number, end in enumerate(ends) if end >= match.end)
    near = text[ends[max(first - 1, 0)] : ends[min(last + 1, len(ends) - 1)]]
    return any(compile_pattern(pattern, case=case).matches(near) for pattern in patterns)


@check
def occurrence(
    candidate: CandidatePassage, limits: Limits, *, pattern: Regex, case: bool = False
) -> Iterator[Hit]:
    """Report passages in which a pattern matches too often or too rarely.

    The finding is at the first match over the limit, or covers the passage if there are too few.

    Args:
        pattern: what is counted.
        case: whether upper and lower case differ.

    Message:
        count: the number of matches.
        limit: the limit that is passed.

    Example:
        pattern: ","
        scope: sentence
        limits:
          most: {general: 2}
        ---
        Wash the front, the back, the thumbs«,» and the nails.
    """
    passage = candidate.passage
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
    candidate: CandidatePassage, *, first: Regex, then: Regex, case: bool = False
) -> Iterator[Hit]:
    r"""Report the first match of `first` if `then` matches nowhere.

    If both have a group in brackets, the groups must match the same text. Such a rule can require,
    for example, that each acronym is in brackets somewhere.

    Args:
        first: the pattern that requires a match of `then`.
        then: what must match too, anywhere in the same passage.
        case: whether upper and lower case differ.

    Message:
        text: the text that `first` matched.

    Example:
        first: \b([A-Z]{3,5})\b
        then: \(([A-Z]{3,5})\)
        case: true
        ---
        A computed scan (CT) or an «MRI». The MRI takes longer.
    """
    passage = candidate.passage
    answers = {
        _get_first_group(match) for match in compile_pattern(then, case=case).find(passage.text)
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
    *,
    either: Mapping[Regex, Regex] = MappingProxyType({}),
    same: Sequence[Regex] = (),
) -> Iterator[Hit]:
    r"""Report each use of a spelling, word or value that differs from the first one.

    Args:
        either: pairs of patterns of which a passage may use only one.
        same: patterns whose groups must always match the same text: with `\bgrade (\d)\b` a passage
            has only one grade. A match without text in a group is an exception: with
            `no grade \d|grade (\d)` "no grade 3" does not count.

    Message:
        text: the text that differs from the first one.
        first: the first one.

    Example:
        either: {adviser: advisor}
        ---
        Ask your adviser. An «advisor» can help.
    """
    for pair in either.items():
        uses = [(match, form) for form in pair for match in _find_uses(passage, form)]
        yield from _find_deviations(passage, uses)
    matches = [match for regex in same for match in compile_pattern(regex).find(passage.text)]
    yield from _find_deviations(
        passage, [(match, form) for match in matches if (form := "".join(match.groups))]
    )


def _find_deviations(passage: Passage, uses: Iterable[tuple[Match, str]]) -> Iterator[Hit]:
    """Yield hits for the uses whose form differs from that of the first use."""
    in_order = sorted(uses, key=lambda use: use[0].start)
    for match, form in in_order[1:]:
        first, first_form = in_order[0]
        if form != first_form:
            values = {"text": match.text, "first": first.text}
            first_span = passage.get_span(first.start, first.end)
            yield Hit(passage.get_span(match.start, match.end), values, related=(first_span,))


def _find_uses(passage: Passage, pattern: Regex) -> Iterator[Match]:
    return compile_pattern(rf"\b(?:{pattern})\b").find(passage.text)


# Every text that repeats a word matches this, and few others.
_REPEATED = re.compile(r"(?:\b|_)([^\W\d_]++)\s++\1", re.IGNORECASE)


@check
def repetition(
    passage: Passage, *, words: Sequence[str] = (), exceptions: Sequence[str] = ()
) -> Iterator[Hit]:
    """Report the same word twice in a row, with only white space in between.

    A repeated word that opens emphasis or a link is not reported: it begins a name or a title. Nor
    is one with a citation, code, an address or the like in between.

    Args:
        words: the words to look for, in lower case; by default all words.
        exceptions: words, in lower case, that may be repeated.

    Message:
        text: the word.

    Example:
        exceptions: [had]
        ---
        Wash «the the» hands that had had no soap.
    """
    if not _has_candidate(passage.text):
        return
    for first, second in pairwise(list(WORD.finditer(passage.text))):
        word = first[0].lower()
        is_wanted = word.isalpha() and word not in exceptions and (not words or word in words)
        if (
            is_wanted
            and word == second[0].lower()
            and passage.text[first.end() : second.start()].isspace()
            and not _starts_markup(passage, second)
            and not _is_around_note_mark(passage, first, second)
        ):
            yield Hit(passage.get_span(first.start(), second.end()), {"text": second[0]})


@remember(1 << 12)
def _has_candidate(text: str) -> bool:
    return _REPEATED.search(text) is not None


def _is_around_note_mark(passage: Passage, first: re.Match[str], second: re.Match[str]) -> bool:
    start, end = passage.start + first.end(), passage.start + second.start()
    return passage.prose.has_note_mark(start, end)


def _starts_markup(passage: Passage, word: re.Match[str]) -> bool:
    start = passage.start + word.start()
    return any(wrapper.start == start for wrapper in passage.prose.wrappers)
