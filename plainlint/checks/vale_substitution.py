"""vale-substitution: words that have better ones, as Vale's rules of kind `substitution`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from plainlint.checks import Hit
from plainlint.checks._replacing import in_the_case_of
from plainlint.checks._vale import hit, in_words, matches
from plainlint.checks._vale_actions import with_groups
from plainlint.core.errors import PlainlintError
from plainlint.core.regex import Match, compiled
from plainlint.document.pattern_index import Likely

_WORDS = re.compile(r"[^\W\d_]*(?:\s+[^\W\d_]+)*")
_BAR = re.compile(r"(?<!\\)\|")


def vale_substitution(
    likely: Likely,
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
    for match in matches(passage, pattern, allowed, phrases):
        number = _group(keys, match.text)
        key = listed[_group_at(keys, passage.text, match.start) if number is None else number]
        better = _better(swap[key], key, match, ignorecase=ignorecase)
        options = [each.replace("\\|", "|") for each in _BAR.split(better) if each]
        if capitalize:
            options = [in_the_case_of(match.text, each) for each in options]
        if "replace" not in action[:1]:
            if not _is_one_of(match.text, better):
                yield _shown(hit(passage, match, action), better)
        elif match.text not in options:
            offered = [_in_case(each, match.text) if ignorecase else each for each in options]
            yield _shown(hit(passage, match, action, offered), in_words(options))


@lru_cache(maxsize=1 << 12)
def _group(keys: str, text: str) -> int | None:
    """Which group a text matches as a whole, from 0; None if that hangs on what is around it.

    It is remembered, for a match with hundreds of groups takes long.
    """
    found = next(compiled(keys, case=True).find(text), None)
    return _number(found) if found and found.text == text else None


def _group_at(keys: str, text: str, start: int) -> int:
    found = (each for each in compiled(keys, case=True).find(text) if each.start == start)
    return _number(next(found))


def _number(match: Match) -> int:
    return next(number for number, group in enumerate(match.groups) if group)


def _in_case(better: str, text: str) -> str:
    """The better words with a capital if the text begins with one that says no more than that."""
    if text.isupper() or better.lower() == text.lower():
        return better
    return in_the_case_of(text, better)


def _better(words: str, key: str, match: Match, *, ignorecase: bool) -> str:
    """The better words, with what the key's own groups match in the place of `$1`."""
    if "$" not in words:
        return words
    whole = next(compiled(f"(?i){key}" if ignorecase else key, case=True).find(match.text), None)
    return with_groups(words, whole)


def _is_one_of(text: str, better: str) -> bool:
    """Whether a text is what the better words say, which may be a pattern."""
    if _WORDS.fullmatch(better):
        return text == better
    try:
        return next(compiled(f"^(?:{better})$", case=True).find(text), None) is not None
    except PlainlintError:
        return text == better


def _shown(found: Hit, better: str) -> Hit:
    return found._replace(values={**found.values, "better": better})
