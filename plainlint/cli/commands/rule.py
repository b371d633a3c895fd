"""plainlint rule: list the rules, show one, try it on a file, or write their documentation."""

import json
from collections.abc import Mapping
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.links import add_rule_links
from plainlint.cli.options import RuleOptions, load_settings
from plainlint.cli.session import note_check_files, read_input
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.inert import make_inert_json, make_line
from plainlint.core.text import make_printable
from plainlint.languages.files import ENGLISH
from plainlint.reporters import format_documents
from plainlint.reporters.style import Style
from plainlint.reporters.text import FULL
from plainlint.rulebook.facts import describe_rule, is_off
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import get_check_names, load_check
from plainlint.rulebook.schema import build_page_schema
from plainlint.rulebook.selection import RuleSet
from plainlint.rulebook.wcag import list_criteria
from plainlint.run.pipeline import RunContext, lint_documents
from plainlint.run.tally import sum_tallies


def rule(options: RuleOptions, environment: Environment) -> CommandResult:
    """Return the list of rules, a rule's page or its findings, or docs made from all pages."""
    if options.schema:
        return CommandResult(make_inert_json(json.dumps(build_page_schema(), indent=2)) + "\n")
    config, rule_id = load_settings(options.config, environment.note), options.id
    if rule_id.endswith(".md"):
        draft = Path(rule_id).absolute()
        config = config._replace(rule_folders=(*config.rule_folders, draft.parents[1]))
        rule_id = f"{draft.parent.name}/{draft.stem}"
    rule_set = RuleSet(config, inspect_only=True)
    names = (*rule_set.rules_needing_plugins, *(file.name for file in config.check_files))
    shows_all = bool(options.table or options.html or options.checks)
    if names and (shows_all or (options.as_json and not rule_id)):
        environment.note(f"left out, as no checks in Python run to show rules: {', '.join(names)}")
    if shows_all:
        return _write_docs(options, rule_set)
    said = config.lang or ENGLISH
    pages = {name: rule_set.get_page(name, said) for name in rule_set.pages}
    if rule_id and rule_id not in pages:
        raise PlainlintError(f"unknown rule {rule_id!r}{format_suggestion(rule_id, pages)}")
    if options.as_json:
        return CommandResult(_format_json(rule_id, rule_set))
    if not rule_id:
        return CommandResult(_list_rules(pages, environment.speak(said).style))
    if options.try_on:
        return _try_rule(rule_id, options.try_on, config, environment)
    return CommandResult(_format_page(pages[rule_id], environment.speak(said).style))


def _write_docs(options: RuleOptions, rule_set: RuleSet) -> CommandResult:
    """Return or write the docs made from all pages that the options name."""
    if options.html:
        return _write_site(options.html, rule_set)
    if options.table:
        from plainlint.rulebook.facts import render_rule_table

        return CommandResult(render_rule_table(rule_set.every_rule, rule_set.pages, Path.cwd()))
    from plainlint.rulebook.check_docs import render_check_docs

    own = {name: load_check(name) for name in get_check_names()}
    return CommandResult(render_check_docs({**own, **rule_set.checks}, rule_set.pages))


def _write_site(path: Path, rule_set: RuleSet) -> CommandResult:
    """Write the handbook of rules to a folder; return which file to open."""
    from plainlint.reporters.html.page_folder import OutputFolder
    from plainlint.reporters.html.rules import INDEX_FILE, get_rule_file, render_rule_site

    rules = rule_set.every_rule
    folder = OutputFolder(path, [INDEX_FILE, *map(get_rule_file, rules)])
    for name, html in render_rule_site(rules, rule_set.pages):
        folder.write(name, html)
    folder.finish()
    return CommandResult(f"{path / INDEX_FILE}\n")


def _try_rule(rule_id: str, path: Path, config: Config, environment: Environment) -> CommandResult:
    """Return the findings of this rule only in the file, whatever the configuration selects."""
    alone = config._replace(
        select=(rule_id,),
        ignore=(),
        per_path=tuple(setting._replace(select=None, ignore=()) for setting in config.per_path),
    )
    environment = add_rule_links(environment, config)
    note_check_files(alone, environment)
    documents = list(
        lint_documents([read_input(path, alone, environment)], RunContext(alone, environment.today))
    )
    tally = sum_tallies(document.count_findings() for document in documents)
    return CommandResult(format_documents(FULL, documents, tally, environment.style))


def _list_rules(pages: Mapping[str, Page], style: Style) -> str:
    width, off = max(map(len, pages)), f" ({style.say('off')})"
    lines = [
        f"{rule_id:{width}}  {make_line(page.title)}{off if is_off(page) else ''}"
        for rule_id, page in sorted(pages.items())
    ]
    notes = ("plainlint rule ID shows a rule's page.", "Rules that are off run if you select them.")
    return "\n".join([*lines, "", *map(style.say, notes)]) + "\n"


def _format_json(rule_id: str, rule_set: RuleSet) -> str:
    """Return all rules as JSON, or a single one with its page.

    Raises:
        PlainlintError: the rule needs a plug-in, which does not run to show rules.
    """
    rules, pages = rule_set.every_rule, rule_set.pages
    if rule_id in rule_set.rules_needing_plugins:
        raise PlainlintError(f"{rule_id} needs a check in Python, which does not run to show rules")
    data = (
        describe_rule(rules[rule_id], pages[rule_id], whole=True)
        if rule_id
        else {"rules": [describe_rule(rule, pages[name]) for name, rule in rules.items()]}
    )
    return make_inert_json(json.dumps(data, indent=2, default=str)) + "\n"


def _format_page(page: Page, style: Style) -> str:
    """Return the page's text, after its id, limits and source."""
    limits = [
        f"  {style.say(tier):7}"
        + ", ".join(f"{style.say(audience)} {number:g}" for audience, number in numbers.items())
        for tier, numbers in page.policy.get("limits", {}).items()
    ]
    rows = [f"{style.say('limits')}:", *limits] if limits else []
    source = f"{style.say('source')}: {make_line(str(page.policy.get('source', '')))}".strip()
    if criteria := list_criteria(page.policy):
        rows.append(f"WCAG: {', '.join(criterion.title for criterion in criteria)}")
    return "\n".join([page.id, *rows, source, "", make_printable(page.body.strip()), ""])
