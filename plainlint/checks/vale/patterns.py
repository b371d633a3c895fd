"""The checks that work like Vale's kinds of rules that search for patterns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from plainlint.analysis.glossary.replacement import copy_capital
from plainlint.checks import Hit, check
from plainlint.checks.vale import (
    expand_groups,
    find_words,
    find_wrong_matches,
    has_match,
    make_hit,
    quote_options,
)
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError
from plainlint.core.regex import Match, Regex, compile_pattern
from plainlint.document.passages import CandidatePassages, Passage
from plainlint.document.pattern_index import CandidatePassage


@check
def vale_existence(
    candidate: CandidatePassage,
    *,
    pattern: str,
    allowed: str = "",
    phrases: str = "",
    action: Sequence[str] = (),
) -> Iterator[Hit]:
    """Report each match of a pattern.

    Args:
        pattern: a regular expression with its flags.
        allowed: a pattern; a match that contains one of its matches is right.
        phrases: a pattern; a match inside one of its matches is right.
        action: Vale's action and its parameters.
    """
    for match in find_wrong_matches(candidate.passage, pattern, allowed, phrases):
        yield make_hit(candidate.passage, match, action)


_WORDS = re.compile(r"[^\W\d_]*(?:\s+[^\W\d_]+)*")
_BAR = re.compile(r"(?<!\\)\|")


@check
def vale_substitution(
    candidate: CandidatePassage,
    *,
    pattern: str,
    keys: str,
    swap: Mapping[str, str],
    allowed: str = "",
    phrases: str = "",
    action: Sequence[str] = (),
    ignorecase: bool = False,
    capitalize: bool = False,
) -> Iterator[Hit]:
    """Report each match of a pattern that does not have the better words already.

    Args:
        pattern: a regular expression with its flags.
        keys: the same with a group for each key of `swap`, in order.
        swap: patterns, each with the better words; `|` separates alternatives.
        allowed: a pattern; a match that contains one of its matches is right.
        phrases: a pattern; a match inside one of its matches is right.
        action: Vale's action and its parameters.
        ignorecase: whether upper and lower case are the same.
        capitalize: whether the better words begin with a capital if the match does.
    """
    passage, swap_keys = candidate.passage, list(swap)
    for match in find_wrong_matches(passage, pattern, allowed, phrases):
        number = _find_group(keys, match.text)
        if number is None:
            number = _find_group_at(keys, passage.text, match.start)
        key = swap_keys[number]
        better = _fill_better_words(swap[key], key, match, ignorecase=ignorecase)
        options = [option.replace("\\|", "|") for option in _BAR.split(better) if option]
        if capitalize:
            options = [copy_capital(match.text, option) for option in options]
        if "replace" not in action[:1]:
            if not _is_one_of(match.text, better):
                yield _add_better(make_hit(passage, match, action), better)
        elif match.text not in options:
            in_case = [_adjust_case(o, match.text) for o in options] if ignorecase else options
            yield _add_better(make_hit(passage, match, action, in_case), quote_options(options))


@remember(1 << 12)
def _find_group(keys: str, text: str) -> int | None:
    """Return which group, from 0, matches all of a text; None if that depends on its context.

    Results are cached because matching hundreds of groups is slow.
    """
    match = next(compile_pattern(keys, case=True).find(text), None)
    return _get_group_number(match) if match and match.text == text else None


def _find_group_at(keys: str, text: str, start: int) -> int:
    matches = compile_pattern(keys, case=True).find(text)
    return _get_group_number(next(match for match in matches if match.start == start))


def _get_group_number(match: Match) -> int:
    return next(number for number, group in enumerate(match.groups) if group)


def _adjust_case(better: str, text: str) -> str:
    """Return the better words with a capital if the text has one only because of its place."""
    if text.isupper() or better.lower() == text.lower():
        return better
    return copy_capital(text, better)


def _fill_better_words(words: str, key: str, match: Match, *, ignorecase: bool) -> str:
    """Return the better words, with what the key's own groups match in place of `$1`."""
    if "$" not in words:
        return words
    whole = next(
        compile_pattern(f"(?i){key}" if ignorecase else key, case=True).find(match.text), None
    )
    return expand_groups(words, whole)


