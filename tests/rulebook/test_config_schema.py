"""The JSON Schema of plainlint.toml: it accepts and rejects what the program does."""

import tomllib

import pytest
from jsonschema import Draft7Validator

from plainlint.config.loader import LAYER_KEYS, load_config
from plainlint.config.settings import CONFIG_KEYS, RENAMED_KEYS
from plainlint.core.errors import PlainlintError
from plainlint.rulebook.config_schema import build_config_schema
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.rule import PAGE_KEYS
from plainlint.rulebook.selection import RuleSet
from tests.conftest import ROOT

SCHEMA = build_config_schema()
VALIDATOR = Draft7Validator(SCHEMA)


def iter_keys():
    """Yield the settings, and the keys of all tables that are defined, with their schemas."""
    yield from SCHEMA["properties"].items()
    for name, definition in SCHEMA["definitions"].items():
        if not name.startswith("key-"):
            yield from definition.get("properties", {}).items()
        yield name, definition


def test_it_has_the_form_that_schemastore_asks_for():
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"].startswith("https://json.schemastore.org/")
    assert SCHEMA["additionalProperties"] is False
    for key, schema in iter_keys():
        # Keywords beside a reference do not count in this draft.
        assert set(schema) == {"$ref"} or (schema["description"] and "$ref" not in schema), key


def test_it_has_all_settings_rules_and_keys_of_pages():
    assert set(SCHEMA["properties"]) == CONFIG_KEYS | LAYER_KEYS | RENAMED_KEYS.keys()
    rules = SCHEMA["definitions"]["rules"]["properties"]
    assert set(rules) == set(Pages((get_shipped_folder(),)))
    keys = {name for name in SCHEMA["definitions"] if name.startswith("key-")}
    assert keys == {f"key-{name}" for name in PAGE_KEYS}


FILES = [
    ROOT / "plainlint" / "cli" / "commands" / "init.toml",
    *(ROOT / "plainlint" / "config" / "presets").glob("*.toml"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_own_files_are_valid(path):
    VALIDATOR.validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        'select = ["readability", "jargon/unexplained-term"]',
        'select = "readability"',
        'default-audience = "caregiver"',
        'country = "GB"',
        'lang = "es"',
        'required-version = ">=0.1"',
        "preview = true",
        'fail-on = "never"',
        "max-warnings = 0",
        "baseline-grade-tolerance = 0.5",
        'audience-aliases.nurse = "technical"',
        'enable = ["plain-language/shall"]',
        'link-form = "/words/{name}"',
        '[rule."readability/long-sentence".limits]\nmost = { patient = 25 }',
        '[rule."readability/long-sentence"]\nseverity = "off"\nmessage = "Long."',
        '[rule."plain-language/complex-word"]\nown = { commence = "start" }',
        '[rule."house/own"]\nanything = 1\nseverity = "info"',
        '[per-path."docs/*"]\ndefault-audience = "technical"\nselect = []',
        '[per-path."docs/*".rule."readability/long-sentence"]\nseverity = "info"',
    ],
)
def test_what_the_program_takes_is_valid(write, text):
    load_config(write("plainlint.toml", text))
    VALIDATOR.validate(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        'selekt = ["readability"]',
        "select = 3",
        'default-audience = "nurse"',
        'country = "England"',
        'fail-on = "sometimes"',
        "max-warnings = -1",
        "max-warnings = 1.5",
        'baseline-grade-tolerance = "much"',
        'audience-aliases.nurse = "medical"',
        'preset = "mine"',
        'link-form = "/words/"',
        'parser = "fast"',
        '[per-path."docs/*"]\nbaseline = "x.json"',
    ],
)
def test_what_the_program_refuses_is_not_valid(write, text):
    with pytest.raises(PlainlintError):
        load_config(write("plainlint.toml", text))
    assert not VALIDATOR.is_valid(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        '[rule."readability/long-sentence"]\nseverity = "bad"',
        '[rule."readability/long-sentence"]\nseveritty = "info"',
        '[rule."readability/long-sentence".limits]\nmost = { nurse = 25 }',
        '[rule."readability/long-sentence"]\nmost_findings = "many"',
    ],
)
def test_wrong_changes_to_a_rule_are_not_valid(write, text):
    config = load_config(write("plainlint.toml", text))
    with pytest.raises(PlainlintError):
        RuleSet(config).get_running_rules()
    assert not VALIDATOR.is_valid(tomllib.loads(text))


def test_the_command_prints_it(plainlint):
    assert plainlint("config", "--schema").json == SCHEMA
    called = plainlint("config")
    assert (called.code, "name the file" in called.err) == (2, True)
    called = plainlint("config", "a.md", "b.md")
    assert (called.code, "unexpected argument 'b.md'" in called.err) == (2, True)
