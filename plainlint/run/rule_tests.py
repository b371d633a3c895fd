"""Tests of rule pages: select the pages, and check their examples."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config, merge_tables
from plainlint.core.audiences import DEFAULT_AUDIENCE
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import InheritedValue, RawFile
from plainlint.core.text import make_printable
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.languages.files import ENGLISH
from plainlint.rulebook.examples import Example, Spans, mark_spans
from plainlint.rulebook.page import Page, Pages, matches_selector
from plainlint.rulebook.selection import RuleSet

# Some examples have review dates, so they need a day that never changes.
TODAY = date(2026, 1, 15)


class Suite(NamedTuple):
    """The pages to test, with the configuration and all pages of its rules."""

    config: Config
    pages: Mapping[str, Page]
    tested_pages: tuple[Page, ...]


def build_suite(config: Config, names: Collection[str], *, inspect_only: bool = False) -> Suite:
    """Return the pages of the rules, categories and folders that are named.

    Without names these are the pages of the configuration's own folders, or all if it has none.
    With `inspect_only` no code of the repository runs; pages that need it are not examined.

    Raises:
        PlainlintError: a name is unknown, or a page is wrong.
    """
    names = frozenset(names)
    rule_names = RuleSet(config, inspect_only=inspect_only).rule_names
    for name in names - rule_names:
        if not Path(name).is_dir():
            hint = format_suggestion(name, rule_names)
            raise PlainlintError(f"{name!r} is not a rule, a category or a folder{hint}")
    folders = tuple(map(Path, sorted(names - rule_names)))
    config = config._replace(rule_folders=(*config.rule_folders, *folders))
    rule_set = RuleSet(config, inspect_only=inspect_only)
    if not inspect_only:
        rule_set.get_running_rules()
    ids = frozenset(Pages(folders if names else config.rule_folders))
    pages = rule_set.pages
    tested = [page for id_, page in pages.items() if id_ in ids or matches_selector(id_, names)]
    if not (tested or names):
        tested = list(pages.values())
    tested_ids = frozenset(page.id for page in tested)
    translations = [
        page for page in rule_set.page_files.iter_translations() if page.id in tested_ids
    ]
    return Suite(config, pages, (*tested, *translations))


def find_missing_examples(page: Page, cases: Collection[Example]) -> Iterator[str]:
    """Yield a message for each kind of example that a page lacks."""
    for kind in ("bad", "good"):
        if not any(case.kind == kind for case in cases):
            yield f"{page.path}:1: {page.id} has no {kind} example: a fence that begins ```{kind}"


def check_example(page: Page, case: Example, suite: Suite) -> str:
    """Return what is wrong with an example, and the lines that differ; empty if it passes."""
    place = f"{page.path}:{case.line}: {page.id}"
    if case.good == bool(case.expected):
        problem = "can't have « »" if case.good else "needs « » around what the rule should find"
        return f"{place}: a {case.kind} example {problem}"
    spans = lint_example(case, page, suite.config, suite.pages)
    if spans == case.expected:
        return ""
    head = f"{place}: the {case.kind} example for {case.audience} readers"
    return "\n".join([head, *_diff_spans(case.text, case.expected, spans)])


def _diff_spans(text: str, expected: Spans, spans: Spans) -> Iterator[str]:
    """Yield the lines of an example that differ: as the page marks them, and as the rule does."""
    from difflib import ndiff

    page_lines = make_printable(mark_spans(text, expected)).splitlines()
    rule_lines = make_printable(mark_spans(text, spans)).splitlines()
    for line in ndiff(page_lines, rule_lines):
        if line[0] in "-+":
            yield f"  {'page says' if line[0] == '-' else 'rule finds'}: {line[2:]}"


def lint_example(example: Example, page: Page, config: Config, pages: Mapping[str, Page]) -> Spans:
    """Return the spans of the findings of the page's rule in the example.

    The other rules run too, but the rule gives way to none of them.

    Args:
        pages: all pages of the configuration; reading them takes longer than an example.
    """
    settings = config._replace(
        select=(),
        ignore=(),
        extend_select=(page.id,),
        default_audience=example.audience if example.audience != DEFAULT_AUDIENCE else None,
        rule=merge_tables(config.rule, {page.id: {"gives_way_to": []}}),
        per_path=(),
    )
    linter = Linter(settings, TODAY)
    linter.rule_set.pages = pages if page.language else {**pages, page.id: page}
    data = example.text.encode("utf-8", errors="surrogateescape")
    language = page.language or _get_only_language(page)
    inherited = (InheritedValue("language", language),) if language else ()
    source = decode_file(RawFile("example.md", data, inherited=inherited))
    diagnostics = linter.lint(source).diagnostics
    return tuple(diagnostic.span for diagnostic in diagnostics if diagnostic.rule == page.id)


def _get_only_language(page: Page) -> str:
    """Return the language of a rule for documents in another language than English, or nothing."""
    languages = page.policy.get("language", [])
    languages = [languages] if isinstance(languages, str) else languages
    return languages[0] if len(languages) == 1 and languages != [ENGLISH] else ""
