"""Test running rules: findings in text order, reported once, with filled-in messages."""

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.core.diagnostics import Severity

LONG = "Wash " + "your hands " * 25 + "now."


def test_findings_are_in_text_order(hard):
    starts = [finding.span.start for finding in lint_text(hard + "\n" + hard).diagnostics]
    assert len(starts) > 2
    assert starts == sorted(starts)


def test_the_worst_comes_first_in_the_same_place():
    findings = lint_text(
        LONG, config=Config(select=("metadata",), extend_select=("metadata",))
    ).diagnostics
    ranks = [finding.severity.rank for finding in findings if finding.start.line == 1]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks)


def test_a_place_may_have_several_findings():
    config = Config(select=("metadata/required",))
    findings = lint_text("Wash your hands.", config=config).diagnostics
    assert len(findings) == len({finding.message for finding in findings}) > 1
    assert len({finding.span for finding in findings}) == 1


def test_a_rule_reports_a_place_once(write):
    page = (
        "---\ncheck: sentence-length\nmessage: Long.\nlimits: {most: {general: 2}}\n---\n# Short\n"
    )
    folder = write("rules/house/a.md", page).parents[1]
    config = Config(select=("house",), rule_folders=(folder,))
    assert len(lint_text("One two three. One two three.", config=config).diagnostics) == 2


def test_a_finding_has_its_text_and_place():
    (finding,) = lint_text(
        f"Rest.\n\n- {LONG}",
        path="care/hands.md",
        config=Config(select=("readability/long-sentence",)),
    ).diagnostics
    assert finding.text == LONG
    assert finding.path == "care/hands.md"
    assert (finding.start.line, finding.start.column) == (3, 3)
    assert (finding.end.line, finding.end.column) == (3, 3 + len(LONG))
    assert finding.severity is Severity.ERROR
    assert finding.audience == "general"
    assert "52 words" in finding.message


@pytest.mark.parametrize("document", ["", "\n", "\ufeff", "---\n---\n", "# Heading", "<!-- -->"])
def test_a_document_without_prose(document):
    config = Config(select=("readability", "jargon"))
    assert lint_text(document, config=config).diagnostics == ()


def test_an_unreadable_document_is_reported_and_not_checked():
    (finding,) = lint_text(">" * 400 + " " + LONG).diagnostics
    assert finding.rule == "input/unreadable"


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("{nothing}", ["{nothing}", "audience, front_matter", "limit, words"]),
        ("{wrods}", ["{wrods}", "'words'"]),
        ("{words.real.none}", ["'int' object has no attribute"]),
        ("{", ["Single '{'"]),
        ("{words:q}", ["Unknown format code 'q'"]),
        ("{0}", ["Format string contains positional fields"]),
    ],
)
def test_a_message_that_cannot_be_filled_in(message, parts):
    changes = {"readability/long-sentence": {"message": message}}
    with pytest.raises(PlainlintError) as error:
        lint_text(LONG, config=Config(rule=changes))
    for part in ["readability/long-sentence", "'message'", *parts]:
        assert part in str(error.value)


def test_a_message_may_name_the_audience():
    changes = {"readability/long-sentence": {"message": "For {audience}: {words:03} words."}}
    config = Config(select=("readability/long-sentence",), rule=changes)
    (finding,) = lint_text(LONG, config=config).diagnostics
    assert finding.message == "For general: 052 words."


@pytest.mark.parametrize(
    ("limits", "goal"),
    [
        ({"target": {"general": 25}, "most": {"general": 40}}, "25"),
        ({"target": {"general": 25}, "most": {"general": 20}}, "20"),
    ],
)
def test_a_message_may_name_the_goal_of_a_writer(limits, goal):
    changes = {"readability/long-sentence": {"message": "Aim for {goal:g}.", "limits": limits}}
    config = Config(select=("readability/long-sentence",), rule=changes)
    (finding,) = lint_text(LONG, config=config).diagnostics
    assert finding.message == f"Aim for {goal}."
    assert "goal" not in finding.values


def test_a_finding_gives_way_to_one_that_says_more():
    config = Config(select=("jargon", "plain-language"), default_audience="patient")
    findings = lint_text("He has hypertension.", config=config).diagnostics
    assert [finding.rule for finding in findings] == ["jargon/unexplained-term"]
    alone = Config(select=("plain-language",), default_audience="patient")
    assert len(lint_text("He has hypertension.", config=alone).diagnostics) == 1
