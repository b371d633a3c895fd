"""Word classes: words that belong to each, and words that do not."""

import pytest

from plainlint.languages.en.word_classes import is_of_class


@pytest.mark.parametrize(
    ("word_class", "members", "others"),
    [
        ("word", "hand 12 non-small 5% it's", ", . ( %"),
        ("punctuation", ", . ( % –", "a 1 it's"),
        ("capitalised", "March DNA", "march 5 iPad"),
        ("number", "5 5% 7.7 seven Twenty-one hundred", "often weight"),
        ("be", "is Are isn’t being", "has bee"),
        ("have", "has hasn't", "halve"),
        ("modal", "may can’t Should", "maybe do"),
        ("pronoun", "I she Everyone", "the in"),
        ("determiner", "the This your", "he of"),
        ("preposition", "of during", "the and"),
        ("conjunction", "and because", "of"),
        ("adverb", "often slowly Not", "family early slow"),
        ("participle", "given treated Stopped", "need seed red hundred giving"),
        ("ing-form", "giving Waiting", "thing during king"),
        ("nominalisation", "evaluation assessment", "ration evaluate"),
    ],
)
def test_members_of_a_class(word_class, members, others):
    assert [word for word in members.split() if not is_of_class(word, word_class)] == []
    assert [word for word in others.split() if is_of_class(word, word_class)] == []
