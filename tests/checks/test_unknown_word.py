"""The check unknown-word: which words look like jargon, and which of them are reported."""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

CONFIG = Config(select=("jargon/unknown-word",), default_audience="patient")


def unknown_words(text):
    result = Linter(CONFIG, None).lint(Source(text))
    return [diagnostic.text for diagnostic in result.diagnostics]


@pytest.mark.parametrize(
    "word",
    [
        "photopsia",
        "hyperkeratosis",
        "crizotinib",
        "electroporation",
        # Neither long nor formed like a medical word.
        "zorble",
        "stoma",
        "afebrile",
        # Frequent in print, and technical all the same; so are its forms.
        "arterial",
        "catheterised",
        "lesions",
    ],
)
def test_unfamiliar_words(word):
    assert is_unfamiliar(word)


@pytest.mark.parametrize(
    "word",
    [
        "doctor",
        "surgery",
        # Derived from a common word, or made of two.
        "unpredictable",
        "multilevel",
        "statisticians",
        "itchiness",
        "nosebleeds",
        "windpipe",
        "breastbone",
        # In the other spelling.
        "moisturisers",
        "diarrhoea",
        # Household words.
        "nappies",
        "earwax",
        "acetaminophen",
        "paracetamol",
        # Names.
        "Anderson",
        "Carcinova",
        "Pembrolizumab",
    ],
)
def test_familiar_words_and_names(word):
    assert not is_unfamiliar(word)


def test_household_words_by_country():
    assert not is_unfamiliar("courgettes", "GB")
    assert is_unfamiliar("courgettes", "US")


def test_rare_words_that_are_none_of_medicine():
    assert unknown_words("Eat bulgur and kaimoana. A zorble can wait. Malo e lelei.") == []


def test_genes_are_names():
    assert unknown_words("The *ZRB2* mutation has spread. Wing ZRB2 is closed.") == []


def test_a_participle_behind_a_word_is_not_its_noun():
    assert unknown_words("Any neurofibroid seen is sent off.") == ["neurofibroid"]


def test_neighbours_are_one_term():
    assert unknown_words("You had a subdural haematomyelia.") == ["subdural haematomyelia"]


def test_an_adjective_takes_its_noun_along():
    assert unknown_words("The arterial line is in. The pericardial and other rubs.") == [
        "arterial line",
        "pericardial",
    ]


def test_a_class_of_medicines_has_its_whole_name():
    assert unknown_words("Do not take proton pump inhibitors.") == ["proton pump inhibitors"]
    assert unknown_words("Some need cholinesterase inhibitors.") == ["cholinesterase inhibitors"]
    assert unknown_words("Selective serotonin reuptake inhibitors help.") == [
        "Selective serotonin reuptake inhibitors"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most are venous ulcers. The valves in the leg veins do not work well.", []),
        ("Paralytic rabies is rarer. Muscles slowly become paralysed.", []),
        ("You may have ulcerative changes. The ulcers can bleed.", []),
        ("An arterial line is put into an artery.", []),
        # Related words that are as hard, too far away, or not related.
        ("The cerebral edge of the brain is fine.", ["cerebral edge"]),
        ("M0 is without differentiation. It is poorly differentiated.", ["differentiation"]),
        ("She has convulsive episodes. In a convulsion she shakes.", ["convulsive"]),
        ("Most are venous ulcers. They heal. Walk. The veins are weak.", ["venous ulcers"]),
        ("The patellar tendon is weak. Bend the knee.", ["patellar tendon"]),
        ("A contracture is likely. Contrast is given.", ["contracture"]),
    ],
)
def test_an_everyday_word_of_the_family_behind_a_word(text, found):
    assert unknown_words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A baby in a neonatal intensive care unit is safe.", []),
        ("He is in a cardiothoracic intensive care unit.", []),
        ("She had cardiothoracic surgery.", ["cardiothoracic surgery"]),
        ("You have myxoedema (hypothyroidism requiring thyroid hormone replacement).", []),
        ("You have cholangitis (ascending biliary sepsis).", ["cholangitis"]),
    ],
)
def test_care_units_and_kinds_of_illness(text, found):
    assert unknown_words(text)[:1] == found


def test_an_item_of_the_list_below_explains():
    text = "Watch for photopsia:\n\n- Photopsia is a flash of light.\n- Rest.\n"
    assert unknown_words(text) == []


