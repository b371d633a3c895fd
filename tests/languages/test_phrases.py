"""Phrases: the fixed words of messages and reports in other languages."""

import json
import re

import pytest

from plainlint.languages.phrases import has_phrases, translate
from tests.conftest import ROOT

TABLE = json.loads(
    (ROOT / "plainlint" / "languages" / "es" / "phrases.json").read_text(encoding="utf-8")
)


def test_a_phrase_with_slots_is_recognised_with_its_parts():
    assert translate("Too hard for patients", "es") == "Demasiado difícil para pacientes"
    assert translate("can't be 'activ'", "es") == "no puede ser 'activ'"


@pytest.mark.parametrize("language", ["", "en", "fr", "../es"])
def test_a_language_without_phrases_leaves_a_text_as_it_is(language):
    assert translate("too hard", language) == "too hard"
    assert not has_phrases(language)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Say it in plain words: grip", "Dígalo con palabras sencillas: grip"),
        ("7 of 12", "7 de 12"),
        # A slot does not reach over the parts of a list.
        (
            "split the 30 words before 'and'; say who does it, in place of 'is done'",
            "divida las 30 palabras antes de 'and'; diga quién lo hace, en lugar de 'is done'",
        ),
    ],
)
def test_a_phrase_is_recognised_in_a_sentence_and_in_a_list(text, words):
    assert translate(text, "es") == words


@pytest.mark.parametrize("text", ["Care of the Mouth", "May 2027", "Too late", "Letters, 2 of May"])
def test_the_words_of_a_text_are_not_taken_for_a_phrase(text):
    assert translate(text, "es") == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12.5", "12,5"),
        ("-0.3?", "-0,3?"),
        ("1,234", "1234"),
        ("12,345", "12\u00a0345"),
        ("1,234,567.8", "1\u00a0234\u00a0567,8"),
        ("14.9 to 15.7", "14,9 a 15,7"),
        ("12,345 of 23,456", "12\u00a0345 de 23\u00a0456"),
        # These are no numbers, or are quoted from the text.
        ("2026", "2026"),
        ("1.2.3", "1.2.3"),
        ("2026-11-22", "2026-11-22"),
        ("can't be '1.5'", "no puede ser '1.5'"),
    ],
)
def test_numbers_are_written_as_in_the_language(text, words):
    assert translate(text, "es") == words
    assert translate(text, "en") == text


def test_a_text_that_is_not_a_phrase_stays():
    assert translate("The cat sat.", "es") == "The cat sat."


@pytest.mark.parametrize("phrase", TABLE)
def test_a_translation_has_the_slots_of_its_phrase(phrase):
    slots = re.findall(r"\{(?::d)?\}", phrase)
    assert slots == re.findall(r"\{(?::d)?\}", TABLE[phrase])
    assert translate(phrase.replace("{:d}", "7").replace("{}", "7"), "es") != ""
