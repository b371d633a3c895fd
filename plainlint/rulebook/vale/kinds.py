"""Vale's kinds of rules, converted to the settings of rule pages."""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks.vale.capitalization import STYLES
from plainlint.checks.vale.metric import VARIABLES, evaluate_condition
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.regex import compile_pattern
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.settings import (
    Policy,
    convert_message,
    convert_message_and_action,
    convert_scope,
    get_pattern_flags,
    make_action_setting,
    make_limits,
    parse_action,
    strip_first_quotes,
)

# The start of a capturing group, but not in a character class or after a backslash.
_GROUP = re.compile(r"(\\.|\[(?:\\.|[^\]\\])+\])|\((?!\?)|\(\?P?<(?![=!])\w+>", re.DOTALL)
_PHRASE = re.compile(r"[ \t]|\\s")


def join_tokens(rule: RuleFile, tokens: Iterable[str], raw: str = "") -> str:
    """Join the tokens as alternatives, after `raw`; they match whole words unless `nonword` is set.

    With `append`, `raw` comes last.
    """
    tokens = list(tokens)
    alternatives = f"(?:{'|'.join(tokens)})"
    if tokens and not rule.get_flag("nonword"):
        alternatives = rf"\b{alternatives}\b"
    flags = "(?im)" if rule.get_flag("ignorecase") else "(?m)"
    if rule.get_flag("append"):
        return f"{flags}{alternatives}{raw}"
    return f"{flags}{raw}{alternatives}"


def validate_pattern(rule: RuleFile, pattern: str, key: str, items: Iterable[str] = ()) -> str:
    """Return the pattern if it can be compiled.

    Args:
        rule: the rule that has the pattern.
        pattern: the pattern.
        key: the key that the pattern comes from.
        items: the parts of the pattern; the error is at the first that can't be compiled.

    Raises:
        PlainlintError: the pattern can't be compiled.
    """
    try:
        compile_pattern(pattern, case=True)
    except PlainlintError as error:
        for item in items:
            try:
                compile_pattern(item, case=True)
            except PlainlintError as at_fault:
                raise rule.make_error(str(at_fault), key, item) from error
        raise rule.make_error(str(error), key) from error
    return pattern


def join_alternatives(patterns: Iterable[str]) -> str:
    """Return a pattern that matches wherever one of the patterns does."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def remove_capture_groups(token: str) -> str:
    """Return the token with non-capturing groups."""
    return _GROUP.sub(lambda match: match[1] or "(?:", token)


def convert_exceptions(rule: RuleFile, accepted: Iterable[str]) -> dict[str, str]:
    """Return settings with patterns for exceptions: `allowed`, and `phrases` of several words.

    Args:
        rule: the rule that has the exceptions.
        accepted: words of a vocabulary, which are exceptions too.
    """
    words = [*rule.get_texts("exceptions"), *accepted]
    if not words:
        return {}
    # Groups keep the flags of one word from applying to the next.
    longest_first = [f"(?:{word})" for word in sorted(words, key=len, reverse=True)]
    allowed = rf"(?m)\b(?:{'|'.join(longest_first)})\b"
    settings = {"allowed": validate_pattern(rule, allowed, "exceptions", words)}
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


def convert_metric(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """Convert a formula with a condition; a simple condition becomes a limit."""
    formula = re.sub(r"heading\.(h[1-6])", r"heading_\1", rule.require_text("formula"))
    condition = rule.require_text("condition")
    numbers = dict.fromkeys((*VARIABLES, *get_language(ENGLISH).formulas), 1.0)
    for key, try_out in (
        ("formula", lambda: evaluate(formula, numbers)),
        ("condition", lambda: evaluate_condition(condition, 1.0, numbers)),
    ):
        try:
            try_out()
        except PlainlintError as error:
            raise rule.make_error(str(error), key) from error
    simple = _LIMIT.fullmatch(condition)
    if simple:
        return {"formula": formula, "limits": make_limits(_TIERS[simple[1]], float(simple[2]))}
    return {"formula": formula, "condition": condition}


def convert_readability(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """Convert a limit for the mean of some scores."""
    metrics = rule.get_texts("metrics")
    for metric in metrics:
        if metric not in _METRICS:
            hint = format_suggestion(metric, _METRICS)
            raise rule.make_error(f"unknown metric '{metric}'{hint}", "metrics", metric)
    if not metrics:
        raise rule.make_error("it needs the key 'metrics'", "metrics")
    rule.require_text("grade")
    scores = " + ".join(_METRICS[metric] for metric in metrics)
    return {
        "check": "vale-metric",
        "formula": f"({scores}) / {len(metrics)}",
        "limits": make_limits("most", rule.get_number("grade")),
    }


def convert_existence(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert a search for tokens; `raw` comes before them."""
    tokens, raw = rule.get_texts("tokens"), rule.get_texts("raw")
    if not tokens and not raw:
        raise rule.make_error("it needs the key 'tokens' or 'raw'", "extends")
    pattern = validate_pattern(
        rule, join_tokens(rule, tokens, "".join(raw)), "tokens" if tokens else "raw", tokens
    )
    vocabulary = () if rule.get_flag("nonword") else accepted
    return {
        "pattern": pattern,
        **convert_message_and_action(rule),
        **convert_exceptions(rule, vocabulary),
        **convert_scope(rule),
    }


