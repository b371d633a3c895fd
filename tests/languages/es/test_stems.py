"""Stems of Spanish words: the base form is among them."""

import pytest

from plainlint.languages.es.medical_parts import has_medical_part
from plainlint.languages.es.stems import iter_stems
from plainlint.languages.es.word_classes import is_of_class


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("lápices", "lápiz"),
        ("infecciones", "infección"),
        ("riñones", "riñón"),
        ("enfermeras", "enfermero"),
        ("rápidamente", "rápida"),
        ("lentamente", "lento"),
        ("administraron", "administrar"),
        ("beberá", "beber"),
        ("viviendo", "vivir"),
        ("aplique", "aplicar"),
        ("tómelo", "tomar"),
        ("lavarse", "lavar"),
        ("dárselo", "dar"),
        ("empiece", "empiezar"),
    ],
)
def test_the_base_is_among_the_stems(word: str, base: str) -> None:
    assert base in set(iter_stems(word))


def test_words_of_medicine_have_parts_that_others_lack() -> None:
    medical = (
        "hepatitis",
        "hepatocito",
        "gastrectomía",
        "pembrolizumab",
        "neumopatía",
        "cefalalgia",
    )
    assert all(map(has_medical_part, medical))
    assert not any(
        map(has_medical_part, ("alergia", "energía", "aroma", "hemos", "persona", "sueño"))
    )


@pytest.mark.parametrize(
    ("word", "word_class"),
    [
        ("es", "be"),
        ("han", "have"),
        ("puede", "modal"),
        ("usted", "pronoun"),
        ("la", "determiner"),
        ("sin", "preposition"),
        ("porque", "conjunction"),
        ("fácilmente", "adverb"),
        ("operada", "participle"),
        ("tomando", "ing-form"),
        ("veinte", "number"),
        ("12,5", "number"),
        ("¿", "punctuation"),
        ("realización", "nominalisation"),
    ],
)
def test_classes_of_words(word: str, word_class: str) -> None:
    assert is_of_class(word, word_class)  # type: ignore[arg-type]


def test_words_in_mente_are_not_all_adverbs() -> None:
    assert not is_of_class("mente", "adverb")
