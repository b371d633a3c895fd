"""Cards: one for each sentence, with steps that begin with a verb."""

from pathlib import Path

import pytest

from plainlint.api import lint_text
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.reporters.cards import Card, curl_quotes, make_card
from plainlint.reporters.work_items import gather_work_items

HEAD = "---\ntitle: Pills\naudienceLevel: patient\n---\n\n"


@pytest.fixture
def linter() -> Linter:
    """Return a linter with the built-in rules."""
    return Linter(Config(), None)


def make_cards(linter: Linter, text: str) -> list[Card]:
    """Return the cards of the sentences of a page for patients."""
    result = lint_text(HEAD + text)
    rules = linter.rule_set.every_rule
    items = gather_work_items(result, Limits(64, 85)).all
    return [make_card(item, rules) for item in items if item.block is not None]


def test_a_step_begins_with_a_verb_and_has_the_words_to_copy(linter: Linter) -> None:
    (card,) = make_cards(linter, "Subsequent visits are free.\n")
    (step,) = card.steps
    assert (step.verb, step.rest) == ("Say", " “Later” for “Subsequent”.")
    assert step.copied == "Later"
    assert step.fix is not None
    assert card.weight == "Should fix"


def test_findings_on_the_same_words_are_one_step(linter: Linter) -> None:
    text = (
        "Your doctor will look at the intravenous line each day, which takes some time, and the "
        "nurse on the ward will then ask you to sit up so that she can see how your arm looks.\n"
    )
    (card,) = make_cards(linter, text)
    spans = [step.span for step in card.steps if step.span != (0, 0)]
    assert len(spans) == len(set(spans))
    assert sum(step.verb == "Split" for step in card.steps) == 1


def test_to_split_a_long_sentence_comes_first(linter: Linter) -> None:
    text = (
        "Take the pills when you get up, and drink a full glass of water with each of them, "
        "because subsequent pain in the gut can be a sign that you had too little to drink.\n"
    )
    (card,) = make_cards(linter, text)
    assert card.steps[0].verb == "Split"
    assert "Say" in [step.verb for step in card.steps]


def test_each_card_has_a_step_and_says_why(linter: Linter) -> None:
    seed = Path(__file__).parents[2] / "seeds/types-lung-research-crizotinib.md"
    cards = make_cards(linter, seed.read_text(encoding="utf-8").split("---\n", 2)[2])
    assert cards
    for card in cards:
        assert 1 <= len(card.steps) <= 4
        assert all(step.words[0].isupper() for step in card.steps)
        assert card.reasons or card.level


@pytest.mark.parametrize(
    ("message", "printed"),
    [
        ("'scan' is hard", "“scan” is hard"),
        ("say 'don't' for 'do not'", "say “don’t” for “do not”"),
        ("the patients' charts", "the patients’ charts"),
        ("Add `id=` to it", "Add “id=” to it"),
        ("Don't.", "Don’t."),
        ("'Crohn's disease'", "“Crohn’s disease”"),
    ],
)
def test_quotation_marks_are_those_of_print(message: str, printed: str) -> None:
    assert curl_quotes(message) == printed
