"""Word frequencies, against the values of wordfreq's own lookup; familiar words."""

import pytest

from plainlint.languages.en.familiarity import is_familiar, iter_stems
from plainlint.languages.frequencies import (
    RAREST,
    UNLISTED,
    get_rare_frequency,
    get_zipf_frequency,
    has_list,
)


@pytest.mark.parametrize(
    ("word", "value"), [("the", 7.73), ("cancer", 4.93), ("doctor", 4.9), ("tumor", 3.97)]
)
def test_a_listed_word(word, value):
    assert get_zipf_frequency(word) == pytest.approx(value)


def test_an_unlisted_form_has_the_value_of_its_stem():
    assert get_zipf_frequency("blankets'") == get_zipf_frequency("blankets")


def test_rare_words_and_unknown_languages():
    assert get_zipf_frequency("crizotinib") == UNLISTED
    assert get_zipf_frequency("the", "xx") == UNLISTED
    assert get_zipf_frequency("cáncer", "es") > 4


def test_a_word_is_not_its_own_stem():
    assert list(iter_stems("is")) == []
    assert "stop" in list(iter_stems("stopped"))


@pytest.mark.parametrize("word", ["stopped", "carries", "nurse's", "happily", "tallest", "10%"])
def test_familiar_forms(word):
    assert is_familiar(word)


def test_a_language_has_a_list_or_not():
    assert has_list("en")
    assert not has_list("xx")


def test_the_longer_list_goes_on_where_the_small_one_ends():
    assert RAREST < get_rare_frequency("gauze") < UNLISTED
    assert get_rare_frequency("photopsia") == RAREST
    assert get_rare_frequency("cancer") == get_zipf_frequency("cancer")
