"""Rules of words: only where the words are the writer's own and mean what the rule says."""

import re

import pytest

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter


def find(rule, text):
    """Return what the rule finds in a text."""
    config = Config(select=(rule,), extend_select=(rule,), default_audience="patient")
    return [finding.text for finding in Linter(config, None).lint(Source(text)).diagnostics]


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        ("wordy-phrase", "Rest «in order to» heal. He said, \u201cRest in order to heal.\u201d"),
        ("shall", 'You «shall» rest. The sign says "You shall rest".'),
        ("slash-words", 'Call about pain «and/or» fever. "Pain and/or fever" was his note.'),
        ("speak-to-the-reader", "«Patients should» rest. After a scan, «the patient must» rest."),
        ("speak-to-the-reader", "The best time for each patient should be set by a nurse."),
        ("speak-to-the-reader", "The notes of all our older patients must be kept."),
        ("speak-to-the-reader", "Doctors say that «patients should» rest."),
        ("unclear-reference", "Wash it.\n\n«This may» sting."),
        (
            "unclear-reference",
            "People with a cold:\n\n- that has lasted a week\n- That makes it hard",
        ),
        ("passive-voice", "Tea «is made». It will «be done» soon. It is «being done» now."),
        (
            "passive-voice",
            "He was determined to rest. They are engaged. You are done. She is gifted.",
        ),
        ("passive-voice", "The cause «was determined» by a test. The tests «are done» in a lab."),
    ],
)
def test_words_in_place(rule, marked):
    text = re.sub("[«»]", "", marked)
    assert find(f"plain-language/{rule}", text) == re.findall("«(.*?)»", marked)
