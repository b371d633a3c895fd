"""Vale's kinds of rules on text, each turned into the settings of a rule page."""

from collections.abc import Sequence

from plainlint.checks.vale.capitalization import STYLES
from plainlint.core.errors import did_you_mean
from plainlint.vale.messages import message, without_first_quotes
from plainlint.vale.rule_file import RuleFile
from plainlint.vale.settings import (
    Policy,
    action_of,
    action_setting,
    flags_of,
    limits_of,
    message_and_action,
    scope_of,
)
from plainlint.vale.tokens import checked, either_of, exceptions, joined, without_groups


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
