"""plainlint test: the examples of rule pages, and where a rule finds something else in them."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plainlint.commands import FINDINGS, OK, Outcome, Surroundings
from plainlint.commands.run import configured
from plainlint.config import Config
from plainlint.errors import PlainlintError
from plainlint.linter import Linter
from plainlint.nearest import did_you_mean
from plainlint.reporters.style import printable, several
from plainlint.rule_examples import Example, Spans, examples, found, marked
from plainlint.rulebook import Page, Pages, is_named


def test(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Run the examples of the rules that are named, and show what differs from their « »."""
    config, chosen = _chosen(args, surroundings)
    linter = Linter(config, surroundings.today)
    problems: list[str] = []
    count = 0
    linter.rules()
    for page in chosen:
        cases = list(examples(page))
        count += len(cases)
        problems += [*_missing(page, cases), *_wrong(page, cases, config, linter.pages)]
    total = f"{several(len(chosen), 'rule')}, {several(count, 'example')}: "
    total += f"{len(problems)} wrong." if problems else "all right."
    return Outcome("\n".join([*problems, total, ""]), FINDINGS if problems else OK)


def _chosen(args: Namespace, surroundings: Surroundings) -> tuple[Config, list[Page]]:
    """The configuration with the folders that are named, and the pages to test.

    Without a name these are the pages of the configuration's own folders, or all if it has none.
    """
    config = configured(args)
    names = frozenset(args.names)
    known = Linter(config, surroundings.today).rule_names
    for name in names - known:
        if not Path(name).is_dir():
            hint = did_you_mean(name, known)
            raise PlainlintError(f"{name!r} is no rule, no category and no folder{hint}")
    folders = tuple(map(Path, sorted(names - known)))
    config = replace(config, rules=(*config.rules, *folders))
    linter = Linter(config, surroundings.today)
    pages = {name: linter.pages[name] for name in linter.pages if name not in linter.styles}
    own = folders if names else config.rules
    inside = frozenset(Pages(own))
    chosen = [page for name, page in pages.items() if name in inside or is_named(name, names)]
    return config, chosen if chosen or names else list(pages.values())


def _missing(page: Page, cases: list[Example]) -> Iterator[str]:
    for good in (False, True):
        if not any(case.good is good for case in cases):
            kind = "good" if good else "bad"
            yield f"{page.path}:1: {page.id} has no {kind} example: a fence that begins ```{kind}\n"


def _wrong(
    page: Page, cases: list[Example], config: Config, pages: Mapping[str, Page]
) -> Iterator[str]:
    for case in cases:
        kind = "good" if case.good else "bad"
        place = f"{page.path}:{case.line}: {page.id}"
        if case.good == bool(case.expected):
            need = "can't have « »" if case.good else "needs « » around what is to be found"
            yield f"{place}: a {kind} example {need}\n"
            continue
        spans = found(case, page, config, pages)
        if spans != case.expected:
            head = f"{place}: the {kind} example for {case.audience} readers"
            yield "\n".join([head, *_difference(case.text, case.expected, spans), ""])


def _difference(text: str, expected: Spans, spans: Spans) -> Iterator[str]:
    """The lines of an example that differ: as the page marks them, and as the rule does."""
    from difflib import ndiff

    wanted = printable(marked(text, expected)).splitlines()
    given = printable(marked(text, spans)).splitlines()
    for line in ndiff(wanted, given):
        if line[0] in "-+":
            yield f"  {'page says' if line[0] == '-' else 'rule finds'}: {line[2:]}"