def _is_one_of(text: str, better: str) -> bool:
    """Return whether a text is the better words, which may be a pattern."""
    if _WORDS.fullmatch(better):
        return text == better
    try:
        return next(compile_pattern(f"^(?:{better})$", case=True).find(text), None) is not None
    except PlainlintError:
        return text == better


def _add_better(hit: Hit, better: str) -> Hit:
    return hit._replace(values={**hit.values, "better": better})


@check
def vale_occurrence(
    passage: Passage, limits: Limits, *, token: Regex, fewest: int = 0
) -> Iterator[Hit]:
    """Report passages with too many or too few matches of a pattern, at the first match.

    A passage without matches is reported as a whole.

    Args:
        token: a regular expression with its flags.
        fewest: fewer matches than this are too few.
    """
    text, pattern = passage.text, compile_pattern(token, case=True)
    words = find_words(token, text)
    count = sum(1 for _ in pattern.find(text)) if words is None else len(words)
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
    *,
    token: Regex,
    most: int = 0,
    allowed: str = "",
    action: Sequence[str] = (),
    ignorecase: bool = False,
    alpha: bool = False,
) -> Iterator[Hit]:
    """Report each match that repeats the match before it in the same sentence.

    Args:
        token: a regular expression with its flags.
        most: how many repetitions in a row are right.
        allowed: a pattern; a repetition that contains one of its matches is right.
        action: Vale's action and its parameters.
        ignorecase: whether upper and lower case are the same.
        alpha: whether only words of letters count.
    """
    text, count = passage.text, 0
    words = find_words(token, text.lower() if ignorecase else text)
    if words is not None and not any(first == second for first, second in pairwise(words)):
        return
    previous: Match | None = None
    for match in compile_pattern(token, case=True).find(text):
        both = text[previous.start : match.end] if previous else ""
        first, second = (previous.text.strip() if previous else ""), match.text.strip()
        is_same = first.lower() == second.lower() if ignorecase else first == second
        if previous and is_same and second and (not alpha or second.isalpha()):
            count += 1
            in_one_sentence = not _SENTENCE_END.search(both)
            if count > most and in_one_sentence and not (allowed and has_match(allowed, both)):
                hit = make_hit(passage, Match(previous.start, match.end, both, (), {}), action)
                yield Hit(hit.span, {**hit.values, "text": second}, fix=hit.fix)
                count = 0
        else:
            count = 0
        previous = match


@check
def vale_consistency(
    passages: CandidatePassages,
    *,
    pattern: str,  # noqa: ARG001 - it selects the passages
    pairs: Sequence[Regex],
) -> Iterator[Hit]:
    """Report each use of a form that differs from the first form of the pair in the document.

    Args:
        pattern: a regular expression that matches all forms; only passages with a match are read.
        pairs: regular expressions with their flags, with a group for each of the two forms.
    """
    for pair in pairs:
        first = None
        for passage in passages.all:
            for match in compile_pattern(pair, case=True).find(passage.text):
                is_first_form = bool(match.groups[0])
                span = passage.get_span(match.start, match.end)
                first = first or (is_first_form, span, match.text)
                if is_first_form is not first[0]:
                    values = {"text": match.text, "first": first[2]}
                    yield Hit(span, values, related=(first[1],))


@check
def vale_conditional(
    passages: CandidatePassages,
    *,
    pattern: str,  # noqa: ARG001 - it selects the passages
    first: Regex,
    second: Regex,
    allowed: str = "",
    phrases: str = "",
) -> Iterator[Hit]:
    """Report each match of `first` without its match of `second`.

    If `second` has a group, the group must match the same text as `first`, in the same passage or
    an earlier one. Otherwise any match of `second` in the same passage is enough.

    Args:
        pattern: a regular expression that matches what `first` or `second` matches.
        first: a regular expression with its flags.
        second: a regular expression with its flags.
        allowed: a pattern; a match that contains one of its matches is right.
        phrases: a pattern; a match inside one of its matches is right.
    """
    answered: set[str] = set()
    for passage in passages.all:
        answers = list(compile_pattern(second, case=True).find(passage.text))
        if answers and not answers[0].groups:
            continue
        answered.update(group for answer in answers for group in answer.groups if group)
        for match in find_wrong_matches(passage, first, allowed, phrases):
            if match.text not in answered:
                yield make_hit(passage, match)
