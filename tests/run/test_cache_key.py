"""Cache keys: all that decides what is found changes them, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest

from plainlint.config.settings import Config, PathConfig
from plainlint.core.diagnostics import Severity
from plainlint.core.source import RawFile
from plainlint.run.cache_key import make_document_key, make_run_key

DAY = date(2026, 11, 22)
PLAIN = make_run_key(Config(), DAY)


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
    assert make_run_key(Config()._replace(**changes), DAY) != PLAIN


@pytest.mark.parametrize(
    "changes",
    [
        {"fail_on": Severity.INFO},
        {"max_warnings": 3},
        {"exclude": ("a",)},
        {"baseline": Path("b.json")},
        {"root": Path("elsewhere")},
        {"notes": ("a key has an old name",)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_settings_that_decide_what_is_told_do_not(changes):
    assert make_run_key(Config()._replace(**changes), DAY) == PLAIN


def test_another_day_changes_the_key():
    assert make_run_key(Config(), date(2026, 11, 23)) != PLAIN
    assert make_run_key(Config(), None) != PLAIN


def test_the_content_of_glossaries_and_rule_pages_counts(write):
    glossary, page = write("terms.csv", "term\nsepsis\n"), write("rules/a/b.md", "one")
    config = Config(glossary=(glossary,), rules=(page.parents[1],))
    before = make_run_key(config, DAY)
    assert make_run_key(config, DAY) == before
    write("terms.csv", "term\nstroke\n")
    assert make_run_key(config, DAY) != before
    before = make_run_key(config, DAY)
    write("rules/a/b.md", "two")
    assert make_run_key(config, DAY) != before


def test_a_document_is_known_by_its_text_and_the_settings_for_its_path():
    key = make_document_key(PLAIN, RawFile("a.md", b"text"), (), "x")
    assert make_document_key(PLAIN, RawFile("b.md", b"text"), (), "x") == key
    others = [
        make_document_key(PLAIN, RawFile("a.md", b"text."), (), "x"),
        make_document_key(PLAIN, RawFile("a.md", b"text"), (0,), "x"),
        make_document_key(PLAIN, RawFile("a.md", b"text"), (), "y"),
        make_document_key(b"other", RawFile("a.md", b"text"), (), "x"),
        make_document_key(PLAIN, RawFile("a.md", b"text", "it can't be opened"), (), "x"),
        make_document_key(PLAIN, RawFile("a.md", b"te\xefxt"), (), "x"),
    ]
    assert len({key, *others}) == 7
