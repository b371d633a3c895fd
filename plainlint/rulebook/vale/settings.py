"""Conversions that several kinds of Vale's rules share."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from plainlint.core.audiences import AUDIENCES
from plainlint.core.errors import format_suggestion
from plainlint.rulebook.vale.rule_file import RuleFile
from plainlint.rulebook.vale.scopes import NAMES, PREFIX, find_unknown_name

Policy = dict[str, Any]


def convert_message_and_action(rule: RuleFile) -> Policy:
    """Convert the message and the action; the message can have the text and its replacement."""
    return {
        "message": convert_message(rule.require_text("message"), ("text", "better")),
        **make_action_setting(parse_action(rule)),
    }


def parse_action(rule: RuleFile) -> list[str]:
    """Return the action's name and parameters; empty for no action, and for one that runs code."""
    value = rule.get_value("action")
    action = {"name": value} if isinstance(value, str) else value or {}
    if not isinstance(action, Mapping):
        raise rule.make_error("'action' must be a table with 'name' and 'params'", "action")
    name, params = action.get("name"), action.get("params") or ()
    items = (params,) if isinstance(params, str) else params
    if not isinstance(name, str | None) or not isinstance(items, tuple):
        raise rule.make_error("'action' must be a table with 'name' and 'params'", "action")
    texts = [item for item in items if isinstance(item, str)]
    return [name, *texts] if name in ("replace", "remove", "edit") else []


def make_action_setting(action: list[str]) -> Policy:
    """Return the setting for an action, if there is one."""
    return {"action": action} if action else {}


def get_pattern_flags(rule: RuleFile) -> str:
    """Return the flags for a pattern that is not built with `join_tokens`."""
    return "(?i)" if rule.get_flag("ignorecase") else ""


def make_limits(tier: str, number: float) -> dict[str, dict[str, float]]:
    """Return a limit that is the same for all audiences; the configuration can change each."""
    return {tier: dict.fromkeys(AUDIENCES, number)}


def convert_scope(rule: RuleFile) -> Policy:
    """Convert the selectors of a rule to scopes of a page."""
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
    """Return the template with each `%s` replaced by the next field in braces.

    The last field also fills any further places, and `%[2]s` is the second field. Without fields,
    the template is a fixed text.
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
    """Remove the quotes around the first of two `%s`, which is filled with words in quotes."""
    for quoted in _QUOTED:
        if template.count(quoted) == len(_QUOTED):
            return template.replace(quoted, "%s", 1)
    return template
