"""A plug-in for pytest: `pytest --plainlint-rules rules` runs their examples as tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# pytest imports this in every run, so the rest is imported only when the option is given.
if TYPE_CHECKING:
    from plainlint.run.rule_tests import Suite

_TESTS: pytest.StashKey[PagesUnderTest] = pytest.StashKey()


class PagesUnderTest:
    """The pages to test, by their files."""

    __test__ = False

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        self.pages = {page.path.resolve(): page for page in suite.tested_pages}


class WrongExampleError(Exception):
    """An example whose marks differ from what the rule finds; the message shows both."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names folders of rule pages."""
    parser.getgroup("plainlint").addoption(
        "--plainlint-rules",
        action="append",
        default=[],
        metavar="FOLDER",
        help="run the examples of the plainlint rule pages in this folder; may be repeated",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Read the pages, and have pytest collect their files, unless its arguments name some."""
    if not (names := config.getoption("plainlint_rules")):
        return
    from plainlint.config.loader import find_config, load_config
    from plainlint.config.plugin_switch import PLUGIN_SWITCH, apply_plugin_switch
    from plainlint.config.settings import Config
    from plainlint.core.errors import PlainlintError
    from plainlint.run.rule_tests import build_suite

    current = config.invocation_params.dir
    try:
        file = find_config(current)
        folders = [str(current / name) for name in names]
        settings = load_config(file) if file else Config()
        settings = apply_plugin_switch(settings, os.environ.get(PLUGIN_SWITCH, ""))
        tests = PagesUnderTest(build_suite(settings, folders))
    except PlainlintError as error:
        raise pytest.UsageError(str(error)) from error
    config.stash[_TESTS] = tests
    arguments = {(current / argument.partition("::")[0]).resolve() for argument in config.args}
    if arguments.isdisjoint(tests.pages):
        config.args.extend(map(str, tests.pages))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file that is one of the rule pages."""
    tests = parent.config.stash.get(_TESTS, None)
    if tests is None or file_path.resolve() not in tests.pages:
        return None
    return _PageFile.from_parent(parent, path=file_path)


class _PageFile(pytest.File):
    """A rule page: a test for each example, and one that fails if a kind of example is missing."""

    def collect(self) -> Iterator[pytest.Item]:
        from plainlint.core.errors import PlainlintError
        from plainlint.rulebook.examples import parse_examples
        from plainlint.run.rule_tests import check_example, find_missing_examples

        tests = self.config.stash[_TESTS]
        page = tests.pages[self.path.resolve()]
        try:
            cases = list(parse_examples(page))
        except PlainlintError as error:
            raise self.CollectError(str(error)) from error
        for case in cases:
            name = f"{case.kind}-{case.audience}-line-{case.line}"
            check = partial(check_example, page, case, tests.suite)
            yield _ExampleItem.from_parent(
                self, name=name, rule=page.id, line=case.line, check=check
            )
        if missing := "\n".join(find_missing_examples(page, cases)):
            check = partial(str, missing)
            yield _ExampleItem.from_parent(
                self, name="has-examples", rule=page.id, line=1, check=check
            )


class _ExampleItem(pytest.Item):
    """A test of a rule page: `check` returns what is wrong in words, or an empty text."""

    def __init__(self, *, rule: str, line: int, check: Callable[[], str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule = rule
        self.line = line
        self.check = check

    def runtest(self) -> None:
        if problem := self.check():
            raise WrongExampleError(problem)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        from plainlint.core.errors import PlainlintError
        from plainlint.core.inert import make_inert

        if isinstance(excinfo.value, WrongExampleError | PlainlintError):
            return make_inert(str(excinfo.value))
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, f"{self.rule}: {self.name}"
