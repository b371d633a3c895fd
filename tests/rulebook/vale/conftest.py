"""Fixtures for styles of Vale: a style of one rule, and what it reports."""

from textwrap import dedent

import pytest

from plainlint import Config, lint_text
from tests.helpers.spans import mark, unmark


@pytest.fixture
def style(write):
    """Build a configuration that runs only `House.Own`, the single rule of a style."""

    def make(rule, **settings):
        folder = write("styles/House/Own.yml", dedent(rule)).parent
        return Config(**{"select": ("House",), "vale_styles": (folder,), **settings})

    return make


@pytest.fixture
def check(style):
    """Check that the rule reports exactly what « » marks, and return the findings."""

    def run(rule, marked, **settings):
        text, _ = unmark(marked)
        diagnostics = lint_text(text, config=style(rule, **settings)).diagnostics
        assert mark(text, [diagnostic.span for diagnostic in diagnostics]) == marked
        return diagnostics

    return run
