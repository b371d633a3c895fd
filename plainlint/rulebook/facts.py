"""Facts of a rule for its readers: how bad, for whom, its limits, how to change and to hide it."""

import json
from collections.abc import Mapping
from pathlib import Path

from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.core.diagnostics import Severity
from plainlint.core.source import Source
from plainlint.document.model import Directive, FrontMatter
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule


def group_limits_by_tier(rule: Rule) -> dict[str, Mapping[str, float]]:
    """The limits that the rule has: of each tier the number for each audience that has one."""
    found: dict[str, Mapping[str, float]] = {}
    for tier in Limits._fields:
        numbers = {audience: getattr(rule.limits[audience], tier) for audience in AUDIENCES}
        if known := {audience: n for audience, n in numbers.items() if n is not None}:
            found[tier] = known
    return found


def list_severities(rule: Rule) -> list[str]:
    """How bad its findings are, worst first; with limits each tier has a severity of its own."""
    known = group_limits_by_tier(rule)
    if rule.forced or not known:
        return [rule.severity.value]
    hard = [Severity.ERROR.value] if known.keys() - {"target"} else []
    return hard + ([Severity.WARNING.value] if "target" in known else [])


def list_audiences(rule: Rule) -> list[str]:
    """Whose documents it looks at."""
    return [audience for audience in AUDIENCES if audience in rule.audiences]


def format_settings_snippet(rule: Rule, page: Page) -> str:
    """Lines of plainlint.toml that switch a rule off or on, and say what it says already."""
    does, switch = "Leave it out.", "ignore"
    if page.policy.get("optional"):
        does, switch = "Switch it on.", "enable"
    limits = [
        f"limits.{tier} = {{{', '.join(f'{audience} = {n:g}' for audience, n in numbers.items())}}}"
        for tier, numbers in group_limits_by_tier(rule).items()
    ]
    lines = [
        f"# {does}",
        f'{switch} = ["{rule.id}"]',
        "",
        "# Or change it: write other values.",
        f'[rule."{rule.id}"]',
        # To name one severity would make the findings of all tiers alike.
        *(limits or [f'severity = "{rule.severity}"']),
        f"message = {json.dumps(rule.message, ensure_ascii=False)}",
    ]
    return "\n".join(lines)


def make_suppression_comments(rule: Rule) -> list[str]:
    """The comments that hide what the rule finds: on the next line, and in the whole file."""
    node = rule.check.node
    if node in (Directive, Source):
        return []
    actions = ["disable-file"] if node is FrontMatter else ["disable-next-line", "disable-file"]
    return [f"<!-- plainlint: {action}={rule.id} -- say why -->" for action in actions]


def render_rule_table(rules: Mapping[str, Rule], pages: Mapping[str, Page], root: Path) -> str:
    """A row for each rule; its name leads to its page if that is inside the folder `root`."""
    rows = [
        f"| {_link_rule(rule_id, pages[rule_id].path.resolve(), root.resolve())} | {_escape_cell(rule.title)}"
        f" | {', '.join(list_severities(rule))} | {_format_audiences(rule)} |"
        for rule_id, rule in sorted(rules.items())
    ]
    return "\n".join(
        ["| rule | what it is about | how bad | readers |", "|---|---|---|---|", *rows, ""]
    )


def _link_rule(rule_id: str, page: Path, root: Path) -> str:
    if not page.is_relative_to(root):
        return f"`{rule_id}`"
    return f"[{rule_id}]({page.relative_to(root).as_posix()})"


def _format_audiences(rule: Rule) -> str:
    named = list_audiences(rule)
    return "all" if len(named) == len(AUDIENCES) else ", ".join(named)


def _escape_cell(text: str) -> str:
    return text.replace("|", "\\|")
