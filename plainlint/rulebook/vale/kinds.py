"""Vale's kinds of rules on text, each turned into the settings of a rule page."""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.metrics.formulas import FORMULAS
from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks.vale.capitalization import STYLES
from plainlint.checks.vale.metric import VARIABLES, evaluate_condition
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.regex import compile_pattern
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

# The beginning of a group with a number or a name, but not in a class or behind a backslash.
_GROUP = re.compile(r"(\\.|\[(?:\\.|[^\]\\])+\])|\((?!\?)|\(\?P?<(?![=!])\w+>", re.DOTALL)
_PHRASE = re.compile(r"[ \t]|\\s")


def join_tokens(rule: RuleFile, tokens: Iterable[str], raw: str = "") -> str:
    """The tokens as alternatives, as words unless the rule says `nonword`; `raw` stands before."""
    tokens = list(tokens)
    either = f"(?:{'|'.join(tokens)})"
    if tokens and not rule.get_flag("nonword"):
        either = rf"\b{either}\b"
    flags = "(?im)" if rule.get_flag("ignorecase") else "(?m)"
    return f"{flags}{either}{raw}" if rule.get_flag("append") else f"{flags}{raw}{either}"


def validate_pattern(rule: RuleFile, pattern: str, key: str, items: Iterable[str] = ()) -> str:
    """The pattern, if it can be run.

    Args:
        key: the key that it comes from.
        items: what it is made of, for the message about what is wrong.

    Raises:
        PlainlintError: it can't.
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
    """One pattern that matches wherever one of several does."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def remove_capture_groups(token: str) -> str:
    """The token with groups that are not counted, as `(?:…)`."""
    return _GROUP.sub(lambda match: match[1] or "(?:", token)


def convert_exceptions(rule: RuleFile, accepted: Iterable[str]) -> dict[str, str]:
    """The patterns for what is right after all, as settings: `allowed`, and `phrases` around it.

    Args:
        accepted: words of a vocabulary that are right as well.
    """
    words = [*rule.get_texts("exceptions"), *accepted]
    if not words:
        return {}
    # In brackets, so that the flags of one are not those of the next.
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
    """A formula, and the condition that makes it wrong: a limit if it can be one."""
    formula = re.sub(r"heading\.(h[1-6])", r"heading_\1", rule.require_text("formula"))
    condition = rule.require_text("condition")
    numbers = dict.fromkeys((*VARIABLES, *FORMULAS), 1.0)
    for key, work_out in (
        ("formula", lambda: evaluate(formula, numbers)),
        ("condition", lambda: evaluate_condition(condition, 1.0, numbers)),
    ):
        try:
            work_out()
        except PlainlintError as error:
            raise rule.make_error(str(error), key) from error
    simple = _LIMIT.fullmatch(condition)
    if simple:
        return {"formula": formula, "limits": make_limits(_TIERS[simple[1]], float(simple[2]))}
    return {"formula": formula, "condition": condition}


def convert_readability(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    """The mean of some scores past a grade."""
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
    """Text that one of the tokens matches; `raw` stands before them."""
    tokens, raw = rule.get_texts("tokens"), rule.get_texts("raw")
    if not tokens and not raw:
        raise rule.make_error("it needs the key 'tokens' or 'raw'", "extends")
    pattern = validate_pattern(
        rule, join_tokens(rule, tokens, "".join(raw)), "tokens" if tokens else "raw", tokens
    )
    known = () if rule.get_flag("nonword") else accepted
    return {
        "pattern": pattern,
        **convert_message_and_action(rule),
        **convert_exceptions(rule, known),
        **convert_scope(rule),
    }


def convert_substitution(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Keys that have better words, the longest key first."""
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
    """A token that stands too often or too seldom in a passage."""
    most, fewest = rule.get_number("max"), rule.get_number("min")
    if not most and not fewest:
        raise rule.make_error("it needs the key 'max' or 'min'", "extends")
    limits = {"limits": make_limits("most", most)} if most else {}
    token = f"{get_pattern_flags(rule)}(?:{rule.require_text('token')})"
    return {
        "token": validate_pattern(rule, token, "token"),
        "fewest": int(fewest),
        "message": convert_message(rule.require_text("message"), ()),
        **limits,
        **convert_scope(rule),
    }


def convert_repetition(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """A token twice in a row."""
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
    """Pairs of forms of which a document has only one."""
    either = rule.get_table("either")
    if not either:
        raise rule.make_error("it needs the key 'either'", "either")
    pairs = []
    for one, other in either.items():
        forms = [f"({remove_capture_groups(form)})" for form in (one, other)]
        pairs.append(validate_pattern(rule, join_tokens(rule, forms), "either", (one, other)))
    return {"pattern": join_alternatives(pairs), "pairs": pairs, **convert_scope(rule)}


def convert_conditional(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """A match that asks for another one."""
    # Vale reads `ignorecase` here and passes it over: acronyms must have their capitals.
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
    """Passages with the capitals of a title, a sentence, or of a pattern."""
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
