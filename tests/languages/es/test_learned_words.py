"""Rare learned words of Spanish, and what everybody knows."""

import pytest

from plainlint.analysis.difficulty.score import compute_words_load
from plainlint.languages.es.learned_words import is_learned
from plainlint.languages.known_words import is_listed_word


@pytest.mark.parametrize(
    "word", ["posológica", "elegibilidad", "prevalente", "eutiroidismo", "histológico", "ponderal"]
)
def test_words_of_science_and_office_are_learned(word):
    assert is_learned(word)


@pytest.mark.parametrize(
    "word",
    [
        # Names of medicines and people, forms of verbs, everyday words, what every adult knows.
        *("glibenclamida", "metformina", "omeprazol", "ibuprofeno", "Salamanca", "Clemente"),
        *("recuérdeselo", "comeríamos", "acuéstense", "comés"),
        *("habitación", "importante", "ecografía", "convulsión", "repelentes"),
    ],
)
def test_other_words_are_not_learned(word):
    assert not is_learned(word)


def test_known_words_are_known_in_all_forms():
    for text in ("Ecografías", "hernia", "hernias de disco", "alérgica", "marcapasos"):
        assert is_listed_word(text, "es"), text
    for text in ("mastique", "cucharaditas", "macarrones", "zapatillas"):
        assert is_listed_word(text, "es"), text
    for text in ("edema", "pólipos", "anticuerpos"):
        assert not is_listed_word(text, "es"), text
    assert not is_listed_word("hernia", "fr")


def test_known_words_and_addresses_make_no_sentence_hard():
    rare = compute_words_load(["eutiroidismo"], "es")
    assert compute_words_load(["ecografía"], "es") < rare / 2
    assert compute_words_load(["ana@ejemplo.com.mx"], "es") == 0
