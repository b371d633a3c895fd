"""Imported glossaries: the service's JSON, a map of names to ids, and plainlint's own files."""

import json

import pytest

from plainlint import PlainlintError
from plainlint.analysis.glossary.harvest import import_glossary

SERVICE = [
    {"termId": 44348, "language": "en", "dictionary": "Cancer.gov", "termName": "sepsis"},
    {"termId": 44348, "language": "es", "dictionary": "Cancer.gov", "termName": "septicemia"},
    {"termId": 45830, "language": "en", "dictionary": "Cancer.gov", "termName": "phase I trial"},
]
NAMES = {
    "blood poisoning": {"44348": {"en": ["Cancer.gov"]}},
    "sepsis": {"44348": {"en": ["Cancer.gov"], "es": ["Cancer.gov"]}},
    "septicemia": {"44348": {"es": ["Cancer.gov"]}},
}
URL = "/Common/PopUps/popDefinition.aspx?id=CDR0000044348&version=Patient&language="


@pytest.mark.parametrize("data", [SERVICE, {"results": SERVICE}])
def test_the_terms_of_a_glossary_service(data):
    glossary = import_glossary(json.dumps(data), "nci.json")
    assert [term.name for term in glossary.terms] == ["phase I trial", "sepsis"]
    sepsis = glossary.find("Sepsis")
    assert sepsis is not None
    assert (sepsis.id, sepsis.url) == ("44348", URL + "English")


def test_a_map_of_names_to_ids_in_one_language():
    english = import_glossary(json.dumps(NAMES), "names.json")
    assert [term.names for term in english.terms] == [("blood poisoning", "sepsis")]
    spanish = import_glossary(json.dumps(NAMES), "names.json", language="es")
    assert [term.names for term in spanish.terms] == [("sepsis", "septicemia")]
    assert spanish.terms[0].url == URL + "Spanish"


def test_own_files_are_imported_unchanged():
    sepsis = import_glossary("term,plain\nsepsis,bad\n", "a.csv").find("sepsis")
    assert sepsis is not None
    assert sepsis.plain == "bad"
    assert import_glossary('{"terms": [{"term": "x"}]}', "a.json").find("x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "a.json:1: not JSON"),
        ('[{"termId": 1}]', "a.json: entry 1: 'termName' is missing or empty"),
        ('{"sepsis": 3}', "a.json: 'sepsis': a name must map ids to languages"),
        ("[3]", "a.json"),
    ],
)
def test_unsupported_files(text, message):
    with pytest.raises(PlainlintError, match=message.replace("[", r"\[")):
        import_glossary(text, "a.json")


def test_import_and_show_on_the_command_line(plainlint, write):
    write("nci.json", json.dumps(SERVICE))
    assert plainlint("glossary", "import", "nci.json", "-o", "terms.json").out == (
        "2 terms written to terms.json\n"
    )
    shown = plainlint("glossary", "show", "Phase I trial", "--glossary", "terms.json").out
    assert "term:            phase I trial\n" in shown
    assert "id:              45830\n" in shown
    assert "plain words:     a small first study" in shown
    assert "need, patient:   " in shown
    write("care.md", "Wash your hands.\n\nHe is in a phase I trial now.\n")
    places = plainlint("glossary", "show", "Phase I trial", "care.md", "--glossary", "terms.json")
    assert places.out.endswith("\ncare.md:3: neither\n")
    missing = plainlint("glossary", "show", "sepsiss")
    assert (missing.code, missing.err) == (
        2,
        "plainlint: the glossary has no term 'sepsiss'; did you mean 'sepsis'?\n",
    )
