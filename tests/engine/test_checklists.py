"""Test checklists: which rules they consult, and how they count the findings."""

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
def get_messages(write):
    """Return the messages on a text, by default with only the checklist selected."""

    def run(text, policy=POLICY, **settings):
        folder = write("rules/house/list.md", policy).parents[1]
        config = Config(**{"select": ("house/list",), "rule_folders": (folder,), **settings})
        return [finding.message for finding in lint_text(text, config=config).diagnostics]

    return run


def test_rules_are_consulted_even_if_they_are_not_selected(get_messages):
    (message,) = get_messages(PAGE)
    assert message == (
        "1 of 3, open: one simple words: 1 x plain-language/shall; three lists: no list item, "
        "people: four a summary"
    )


def test_every_item_is_met(get_messages):
    assert get_messages("You must rest:\n\n- Sleep.\n") == [
        "3 of 3, open: none, people: four a summary"
    ]


def test_findings_above_the_tolerance(get_messages):
    message = "2 of 3, open: two active voice: 1 x plain-language/passive-voice"
    assert get_messages("The drug is given.\n\n- twice\n")[0].startswith(message)


def test_an_item_with_ignored_rules_is_left_to_people(get_messages):
    (message,) = get_messages(PAGE, ignore=("plain-language/shall",))
    assert message.endswith("people: four a summary; one simple words")


def test_a_selected_rule_is_reported_and_counted_once(get_messages):
    reported, counted = sorted(get_messages(PAGE, select=("house/list", "plain-language/shall")))
    assert "shall" in reported
    assert "1 x plain-language/shall" in counted


def test_a_comment_disables_a_checklist(get_messages):
    comment = "<!-- plainlint: disable-file=house/list -- a draft -->\n\n"
    front = "---\nplainlint: {disable: {house/list: a draft}}\n---\n"
    assert get_messages(front + PAGE) == []
    assert get_messages(comment + PAGE) == []


def test_a_misspelt_rule_is_named(get_messages):
    with pytest.raises(PlainlintError, match="unknown rule 'plain-language/shal'"):
        get_messages(PAGE, POLICY.replace("/shall", "/shal"))
