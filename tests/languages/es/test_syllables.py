"""Syllables of Spanish words, against words divided by hand."""

from pathlib import Path

import pytest

from plainlint.languages.es.syllables import count_syllables_by_rule, count_word_syllables

_DIVIDED = [
    line
    for line in Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_of_300_words_divided_by_hand_nearly_all_are_right() -> None:
    assert len(_DIVIDED) == 300
    wrong = [
        divided
        for divided in _DIVIDED
        if count_word_syllables(divided.replace("-", "").lower()) != len(divided.split("-"))
    ]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("chiita", 3),
        ("duunviro", 4),
        ("antiinflamatorio", 7),
        ("vihuela", 3),
        ("paranoia", 4),
        ("huía", 2),
        ("xilófono", 4),
        ("psss", 1),
    ],
)
def test_words_of_rare_shapes(word: str, syllables: int) -> None:
    assert count_word_syllables(word) == syllables


def test_a_word_of_another_language_is_looked_up() -> None:
    assert count_word_syllables("software") == 2
    assert count_syllables_by_rule("software") == 3
