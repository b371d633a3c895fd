"""plainlint new, test and rule: write a rule page, test it, and run it."""

import json

import pytest
from jsonschema import Draft202012Validator

from plainlint.rulebook.page import Pages, get_shipped_folder


def test_a_new_page_passes_its_examples_and_runs(plainlint, write, good):
    called = plainlint("new", "rule", "house/no-jargon")
    assert 'rule-folders = ["rules"]' in called.out
    assert "plainlint test rules" in called.out
    write("plainlint.toml", 'rule-folders = ["rules"]\n')
    tested = plainlint("test")
    assert (tested.code, tested.out) == (0, "1 rule, 4 examples: all right.\n")
    write("hands.md", good + "\nZorbify them well.\n")
    checked = plainlint("check", "hands.md", "--output-format", "concise")
    assert "hands.md:15:1: warning house/no-jargon 'Zorbify' is not a word" in checked.out
    again = plainlint("new", "rule", "house/no-jargon")
    assert (again.code, "exists already" in again.err) == (2, True)


@pytest.mark.parametrize("name", ["short", "House/short", "../up", "house/a b", "house/a/b"])
def test_an_id_has_a_category_and_a_name(plainlint, name):
    called = plainlint("new", "rule", name)
    assert called.code == 2
    assert "write category/name" in called.err


def test_a_difference_is_shown_as_on_the_page_and_as_found(plainlint, tmp_path):
    plainlint("new", "rule", "house/own", "-o", "own")
    page = tmp_path / "own" / "house" / "own.md"
    page.write_text(page.read_text().replace("Please «zorbify» your", "Please zorbify «your»"))
    called = plainlint("test", "own")
    assert called.code == 1
    line = page.read_text().splitlines().index("```bad") + 1
    assert called.out == (
        f"own/house/own.md:{line}: house/own: the bad example for general readers\n"
        "  page says: Please zorbify «your» hands.\n"
        "  rule finds: Please «zorbify» your hands.\n"
        "\n1 rule, 4 examples: 1 wrong.\n"
    )


def test_a_fence_is_an_example_for_each_of_its_audiences(plainlint, tmp_path):
    plainlint("new", "rule", "house/own")
    page = tmp_path / "rules" / "house" / "own.md"
    page.write_text(page.read_text().replace("```bad patient", "```bad patient technical"))
    called = plainlint("test", "rules")
    assert "the bad example for technical readers" in called.out
    assert "1 rule, 5 examples: 1 wrong." in called.out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("«zorbify»", "zorbify", "a bad example needs « »"),
        ("wash your", "«wash» your", "a good example can't have « »"),
        ("```good", "```text", "house/own has no good example"),
    ],
)
def test_examples_that_test_nothing_fail(plainlint, tmp_path, old, new, message):
    plainlint("new", "rule", "house/own")
    page = tmp_path / "rules" / "house" / "own.md"
    page.write_text(page.read_text().replace(old, new))
    called = plainlint("test", "rules")
    assert (called.code, message in called.out) == (1, True)


def test_an_unpaired_mark_is_an_error_with_its_line(plainlint, tmp_path):
    plainlint("new", "rule", "house/own")
    page = tmp_path / "rules" / "house" / "own.md"
    page.write_text(page.read_text().replace("«zorbify» your", "«zorbify your"))
    called = plainlint("test", "rules")
    line = page.read_text().splitlines().index("```bad") + 1
    assert (called.code, called.err) == (
        2,
        f"plainlint: rules/house/own.md:{line}: each « needs a » after it\n",
    )


def test_a_wrong_page_is_an_error_with_its_line_and_the_nearest_key(plainlint, tmp_path):
    plainlint("new", "rule", "house/own")
    page = tmp_path / "rules" / "house" / "own.md"
    page.write_text(page.read_text().replace("words:", "wrods:"))
    called = plainlint("test", "rules")
    line = page.read_text().splitlines().index("wrods:") + 1
    assert (called.code, called.err) == (
        2,
        f"plainlint: rules/house/own.md:{line}: house/own: unknown key 'wrods'; did you mean 'words'?\n",
    )


def test_rules_and_categories_can_be_tested_by_name(plainlint):
    assert "1 rule, " in plainlint("test", "readability/long-sentence").out
    assert plainlint("test", "suppression").out.startswith("3 rules, ")
    called = plainlint("test", "redability")
    assert (called.code, "did you mean 'readability'?" in called.err) == (2, True)


def test_a_draft_can_be_tried_before_any_configuration_names_it(plainlint, write, good):
    plainlint("new", "rule", "house/own", "-o", "drafts")
    write("hands.md", good + "\nZorbify them well.\n")
    called = plainlint("rule", "drafts/house/own.md", "--try", "hands.md")
    assert called.code == 0
    assert "hands.md:15:1: warning: 'Zorbify' is not a word for patient readers." in called.out
    assert "readability" not in called.out


def test_every_shipped_page_fits_the_published_schema(plainlint):
    schema = json.loads(plainlint("rule", "--schema").out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for page in Pages([get_shipped_folder()]).values():
        assert list(validator.iter_errors(page.policy)) == [], page.id
    wrong = {"check": "word-list", "words": ["x"], "severity": "bad", "wrods": []}
    assert len(list(validator.iter_errors(wrong))) == 2
    words = {"check": "word-list", "words": ["x"]}
    for scope in ("text", "front-matter.title", "heading-2 or (list item and not block-quote)"):
        assert validator.is_valid({**words, "scope": scope})
    for scope in ("txet", "heading or", "not heading", "front-matter"):
        assert not validator.is_valid({**words, "scope": scope})


def test_rules_as_json(plainlint, write):
    rules = plainlint("rule", "--output-format", "json").json["rules"]
    assert [rule["id"] for rule in rules] == sorted(Pages((get_shipped_folder(),)))
    long = next(rule for rule in rules if rule["id"] == "readability/long-sentence")
    assert long["severities"] == ["error", "warning"]
    assert long["limits"]["most"]["patient"] == 30
    # The settings of the repository count.
    write("plainlint.toml", '[rule."readability/long-sentence".limits.most]\npatient = 28\n')
    one = plainlint("rule", "readability/long-sentence", "--output-format", "json").json
    assert one["limits"]["most"]["patient"] == 28
    assert one["page"].startswith("# Long sentences")
    unknown = plainlint("rule", "readability/long", "--output-format", "json")
    assert (unknown.code, unknown.out) == (2, "")
