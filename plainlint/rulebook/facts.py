"""Facts about a rule for users: severities, audiences, limits, and how to change or hide it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.core.diagnostics import Severity
from plainlint.core.source import Source
from plainlint.document.model import Directive, FrontMatter
from plainlint.rulebook.page import Page, Pages
from plainlint.rulebook.rule import OFF, Rule
from plainlint.rulebook.wcag import list_criteria


def group_limits_by_tier(rule: Rule) -> dict[str, Mapping[str, float]]:
    """Return the rule's limits by tier, then by audience; without those that are not set."""
    tiers: dict[str, Mapping[str, float]] = {}
    for tier in Limits._fields:
        numbers = {audience: getattr(rule.limits[audience], tier) for audience in AUDIENCES}
        if limits := {audience: n for audience, n in numbers.items() if n is not None}:
            tiers[tier] = limits
    return tiers


def list_severities(rule: Rule) -> list[str]:
    """Return the severities of the rule's findings, worst first; each tier of limits has one."""
    tiers = group_limits_by_tier(rule)
    if rule.forced or not tiers:
        return [rule.severity.value]
    error = [Severity.ERROR.value] if tiers.keys() & {"most", "least"} else []
    return error + ([Severity.WARNING.value] if "target" in tiers else [])


def is_off(page: Page) -> bool:
    """Return whether the page's rule runs only where the settings ask for it."""
    policy = page.policy
    return any(map(policy.get, ("optional", "preview"))) or policy.get("severity") == OFF


def list_audiences(rule: Rule) -> list[str]:
    """Return the audiences whose documents the rule checks."""
    return [audience for audience in AUDIENCES if audience in rule.audiences]


def format_settings_snippet(rule: Rule, page: Page) -> str:
    """Return lines of plainlint.toml that switch a rule off or on, and repeat its settings."""
    comment, option = "Turn the rule off.", "ignore"
    if is_off(page):
        comment, option = "Turn the rule on.", "extend-select"
    limits = [
        f"limits.{tier} = {{{', '.join(f'{audience} = {n:g}' for audience, n in numbers.items())}}}"
        for tier, numbers in group_limits_by_tier(rule).items()
    ]
    lines = [
        f"# {comment}",
        f'{option} = ["{rule.id}"]',
        "",
        "# Or change its settings.",
        f'[rule."{rule.id}"]',
        # Setting a severity would give the findings of all tiers the same one.
        *(limits or [f'severity = "{rule.severity}"']),
        f"message = {json.dumps(rule.message, ensure_ascii=False)}",
    ]
    return "\n".join(lines)


def make_suppression_comments(rule: Rule) -> list[str]:
    """Return the comments that hide the rule's findings: on a line, the next, or in the file."""
    node = rule.check.node
    if node in (Directive, Source):
        return []
    in_lines = [] if node is FrontMatter else ["disable-line", "disable-next-line"]
    actions = [*in_lines, "disable-file"]
    return [f"<!-- plainlint: {action}={rule.id} -- say why -->" for action in actions]


_OFF = " (off unless selected)"
_TABLE_HEAD = "| rule | topic | severity | readers | WCAG |"


def describe_rule(rule: Rule, page: Page, *, whole: bool = False) -> dict[str, Any]:
    """Return what a rule is, as JSON.

    Args:
        whole: whether to add its settings and the text of its page.
    """
    facts = {
        "id": rule.id,
        "title": rule.title,
        "severities": list_severities(rule),
        "off": is_off(page),
        "audiences": list_audiences(rule),
        "languages": sorted(rule.languages),
        "check": str(page.policy["check"]),
        "limits": {tier: dict(numbers) for tier, numbers in group_limits_by_tier(rule).items()},
        "message": rule.message,
        "help": rule.help,
        "source": str(page.policy.get("source", "")),
        "wcag": [
            {"number": one.number, "name": one.name, "level": one.level, "url": one.url}
            for one in list_criteria(page.policy)
        ],
    }
    if not whole:
        return facts
    return {**facts, "settings": dict(rule.settings), "page": page.body.strip()}


def render_rule_table(rules: Mapping[str, Rule], pages: Mapping[str, Page], root: Path) -> str:
    """Return a Markdown table of rules, with links to pages that are inside the folder `root`.

    A rule that is off has a mark behind its severity.
    """
    root = root.resolve()
    rows = [
        f"| {_link_rule(rule_id, pages[rule_id].path.resolve(), root)}"
        f" | {_escape_cell(rule.title)}"
        f" | {', '.join(list_severities(rule))}{_OFF if is_off(pages[rule_id]) else ''}"
        f" | {_format_audiences(rule)}"
        f" | {', '.join(one.number for one in list_criteria(pages[rule_id].policy))} |"
        for rule_id, rule in sorted(rules.items())
    ]
    return "\n".join([_TABLE_HEAD, "|---|---|---|---|---|", *rows, ""])


def render_translation_table(pages: Pages, language: str, root: Path) -> str:
    """Return a Markdown table of the rules that have a page in a language, or why they have none.

    Args:
        pages: the rule pages.
        language: a primary tag, such as `es`.
        root: the folder that links to pages start from.
    """
    rows = []
    for rule_id, page in sorted(pages.items()):
        translation = pages.get_translation(rule_id, language)
        reason = page.policy.get("untranslated", {}).get(language, "")
        link = _link_rule(rule_id, (translation or page).path.resolve(), root.resolve())
        rows.append(f"| {link} | {translation.title if translation else f'none: {reason}'} |")
    return "\n".join(["| rule | its page |", "|---|---|", *rows, ""])


def _link_rule(rule_id: str, page: Path, root: Path) -> str:
    if not page.is_relative_to(root):
        return f"`{rule_id}`"
    return f"[{rule_id}]({page.relative_to(root).as_posix()})"


def _format_audiences(rule: Rule) -> str:
    audiences = list_audiences(rule)
    return "all" if len(audiences) == len(AUDIENCES) else ", ".join(audiences)


def _escape_cell(text: str) -> str:
    return text.replace("|", "\\|")
