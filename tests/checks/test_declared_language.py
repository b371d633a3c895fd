"""A declared language that the text contradicts is a finding; what is uncertain is none."""

import pytest

from plainlint import lint_text

RULE = "metadata/declared-language"
ENGLISH = (
    "Wash your hands before you eat. Use soap and warm water. Dry them with a clean towel. Call the "
    "ward if you have a fever. Take the tablets with food, and drink a glass of water with them. Do "
    "not stop without asking your doctor first.\n\n"
)
SPANISH = (
    "Lávese las manos antes de comer. Use agua tibia y jabón. Séquelas con una toalla limpia. Llame "
    "a la clínica si tiene fiebre. Tome las pastillas con la comida y beba un vaso de agua. No deje "
    "de tomarlas sin hablar antes con su médico.\n\n"
)
NORWEGIAN = (
    "Vask hendene før du spiser. Bruk såpe og varmt vann. Tørk dem med et rent håndkle. Ring "
    "avdelingen hvis du har feber. Ta tablettene med mat, og drikk et glass vann til dem. Ikke slutt "
    "uten å snakke med legen din først, og spør hvis det er noe du ikke forstår.\n\n"
)


def find(head, text):
    result = lint_text(f"---\n{head}\n---\n\n{text}")
    return [found for found in result.diagnostics if found.rule == RULE]


@pytest.mark.parametrize(
    ("head", "text", "place"),
    [
        ("language: es", ENGLISH, "es"),
        ("lang: en-GB", SPANISH, "en-GB"),
        ("inLanguage: Français", SPANISH, "Français"),
        ("locale: de_DE", ENGLISH, "de_DE"),
        ("language: English", SPANISH * 2 + "Call the ward. The nurse is there.\n", "English"),
    ],
)
def test_the_key_is_what_is_wrong(head, text, place):
    (found,) = find(head, text)
    assert found.text == place


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("language: es-MX", SPANISH),
        ("lang: en", ENGLISH),
        ("title: Hands", SPANISH),
        ("language: es", "Wash your hands.\n"),
        ("language: es", ENGLISH + SPANISH),
        ("language: [en, es]", SPANISH),
        ("lang: da", NORWEGIAN),
        ("lang: nb", NORWEGIAN),
        ("lang: xx", "| 12 | 14 |\n|---|---|\n| 1 | 2 |\n"),
    ],
)
def test_what_fits_or_is_uncertain_is_fine(head, text):
    assert find(head, text) == []
