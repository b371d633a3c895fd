"""plainlint rule: all rules, the page of one, what it finds in a file, and their documentation."""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import load_options
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.engine.linter import Linter
from plainlint.reporters.text import full
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import get_check_names, load_check
from plainlint.rulebook.schema import build_page_schema
from plainlint.run.discovery import read_source
from plainlint.run.report import Report


def rule(args: Namespace, surroundings: Environment) -> CommandResult:
    """The list of rules, one rule's page, what it finds in a file, or what is made of all pages."""
    if args.schema:
        return CommandResult(json.dumps(build_page_schema(), indent=2) + "\n")
    config = load_options(args)
    if args.id and args.id.endswith(".md"):
        draft = Path(args.id).absolute()
        config = config._replace(rules=(*config.rules, draft.parents[1]))
        args.id = f"{draft.parent.name}/{draft.stem}"
    linter = Linter(config, surroundings.today)
    if args.html:
        return _write_site(Path(args.html), linter)
    if args.table:
        from plainlint.rulebook.facts import render_rule_table

        return CommandResult(render_rule_table(linter.every_rule, linter.pages, Path.cwd()))
    if args.verbs:
        from plainlint.rulebook.check_docs import render_check_docs

        own = {name: load_check(name) for name in get_check_names()}
        return CommandResult(render_check_docs({**own, **linter.checks}, linter.pages))
    if not args.id:
        return CommandResult(_list_rules(linter.pages))
    if args.id not in linter.pages:
        raise PlainlintError(f"unknown rule {args.id!r}{format_suggestion(args.id, linter.pages)}")
    if args.try_on:
        return _try_rule(args, config, surroundings)
    return CommandResult(_format_page(linter.pages[args.id]))


def _write_site(path: Path, linter: Linter) -> CommandResult:
    """Write the handbook of rules into a folder; name what to open."""
    from plainlint.reporters.html.page_folder import OutputFolder
    from plainlint.reporters.html.rules import INDEX_FILE, get_rule_file, render_rule_site

    rules = linter.every_rule
    folder = OutputFolder(path, [INDEX_FILE, *map(get_rule_file, rules)])
    for name, html in render_rule_site(rules, linter.pages):
        folder.write(name, html)
    folder.finish()
    return CommandResult(f"{path / INDEX_FILE}\n")


def _try_rule(args: Namespace, config: Config, surroundings: Environment) -> CommandResult:
    """What the rule alone finds in the file, whatever the configuration selects."""
    alone = config._replace(
        select=(args.id,),
        ignore=(),
        per_path=tuple(each._replace(select=None, ignore=()) for each in config.per_path),
    )
    linter = Linter(alone, surroundings.today)
    result = linter.lint(read_source(Path(args.try_on)))
    report = Report((result,), (), linter.pages, Path.cwd())
    return CommandResult(full(report, surroundings.style))


def _list_rules(pages: Mapping[str, Page]) -> str:
    width = max(map(len, pages))
    lines = [f"{rule_id:{width}}  {page.title}" for rule_id, page in sorted(pages.items())]
    return "\n".join([*lines, "", "plainlint rule ID shows a rule's page."]) + "\n"


def _format_page(page: Page) -> str:
    """The page's text, its id and limits first."""
    limits = [
        f"  {tier:7}" + ", ".join(f"{audience} {number:g}" for audience, number in numbers.items())
        for tier, numbers in page.policy.get("limits", {}).items()
    ]
    shown = ["limits:", *limits] if limits else []
    source = f"source: {page.policy.get('source', '')}".strip()
    return "\n".join([page.id, *shown, source, "", page.body.strip(), ""])
