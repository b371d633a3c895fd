"""Spanish inflection: the forms of hard words, each with its plain word in the same form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.languages.es.accents import add_pronoun
from plainlint.languages.es.agreement import (
    fit_article,
    inflect_adjective,
    is_feminine,
    make_phrase_plural,
)
from plainlint.languages.es.conjugation import inflect_verb
from plainlint.languages.es.plain_forms import fit_noun, fits_verb, pair_forms, show_noun


@pytest.mark.parametrize(
    ("verb", "form", "word"),
    [
        ("dar", "pret.3s", "dio"),
        ("tener", "pres.1s", "tengo"),
        ("hacer", "pret.3s", "hizo"),
        ("empezar", "subj.3s", "empiece"),
        ("dormir", "ger", "durmiendo"),
        ("reducir", "pret.3p", "redujeron"),
        ("disminuir", "pres.3s", "disminuye"),
        ("evaluar", "pres.3s", "evalúa"),
        ("enviar", "pres.3p", "envían"),
        ("evacuar", "pres.3s", "evacua"),
        ("aliviar", "pres.3s", "alivia"),
        ("ingerir", "pret.3s", "ingirió"),
        ("prevenir", "fut.3s", "prevendrá"),
        ("llegar", "pret.1s", "llegué"),
        ("seguir", "pres.1s", "sigo"),
        ("proteger", "subj.3s", "proteja"),
        ("extraer", "part.f", "extraída"),
        ("cubrir", "part.mp", "cubiertos"),
        ("tomar", "ra.1p", "tomáramos"),
    ],
)
def test_forms_of_verbs(verb, form, word):
    assert inflect_verb(verb)[form] == word


@given(st.from_regex(r"[bdfglmnprst][aeiou][bdfglmnprst]{1,2}[aei]r", fullmatch=True))
def test_every_verb_has_all_forms(verb):
    assert inflect_verb(verb).keys() == inflect_verb("tomar").keys()
    assert all(inflect_verb(verb).values())


@pytest.mark.parametrize(
    ("word", "pronoun", "joined"),
    [
        ("dar", "le", "darle"),
        ("dé", "le", "dele"),
        ("administre", "lo", "adminístrelo"),
        ("tomando", "la", "tomándola"),
        ("tomen", "se", "tómense"),
    ],
)
def test_a_pronoun_behind_a_verb_moves_no_stress(word, pronoun, joined):
    assert add_pronoun(word, pronoun) == joined


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("intervención quirúrgica", "intervenciones quirúrgicas"),
        ("dolor de cabeza", "dolores de cabeza"),
        ("examen", "exámenes"),
        ("régimen", "regímenes"),
        ("dosis", "dosis"),
        ("vez", "veces"),
        ("país", "países"),
    ],
)
def test_plurals(phrase, plural):
    assert make_phrase_plural(phrase) == plural


def test_gender_and_articles():
    assert is_feminine("cefalea")
    assert not is_feminine("síntoma")
    assert fit_article("la", "dolor de cabeza") == "el"
    assert fit_article("Del", "operación") == "De la"
    assert fit_article("la", "agua") == "el"
    assert inflect_adjective("hepático") == ("hepático", "hepática", "hepáticos", "hepáticas")
    assert inflect_adjective("del hígado") == ("del hígado",) * 4


def test_each_form_has_the_plain_word_in_the_same_form():
    verbs = dict(pair_forms("verb", "administrar", "dar", ""))
    assert verbs["administró"] == "dio"
    assert verbs["administradas"] == "dadas"
    assert verbs["adminístrele"] == "dele"
    nouns = dict(pair_forms("noun", "cefalea", "dolor de cabeza", ""))
    assert nouns["cefaleas"] == "dolores de cabeza"
    assert dict(pair_forms("verb", "abstenerse", "no hacer nada", "")) == {
        "abstenerse": "no hacer nada"
    }


def test_an_adjective_behind_a_noun_of_another_gender_is_left_to_a_person():
    assert fit_noun("cefalea", "dolor de cabeza", "Tiene una ", " y fiebre.") == ("una", "un", True)
    assert fit_noun("cefalea", "dolor de cabeza", "Tiene una ", " intensa.") == (
        "una",
        "un",
        False,
    )


def test_a_noun_that_looks_like_a_verb_is_none():
    assert fits_verb("consume", "Usted ")
    assert fits_verb("consumir", "sin ")
    assert not fits_verb("consumo", "Evite el ")
    assert not fits_verb("ocasiones", "en ")


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("ocasiones", "En contadas ", " pasa."),
        ("inicio", "", " de la dieta"),
        ("consumo", "Menos ", " de sal"),
        ("cese", "", " del tabaco"),
    ],
)
def test_a_form_that_may_be_a_noun_is_no_verb_without_a_word_before_verbs(hard, before, after):
    assert not fits_verb(hard, before, after)


@pytest.mark.parametrize(
    ("hard", "before", "after"),
    [
        ("solicito", "Yo ", " la cita."),
        ("padezco", "No ", " asma."),
        ("inicies", "Espera a que ", " la dieta."),
        ("padece", "Usted ", " de asma."),
    ],
)
def test_a_form_behind_a_word_before_verbs_is_a_verb(hard, before, after):
    assert fits_verb(hard, before, after) is (hard != "padece")


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after", "shown"),
    [
        ("utilización", "uso", "Firmo la ", " de", "el uso"),
        ("cefaleas", "dolores de cabeza", "Dichas ", ".", "los dolores de cabeza"),
        ("diaforesis", "sudor", "Tiene ", " nocturna", "el sudor"),
        ("fármaco", "medicina", "Un buen ", " nuevo", "la medicina"),
        ("prurito", "picazón", "Tiene ", " y fiebre", "picazón"),
        ("prurito", "picazón", "Crema para ", ".", "picazón"),
        ("hemorragia", "pérdida de sangre", "Una ", ".", "pérdida de sangre"),
    ],
)
def test_a_plain_noun_of_another_gender_has_its_article_where_words_agree(
    hard, plain, before, after, shown
):
    assert show_noun(hard, plain, before, after) == shown


def test_behind_a_word_of_degree_the_adjective_agrees():
    assert inflect_adjective("muy necesario") == (
        "muy necesario",
        "muy necesaria",
        "muy necesarios",
        "muy necesarias",
    )