def test_accepted_words(tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("# our own\nphotopsia\n", encoding="utf-8")
    linter = Linter(CONFIG.replace(accept=(words,)), None)
    result = linter.lint(Source("Photopsia comes, photopsias go, metamorphopsia stays."))
    assert [diagnostic.text for diagnostic in result.diagnostics] == ["metamorphopsia"]


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
    assert unknown_words("The drugs crizotinib and pembrolizumab help.\n\nHe had docetaxel.") == []
    assert unknown_words("It has the drug cyclophosphamide. He needs photopsia drugs.") == [
        "photopsia"
    ]
    assert (
        unknown_words("It has the drugs A (B), cyclophosphamide, and doxorubicin hydrochloride.")
        == []
    )


def test_a_letter_and_a_number_make_a_name():
    assert unknown_words("Avoid coenzyme Q10.") == []
    assert unknown_words("Avoid this coenzyme.") == ["coenzyme"]


def test_names_of_brands():
    assert unknown_words("Idamycin Sclerosol Inderal") == []


@pytest.mark.parametrize(
    "text",
    [
        "Photopsia: resting your eyes can help.",
        "You may get photopsia and headaches, which last an hour.",
        "| Sign | When |\n|---|---|\n| Photopsia | After a week |",
    ],
)
def test_what_to_do_and_how_long_it_lasts_explain_nothing(text):
    assert [word.lower() for word in unknown_words(text)] == ["photopsia"]


def test_the_next_thing_of_a_list_is_not_part_of_a_long_form():
    text = "A clinic with a catheteriser, a diabetes educator (CDE) and a cook."
    assert unknown_words(text) == ["catheteriser"]


@pytest.mark.parametrize("phrase", ["Mixed type", "The late stage", "A rare form", "Two kinds"])
def test_two_names_in_a_bracket_are_not_explained_by_what_they_divide(phrase):
    assert unknown_words(f"{phrase} (photopsia or metamorphopsia).") == [
        "photopsia",
        "metamorphopsia",
    ]


def test_a_word_at_the_start_of_a_sentence():
    assert unknown_words("It flashed. Photopsia came and went.") == ["Photopsia"]


@pytest.mark.parametrize(
    "text",
    [
        "Flashes of light (photopsia) are harmless.",
        "Flashes of light (photopsia or phosphene) are harmless.",
        "Photopsia is a flash of light.",
        "It makes photopsin (P1) and phosphene (P2), which control the light.",
        "Part of it is *photopsic training*: looking at a lamp until your eyes get used to it.",
        "| Sign | What it involves |\n|---|---|\n| Photopsia | Flashes of light |",
        "| Sign | In other words |\n|---|---|\n| Photopsia | Flashes of light |",
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


@pytest.mark.parametrize(
    "text",
    [
        "The mushroom *Ganoderma sinense* is sold as tea.",
        "Ask for the leaflet “Cuidado en casa después de la prueba” at the desk.",
        "If you take domperidone or zorbumab, tell us. A zorblax tablet helps.",
        "We stock Zorblax at Photopsia House.",
    ],
)
def test_names_and_words_of_other_languages(text):
    assert unknown_words(text) == []


def test_each_side_of_a_slash_is_a_word():
    assert unknown_words("A neck/supraclavicular lump; see readme.photopsia.md.") == [
        "supraclavicular lump"
    ]


def test_an_emphasised_word_is_no_name():
    assert unknown_words("You may see *photopsia* at night.") == ["photopsia"]


@pytest.mark.parametrize(
    "text",
    [
        "The mixed type (ductular or acinar) grows slowly.",
        "She has the early form (nodular or lentiginous) of it.",
        "Each stage (metaphase or telophase) takes an hour.",
    ],
)
def test_one_of_several_kinds_is_not_a_meaning(text):
    assert unknown_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Symptoms of photopsia: having a fever and pain.",
        "Treatment of photopsia: taking a sample with a needle.",
        "If you have photopsia: taking a rest often does it.",
        "You may get photopsia and metamorphopsia, which stop the day after.",
    ],
)
def test_what_goes_with_a_word_is_not_its_meaning(text):
    assert "photopsia" in " ".join(unknown_words(text))
