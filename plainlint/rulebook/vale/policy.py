"""Conversion of a Vale rule to the policy of a rule page."""

from collections.abc import Callable, Mapping, Sequence

from plainlint.core.errors import format_suggestion
from plainlint.rulebook.vale import kinds
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.settings import Policy, convert_message

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
_KINDS: Mapping[str, Callable[[RuleFile, Sequence[str]], Policy]] = {
    "existence": kinds.convert_existence,
    "substitution": kinds.convert_substitution,
    "occurrence": kinds.convert_occurrence,
    "repetition": kinds.convert_repetition,
    "consistency": kinds.convert_consistency,
    "conditional": kinds.convert_conditional,
    "capitalization": kinds.convert_capitalization,
    "metric": kinds.convert_metric,
    "readability": kinds.convert_readability,
}


def convert_rule(rule: RuleFile, accepted: Sequence[str]) -> Policy:
    """Convert a rule of Vale to the policy of an equivalent rule page.

    Args:
        rule: the rule.
        accepted: the words that vocabularies accept.

    Raises:
        PlainlintError: the rule is invalid; the message has the file, the line and the key.
    """
    kind = rule.require_text("extends")
    if kind not in _KINDS:
        raise rule.make_error(f"unknown kind '{kind}'{format_suggestion(kind, _KINDS)}", "extends")
    rule.reject_unknown_keys((*_SHARED, *_KEYS[kind]))
    level = rule.get_text("level", "warning")
    if level not in _LEVELS:
        raise rule.make_error(
            f"unknown level '{level}'{format_suggestion(level, _LEVELS)}", "level"
        )
    link = rule.get_text("link")
    default_help = f"{rule.style} asks for it."
    policy = {
        "check": f"vale-{kind}",
        "severity": _LEVELS[level],
        "message": convert_message(rule.require_text("message"), ("text",)),
        "help": f"See {link}" if link else rule.get_text("description", default_help),
        "source": link or f"The style {rule.style}",
        **_KINDS[kind](rule, accepted if rule.get_flag("vocab", otherwise=True) else ()),
    }
    if maximum := rule.get_number("limit"):
        policy["most_findings"] = int(maximum)
    return policy
