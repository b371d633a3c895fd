"""Checklists: what they ask of other rules, and what they make of it."""

import pytest

from plainlint import Config, PlainlintError, lint_text

POLICY = """---
check: checklist
rules:
  one simple words: [plain-language/shall]
  two active voice: [plain-language/passive-voice]
parts: {three lists: [list item]}
tolerated: {two active voice: 50}
people: [four a summary]
message: "{met} of {checked}, open: {open}, people: {people}"
---
"""
PAGE = "You shall rest. The drug is given twice. Eat. Drink.\n"


@pytest.fixture
def said(write):
    """What a checklist says of a text, the only rule that is selected unless others are."""

    def say(text, policy=POLICY, **settings):
        folder = write("rules/house/list.md", policy).parents[1]
        config = Config(**{"select": ("house/list",), "rules": (folder,), **settings})
        return [each.message for each in lint_text(text, config=config).diagnostics]

    return say


def test_rules_are_asked_even_if_they_do_not_run(said):
    (message,) = said(PAGE)
    assert message == (
        "1 of 3, open: one simple words: 1 x plain-language/shall; three lists: no list item, "
        "people: four a summary"
    )


def test_all_is_met(said):
    assert said("You must rest:\n\n- Sleep.\n") == ["3 of 3, open: none, people: four a summary"]


def test_findings_past_what_is_tolerated(said):
    message = "2 of 3, open: two active voice: 1 x plain-language/passive-voice"
    assert said("The drug is given.\n\n- twice\n")[0].startswith(message)


def test_an_item_whose_rules_are_ignored_is_left_to_people(said):
    (message,) = said(PAGE, ignore=("plain-language/shall",))
    assert message.endswith("people: four a summary; one simple words")


def test_a_rule_that_runs_is_told_and_counted_once(said):
    told, counted = sorted(said(PAGE, select=("house/list", "plain-language/shall")))
    assert told == "'shall' can mean must, will or may."
    assert "1 x plain-language/shall" in counted


def test_a_checklist_gives_way_to_a_comment(said):
    comment = "<!-- plainlint: disable-file=house/list -- a draft -->\n\n"
    front = "---\nplainlint: {disable: {house/list: a draft}}\n---\n"
    assert said(front + PAGE) == []
    assert said(comment + PAGE) == []


def test_a_misspelt_rule_is_named(said):
    with pytest.raises(PlainlintError, match="unknown rule 'plain-language/shal'"):
        said(PAGE, POLICY.replace("/shall", "/shal"))
