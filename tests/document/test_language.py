import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.language import (
    is_english,
    read_language_tag,
    recognise_document_language,
    recognise_language,
)


def _read_samples():
    text = Path(__file__).with_name("language_samples.txt").read_text(encoding="utf-8")
    for language, body in re.findall(r"^\[(.+)\]\n([^\[]*)", text, re.MULTILINE):
        for block in body.split("\n"):
            if block:
                yield language, block


SAMPLES = list(_read_samples())
ENGLISH = Path(__file__).with_name("english_samples.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", dict.fromkeys(language for language, _ in SAMPLES))
def test_blocks_are_recognised(language):
    blocks = [block for its, block in SAMPLES if its == language]
    found = {block: recognise_language(block) for block in blocks}
    missed = [block for block in blocks if not found[block]]
    assert len(missed) <= len(blocks) / 30, missed
    assert {*found.values()} <= {language, ""}


def test_there_are_enough_samples():
    languages = [language for language, _ in SAMPLES]
    assert all(languages.count(language) == 30 for language in ("es", "fr", "de", "pt", "it", "nl"))
    assert len(ENGLISH) >= 60


def test_english_is_never_taken_for_another_language():
    found = {block: recognise_language(block) for block in ENGLISH}
    assert {
        block: language for block, language in found.items() if language not in ("en", "")
    } == {}


def test_parts_of_english_blocks_are_not_taken_for_another_language():
    parts = [part for block in ENGLISH for part in re.split(r"(?<=[.,]) ", block)]
    # Quotations in another language are another language.
    quoted = ("“", "”", "¿")
    found = {
        part: recognise_language(part) for part in parts if not any(sign in part for sign in quoted)
    }
    assert {part: language for part, language in found.items() if language not in ("en", "")} == {}


@given(st.text())
def test_any_text_has_a_language_or_none(text):
    assert re.fullmatch(r"[a-z]{2}|", recognise_language(text))


@given(st.lists(st.sampled_from(ENGLISH + [block for _, block in SAMPLES])))
def test_a_document_has_the_language_of_one_of_its_blocks(texts):
    languages = [recognise_language(text) for text in texts]
    assert recognise_document_language(texts, languages) in {*languages, "en"} - {""}


@pytest.mark.parametrize(
    "text", ["de la que " * 20_000, "é" * 100_000, "я a" * 40_000, "¿" * 99_999]
)
def test_time_is_linear(text):
    start = perf_counter()
    recognise_language(text)
    assert perf_counter() - start < 2


def test_capitals_are_acronyms():
    assert recognise_language("UND, DER, QUE, POR, MUY, VOUS, AVEC, DANS, EST") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("English", ""),
        ("es_MX", ""),
        ("", ""),
        ("Spanish / es", ""),
    ],
)
def test_language_tags(text, expected):
    assert read_language_tag(text) == expected


def test_tags_of_english():
    assert is_english("en")
    assert is_english("EN-gb")
    assert not is_english("es")
    assert not is_english("enm")
