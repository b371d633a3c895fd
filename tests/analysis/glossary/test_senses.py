"""Senses: names of terms that are everyday words, and what makes them medical."""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.senses import is_ambiguous
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

LINTER = Linter(Config(select=("jargon/unexplained-term",), default_audience="patient"), None)


def find_terms(text):
    return [diagnostic.text for diagnostic in LINTER.lint(Source(text)).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "Sign on the second line of the form.",
        "The nurse asks for your date of birth and the first line of your address.",
        "An acute accent goes over the e.",
        "Staging the musical took a month.",
        "Our protocol for safe logins is new.",
        "The GI Bill pays for the course.",
        "Get the app for your OS, and then log in.",
        "Ask the court for a remission of half the fee.",
        "The state administers the plan.",
        "The move had an adverse effect on trade.",
        "A speech-language pathologist helps with talking after a stroke.",
    ],
)
def test_everyday_senses(text):
    assert find_terms(text) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The pain is acute.", "acute"),
        ("Your cancer needs staging.", "staging"),
        ("The infusion takes an hour, and a nurse stays with you.", "infusion"),
        ("You have GI bleeding.", "GI"),
        ("Your cancer is in remission.", "remission"),
        ("A nurse administers the drug.", "administers"),
        ("It has adverse effects on the liver.", "adverse effects"),
    ],
)
def test_a_word_of_medicine_nearby_makes_a_term(text, term):
    assert find_terms(text) == [term]


def test_names_without_another_sense_need_no_neighbour():
    assert find_terms("She has sepsis.") == ["sepsis"]
    assert not is_ambiguous("sepsis")
    assert is_ambiguous("second line")
    assert not is_ambiguous("phase I trial")


def test_a_part_of_a_long_form_is_not_a_term():
    assert find_terms("It may cause pulmonary hypertension of the newborn (PHN).") == []
    assert find_terms("You may get a pulmonary embolism (PE).") == ["pulmonary embolism"]
