"""Vale's patterns: the tokens of a rule in one regular expression, as Vale itself joins them."""

import re
from collections.abc import Iterable

from plainlint.core.errors import PlainlintError
from plainlint.core.regex import compiled
from plainlint.vale.rule_file import RuleFile

# The beginning of a group with a number or a name, but not in a class or behind a backslash.
_GROUP = re.compile(r"(\\.|\[(?:\\.|[^\]\\])+\])|\((?!\?)|\(\?P?<(?![=!])\w+>", re.DOTALL)
_PHRASE = re.compile(r"[ \t]|\\s")


def joined(rule: RuleFile, tokens: Iterable[str], raw: str = "") -> str:
    """The tokens as alternatives, as words unless the rule says `nonword`; `raw` stands before."""
    tokens = list(tokens)
    either = f"(?:{'|'.join(tokens)})"
    if tokens and not rule.flag("nonword"):
        either = rf"\b{either}\b"
    flags = "(?im)" if rule.flag("ignorecase") else "(?m)"
    return f"{flags}{either}{raw}" if rule.flag("append") else f"{flags}{raw}{either}"


def checked(rule: RuleFile, pattern: str, key: str, items: Iterable[str] = ()) -> str:
    """The pattern, if it can be run.

    Args:
        key: the key that it comes from.
        items: what it is made of, for the message about what is wrong.

    Raises:
        PlainlintError: it can't.
    """
    try:
        compiled(pattern, case=True)
    except PlainlintError as error:
        for item in items:
            try:
                compiled(item, case=True)
            except PlainlintError as at_fault:
                raise rule.error(str(at_fault), key, item) from error
        raise rule.error(str(error), key) from error
    return pattern


def either_of(patterns: Iterable[str]) -> str:
    """One pattern that matches wherever one of several does."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def without_groups(token: str) -> str:
    """The token with groups that are not counted, as `(?:…)`."""
    return _GROUP.sub(lambda match: match[1] or "(?:", token)


def exceptions(rule: RuleFile, accepted: Iterable[str]) -> dict[str, str]:
    """The patterns for what is right after all, as settings: `allowed`, and `phrases` around it.

    Args:
        accepted: words of a vocabulary that are right as well.
    """
    words = [*rule.texts("exceptions"), *accepted]
    if not words:
        return {}
    # In brackets, so that the flags of one are not those of the next.
    longest_first = [f"(?:{word})" for word in sorted(words, key=len, reverse=True)]
    allowed = rf"(?m)\b(?:{'|'.join(longest_first)})\b"
    settings = {"allowed": checked(rule, allowed, "exceptions", words)}
    if phrases := [word for word in longest_first if _PHRASE.search(word)]:
        settings["phrases"] = rf"(?i)\b(?:{'|'.join(phrases)})\b"
    return settings
