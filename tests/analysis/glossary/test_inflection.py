"""Inflection: forms of verbs and nouns, and British spellings."""

import pytest

from plainlint.analysis.glossary.inflection import (
    Form,
    inflect_noun,
    inflect_verb,
    list_spellings,
)


@pytest.mark.parametrize(
    ("verb", "form", "expected"),
    [
        ("use", Form.ING, "using"),
        ("tell", Form.PAST, "told"),
        ("ban", Form.PAST, "banned"),
        ("send", Form.ING, "sending"),
        ("pass", Form.PARTICIPLE, "passed"),
        ("concur", Form.PAST, "concurred"),
        ("have", Form.PRESENT, "has"),
        ("try", Form.PAST, "tried"),
        ("give", Form.PAST, "gave"),
        ("give", Form.PARTICIPLE, "given"),
        ("undergo", Form.PARTICIPLE, "undergone"),
    ],
)
def test_forms_of_verbs(verb, form, expected):
    assert inflect_verb(verb)[form] == expected


def test_forms_of_nouns():
    assert inflect_noun("illness") == {Form.SINGULAR: "illness", Form.PLURAL: "illnesses"}
    assert inflect_noun("malady")[Form.PLURAL] == "maladies"


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("utilize", "utilise"),
        ("hospitalization", "hospitalisation"),
        ("analyzed", "analysed"),
        ("edema", "oedema"),
        ("esophagus", "oesophagus"),
        ("anesthetize", "anaesthetise"),
        ("hemorrhage", "haemorrhage"),
        ("pediatrician", "paediatrician"),
        ("gynecologist", "gynaecologist"),
        ("hypoglycemia", "hypoglycaemia"),
        ("diarrhea", "diarrhoea"),
        ("feces", "faeces"),
        ("etiology", "aetiology"),
        ("endeavored", "endeavoured"),
        ("labeled", "labelled"),
        ("program", "programme"),
        ("while", "whilst"),
        ("centers", "centres"),
    ],
)
def test_british_spellings(american, british):
    assert list_spellings(american) == (american, british)


@pytest.mark.parametrize(
    "word",
    [
        "size",
        "prize",
        "seize",
        "resized",
        "capsize",
        "chemical",
        "systemic",
        "epidemic",
        "smell",
        "odorous",
        "second",
        "perimeter",
    ],
)
def test_words_with_one_spelling(word):
    assert list_spellings(word) == (word,)
