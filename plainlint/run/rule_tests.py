"""Tests of rule pages: which pages are meant, and what is wrong with their examples."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config, merge_tables
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import decode
from plainlint.core.text import make_printable
from plainlint.engine.linter import Linter
from plainlint.rulebook.examples import Example, Spans, mark_spans
from plainlint.rulebook.page import Page, Pages, matches_selector
from plainlint.rulebook.selection import RuleSet

# Examples speak of reviews, so they need a day that never changes.
TODAY = date(2026, 1, 15)


class Suite(NamedTuple):
    """The pages to test, with the configuration and all pages that their rules run beside."""

    config: Config
    pages: Mapping[str, Page]
    tested_pages: tuple[Page, ...]


def build_suite(config: Config, names: Collection[str]) -> Suite:
    """The pages of the rules, categories and folders that are named.

    Without a name these are the pages of the configuration's own folders, or all if it has none.

    Raises:
        PlainlintError: nothing has such a name, or a page is wrong.
    """
    names = frozenset(names)
    known = RuleSet(config).rule_names
    for name in names - known:
        if not Path(name).is_dir():
            hint = format_suggestion(name, known)
            raise PlainlintError(f"{name!r} is not a rule, a category or a folder{hint}")
    folders = tuple(map(Path, sorted(names - known)))
    config = config._replace(rule_folders=(*config.rule_folders, *folders))
    rule_set = RuleSet(config)
    rule_set.get_running_rules()
    inside = frozenset(Pages(folders if names else config.rule_folders))
    every = rule_set.pages.items()
    chosen = [page for name, page in every if name in inside or matches_selector(name, names)]
    if not (chosen or names):
        chosen = list(rule_set.pages.values())
    return Suite(config, rule_set.pages, tuple(chosen))


def find_missing_examples(page: Page, cases: Collection[Example]) -> Iterator[str]:
    """What a page has no example of, in words."""
    for kind in ("bad", "good"):
        if not any(case.kind == kind for case in cases):
            yield f"{page.path}:1: {page.id} has no {kind} example: a fence that begins ```{kind}"


def check_example(page: Page, case: Example, suite: Suite) -> str:
    """What is wrong with an example, in words, with the lines that differ; empty if nothing is."""
    place = f"{page.path}:{case.line}: {page.id}"
    if case.good == bool(case.expected):
        need = "can't have « »" if case.good else "needs « » around what is to be found"
        return f"{place}: a {case.kind} example {need}"
    spans = lint_example(case, page, suite.config, suite.pages)
    if spans == case.expected:
        return ""
    head = f"{place}: the {case.kind} example for {case.audience} readers"
    return "\n".join([head, *_diff_spans(case.text, case.expected, spans)])


def _diff_spans(text: str, expected: Spans, spans: Spans) -> Iterator[str]:
    """The lines of an example that differ: as the page marks them, and as the rule does."""
    from difflib import ndiff

    wanted = make_printable(mark_spans(text, expected)).splitlines()
    given = make_printable(mark_spans(text, spans)).splitlines()
    for line in ndiff(wanted, given):
        if line[0] in "-+":
            yield f"  {'page says' if line[0] == '-' else 'rule finds'}: {line[2:]}"


def lint_example(example: Example, page: Page, config: Config, pages: Mapping[str, Page]) -> Spans:
    """Where the page's rule reports something in the example.

    The other rules run beside it, and it gives way to none of them.

    Args:
        pages: all pages of the configuration, for reading them takes longer than an example does.
    """
    every = config._replace(
        select=(),
        ignore=(),
        extend_select=(page.id,),
        default_audience=example.audience,
        rule=merge_tables(config.rule, {page.id: {"gives_way_to": []}}),
        per_path=(),
    )
    linter = Linter(every, TODAY)
    linter.rule_set.pages = {**pages, page.id: page}
    source = decode(example.text.encode("utf-8", errors="surrogateescape"), "example.md")
    diagnostics = linter.lint(source).diagnostics
    return tuple(diagnostic.span for diagnostic in diagnostics if diagnostic.rule == page.id)
