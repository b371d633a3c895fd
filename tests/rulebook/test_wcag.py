"""Success criteria of WCAG: named by rule pages, shown wherever a rule is shown."""

import json

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.wcag import CRITERIA, list_criteria

PAGES = Pages((get_shipped_folder(),))


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [
        ("structure/image-text", ["1.1.1"]),
        ("structure/link-text", ["2.4.4"]),
        ("structure/empty-heading", ["1.3.1", "2.4.6"]),
        ("metadata/form", ["3.1.1"]),
        ("jargon/unexplained-term", ["3.1.3"]),
        ("jargon/unexpanded-acronym", ["3.1.4"]),
        ("readability/grade-level", ["3.1.5"]),
        ("numbers/decimals", []),
    ],
)
def test_a_rule_names_the_criteria_that_it_helps_to_meet(rule, numbers):
    assert [criterion.number for criterion in list_criteria(PAGES[rule].policy)] == numbers


def test_a_criterion_has_its_address():
    assert CRITERIA["2.4.4"].url == "https://www.w3.org/TR/WCAG22/#link-purpose-in-context"
    assert CRITERIA["1.1.1"].title == "1.1.1 Non-text Content (A)"


def test_a_rule_is_shown_with_its_criteria(plainlint, tmp_path):
    shown = plainlint("rule", "structure/empty-heading").out
    assert "WCAG: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)" in shown
    as_json = plainlint("rule", "structure/empty-heading", "--output-format", "json").json
    assert [one["number"] for one in as_json["wcag"]] == ["1.3.1", "2.4.6"]
    table = plainlint("rule", "--table").out
    assert "| all | 1.3.1, 2.4.6 |" in next(
        row for row in table.splitlines() if "empty-head" in row
    )
    plainlint("rule", "--html", "handbook")
    page = next((tmp_path / "handbook").rglob("*empty-heading*")).read_text()
    assert "2.4.6 Headings and Labels (AA)" in page


def test_sarif_has_the_criteria_as_tags_and_as_a_taxonomy(plainlint, write, good):
    write("a.md", f"{good}\n![](hands.png)\n\nTwo tablets b.i.d. now.\n")
    select = "structure/image-text,plain-language/dose-shorthand,structure/one-title"
    text = plainlint("check", "a.md", "--select", select, "--output-format", "sarif").out
    Sarif.model_validate_json(text)
    (run,) = json.loads(text)["runs"]
    (taxonomy,) = run["taxonomies"]
    assert [taxon["id"] for taxon in taxonomy["taxa"]] == ["1.1.1", "3.1.4"]
    driver = run["tool"]["driver"]
    assert driver["supportedTaxonomies"] == [{"name": taxonomy["name"], "index": 0}]
    for rule in driver["rules"]:
        (relation,) = rule["relationships"]
        target = relation["target"]
        assert taxonomy["taxa"][target["index"]]["id"] == target["id"]
        assert f"wcag-{target['id']}" in rule["properties"]["tags"]


def test_a_run_whose_rules_name_no_criterion_has_no_taxonomy(plainlint, write, good):
    write("a.md", good)
    (run,) = plainlint("check", "a.md", "--output-format", "sarif").json["runs"]
    assert "taxonomies" not in run


def test_a_page_that_names_a_wrong_criterion_is_an_error(plainlint, tmp_path):
    plainlint("new", "rule", "house/own")
    page = tmp_path / "rules" / "house" / "own.md"
    text = page.read_text()
    page.write_text(text.replace("---\n", "---\nwcag: [3.1.9]\n", 1))
    called = plainlint("test", "rules")
    assert called.code == 2
    assert "wcag" in called.err
