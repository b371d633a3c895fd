"""What Vale's kinds of rules have in common, as settings of a rule page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from plainlint.core.audiences import AUDIENCES
from plainlint.core.errors import format_suggestion
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.scopes import NAMES, PREFIX, find_unknown_name

Policy = dict[str, Any]


def convert_message_and_action(rule: RuleFile) -> Policy:
    """The message with the text and what the action makes of it."""
    return {
        "message": convert_message(rule.require_text("message"), ("text", "better")),
        **make_action_setting(parse_action(rule)),
    }


def parse_action(rule: RuleFile) -> list[str]:
    """The action's name and its parameters; empty for none, and for code that is not run."""
    value = rule.get_value("action")
    action = {"name": value} if isinstance(value, str) else value or {}
    if not isinstance(action, Mapping):
        raise rule.make_error("'action' must be a table with 'name' and 'params'", "action")
    name, params = action.get("name"), action.get("params") or ()
    listed = (params,) if isinstance(params, str) else params
    if not isinstance(name, str | None) or not isinstance(listed, tuple):
        raise rule.make_error("'action' must be a table with 'name' and 'params'", "action")
    given = [each for each in listed if isinstance(each, str)]
    return [name, *given] if name in ("replace", "remove", "edit") else []


def make_action_setting(action: list[str]) -> Policy:
    """The setting for an action, if there is one."""
    return {"action": action} if action else {}


def get_pattern_flags(rule: RuleFile) -> str:
    """What stands before a pattern that is not joined of tokens."""
    return "(?i)" if rule.get_flag("ignorecase") else ""


def make_limits(tier: str, number: float) -> dict[str, dict[str, float]]:
    """A limit that is the same for all audiences, until the configuration changes it."""
    return {tier: dict.fromkeys(AUDIENCES, number)}


def convert_scope(rule: RuleFile) -> Policy:
    """The selectors of a rule, as scopes of a page."""
    selectors = rule.get_texts("scope") or ["text"]
    for selector in selectors:
        if name := find_unknown_name(selector):
            raise rule.make_error(
                f"unknown scope '{name}'{format_suggestion(name, NAMES)}", "scope", name
            )
    return {"scope": [f"{PREFIX}{selector}" for selector in selectors]}


_SLOT = re.compile(r"%%|%(?:\[(\d)\])?[sdv]")
_QUOTED = ("'%s'", '"%s"')


def convert_message(template: str, fields: Sequence[str]) -> str:
    """The template with the fields in the place of each `%s`, in their order.

    The last field stands in all further places; `%[2]s` is the second. Without fields the template
    is told as it is.
    """
    used = 0

    def replace_slot(slot: re.Match[str]) -> str:
        nonlocal used
        if slot[0] == "%%":
            return "%"
        number = int(slot[1]) - 1 if slot[1] else used
        used += not slot[1]
        return f"{{{fields[min(max(number, 0), len(fields) - 1)]}}}"

    plain = template.replace("{", "{{").replace("}", "}}")
    return _SLOT.sub(replace_slot, plain) if fields else plain


def strip_first_quotes(template: str) -> str:
    """The template with no quotes around the first of two `%s`, where quoted words will stand."""
    for quoted in _QUOTED:
        if template.count(quoted) == len(_QUOTED):
            return template.replace(quoted, "%s", 1)
    return template
