"""Fixtures for styles of Vale: a style of one rule, and what it finds."""

from textwrap import dedent

import pytest

from plainlint import Config, lint_text
from tests.helpers.spans import mark, unmark


@pytest.fixture
def style(write):
    """A style of one rule, `House.Own`, that is run alone; `settings` go into the configuration."""

    def make(rule, **settings):
        folder = write("styles/House/Own.yml", dedent(rule)).parent
        return Config(**{"select": ("House",), "styles": (folder,), **settings})

    return make


@pytest.fixture
def check(style):
    """The rule finds exactly what « » marks; the findings are handed back."""

    def run(rule, marked, **settings):
        text, _ = unmark(marked)
        found = lint_text(text, config=style(rule, **settings)).diagnostics
        assert mark(text, [each.span for each in found]) == marked
        return found

    return run
