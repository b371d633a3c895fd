"""Popup links in all their forms, and links that are not popups."""

import pytest

from plainlint.analysis.glossary.popup_links import Popup, read_popup
from plainlint.document.readers import parse

PAGE = "/Common/PopUps/popDefinition.aspx"
DEF = "/publications/dictionaries"


def popup_of(markdown):
    (link,) = parse(f"He has {markdown} now.").links
    return read_popup(link)


def popup_to(href):
    return popup_of(f"[sepsis]({href})")


@pytest.mark.parametrize(
    ("href", "popup"),
    [
        (
            f"{PAGE}?id=45626&version=patient&language=English&dictionary=Cancer.gov",
            Popup("45626", "patient", "en", "Cancer.gov"),
        ),
        (
            f"{PAGE}?id=45626&version=healthprofessional&language=English&dictionary=Cancer.gov",
            Popup("45626", "technical", "en", "Cancer.gov"),
        ),
        (
            f"{PAGE}?id=810037&version=HealthProfessional&language=English",
            Popup("810037", "technical", "en", ""),
        ),
        (f"{PAGE}?id=45135&version=Patient&language=English", Popup("45135", "patient", "en", "")),
        (
            f"{PAGE}?id=793860&version=healthprofessional&language=English&dictionary=genetic",
            Popup("793860", "technical", "en", "genetic"),
        ),
        (
            f"{PAGE}?id=CDR0000045885&version=Patient&language=en",
            Popup("45885", "patient", "en", ""),
        ),
        (
            f"{PAGE}?id=CDR0000045833&version=Patient&language=English",
            Popup("45833", "patient", "en", ""),
        ),
        (
            f"{PAGE}?id=45626&version=patient&language=English&dictionary=NotSet",
            Popup("45626", "patient", "en", "NotSet"),
        ),
        (
            f"{PAGE}?id=45626&version=patient&language=Spanish",
            Popup("45626", "patient", "es", ""),
        ),
        (f"{DEF}/cancer-terms/def/sepsis", Popup("sepsis", "patient", "en", "cancer-terms")),
        (f"{DEF}/cancer-terms/def/44348", Popup("44348", "patient", "en", "cancer-terms")),
        (
            f"https://www.cancer.gov{DEF}/cancer-drug/def/crizotinib",
            Popup("crizotinib", "patient", "en", "cancer-drug"),
        ),
        (
            "/espanol/publicaciones/diccionarios/diccionario-cancer/def/44348",
            Popup("44348", "patient", "es", "diccionario-cancer"),
        ),
    ],
)
def test_forms(href, popup):
    assert popup_to(href) == popup


@pytest.mark.parametrize("number", ["45626", "CDR0000045626", "0000045626", "cdr45626", "%2045626"])
def test_one_id_has_many_spellings(number):
    assert popup_to(f"{PAGE}?id={number}").id == "45626"


@pytest.mark.parametrize(
    "href",
    [
        "/common/popups/popdefinition.aspx?ID=45626&VERSION=PATIENT&LANGUAGE=ENGLISH",
        "/COMMON/POPUPS/POPDEFINITION.ASPX?Id=45626&Version=Patient&Language=EN",
        f"https://www.cancer.gov{PAGE}?language=english&id=45626&version=patient",
        f"{PAGE}?id=45626&amp;version=patient&amp;language=English",
        f"{PAGE}?id=45626&amp;amp;version=patient&amp;amp;language=English",
        f"{PAGE}?id=45626&version=patient&language=English#top",
    ],
)
def test_case_order_host_and_entities_change_nothing(href):
    assert popup_to(href) == Popup("45626", "patient", "en", "")


@pytest.mark.parametrize(
    ("href", "name"),
    [
        (f"{DEF}/cancer-terms/def/bone-marrow/", "bone-marrow"),
        (f"{DEF}/cancer-terms/def/bone%20marrow", "bone marrow"),
        (f"{DEF}/cancer-terms/def/CDR0000045622", "45622"),
        (f"{DEF}/cancer-terms/def/sepsis?redirect=true", "sepsis"),
        (f"{DEF}/cancer-terms/def/sepsis?from=popup", "sepsis"),
        ("/Publications/Dictionaries/Cancer-Terms/Def/sepsis", "sepsis"),
    ],
)
def test_names_of_dictionary_pages(href, name):
    assert popup_to(href).id == name


@pytest.mark.parametrize(
    ("html", "popup"),
    [
        (
            '<a class="definition" data-glossary-id="CDR0000044348" href="#">sepsis</a>',
            Popup("44348", "", "", ""),
        ),
        (
            (
                '<a class="definition" data-glossary-id="CDR0000044348"'
                f' href="{PAGE}?id=44348&amp;version=patient&amp;language=English">sepsis</a>'
            ),
            Popup("44348", "patient", "en", ""),
        ),
        (
            (
                '<nci-definition data-gloss-id="CDR0000044348" data-gloss-dictionary="Cancer.gov"'
                ' data-gloss-audience="Patient" data-gloss-lang="en">sepsis</nci-definition>'
            ),
            Popup("44348", "patient", "en", "Cancer.gov"),
        ),
        (
            (
                '<NCI-Definition DATA-GLOSS-ID="44348" data-gloss-dictionary="genetic"'
                ' data-gloss-audience="HealthProfessional" data-gloss-lang="es">sepsis</NCI-Definition>'
            ),
            Popup("44348", "technical", "es", "genetic"),
        ),
        (
            f'<a class="cgdp-definition-link" href="{DEF}/cancer-terms/def/sepsis">sepsis</a>',
            Popup("sepsis", "patient", "en", "cancer-terms"),
        ),
    ],
)
def test_html_forms(html, popup):
    assert popup_of(html) == popup


@pytest.mark.parametrize(
    "href",
    [
        "/care/after-surgery",
        "https://www.who.int/",
        "mailto:clinic@example.org",
        "#top",
        "",
        f"{DEF}/cancer-terms",
        f"{DEF}/cancer-terms/",
        f"{DEF}/cancer-terms/search/sepsis",
        "/care/popups/video.html?id=45626",
        "/care/def/sepsis",
        "http://[broken/Common/PopUps/popDefinition.aspx?id=45626",
    ],
)
def test_other_links_are_not_popups(href):
    assert popup_to(href) is None


@pytest.mark.parametrize(
    "href",
    [
        PAGE,
        f"{PAGE}?version=Patient",
        f"{PAGE}?id=",
        f"{PAGE}?id=CDR",
        f"{PAGE}?id=0000",
        f"{PAGE}?id=sepsis",
        f"{PAGE}?id=45626x",
        f"{PAGE}?id=-45626",
        f"{PAGE}?id=٤٥",
        f"{DEF}/cancer-terms/def/",
    ],
)
def test_popups_without_a_usable_id(href):
    assert popup_to(href).id == ""


def test_a_popup_of_unknown_audience_and_language():
    assert popup_to(f"{PAGE}?id=45626&version=nurse&language=tlh") == Popup("45626", "", "", "")
