"""Config: checks its values when it is created, converts strings, and loads a file."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from plainlint import Config, PathConfig, PlainlintError, Severity, load_config
from plainlint.config.settings import CONVERTERS


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"default_audience": "patients"}, "unknown audience 'patients'; did you mean 'patient'?"),
        ({"audience_aliases": {"kin": "carer"}}, "unknown audience 'carer'; did you mean"),
        ({"parser": "markdown"}, "'markdown-it', not 'markdown'; did you mean 'markdown-it'?"),
        ({"list_sentences": "join"}, "did you mean 'joined'?"),
        ({"fail_on": "warnings"}, "unknown severity 'warnings'; did you mean 'warning'?"),
        ({"select": 3}, "'select' must be a list of strings"),
        ({"ignore": [Path("a")]}, "'ignore' must be a list of strings"),
        ({"glossary": 3}, "'glossary' must be a list of paths"),
        ({"glossary": [3]}, "'glossary' must be a path"),
        ({"baseline": 3}, "'baseline' must be a path"),
        ({"plugins": "no"}, "'plugins' must be true or false"),
        ({"max_warnings": True}, "'max_warnings' must be a whole number of 0 or more"),
        ({"max_warnings": 1.5}, "'max_warnings' must be a whole number of 0 or more"),
        (
            {"baseline_grade_tolerance": -0.5},
            "'baseline_grade_tolerance' must be a number of 0 or more",
        ),
        (
            {"baseline_grade_tolerance": float("nan")},
            "'baseline_grade_tolerance' must be a number of 0 or more",
        ),
        ({"rules_url": None}, "'rules_url' must be a text"),
        ({"rule": ("a",)}, "'rule' must be a table"),
        ({"rule": {"jargon/unknown-word": 3}}, "'jargon/unknown-word' must be a table"),
        ({"per_path": ("docs/*",)}, "'per_path' must be a list of PathConfig"),
        ({"per_path": (PathConfig("*", default_audience="doctor"),)}, "unknown audience 'doctor'"),
    ],
)
def test_a_wrong_value_is_an_error(settings, message):
    for make in (Config, Config()._replace, Config().replace):
        with pytest.raises(PlainlintError) as error:
            make(**settings)
        assert message in str(error.value)


def test_an_unknown_setting_is_an_error_with_a_suggestion():
    misspelled: dict[str, Any] = {"default_audiance": "patient"}
    for make in (Config, Config().replace):
        with pytest.raises(TypeError, match="'default_audiance'; did you mean 'default_audience'"):
            make(**misspelled)


def test_strings_and_lists_are_converted():
    plain: dict[str, Any] = {
        "select": "jargon",
        "ignore": ["metadata"],
        "fail_on": "warning",
        "glossary": "terms.csv",
        "baseline": "old.json",
        "root": "docs",
        "audience_aliases": {"Kin": "caregiver"},
    }
    config = Config(**plain)
    assert config.select == ("jargon",)
    assert config.ignore == ("metadata",)
    assert config.fail_on is Severity.WARNING
    assert config.glossary == (Path("terms.csv"),)
    assert (config.baseline, config.root) == (Path("old.json"), Path("docs"))
    assert config.audience_aliases == {"kin": "caregiver"}
    never: dict[str, Any] = {"fail_on": "never"}
    assert Config(**never).fail_on is None


def test_a_config_is_a_frozen_value():
    config = Config(select=("jargon",))
    with pytest.raises(AttributeError):
        config.select = ()  # type: ignore[misc]  # it must be refused at run time as well
    assert config.replace(ignore="metadata") == Config(select=("jargon",), ignore=("metadata",))
    assert config == Config(select=("jargon",))
    assert pickle.loads(pickle.dumps(config)) == config
    assert repr(config).startswith("Config(select=('jargon',), ignore=(), ")
    assert isinstance(config._replace(ignore=()), Config)


def test_every_setting_is_checked():
    assert tuple(CONVERTERS) == Config._fields
    assert Config() == Config()._replace()


def test_a_config_is_loaded_from_a_file(write):
    path = write("plainlint.toml", 'select = "jargon"\nfail-on = "info"\n')
    config = Config.load(path)
    assert config == Config.load(str(path)) == load_config(path)
    assert (config.select, config.fail_on) == (("jargon",), Severity.INFO)
    assert (config.root, config.origin) == (path.parent, str(path))
    with pytest.raises(PlainlintError, match="can't be read"):
        Config.load("nowhere.toml")


@pytest.mark.parametrize(
    "form", ["", "/w/{id}", "/w/{name}.html", "https://a.org/x?id=CDR{id:0>10}&v=1"]
)
def test_a_link_form_has_one_placeholder(form):
    assert Config(link_form=form).link_form == form


@pytest.mark.parametrize(
    "form", ["/w", "/w/{term}", "/w/{id", "/w/{id}/{name}", "/w/{id!r}", "/a b/{id}"]
)
def test_wrong_link_forms(form):
    with pytest.raises(PlainlintError, match=r"must be an address with \{id\} or \{name\}"):
        Config(link_form=form)
