"""Acronyms in Spanish texts: « » surround those that are neither spelled out nor explained."""

import re

import pytest

from plainlint import Config
from plainlint.analysis.glossary.acronyms import find_long_forms, is_spelled_out
from plainlint.core.source import InheritedValue, RawFile
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.run.rule_tests import TODAY

RULE = "jargon/unexpanded-acronym"
LINTER = Linter(Config(extend_select=(RULE,), default_audience="patient"), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Usted tiene enfermedad pulmonar obstructiva crónica (EPOC).",
        "Usted tiene EPOC (enfermedad pulmonar obstructiva crónica).",
        "La RM, o resonancia magnética, no duele.",
        "La resonancia magnética, también llamada RM, no duele.",
        "El metotrexato, conocido también como MTX, se da cada semana.",
        "El accidente cerebrovascular, que se abrevia ACV, es grave.",
        "La enfermedad por reflujo gastroesofágico se llama también ERGE.",
        "El virus de la hepatitis B (VHB) daña el hígado.",
        "Hay trastornos por déficit de atención e hiperactividad (TDAH).",
        "IMC = índice de masa corporal.",
        "La TC, sigla de tomografía computarizada, usa rayos X.",
        "Es un síndrome de ovario poliquístico. Con el SOP puede haber acné.",
        # Letters of English words.
        "La reacción en cadena de la polimerasa (PCR, por sus siglas en inglés) detecta el virus.",
        "El antígeno prostático específico (o PSA, por sus siglas en inglés) está en la sangre.",
        "El antígeno prostático específico, PSA por sus siglas en inglés, está en la sangre.",
        "El PSA (del inglés prostate-specific antigen) está en la sangre.",
        "El PSA (siglas en inglés de antígeno prostático específico) está en la sangre.",
        "La anemia de Fanconi, cuyas siglas en inglés son FA, es rara.",
        # The words before a bracket say what the items of its list are.
        "Pruebas del hígado (ALT, AST y GGT): le sacan sangre.",
        "Los análisis del hígado (ALT, AST o GGT) tardan un día.",
        # Names.
        "Llame al Dr. RUIZ o a la Dra. Ana PEÑA si tiene dudas.",
        # Unexplained ones.
        "Pida cita en la «URPA».",
        "El virus del Ébola y el «MTX» preocupan.",
        "Tiene «ITS» y le duele. Vaya al médico por la tarde y siéntese.",
        # What adults in English-speaking countries know.
        "El «MRSA» resiste a la penicilina, y el «ICU» está lejos.",
    ],
)
def test_unexplained_acronyms(text):
    plain = re.sub("[«»]", "", text)
    raw = RawFile("pagina.md", plain.encode(), inherited=(InheritedValue("language", "es"),))
    found = [hit.text for hit in LINTER.lint(decode_file(raw)).diagnostics if hit.rule == RULE]
    assert found == re.findall("«(.*?)»", text)


def test_small_words_count_neither_in_letters_nor_in_length():
    text = "Tiene enfermedad del hígado y de las vías biliares (EHVB)."
    ((start, end),) = find_long_forms(text, "es")
    assert text[start:end] == "enfermedad del hígado y de las vías biliares"


@pytest.mark.parametrize(
    ("text", "signs_suffice"),
    [
        ("Une imagerie par résonance magnétique (IRM)", True),
        ("IRM : imagerie par résonance magnétique", True),
        # An English connecting word joins nothing in French.
        ("imagerie par résonance magnétique called IRM", False),
        ("imagerie par résonance magnétique, or IRM", False),
    ],
)
def test_a_language_without_words_has_signs_alone(text, signs_suffice):
    start = text.index("IRM")
    assert is_spelled_out(text, start, start + 3, "fr") is signs_suffice
