"""A rule of Vale as the policy of a rule page."""

from collections.abc import Callable, Mapping, Sequence

from plainlint.core.errors import did_you_mean
from plainlint.rulebook.vale import kinds
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.settings import Policy, message

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
    "existence": kinds.existence,
    "substitution": kinds.substitution,
    "occurrence": kinds.occurrence,
    "repetition": kinds.repetition,
    "consistency": kinds.consistency,
    "conditional": kinds.conditional,
    "capitalization": kinds.capitalization,
    "metric": kinds.metric,
    "readability": kinds.readability,
}


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
