"""plainlint rule: all rules, the page of one, what it finds in a file, and their documentation."""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.options import configured
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.engine.linter import Linter
from plainlint.reporters.text import full
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import check_names, load_check
from plainlint.rulebook.schema import page_schema
from plainlint.run.discovery import read_source
from plainlint.run.report import Report


def rule(args: Namespace, surroundings: Surroundings) -> Outcome:
    """The list of rules, one rule's page, what it finds in a file, or what is made of all pages."""
    if args.schema:
        return Outcome(json.dumps(page_schema(), indent=2) + "\n")
    config = configured(args)
    if args.id and args.id.endswith(".md"):
        draft = Path(args.id).absolute()
        config = config._replace(rules=(*config.rules, draft.parents[1]))
        args.id = f"{draft.parent.name}/{draft.stem}"
    linter = Linter(config, surroundings.today)
    if args.html:
        return _site(Path(args.html), linter)
    if args.table:
        from plainlint.rulebook.facts import rule_table

        return Outcome(rule_table(linter.every_rule, linter.pages, Path.cwd()))
    if args.verbs:
        from plainlint.rulebook.check_docs import verb_pages

        own = {name: load_check(name) for name in check_names()}
        return Outcome(verb_pages({**own, **linter.checks}, linter.pages))
    if not args.id:
        return Outcome(_list(linter.pages))
    if args.id not in linter.pages:
        raise PlainlintError(f"unknown rule {args.id!r}{did_you_mean(args.id, linter.pages)}")
    if args.try_on:
        return _tried(args, config, surroundings)
    return Outcome(_page(linter.pages[args.id]))


def _site(path: Path, linter: Linter) -> Outcome:
    """Write the handbook of rules into a folder; name what to open."""
    from plainlint.reporters.html.page_folder import PageFolder
    from plainlint.reporters.html.rules import INDEX_FILE, rule_file, rule_site

    rules = linter.every_rule
    folder = PageFolder(path, [INDEX_FILE, *map(rule_file, rules)])
    for name, html in rule_site(rules, linter.pages):
        folder.write(name, html)
    folder.finish()
    return Outcome(f"{path / INDEX_FILE}\n")


def _tried(args: Namespace, config: Config, surroundings: Surroundings) -> Outcome:
    """What the rule alone finds in the file, whatever the configuration selects."""
    alone = config._replace(
        select=(args.id,),
        ignore=(),
        per_path=tuple(each._replace(select=None, ignore=()) for each in config.per_path),
    )
    linter = Linter(alone, surroundings.today)
    result = linter.lint(read_source(Path(args.try_on)))
    report = Report((result,), (), linter.pages, Path.cwd())
    return Outcome(full(report, surroundings.style))


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
