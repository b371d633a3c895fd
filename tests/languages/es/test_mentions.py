"""Mentions of terms in Spanish texts: « » surround those that nothing explains."""

import re

import pytest

from plainlint import Config
from plainlint.analysis.glossary.senses import is_ambiguous
from plainlint.core.source import InheritedValue, RawFile
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.run.rule_tests import TODAY

RULE = "jargon/unexplained-term"
LINTER = Linter(Config(select=(RULE,), default_audience="patient"), TODAY)


def mark_terms(marked, language="es"):
    text = re.sub("[«»]", "", marked)
    raw = RawFile("pagina.md", text.encode(), inherited=(InheritedValue("language", language),))
    for hit in sorted(LINTER.lint(decode_file(raw)).diagnostics, key=lambda hit: -hit.span.start):
        start, end = hit.span
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "Usted tiene «neutropenia». Vaya a casa.",
        "Tiene pocas defensas, es decir, neutropenia.",
        "Tiene pocas defensas, o sea, neutropenia.",
        "La falta de defensas se llama también neutropenia.",
        "La neutropenia, que se llama también falta de defensas, es común.",
        "La falta de defensas, también llamada neutropenia, es común.",
        # Two names for one thing are one mention.
        "Le harán una ecografía, también llamada ultrasonido.",
        "Le harán una «gammagrafía», o cintigrama.",
        # Labels on a screen are as they are.
        "Pulse el botón **Neutropenia** para saber más.",
        "Elija «Neutropenia» en el menú.".replace("«", '"').replace("»", '"'),
        # Readers know what they have, but no name for what they feel.
        "Avise a su médico si tiene colitis ulcerosa.",
        "No tome este medicamento si ha tenido pancreatitis.",
        "Hable con su médica antes de usarlo si le han dicho que tiene porfiria.",
        "Dígale a la enfermera:\n\nInforme a su médico si tiene:\n\n- colitis ulcerosa\n- porfiria",
        "Avise a su médico si tiene «ascitis».",
        "La «neutropenia» puede durar días.",
        # Where readers go has its name.
        "Pida cita en la unidad de cuidados paliativos.",
        "La enfermera de la sala de braquiterapia le espera.",
        "Le harán «braquiterapia» tres veces por semana.",
    ],
)
def test_first_mentions(text):
    assert mark_terms(text) == text


@pytest.mark.parametrize(
    "text",
    [
        # Everyday senses need a word of medicine nearby.
        "Fuimos a ver la catarata del río.",
        "Las ruedas tienen buena adherencia.",
        "El banco aprobó la remisión de la deuda.",
        "La cirugía le dejó una «adherencia».",
        "El cáncer está en «remisión».",
    ],
)
def test_everyday_senses(text):
    assert mark_terms(text) == text


def test_common_words_are_those_of_the_language():
    # Frequent English words make no Spanish phrase an everyday one.
    assert is_ambiguous("second line")
    assert not is_ambiguous("second line", "es")
    assert is_ambiguous("terapia dirigida", "es") is False
    assert is_ambiguous("primera línea", "es")


@pytest.mark.parametrize("language", ["fr", "de"])
def test_no_english_question_is_asked_in_another_language(language, tmp_path):
    glossary = tmp_path / "own.csv"
    glossary.write_text("term,plain\nstent,tube\n")
    config = Config(select=(RULE,), default_audience="patient", glossary=(glossary,))
    linter = Linter(config, TODAY)

    def find(text):
        raw = RawFile("page.md", text.encode(), inherited=(InheritedValue("language", language),))
        return [hit.text for hit in linter.lint(decode_file(raw)).diagnostics]

    assert find("Er hat einen stent (ein dünnes Rohr).") == []
    assert find("Er hat ein dünnes Rohr (stent).") == []
    assert find("# What is a stent?\n\nEr hat einen stent bekommen.") == ["stent"]
    assert find("Er hat ein Rohr, also called stent, bekommen.") == ["stent"]
