"""Plain words: the everyday word for each form of a hard word."""

from plainlint.analysis.glossary.plain_words import get_plain_words, map_plain_forms

VERBS, NOUNS, OTHERS = "alleviate: ease\n", "\nmalady: illness\n", "prior to: before"


def test_every_form_has_its_plain_word():
    plain = get_plain_words(VERBS, NOUNS, OTHERS)
    assert plain.find("Alleviated") == "eased"
    assert plain.find("maladies") == "illnesses"
    assert plain.find("prior to") == "before"
    assert plain.find("before") == ""


def test_own_words_replace_a_word_with_all_its_forms():
    own = (("alleviate", "soothe"), ("Sequelae", "later effects"))
    assert map_plain_forms(VERBS, NOUNS, OTHERS, own)["alleviate"] == {"alleviate": "soothe"}
    assert get_plain_words(VERBS, NOUNS, OTHERS, own).find("sequelae") == "later effects"
