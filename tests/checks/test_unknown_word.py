"""The check unknown-word: which words look like jargon, and which of them are reported."""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.rare_words import is_unknown
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

CONFIG = Config(select=("jargon/unknown-word",), default_audience="patient")


def unknown_words(text):
    result = Linter(CONFIG, None).lint(Source(text))
    return [diagnostic.text for diagnostic in result.diagnostics]


@pytest.mark.parametrize(
    "word", ["photopsia", "hyperkeratosis", "crizotinib", "Pembrolizumab", "electroporation"]
)
def test_rare_words(word):
    assert is_unknown(word)


@pytest.mark.parametrize(
    "word",
    [
        "doctor",
        "surgery",
        "unpredictable",
        "Anderson",
        "Carcinova",
        "multilevel",
        "statisticians",
    ],
)
def test_words_that_are_common_derived_or_names(word):
    assert not is_unknown(word)


def test_genes():
    assert unknown_words("The *ZRB2* mutation has spread.") == ["ZRB2"]
    assert unknown_words("Wing ZRB2 is closed. The *ZRB2* gene has changed.") == []


def test_the_first_use_only():
    assert unknown_words("Watch for photopsia. Photopsia goes away.") == ["photopsia"]


def test_a_plural_is_the_same_word():
    assert unknown_words("We look for photopsias. A photopsia goes away.") == ["photopsias"]


def test_the_words_of_the_title_are_what_the_page_explains():
    assert (
        unknown_words("---\ntitle: Crizotinib\n---\n\n# Photopsia\n\nCrizotinib, photopsia.\n")
        == []
    )


def test_medicines_that_the_text_calls_medicines():
    assert unknown_words("The drugs crizotinib and pembrolizumab help. He had docetaxel.") == [
        "docetaxel"
    ]
    assert unknown_words("It has the drug cyclophosphamide. He needs photopsia drugs.") == [
        "photopsia"
    ]
    assert (
        unknown_words("It has the drugs A (B), cyclophosphamide, and doxorubicin hydrochloride.")
        == []
    )


def test_names_of_brands():
    assert unknown_words("Idamycin Sclerosol Inderal") == []


def test_a_word_at_the_start_of_a_sentence():
    assert unknown_words("It flashed. Photopsia came and went.") == ["Photopsia"]


@pytest.mark.parametrize(
    "text",
    [
        "Flashes of light (photopsia) are harmless.",
        "Photopsia is a flash of light.",
        "Read about [photopsia](/eyes) here.",
        "`photopsia`",
        "# Photopsia",
    ],
)
def test_words_that_are_explained_linked_or_not_text(text):
    assert unknown_words(text) == []


def test_a_term_of_the_glossary_is_left_to_its_own_rule():
    linter = Linter(Config(select=("jargon",), default_audience="patient"), None)
    result = linter.lint(Source("You may get neutropenia and photopsia soon."))
    assert [(diagnostic.rule, diagnostic.text) for diagnostic in result.diagnostics] == [
        ("jargon/unexplained-term", "neutropenia"),
        ("jargon/unknown-word", "photopsia"),
    ]