def convert_substitution(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert patterns with better words; the longest pattern comes first."""
    swap = rule.get_table("swap")
    if not swap:
        raise rule.make_error("it needs the key 'swap'", "swap")
    keys = sorted(swap, key=len, reverse=True)
    groups = [f"({remove_capture_groups(key)})" for key in keys]
    pattern = join_tokens(rule, (group[1:-1] for group in groups))
    template = rule.require_text("message")
    action = parse_action(rule)
    if action == ["replace"]:
        template = strip_first_quotes(template)
    return {
        "pattern": validate_pattern(rule, pattern, "swap", keys),
        "keys": join_tokens(rule, groups),
        "swap": {key: swap[key] for key in keys},
        "message": convert_message(template, ("better", "text")),
        "ignorecase": rule.get_flag("ignorecase"),
        "capitalize": rule.get_flag("capitalize"),
        **make_action_setting(action),
        **convert_exceptions(rule, accepted),
        **convert_scope(rule),
    }


def convert_occurrence(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """Convert limits for how often a token occurs in a passage."""
    maximum, minimum = rule.get_number("max"), rule.get_number("min")
    if not maximum and not minimum:
        raise rule.make_error("it needs the key 'max' or 'min'", "extends")
    limits = {"limits": make_limits("most", maximum)} if maximum else {}
    token = f"{get_pattern_flags(rule)}(?:{rule.require_text('token')})"
    return {
        "token": validate_pattern(rule, token, "token"),
        "fewest": int(minimum),
        "message": convert_message(rule.require_text("message"), ()),
        **limits,
        **convert_scope(rule),
    }


def convert_repetition(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert a search for repeated tokens."""
    tokens = rule.get_texts("tokens")
    if not tokens:
        raise rule.make_error("it needs the key 'tokens'", "tokens")
    token = f"{get_pattern_flags(rule)}(?:{'|'.join(tokens)})"
    allowed = convert_exceptions(rule, accepted)
    allowed.pop("phrases", None)
    return {
        "token": validate_pattern(rule, token, "tokens", tokens),
        "most": int(rule.get_number("max")),
        "ignorecase": rule.get_flag("ignorecase"),
        "alpha": rule.get_flag("alpha"),
        **make_action_setting(parse_action(rule)),
        **allowed,
        **convert_scope(rule),
    }


def convert_consistency(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """Convert pairs of forms of which a document must use only one."""
    either = rule.get_table("either")
    if not either:
        raise rule.make_error("it needs the key 'either'", "either")
    pairs = []
    for pair in either.items():
        groups = [f"({remove_capture_groups(form)})" for form in pair]
        pairs.append(validate_pattern(rule, join_tokens(rule, groups), "either", pair))
    return {"pattern": join_alternatives(pairs), "pairs": pairs, **convert_scope(rule)}


def convert_conditional(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert a pattern that requires a match of another pattern."""
    # Vale accepts `ignorecase` here but ignores it, as acronyms must be in capitals.
    first = validate_pattern(rule, rule.require_text("first"), "first")
    second = validate_pattern(rule, rule.require_text("second"), "second")
    return {
        "pattern": join_alternatives((first, second)),
        "first": first,
        "second": second,
        **convert_exceptions(rule, accepted),
        **convert_scope(rule),
    }


def convert_capitalization(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert the style of capitals, or the pattern, that passages must have."""
    match = rule.require_text("match")
    if match.startswith("$") and match not in STYLES:
        raise rule.make_error(f"unknown style '{match}'{format_suggestion(match, STYLES)}", "match")
    allowed = convert_exceptions(rule, accepted)
    allowed.pop("phrases", None)
    return {
        "match": match if match.startswith("$") else validate_pattern(rule, match, "match"),
        "style": "Chicago" if rule.get_text("style") == "Chicago" else "AP",
        "threshold": rule.get_number("threshold") or 0.8,
        "indicators": rule.get_texts("indicators"),
        "prefix": validate_pattern(rule, rule.get_text("prefix"), "prefix"),
        "message": convert_message(rule.require_text("message"), ("text", "better")),
        **allowed,
        **convert_scope(rule),
    }
