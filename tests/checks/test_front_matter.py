"""The check front-matter: each kind of requirement, with JSON Schema, and where it is reported."""

import json

import pytest

from plainlint import Config, PlainlintError, lint_text
from tests.helpers.spans import mark, unmark

BODY = "---\nText.\n"


@pytest.fixture
def findings(write):
    """Return the findings of a page with these settings in a document with this front matter."""

    def find(settings, head):
        message = "'{key}' {problem} ({advice})"
        page = f'---\ncheck: front-matter\nmessage: "{message}"\n{settings}\n---\n'
        folder = write("rules/house/own.md", page).parents[1]
        config = Config(select=("house/own",), rule_folders=(folder,))
        return lint_text(f"---\n{head}{BODY}", config=config).diagnostics

    return find


@pytest.fixture
def problems(findings):
    """Check that the findings are where « » is, and return their messages without the advice."""

    def find(settings, marked):
        text, _ = unmark(f"---\n{marked}{BODY}")
        diagnostics = findings(settings, text.removeprefix("---\n").removesuffix(BODY))
        spans = [diagnostic.span for diagnostic in diagnostics]
        assert mark(text, spans) == f"---\n{marked}{BODY}"
        return [diagnostic.message.partition(" (")[0] for diagnostic in diagnostics]

    return find


@pytest.mark.parametrize(
    ("settings", "marked", "messages"),
    [
        ("required: [title, status]", "title: '« »'\nstatus: x\n", ["'title' is empty"]),
        ("types: {tags: list, version: number}", "tags: «one»\nversion: «v1»\ntitle: 3\n", ["'tags' must be a list", "'version' must be a number"]),
        ("types: {tags: list, title: text}", "tags: [one]\ntitle: 7\n", []),
        ("types: {n: whole number, ok: true or false}", "n: «1.5»\nok: «no»\n", ["'n' must be a whole number", "'ok' must be true or false"]),
        ("types: {n: whole number, ok: true or false}", "n: -3\nok: True\n", []),
        ("types: {day: date, lang: language, at: url}", "day: «2026-02-30»\nlang: «english»\nat: «example.org»\n", ["'day' must be a date", "'lang' must be a language tag", "'at' must be a web address"]),
        ("types: {day: date, lang: language, at: url}", "day: 2026-02-28\nlang: pt-BR\nat: https://example.org/a\n", []),
        ("values: {status: [active, retired]}", "status: «activ»\n", ["'status' can't be 'activ'"]),
        ("values: {status: [active]}", "status: «[active]»\n", ["'status' can't be 'a list or table'"]),
        ("values: {tags: [a, b]}\ntypes: {tags: list}", "tags: «[a, c]»\n", ["'tags' can't be 'c'"]),
        ("patterns: {version: 'v\\d+'}", "version: «1.0»\n", ["'version' must look like v\\d+"]),
        ("patterns: {version: 'v\\d+|'}", "version: v1\n", []),
        ("needs: {license: [citation]}", "license: «cc_by»\ncitation:\n", ["'license' needs 'citation' beside it"]),
        ("not_before: {reviewed: published}", "published: 2025-02-01\nreviewed: «2024-01-01»\n", ["'reviewed' is before 'published'"]),
        ("not_before: {reviewed: published}", "published: 2025-02-01\nreviewed: 2025-02-01T09:00:00Z\n", []),
        ("not_before: {reviewed: published}", "reviewed: 2025-02-01\n", []),
    ],
)  # fmt: skip
def test_each_kind_of_requirement(problems, settings, marked, messages):
    assert problems(settings, marked) == messages


def test_required_keys_are_errors_and_recommended_keys_warnings(findings):
    diagnostics = findings("required: [title]\nrecommended: [source]", "x: y\n")
    assert [(d.message, d.severity.value) for d in diagnostics] == [
        ("'title' is missing (fill it in)", "error"),
        ("'source' is missing (fill it in)", "warning"),
    ]


def test_a_wrong_type_is_an_error_that_lists_the_types(findings):
    with pytest.raises(
        PlainlintError, match=r"own.md:4: .*'types' must be a table of texts, each one of: text"
    ):
        findings("types: {day: dat}", "x: y\n")


SCHEMA = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "dependentRequired": {"license": ["citation"]},
    "patternProperties": {"^x-": {"type": "string"}},
    "properties": {
        "title": {"type": "string", "minLength": 3, "maxLength": 9},
        "day": {"format": "date"},
        "audience": {"enum": ["patient", "caregiver"]},
        "version": {"pattern": "^v[0-9]+$"},
        "weeks": {"type": "integer", "minimum": 1, "maximum": 52},
        "draft": {"type": "boolean"},
        "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string"}, "minItems": 1},
        "authors": {"items": {"type": "object", "required": ["name"], "additionalProperties": {"type": "string"}}},
        "size": {"anyOf": [{"type": "integer"}, {"enum": ["small", "large"]}]},
        "license": {},
        "citation": {"$ref": "#/$defs/text"},
    },
    "$defs": {"text": {"type": "string"}},
}  # fmt: skip


@pytest.fixture
def schema(write):
    write("rules/house/doc.schema.json", json.dumps(SCHEMA))
    return "schema: doc.schema.json"


