"""Phrases: the fixed words of messages and reports in other languages."""

import json

import pytest

from plainlint.languages import phrases as module
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


def test_a_text_that_is_not_a_phrase_stays():
    assert translate("The cat sat.", "es") == "The cat sat."


@pytest.mark.parametrize("phrase", TABLE)
def test_a_translation_has_the_slots_of_its_phrase(phrase):
    assert phrase.count("{}") == TABLE[phrase].count("{}")
    assert module.translate(phrase.replace("{}", "7"), "es") != ""
