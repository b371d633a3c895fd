"""Digests: everything that decides the findings changes them, and nothing else does."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plainlint.config.settings import Config, PathConfig
from plainlint.core.diagnostics import Severity
from plainlint.core.source import RawFile
from plainlint.run.digests import (
    NOT_DECIDING,
    digest_settings,
    make_document_key,
    make_run_key,
)

DAY = date(2026, 11, 22)
PLAIN = make_run_key(Config(), DAY)


# Another value for each setting that decides the findings; files are tested below.
DECIDING: dict[str, Any] = {
    "select": ("jargon",),
    "ignore": ("jargon",),
    "extend_select": ("suppression/missing-reason",),
    "default_audience": "patient",
    "audience_aliases": {},
    "country": "NZ",
    "lang": "es",
    "default_glossary": False,
    "publisher": ("Harbour Health Trust",),
    "plugins": False,
    "preview": True,
    "rule": {"jargon/unknown-word": {"known": ["rash"]}},
    "per_path": (PathConfig("*"),),
    "list_sentences": "joined",
    "parser": "markdown-it",
    "input_format": "text",
    "link_form": "https://example.org/{id}",
    "dialect": "mdx",
}
REPORTING: dict[str, Any] = {
    "fail_on": Severity.INFO,
    "max_warnings": 3,
    "include": ("*.txt",),
    "exclude": ("a",),
    "baseline": Path("b.json"),
    "baseline_grade_tolerance": 2.0,
    "required_version": ">=0.1",
    "rules_url": "https://example.org/{rule}",
    "root": Path("elsewhere"),
    "origin": "plainlint.toml",
    "notes": ("a key has an old name",),
    "plugins_refused": "not here",
}
NAMING_FILES = {"glossary", "accept", "rule_folders", "check_files", "vale_styles"}


def test_every_setting_is_classified():
    assert {*DECIDING, *REPORTING, *NAMING_FILES} == set(Config._fields)
    assert REPORTING.keys() == NOT_DECIDING.keys()


@pytest.mark.parametrize("name", DECIDING)
def test_settings_that_decide_findings_change_the_digest(name):
    config = Config()._replace(**{name: DECIDING[name]})
    assert digest_settings(config) != digest_settings(Config())
    assert make_run_key(config, DAY) != PLAIN


@pytest.mark.parametrize("name", REPORTING)
def test_settings_that_decide_reporting_do_not_change_it(name):
    config = Config()._replace(**{name: REPORTING[name]})
    assert digest_settings(config) == digest_settings(Config())
    # Where code is refused, an earlier result must not hide that.
    assert (make_run_key(config, DAY) == PLAIN) is (name != "plugins_refused")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("glossary", "terms.csv"),
        ("accept", "words.txt"),
        ("rule_folders", "rules/a/b.md"),
        ("check_files", "checks.py"),
        ("vale_styles", "styles/House/Words.yml"),
    ],
)
def test_the_contents_of_named_files_count_wherever_they_are(name, file, write):
    digests = []
    for folder, content in (("one", "a\n"), ("two", "a\n"), ("two", "b\n")):
        path = write(f"{folder}/{file}", content)
        top = path.parents[file.count("/")]
        named = top / file.partition("/")[0]
        changes: dict[str, Any] = {name: (named,), "root": top}
        digests.append(digest_settings(Config()._replace(**changes)))
    same, elsewhere, changed = digests
    assert same == elsewhere != changed


def test_another_day_changes_the_key():
    assert make_run_key(Config(), date(2026, 11, 23)) != PLAIN
    assert make_run_key(Config(), None) != PLAIN


def test_the_content_of_glossaries_and_rule_pages_counts(write):
    glossary, page = write("terms.csv", "term\nsepsis\n"), write("rules/a/b.md", "one")
    config = Config(glossary=(glossary,), rule_folders=(page.parents[1],))
    before = make_run_key(config, DAY)
    assert make_run_key(config, DAY) == before
    write("terms.csv", "term\nstroke\n")
    assert make_run_key(config, DAY) != before
    before = make_run_key(config, DAY)
    write("rules/a/b.md", "two")
    assert make_run_key(config, DAY) != before


def test_a_key_depends_on_the_text_and_the_settings_for_the_path():
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
