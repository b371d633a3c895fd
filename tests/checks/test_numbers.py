"""Rules of numbers: doses, their shorthand, and changes of risks."""

import re

import pytest

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter


def find(rule, text):
    """Return what the rule finds in a text."""
    linter = Linter(Config(select=(rule,), default_audience="patient"), None)
    return [finding.text for finding in linter.lint(Source(text)).diagnostics]


@pytest.mark.parametrize(
    "marked",
    [
        "Your «risk of stroke is 50% higher».",
        "Walks «lower your chance of a clot by 30 percent».",
        "The pill «cuts the risk of a fall by a third».",
        "Your «chance of stroke is 3 times higher».",
        "The «risk of a second heart attack drops by half» in a year.",
        "Aspirin «cut the risk of bowel cancer in half».",
        "There was a «25% drop in the risk» of death.",
        "Your «risk doubles» if you drink.",
        # With the risks themselves, before or after.
        "Your risk of stroke is 50% higher. It goes up from 2% to 3%.",
        "In a year, 2 in 100 people fall. The pill cuts the risk of a fall by a third.",
        "It lowers the risk by half (1 in 100 instead of 2 in 100).",
        # No change of a risk.
        "Your risk of stroke is 3%. The risk rises to 5% at age 50.",
        "Treatment of high-risk bladder cancer doubles the time.",
        "The price is 50% higher.",
    ],
)
def test_changes_of_risks_without_the_risks(marked):
    assert find("numbers/relative-risk", re.sub("[«»]", "", marked)) == re.findall(
        "«(.*?)»", marked
    )


@pytest.mark.parametrize(
    "marked",
    [
        "Take «5.0 mg» at night.",
        "Take «.5 mg» or «.25mg» at noon.",
        "Draw up «10.0 mL».",
        "Take 0.5 mg, 2.5 mL, 5 mg or 10.5 mg.",
        "Potassium was 4.0 mmol/L in version 2.0, and it was 5.0 cm wide (P < .05).",
    ],
)
def test_doses_that_may_be_misread(marked):
    assert find("numbers/dose-form", re.sub("[«»]", "", marked)) == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Take one 2 mg pill «qd».",
        "Use two drops «q.i.d.», then one drop «tid».",
        "Take 500 mg «po» «bid» with food.",
        "Take it «PRN».",
        "They bid on it. The 1q21 locus (PRN) is known. He takes 960 mg of PC-SPES.",
        "Two puffs are right. He bid on it (qid = four times a day).",
    ],
)
def test_shorthand_for_doses(marked):
    text = re.sub("[«»]", "", marked)
    assert find("plain-language/dose-shorthand", text) == re.findall("«(.*?)»", marked)
