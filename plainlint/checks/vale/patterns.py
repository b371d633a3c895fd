"""vale-substitution: words that have better ones, as Vale's rules of kind `substitution`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from plainlint.checks import Hit, check
from plainlint.checks.vale import (
    expand_groups,
    find_words,
    find_wrong_matches,
    has_match,
    make_hit,
    quote_options,
)
from plainlint.checks.words import copy_capital
from plainlint.core.audiences import Limits
from plainlint.core.errors import PlainlintError
from plainlint.core.regex import Match, Regex, compile_pattern
from plainlint.document.passages import CandidatePassages, Passage
from plainlint.document.pattern_index import CandidatePassage


@check
def vale_existence(
    likely: CandidatePassage,
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
    for match in find_wrong_matches(likely.passage, pattern, allowed, phrases):
        yield make_hit(likely.passage, match, action)


_WORDS = re.compile(r"[^\W\d_]*(?:\s+[^\W\d_]+)*")
_BAR = re.compile(r"(?<!\\)\|")


@check
def vale_substitution(
    likely: CandidatePassage,
    pattern: str,
    keys: str,
    swap: Mapping[str, str],
    allowed: str = "",
    phrases: str = "",
    action: Sequence[str] = (),
    *,
    ignorecase: bool = False,
    capitalize: bool = False,
) -> Iterator[Hit]:
    """One hit for each match that is not the better words already.

    Args:
        pattern: a regular expression with its flags.
        keys: the same with a group for each key of `swap`, in their order.
        swap: patterns, each with the better words; several are parted by `|`.
        allowed: a pattern; a match with something of it inside is right.
        phrases: a pattern; a match inside something of it is right.
        action: Vale's action and its parameters.
        ignorecase: whether capitals and small letters are the same.
        capitalize: whether the better words begin with a capital where the match does.
    """
    passage, listed = likely.passage, list(swap)
    for match in find_wrong_matches(passage, pattern, allowed, phrases):
        number = _find_group(keys, match.text)
        key = listed[_find_group_at(keys, passage.text, match.start) if number is None else number]
        better = _fill_better_words(swap[key], key, match, ignorecase=ignorecase)
        options = [each.replace("\\|", "|") for each in _BAR.split(better) if each]
        if capitalize:
            options = [copy_capital(match.text, each) for each in options]
        if "replace" not in action[:1]:
            if not _is_one_of(match.text, better):
                yield _add_better(make_hit(passage, match, action), better)
        elif match.text not in options:
            offered = [_adjust_case(each, match.text) if ignorecase else each for each in options]
            yield _add_better(make_hit(passage, match, action, offered), quote_options(options))


@lru_cache(maxsize=1 << 12)
def _find_group(keys: str, text: str) -> int | None:
    """Which group a text matches as a whole, from 0; None if that hangs on what is around it.

    It is remembered, for a match with hundreds of groups takes long.
    """
    found = next(compile_pattern(keys, case=True).find(text), None)
    return _get_group_number(found) if found and found.text == text else None


def _find_group_at(keys: str, text: str, start: int) -> int:
    found = (each for each in compile_pattern(keys, case=True).find(text) if each.start == start)
    return _get_group_number(next(found))


def _get_group_number(match: Match) -> int:
    return next(number for number, group in enumerate(match.groups) if group)


def _adjust_case(better: str, text: str) -> str:
    """The better words with a capital if the text begins with one that says no more than that."""
    if text.isupper() or better.lower() == text.lower():
        return better
    return copy_capital(text, better)


def _fill_better_words(words: str, key: str, match: Match, *, ignorecase: bool) -> str:
    """The better words, with what the key's own groups match in the place of `$1`."""
    if "$" not in words:
        return words
    whole = next(
        compile_pattern(f"(?i){key}" if ignorecase else key, case=True).find(match.text), None
    )
    return expand_groups(words, whole)


def _is_one_of(text: str, better: str) -> bool:
    """Whether a text is what the better words say, which may be a pattern."""
    if _WORDS.fullmatch(better):
        return text == better
    try:
        return next(compile_pattern(f"^(?:{better})$", case=True).find(text), None) is not None
    except PlainlintError:
        return text == better


def _add_better(found: Hit, better: str) -> Hit:
    return found._replace(values={**found.values, "better": better})


@check
def vale_occurrence(
    passage: Passage, limits: Limits, token: Regex, fewest: int = 0
) -> Iterator[Hit]:
    """One hit for a passage with too many matches or too few, at the first of them.

    A passage without any is shown as a whole.

    Args:
        token: a regular expression with its flags.
        fewest: fewer matches than this are too few.
    """
    text, pattern = passage.text, compile_pattern(token, case=True)
    listed = find_words(token, text)
    count = sum(1 for _ in pattern.find(text)) if listed is None else len(listed)
    breach = limits.find_exceeded_limit(count)
    if breach or count < fewest:
        first = next(pattern.find(text), None)
        span = passage.get_span(first.start, first.end) if first else passage.span
        limit = breach.limit if breach else fewest
        yield Hit(span, {"count": count, "limit": limit})


_SENTENCE_END = re.compile(r"[.!?][\"')\]\u2019\u201d]*\s")


@check
def vale_repetition(
    passage: Passage,
    token: Regex,
    most: int = 0,
    allowed: str = "",
    action: Sequence[str] = (),
    *,
    ignorecase: bool = False,
    alpha: bool = False,
) -> Iterator[Hit]:
    """One hit for each match that is the same as the one before it, both in one sentence.

    Args:
        token: a regular expression with its flags.
        most: how many repetitions are right.
        allowed: a pattern; a hit with something of it inside is right.
        action: Vale's action and its parameters.
        ignorecase: whether capitals and small letters are the same.
        alpha: whether only letters count.
    """
    text, count = passage.text, 0
    listed = find_words(token, text.lower() if ignorecase else text)
    if listed is not None and not any(one == other for one, other in pairwise(listed)):
        return
    before: Match | None = None
    for match in compile_pattern(token, case=True).find(text):
        both = text[before.start : match.end] if before else ""
        one, other = (before.text.strip() if before else ""), match.text.strip()
        same = one.lower() == other.lower() if ignorecase else one == other
        if before and same and other and (not alpha or other.isalpha()):
            count += 1
            in_one = not _SENTENCE_END.search(both)
            if count > most and in_one and not (allowed and has_match(allowed, both)):
                whole = Match(before.start, match.end, both, (), {})
                found = make_hit(passage, whole, action)
                yield Hit(found.span, {**found.values, "text": other}, fix=found.fix)
                count = 0
        else:
            count = 0
        before = match


@check
def vale_consistency(
    passages: CandidatePassages,
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
            for match in compile_pattern(pair, case=True).find(passage.text):
                form = bool(match.groups[0])
                span = passage.get_span(match.start, match.end)
                first = first or (form, span, match.text)
                if form is not first[0]:
                    values = {"text": match.text, "first": first[2]}
                    yield Hit(span, values, related=(first[1],))


@check
def vale_conditional(
    passages: CandidatePassages,
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
        answers = list(compile_pattern(second, case=True).find(passage.text))
        if answers and not answers[0].groups:
            continue
        said.update(group for answer in answers for group in answer.groups if group)
        for match in find_wrong_matches(passage, first, allowed, phrases):
            if match.text not in said:
                yield make_hit(passage, match)
