"""Spanish words in capitals: everyday words that are stressed, and acronyms."""

import pytest

from plainlint.analysis.glossary.acronyms import find_acronyms
from plainlint.languages.es.stressed_words import is_stressed_word


@pytest.mark.parametrize(
    "word", ["FUME", "CADA", "ACUDA", "CONDUZCA", "DUERMA", "LÁVESE", "URGENTE", "DOSIS", "NO"]
)
def test_everyday_words_in_capitals_are_stressed(word: str) -> None:
    assert is_stressed_word(word)


@pytest.mark.parametrize(
    "word", ["EPOC", "TDAH", "MERS", "SARS", "ERAS", "SIDA", "RM", "TAC", "LMA", "ECMO", "IMSS"]
)
def test_acronyms_are_not(word: str) -> None:
    assert not is_stressed_word(word)


def test_each_language_has_its_own_stressed_words() -> None:
    text = "NO FUME. Le harán una RM."

    assert [text[start:end] for start, end in find_acronyms(text, "es")] == ["RM"]
    assert "FUME" in [text[start:end] for start, end in find_acronyms(text)]


def test_a_language_without_stressed_words_takes_all_short_words_in_capitals_for_acronyms() -> None:
    text = "Prenez AVEC de l'eau."

    assert [text[start:end] for start, end in find_acronyms(text, "fr")] == ["AVEC"]
