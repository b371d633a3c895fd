"""Vale's kinds of rules on text, each turned into the settings of a rule page."""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.metrics.formulas import FORMULAS
from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks.vale.capitalization import STYLES
from plainlint.checks.vale.metric import VARIABLES, holds
from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.core.regex import compiled
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.settings import (
    Policy,
    action_of,
    action_setting,
    flags_of,
    limits_of,
    message,
    message_and_action,
    scope_of,
    without_first_quotes,
)

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


_METRICS = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "ari",
}
_LIMIT = re.compile(r"\s*([<>])\s*(-?\d+(?:\.\d+)?)\s*")
_TIERS = {">": "most", "<": "least"}


def metric(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """A formula, and the condition that makes it wrong: a limit if it can be one."""
    formula = re.sub(r"heading\.(h[1-6])", r"heading_\1", rule.needed("formula"))
    condition = rule.needed("condition")
    numbers = dict.fromkeys((*VARIABLES, *FORMULAS), 1.0)
    for key, work_out in (
        ("formula", lambda: evaluate(formula, numbers)),
        ("condition", lambda: holds(condition, 1.0, numbers)),
    ):
        try:
            work_out()
        except PlainlintError as error:
            raise rule.error(str(error), key) from error
    simple = _LIMIT.fullmatch(condition)
    if simple:
        return {"formula": formula, "limits": limits_of(_TIERS[simple[1]], float(simple[2]))}
    return {"formula": formula, "condition": condition}


def readability(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """The mean of some scores past a grade."""
    metrics = rule.texts("metrics")
    for metric in metrics:
        if metric not in _METRICS:
            hint = did_you_mean(metric, _METRICS)
            raise rule.error(f"unknown metric '{metric}'{hint}", "metrics", metric)
    if not metrics:
        raise rule.error("it needs the key 'metrics'", "metrics")
    rule.needed("grade")
    scores = " + ".join(_METRICS[metric] for metric in metrics)
    return {
        "check": "vale-metric",
        "formula": f"({scores}) / {len(metrics)}",
        "limits": limits_of("most", rule.number("grade")),
    }


def existence(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Text that one of the tokens matches; `raw` stands before them."""
    tokens, raw = rule.texts("tokens"), rule.texts("raw")
    if not tokens and not raw:
        raise rule.error("it needs the key 'tokens' or 'raw'", "extends")
    pattern = checked(
        rule, joined(rule, tokens, "".join(raw)), "tokens" if tokens else "raw", tokens
    )
    known = () if rule.flag("nonword") else accepted
    return {
        "pattern": pattern,
        **message_and_action(rule),
        **exceptions(rule, known),
        **scope_of(rule),
    }


def substitution(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Keys that have better words, the longest key first."""
    swap = rule.table("swap")
    if not swap:
        raise rule.error("it needs the key 'swap'", "swap")
    keys = sorted(swap, key=len, reverse=True)
    groups = [f"({without_groups(key)})" for key in keys]
    pattern = joined(rule, (group[1:-1] for group in groups))
    template = rule.needed("message")
    action = action_of(rule)
    if action == ["replace"]:
        template = without_first_quotes(template)
    return {
        "pattern": checked(rule, pattern, "swap", keys),
        "keys": joined(rule, groups),
        "swap": {key: swap[key] for key in keys},
        "message": message(template, ("better", "text")),
        "ignorecase": rule.flag("ignorecase"),
        "capitalize": rule.flag("capitalize"),
        **action_setting(action),
        **exceptions(rule, accepted),
        **scope_of(rule),
    }


def occurrence(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """A token that stands too often or too seldom in a passage."""
    most, fewest = rule.number("max"), rule.number("min")
    if not most and not fewest:
        raise rule.error("it needs the key 'max' or 'min'", "extends")
    limits = {"limits": limits_of("most", most)} if most else {}
    token = f"{flags_of(rule)}(?:{rule.needed('token')})"
    return {
        "token": checked(rule, token, "token"),
        "fewest": int(fewest),
        "message": message(rule.needed("message"), ()),
        **limits,
        **scope_of(rule),
    }


def repetition(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """A token twice in a row."""
    tokens = rule.texts("tokens")
    if not tokens:
        raise rule.error("it needs the key 'tokens'", "tokens")
    token = f"{flags_of(rule)}(?:{'|'.join(tokens)})"
    allowed = exceptions(rule, accepted)
    allowed.pop("phrases", None)
    return {
        "token": checked(rule, token, "tokens", tokens),
        "most": int(rule.number("max")),
        "ignorecase": rule.flag("ignorecase"),
        "alpha": rule.flag("alpha"),
        **action_setting(action_of(rule)),
        **allowed,
        **scope_of(rule),
    }


def consistency(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """Pairs of forms of which a document has only one."""
    either = rule.table("either")
    if not either:
        raise rule.error("it needs the key 'either'", "either")
    pairs = []
    for one, other in either.items():
        forms = [f"({without_groups(form)})" for form in (one, other)]
        pairs.append(checked(rule, joined(rule, forms), "either", (one, other)))
    return {"pattern": either_of(pairs), "pairs": pairs, **scope_of(rule)}


def conditional(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """A match that asks for another one."""
    # Vale reads `ignorecase` here and passes it over: acronyms must have their capitals.
    first = checked(rule, rule.needed("first"), "first")
    second = checked(rule, rule.needed("second"), "second")
    return {
        "pattern": either_of((first, second)),
        "first": first,
        "second": second,
        **exceptions(rule, accepted),
        **scope_of(rule),
    }


def capitalization(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Passages with the capitals of a title, a sentence, or of a pattern."""
    match = rule.needed("match")
    if match.startswith("$") and match not in STYLES:
        raise rule.error(f"unknown style '{match}'{did_you_mean(match, STYLES)}", "match")
    allowed = exceptions(rule, accepted)
    allowed.pop("phrases", None)
    return {
        "match": match if match.startswith("$") else checked(rule, match, "match"),
        "style": "Chicago" if rule.text("style") == "Chicago" else "AP",
        "threshold": rule.number("threshold") or 0.8,
        "indicators": rule.texts("indicators"),
        "prefix": checked(rule, rule.text("prefix"), "prefix"),
        "message": message(rule.needed("message"), ("text", "better")),
        **allowed,
        **scope_of(rule),
    }
