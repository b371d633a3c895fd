"""plainlint rule: all rules, or the page of one."""

from argparse import Namespace
from collections.abc import Mapping

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured
from plainlint.errors import PlainlintError
from plainlint.linter import Linter
from plainlint.nearest import did_you_mean
from plainlint.rulebook import Page


def rule(args: Namespace, surroundings: Surroundings) -> Outcome:
    """The list of rules by category, or one rule's page."""
    pages = Linter(configured(args), surroundings.today).pages
    if not args.id:
        return Outcome(_list(pages))
    if args.id not in pages:
        raise PlainlintError(f"unknown rule {args.id!r}{did_you_mean(args.id, pages)}")
    return Outcome(_page(pages[args.id]))


def _list(pages: Mapping[str, Page]) -> str:
    width = max(map(len, pages))
    lines = [f"{rule_id:{width}}  {page.title}" for rule_id, page in sorted(pages.items())]
    return "\n".join([*lines, "", "plainlint rule ID shows a rule's page."]) + "\n"


def _page(page: Page) -> str:
    """The page's text, its id and limits first."""
    limits = [
        f"  {tier:7}" + ", ".join(f"{audience} {number:g}" for audience, number in numbers.items())
        for tier, numbers in page.policy.get("limits", {}).items()
    ]
    shown = ["limits:", *limits] if limits else []
    source = f"source: {page.policy.get('source', '')}".strip()
    return "\n".join([page.id, *shown, source, "", page.body.strip(), ""])
