"""Cache keys: all that decides what is found changes them, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest

from plainlint.config.settings import Config, PathConfig
from plainlint.core.diagnostics import Severity
from plainlint.core.source import Raw
from plainlint.run.cache_key import document_key, run_key

DAY = date(2026, 11, 22)
PLAIN = run_key(Config(), DAY)


@pytest.mark.parametrize(
    "changes",
    [
        {"select": ("jargon",)},
        {"ignore": ("jargon",)},
        {"enable": ("suppression/missing-reason",)},
        {"default_audience": "patient"},
        {"audience_aliases": {}},
        {"default_glossary": False},
        {"rule": {"jargon/unknown-word": {"known": ["rash"]}}},
        {"per_path": (PathConfig("*"),)},
        {"list_sentences": "joined"},
        {"parser": "markdown-it"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_settings_that_decide_what_is_found_change_the_key(changes):
    assert run_key(Config()._replace(**changes), DAY) != PLAIN


@pytest.mark.parametrize(
    "changes",
    [
        {"fail_on": Severity.INFO},
        {"max_warnings": 3},
        {"exclude": ("a",)},
        {"baseline": Path("b.json")},
        {"root": Path("elsewhere")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_settings_that_decide_what_is_told_do_not(changes):
    assert run_key(Config()._replace(**changes), DAY) == PLAIN


def test_another_day_changes_the_key():
    assert run_key(Config(), date(2026, 11, 23)) != PLAIN
    assert run_key(Config(), None) != PLAIN


def test_the_content_of_glossaries_and_rule_pages_counts(write):
    glossary, page = write("terms.csv", "term\nsepsis\n"), write("rules/a/b.md", "one")
    config = Config(glossary=(glossary,), rules=(page.parents[1],))
    before = run_key(config, DAY)
    assert run_key(config, DAY) == before
    write("terms.csv", "term\nstroke\n")
    assert run_key(config, DAY) != before
    before = run_key(config, DAY)
    write("rules/a/b.md", "two")
    assert run_key(config, DAY) != before


def test_a_document_is_known_by_its_text_and_the_settings_for_its_path():
    key = document_key(PLAIN, Raw("a.md", b"text"), (), "x")
    assert document_key(PLAIN, Raw("b.md", b"text"), (), "x") == key
    others = [
        document_key(PLAIN, Raw("a.md", b"text."), (), "x"),
        document_key(PLAIN, Raw("a.md", b"text"), (0,), "x"),
        document_key(PLAIN, Raw("a.md", b"text"), (), "y"),
        document_key(b"other", Raw("a.md", b"text"), (), "x"),
        document_key(PLAIN, Raw("a.md", b"text", "it can't be opened"), (), "x"),
        document_key(PLAIN, Raw("a.md", b"te\xefxt"), (), "x"),
    ]
    assert len({key, *others}) == 7
