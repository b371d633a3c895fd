"""The rules as a table in Markdown, for a README."""

from collections.abc import Mapping
from pathlib import Path

from plainlint.core.audiences import AUDIENCES
from plainlint.rule import Rule
from plainlint.rule_facts import readers, severities
from plainlint.rulebook import Page


def rule_table(rules: Mapping[str, Rule], pages: Mapping[str, Page], root: Path) -> str:
    """A row for each rule; its name leads to its page if that is inside the folder `root`."""
    rows = [
        f"| {_named(rule_id, pages[rule_id].path.resolve(), root.resolve())} | {_cell(rule.title)}"
        f" | {', '.join(severities(rule))} | {_readers(rule)} |"
        for rule_id, rule in sorted(rules.items())
    ]
    return "\n".join(
        ["| rule | what it is about | how bad | readers |", "|---|---|---|---|", *rows, ""]
    )


def _named(rule_id: str, page: Path, root: Path) -> str:
    if not page.is_relative_to(root):
        return f"`{rule_id}`"
    return f"[{rule_id}]({page.relative_to(root).as_posix()})"


def _readers(rule: Rule) -> str:
    named = readers(rule)
    return "all" if len(named) == len(AUDIENCES) else ", ".join(named)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