@pytest.mark.parametrize(
    ("marked", "messages"),
    [
        ("title: Hands\nday: 2026-03-09\nversion: v1\nweeks: 4\ndraft: true\ntags: [a]\nx-a: no\n", []),
        ("title: «ab»\n", ["'title' must have 3 or more characters"]),
        ("title: '«a: much too long»'\n", ["'title' must have 9 or fewer characters"]),
        ("«title»:\n", ["'title' must be a text"]),
        ("title: «3»\n", ["'title' must be a text"]),
        ("title: '333'\nday: «9 March»\n", ["'day' must be a real date such as 2026-03-09"]),
        ("title: abc\naudience: «patients»\n", ["'audience' must be one of: patient, caregiver"]),
        ("title: abc\nversion: «x1»\nweeks: «0»\n", ["'version' must look like ^v[0-9]+$", "'weeks' must be 1 or more"]),
        ("title: abc\nweeks: '«4»'\n", ["'weeks' must be a whole number"]),
        ("title: abc\ndraft: «no»\n", ["'draft' must be true or false"]),
        ("title: abc\ntags:\n  - a\n  - «5»  # five\n  - b\n", ["'tags, item 2' must be a text"]),
        ("title: abc\ntags: «[a, a]»\n", ["'tags' has an item twice"]),
        ("title: abc\nauthors:\n  - name: Ann\n  - «role: nurse»\n", ["'authors, item 2, name' is missing"]),
        ("title: abc\nauthors:\n  - name: «5»\n", ["'authors, item 1, name' must be a text"]),
        ("title: abc\n«tilte»: x\n", ["'tilte' is no known key"]),
        ("title: abc\nsize: «smal»\n", ["'size' must be a whole number or must be one of: small, large"]),
        ("title: abc\nx-a: «5»\n", ["'x-a' must be a text"]),
        ("title: abc\ncitation: «[x]»\n", ["'citation' must be a text"]),
    ],
)  # fmt: skip
def test_schema_violations_are_reported_key_by_key(problems, schema, marked, messages):
    assert problems(schema, marked) == messages


def test_keys_that_a_schema_requires_are_reported_at_the_top(findings, schema):
    diagnostics = findings(schema, "license: x\n")
    assert [(d.start.line, d.message) for d in diagnostics] == [
        (1, "'title' is missing (add the key 'title')"),
        (1, "'citation' is missing (add the key 'citation')"),
    ]


def test_misspelled_keys_and_values_get_a_suggestion(findings, schema):
    diagnostics = findings(schema, "titel: abc\ntitle: abc\naudience: patients\n")
    assert [diagnostic.message.partition("(")[2] for diagnostic in diagnostics] == [
        "write 'title')",
        "write 'patient')",
    ]


@pytest.mark.parametrize("head", ["title: [\n", "- a list\n"])
def test_unreadable_front_matter_is_not_validated(findings, schema, head):
    assert findings(schema, head) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "doc.schema.json:1: this is not valid JSON"),
        ('{"type": "objekt"}', "doc.schema.json: this is not a valid JSON Schema, at type: 'objekt'"),
        ('{"$ref": "https://example.org/s.json"}', "doc.schema.json: '$ref' refers to 'https://example.org/s.json'"),
        ('{"properties": {"title": {"$ref": "other.json#/x"}}}', "nothing is downloaded and no other file is read"),
        ('{"$ref": "#/$defs/none"}', "'$ref' refers to '/$defs/none'"),
        (b"\xff", "doc.schema.json: can't be read"),
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_used_is_an_error(findings, write, text, message):
    write("rules/house/doc.schema.json", text)
    with pytest.raises(PlainlintError) as error:
        findings("schema: doc.schema.json", "title: x\n")
    assert message in str(error.value)


def test_a_pattern_of_a_schema_cannot_hang(findings, write):
    write("rules/house/doc.schema.json", '{"properties": {"title": {"pattern": "^(a+)+$"}}}')
    (diagnostic,) = findings("schema: doc.schema.json", f"title: {'a' * 40}!\n")
    assert "must look like" in diagnostic.message


@pytest.mark.parametrize("name", ["../outside.json", "none.json"])
def test_a_page_can_only_name_a_file_in_its_folder_of_rules(findings, write, name):
    write("rules/outside.json", "{}")
    write("outside.json", "{}")
    message = r"own.md:4: house/own: 'schema' names '.*', which (is outside|does not exist)"
    with pytest.raises(PlainlintError, match=message):
        findings(f"schema: ../{name}" if "outside" in name else f"schema: {name}", "title: x\n")
    assert findings("schema: ../outside.json", "title: x\n") == ()


def test_the_configuration_can_name_any_file_and_changes_to_it_count(plainlint, write, good):
    write("schemas/doc.json", json.dumps({"properties": {"version": {"const": "v2"}}}))
    config = '[rule."metadata/value"]\nschema = "../schemas/doc.json"\n'
    write("docs/plainlint.toml", config)
    write("docs/a.md", good)
    first = plainlint("check", "docs/a.md", "--output-format", "concise")
    assert "docs/a.md:4:10: error metadata/value The key 'version' must be v2." in first.out
    write("schemas/doc.json", "{}")
    again = plainlint("check", "docs/a.md", "--output-format", "concise")
    assert again.out == "1 document checked: no findings.\n"
    write("docs/plainlint.toml", config.replace("doc.json", "no.json"))
    wrong = plainlint("check", "docs/a.md")
    assert (wrong.code, "plainlint.toml:2: metadata/value: 'schema' names" in wrong.err) == (
        2,
        True,
    )


def test_a_schema_needs_its_package(findings, schema, monkeypatch):
    import sys

    from plainlint.checks._json_schema import _build_validator

    _build_validator.cache_clear()
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    monkeypatch.setitem(sys.modules, "referencing.exceptions", None)
    with pytest.raises(PlainlintError, match=r"pip install 'plainlint\[schema\]'"):
        findings(schema, "title: x\n")
