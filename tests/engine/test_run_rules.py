"""The engine: findings in text order, each told once, and what is not looked at."""

import pytest

from plainlint import Config, PlainlintError, lint_text
from plainlint.core.diagnostics import Severity

LONG = "Wash " + "your hands " * 25 + "now."


def test_findings_are_in_text_order(hard):
    starts = [each.span.start for each in lint_text(hard + "\n" + hard).diagnostics]
    assert len(starts) > 2
    assert starts == sorted(starts)


def test_the_worst_comes_first_in_one_place():
    found = lint_text(LONG, config=Config(select=("metadata",))).diagnostics
    ranks = [each.severity.rank for each in found if each.start.line == 1]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks)


def test_two_rules_may_find_one_place():
    found = lint_text("Wash your hands.", config=Config(select=("metadata/required",))).diagnostics
    assert len(found) == len({each.message for each in found}) > 1
    assert len({each.span for each in found}) == 1


def test_one_rule_tells_one_thing_once(write):
    page = (
        "---\ncheck: sentence-length\nmessage: Long.\nlimits: {most: {general: 2}}\n---\n# Short\n"
    )
    folder = write("rules/house/a.md", page).parents[1]
    config = Config(select=("house",), rules=(folder,))
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
    found = lint_text(document, config=Config(select=("readability", "jargon"))).diagnostics
    assert found == ()


def test_a_document_that_cannot_be_read_is_reported_and_left_alone():
    (finding,) = lint_text(">" * 400 + " " + LONG).diagnostics
    assert finding.rule == "input/unreadable"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("{nothing}", "'message' can't have {nothing} in it; known are: audience, limit, words"),
        ("{wrods}", "'message' can't have {wrods} in it; did you mean 'words'?"),
        ("{words.real.none}", "'message' can't be filled in: 'int' object has no attribute"),
        ("{", "'message' can't be filled in: Single '{'"),
        ("{words:q}", "'message' can't be filled in: Unknown format code 'q'"),
        ("{0}", "'message' can't be filled in: Format string contains positional fields"),
    ],
)
def test_a_message_that_cannot_be_filled_in(message, says):
    changes = {"readability/long-sentence": {"message": message}}
    with pytest.raises(PlainlintError) as error:
        lint_text(LONG, config=Config(rule=changes))
    assert f"readability/long-sentence: {says}" in str(error.value)


def test_a_message_may_name_the_audience():
    changes = {"readability/long-sentence": {"message": "For {audience}: {words:03} words."}}
    config = Config(select=("readability/long-sentence",), rule=changes)
    (finding,) = lint_text(LONG, config=config).diagnostics
    assert finding.message == "For general: 052 words."


def test_a_finding_gives_way_to_one_that_says_more():
    config = Config(select=("jargon", "plain-language"), default_audience="patient")
    found = lint_text("He has hypertension.", config=config).diagnostics
    assert [each.rule for each in found] == ["jargon/unexplained-term"]
    alone = Config(select=("plain-language",), default_audience="patient")
    assert len(lint_text("He has hypertension.", config=alone).diagnostics) == 1
