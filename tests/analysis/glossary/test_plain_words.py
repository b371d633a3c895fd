"""Plain words: the everyday word for each form of a hard word."""

import pytest

from plainlint.analysis.glossary.inflection import Form
from plainlint.analysis.glossary.plain_words import (
    Reading,
    Role,
    WordLists,
    get_plain_words,
    map_readings,
)

LISTS = WordLists(
    verbs="alleviate: ease\nexceed: go over | -\nexacerbate: make … worse\nundertake: take on | done\n",
    nouns="\nmalady: illness\n",
    others="prior to: before",
)


def test_every_form_has_its_plain_word():
    plain = get_plain_words(LISTS)
    assert plain.find("Alleviated") == "eased"
    assert plain.find("maladies") == "illnesses"
    assert plain.find("prior to") == "before"
    assert plain.find("before") == ""
    assert plain.find("exacerbate") == "make worse"


@pytest.mark.parametrize(
    ("word", "form", "plain", "passive"),
    [
        ("alleviated", Form.PARTICIPLE, "eased", "eased"),
        ("exceeded", Form.PARTICIPLE, "gone over", ""),
        ("exacerbated", Form.PARTICIPLE, "made … worse", "made worse"),
        ("undertaken", Form.PARTICIPLE, "taken on", "done"),
        ("undertook", Form.PAST, "took on", "done"),
    ],
)
def test_verbs_have_a_passive_of_their_own(word, form, plain, passive):
    assert Reading(Role.VERB, form, plain, passive) in get_plain_words(LISTS).get_readings(word)


def test_a_word_may_be_a_verb_and_an_adjective():
    lists = WordLists(verbs="elevate: raise", adjectives="elevated: high")
    roles = {reading.role for reading in get_plain_words(lists).get_readings("elevated")}
    assert roles == {Role.VERB, Role.ADJECTIVE}


def test_own_words_replace_a_word_with_all_its_forms():
    own = (("alleviate", "soothe"), ("Sequelae", "later effects"), ("malady", ""))
    lists = LISTS._replace(own=own)
    assert [form for form, _ in map_readings(lists)["alleviate"]] == ["alleviate"]
    assert get_plain_words(lists).find("alleviate") == "soothe"
    assert get_plain_words(lists).find("sequelae") == "later effects"
    assert get_plain_words(lists).find("maladies") == ""
