"""Vale's kinds of rules, each turned into the policy of a rule page."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from plainlint.audiences import AUDIENCES
from plainlint.checks.vale_capitalization import STYLES
from plainlint.checks.vale_metric import VARIABLES, holds
from plainlint.errors import PlainlintError
from plainlint.metrics.arithmetic import evaluate
from plainlint.metrics.formulas import FORMULAS
from plainlint.nearest import did_you_mean
from plainlint.vale.messages import message, without_first_quotes
from plainlint.vale.rule_file import RuleFile
from plainlint.vale.scopes import NAMES, PREFIX, unknown_name
from plainlint.vale.tokens import checked, either_of, exceptions, joined, without_groups

Policy = dict[str, Any]

_LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
_SHARED = (
    *("extends", "message", "description", "level", "scope", "link", "limit", "action", "name"),
    *("vocab", "code", "matchcase", "tests"),
)
_WORDS = ("ignorecase", "nonword", "exceptions")
_KEYS: Mapping[str, Sequence[str]] = {
    "existence": ("tokens", "raw", "append", *_WORDS),
    "substitution": ("swap", "capitalize", "pos", *_WORDS),
    "occurrence": ("token", "max", "min", "ignorecase"),
    "repetition": ("tokens", "max", "ignorecase", "alpha", "exceptions"),
    "consistency": ("either", "ignorecase", "nonword"),
    "conditional": ("first", "second", "ignorecase", "exceptions"),
    "capitalization": ("match", "style", "threshold", "indicators", "prefix", "exceptions"),
    "metric": ("formula", "condition"),
    "readability": ("metrics", "grade"),
}
_METRICS = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "ari",
}
_LIMIT = re.compile(r"\s*([<>])\s*(-?\d+(?:\.\d+)?)\s*")


def policy(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """The policy of the page that does what a rule of Vale says.

    Args:
        accepted: the words that a vocabulary accepts.

    Raises:
        PlainlintError: the rule is wrong; the message has the file, the line and the key.
    """
    kind = rule.needed("extends")
    if kind not in _KINDS:
        raise rule.error(f"unknown kind '{kind}'{did_you_mean(kind, _KINDS)}", "extends")
    rule.known((*_SHARED, *_KEYS[kind]))
    level = rule.text("level", "warning")
    if level not in _LEVELS:
        raise rule.error(f"unknown level '{level}'{did_you_mean(level, _LEVELS)}", "level")
    link = rule.text("link")
    found = {
        "check": f"vale-{kind}",
        "severity": _LEVELS[level],
        "message": message(rule.needed("message"), ("text",)),
        "help": f"See {link}" if link else rule.text("description", f"{rule.style} asks for it."),
        "source": link or f"The style {rule.style}",
        **_KINDS[kind](rule, accepted if rule.flag("vocab", otherwise=True) else ()),
    }
    if most := rule.number("limit"):
        found["most_findings"] = int(most)
    return found


def _existence(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    tokens, raw = rule.texts("tokens"), rule.texts("raw")
    if not tokens and not raw:
        raise rule.error("it needs the key 'tokens' or 'raw'", "extends")
    pattern = checked(
        rule, joined(rule, tokens, "".join(raw)), "tokens" if tokens else "raw", tokens
    )
    known = () if rule.flag("nonword") else accepted
    return {"pattern": pattern, **_said(rule), **exceptions(rule, known), **_scope(rule)}


def _substitution(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    swap = rule.table("swap")
    if not swap:
        raise rule.error("it needs the key 'swap'", "swap")
    keys = sorted(swap, key=len, reverse=True)
    groups = [f"({without_groups(key)})" for key in keys]
    pattern = joined(rule, (group[1:-1] for group in groups))
    template = rule.needed("message")
    action = _action(rule)
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
        **_scope(rule),
    }


def _occurrence(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    most, fewest = rule.number("max"), rule.number("min")
    if not most and not fewest:
        raise rule.error("it needs the key 'max' or 'min'", "extends")
    limits = {"limits": _limits("most", most)} if most else {}
    token = f"{_flags(rule)}(?:{rule.needed('token')})"
    return {
        "token": checked(rule, token, "token"),
        "fewest": int(fewest),
        "message": message(rule.needed("message"), ()),
        **limits,
        **_scope(rule),
    }


def _repetition(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    tokens = rule.texts("tokens")
    if not tokens:
        raise rule.error("it needs the key 'tokens'", "tokens")
    token = f"{_flags(rule)}(?:{'|'.join(tokens)})"
    allowed = exceptions(rule, accepted)
    allowed.pop("phrases", None)
    return {
        "token": checked(rule, token, "tokens", tokens),
        "most": int(rule.number("max")),
        "ignorecase": rule.flag("ignorecase"),
        "alpha": rule.flag("alpha"),
        **action_setting(_action(rule)),
        **allowed,
        **_scope(rule),
    }


def _consistency(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
    either = rule.table("either")
    if not either:
        raise rule.error("it needs the key 'either'", "either")
    pairs = []
    for one, other in either.items():
        forms = [f"({without_groups(form)})" for form in (one, other)]
        pairs.append(checked(rule, joined(rule, forms), "either", (one, other)))
    return {"pattern": either_of(pairs), "pairs": pairs, **_scope(rule)}


def _conditional(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    # Vale reads `ignorecase` here and passes it over: acronyms must have their capitals.
    first = checked(rule, rule.needed("first"), "first")
    second = checked(rule, rule.needed("second"), "second")
    return {
        "pattern": either_of((first, second)),
        "first": first,
        "second": second,
        **exceptions(rule, accepted),
        **_scope(rule),
    }


def _capitalization(rule: RuleFile, accepted: Sequence[str]) -> Policy:
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
        **_scope(rule),
    }


def _metric(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
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
        return {"formula": formula, "limits": _limits(_TIERS[simple[1]], float(simple[2]))}
    return {"formula": formula, "condition": condition}


def _readability(rule: RuleFile, _accepted: Sequence[str]) -> Policy:
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
        "limits": _limits("most", rule.number("grade")),
    }


def _said(rule: RuleFile) -> Policy:
    """The message with the text and what the action makes of it."""
    return {
        "message": message(rule.needed("message"), ("text", "better")),
        **action_setting(_action(rule)),
    }


def _action(rule: RuleFile) -> list[str]:
    """The action's name and its parameters; empty for none, and for code that is not run."""
    value = rule.value("action")
    action = {"name": value} if isinstance(value, str) else value or {}
    if not isinstance(action, Mapping):
        raise rule.error("'action' must be a table with 'name' and 'params'", "action")
    name, params = action.get("name"), action.get("params") or ()
    listed = (params,) if isinstance(params, str) else params
    if not isinstance(name, str | None) or not isinstance(listed, tuple):
        raise rule.error("'action' must be a table with 'name' and 'params'", "action")
    given = [each for each in listed if isinstance(each, str)]
    return [name, *given] if name in ("replace", "remove", "edit") else []


def action_setting(action: list[str]) -> Policy:
    """The setting for an action, if there is one."""
    return {"action": action} if action else {}


def _flags(rule: RuleFile) -> str:
    return "(?i)" if rule.flag("ignorecase") else ""


def _limits(tier: str, number: float) -> dict[str, dict[str, float]]:
    return {tier: dict.fromkeys(AUDIENCES, number)}


def _scope(rule: RuleFile) -> Policy:
    selectors = rule.texts("scope") or ["text"]
    for selector in selectors:
        if name := unknown_name(selector):
            raise rule.error(f"unknown scope '{name}'{did_you_mean(name, NAMES)}", "scope", name)
    return {"scope": [f"{PREFIX}{selector}" for selector in selectors]}


_TIERS = {">": "most", "<": "least"}
_KINDS: Mapping[str, Callable[[RuleFile, Sequence[str]], Policy]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
    "metric": _metric,
    "readability": _readability,
}
