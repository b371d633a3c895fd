import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.language_tags import (
    choose_declared_language,
    get_primary_tag,
    is_english,
    read_language_tag,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en", "en"),
        ("EN-us", "en-US"),
        ("en_GB", "en-GB"),
        ("pt-BR", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("eng", "en"),
        ("spa-mx", "es-MX"),
        ("English", "en"),
        ("Español", "es"),
        (" deutsch ", "de"),
        ("中文", "zh"),
        ("", ""),
        ("Spanish / es", ""),
        ("plain", ""),
    ],
)
def test_language_tags(text, expected):
    assert read_language_tag(text) == expected


@given(st.text())
def test_reading_a_tag_again_changes_nothing(text):
    tag = read_language_tag(text)
    assert read_language_tag(tag) == tag


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), ""),
        (("es",), "es"),
        (("en", "es"), ""),
        (("en-US", "en-GB"), "en-US"),
        (("und",), ""),
        (("a name of my own", "fr"), "fr"),
    ],
)
def test_only_one_language_can_be_declared(texts, expected):
    assert choose_declared_language(texts) == expected


def test_tags_of_english():
    assert is_english("en")
    assert is_english("EN-gb")
    assert not is_english("es")
    assert not is_english("enm")


def test_primary_tags():
    assert get_primary_tag("pt-BR") == "pt"
    assert get_primary_tag("FIL") == "fil"
