"""Plain words: the everyday word for each form of a hard one."""

from plainlint.analysis.glossary.plain_words import plain_forms, plain_of

VERBS, NOUNS, OTHERS = "alleviate: ease\n", "\nmalady: illness\n", "prior to: before"


def test_every_form_has_its_plain_word():
    plain = plain_of(VERBS, NOUNS, OTHERS)
    assert plain.of("Alleviated") == "eased"
    assert plain.of("maladies") == "illnesses"
    assert plain.of("prior to") == "before"
    assert plain.of("before") == ""


def test_own_words_replace_a_word_with_all_its_forms():
    own = (("alleviate", "soothe"), ("Sequelae", "later effects"))
    assert plain_forms(VERBS, NOUNS, OTHERS, own)["alleviate"] == {"alleviate": "soothe"}
    assert plain_of(VERBS, NOUNS, OTHERS, own).of("sequelae") == "later effects"
