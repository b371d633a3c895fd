"""How common words are, against values that wordfreq's own lookup gives."""

import pytest

from plainlint.analysis.metrics.familiarity import UNLISTED, has_list, is_familiar, stems, zipf


@pytest.mark.parametrize(
    ("word", "value"), [("the", 7.73), ("cancer", 4.93), ("doctor", 4.9), ("tumor", 3.97)]
)
def test_a_listed_word(word, value):
    assert zipf(word) == pytest.approx(value)


def test_a_form_that_is_not_listed_has_the_value_of_its_stem():
    assert zipf("blankets'") == zipf("blankets")


def test_rare_words_and_unknown_languages():
    assert zipf("crizotinib") == UNLISTED
    assert zipf("the", "xx") == UNLISTED
    assert zipf("cáncer", "es") > 4


def test_a_word_is_not_its_own_stem():
    assert list(stems("is")) == []
    assert "stop" in list(stems("stopped"))


@pytest.mark.parametrize("word", ["stopped", "carries", "nurse's", "happily", "tallest", "10%"])
def test_familiar_forms(word):
    assert is_familiar(word)


def test_a_language_has_a_list_or_not():
    assert has_list("en")
    assert not has_list("xx")
