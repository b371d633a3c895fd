"""Passive verbs: which participles after a "be" or "get" count, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.words import WORD
from plainlint.languages.en.passive import find_passives, may_be_participle


def passives(text):
    return [text[start:end] for start, end in find_passives(text)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The drug is given twice.", ["is given"]),
        ("It could not have been avoided.", ["been avoided"]),
        ("The gel isn't sold here, and it's rarely used.", ["isn't sold", "'s rarely used"]),
        ("You will be carefully checked and then sent home.", ["be carefully checked"]),
        ("The results are, in most cases, known.", ["are, in most cases, known"]),
        ("The lump (see below) is (at first) removed.", ["is (at first) removed"]),
        ("Being told is hard. He got sent home.", ["Being told", "got sent"]),
        ("When is the last dose given?", ["When is the last dose given"]),
        ("Were you told to stop?", ["Were you told"]),
        ("Can it be taken with food?", ["be taken"]),
        ("It has been found to be linked to age.", ["been found", "be linked"]),
    ],
)
def test_passive_verbs(text, verbs):
    assert passives(text) == verbs


@pytest.mark.parametrize(
    "text",
    [
        "The clinic is located here, and I am concerned about that.",
        "Are you prepared for the visit?",
        "There are increased risks.",
        "You get used to it. We are used to the noise.",
        "The wound is unchanged. The need is great.",
        "The drug given to you is new.",
        "If not treated, it may spread.",
        "She has changed the dose. He has been ill.",
        "What are the tests?",
    ],
)
def test_lookalikes_are_not_passive(text):
    assert passives(text) == []


PIECES = """
    is Were be it's we’re not washed Washed given Given cut ed needles tired the _ - – , ; ' ’ . ? (
    ) [ ] ó 1️⃣ ⁠
"""


@given(st.lists(st.sampled_from([*PIECES.split(), " ", " ", " "]), max_size=12).map("".join))
def test_a_text_without_a_word_that_may_be_a_participle_has_none(text):
    assert not passives(text) or any(map(may_be_participle, WORD.findall(text)))
