"""Every example on every rule page: the rule reports exactly what « » marks."""

import pytest

from plainlint.config.settings import Config
from plainlint.rulebook.examples import mark_spans, parse_examples
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.rule import make_rule
from plainlint.run.rule_tests import lint_example

PAGES = list(Pages([get_shipped_folder()]).values())
BY_ID = {page.id: page for page in PAGES}
CASES = [
    pytest.param(page, example, id=f"{page.id}:{example.line}:{example.audience}")
    for page in PAGES
    for example in parse_examples(page)
]


@pytest.mark.parametrize(("page", "example"), CASES)
def test_example(page, example):
    spans = lint_example(example, page, Config(), BY_ID)
    assert mark_spans(example.text, spans) == mark_spans(example.text, example.expected)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_page_has_good_and_bad_examples(page):
    kinds = [example.good for example in parse_examples(page)]
    assert kinds.count(True) >= 2
    assert kinds.count(False) >= 2
    for example in parse_examples(page):
        assert bool(example.expected) is not example.good


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_page_has_message_help_source_and_reasons(page):
    rule = make_rule(page)
    assert rule.title != page.id
    assert rule.message
    assert rule.help
    assert page.policy["source"]
    assert rule.gives_way_to <= set(BY_ID)
    assert "## Why it matters" in page.body
    assert "## What to do instead" in page.body
