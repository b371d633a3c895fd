"""Plain words for Spanish phrases and adverbs: with "el", and where they fit."""

import pytest

from plainlint.languages.es.plain_phrases import (
    fits_adverb,
    fits_phrase,
    pair_contractions,
    show_phrase,
)


@pytest.mark.parametrize(
    ("hard", "plain", "forms"),
    [
        ("con motivo de", "por", {"con motivo de": "por", "con motivo del": "por el"}),
        ("amén de", "además de", {"amén de": "además de", "amén del": "además del"}),
        ("de cara a", "para", {"de cara a": "para", "de cara al": "para el"}),
        # Nobody says "si no hay el".
        ("en ausencia de", "si no hay", {"en ausencia de": "si no hay"}),
        ("puesto que", "porque", {"puesto que": "porque"}),
    ],
)
def test_a_preposition_joins_the_article(hard, plain, forms):
    assert dict(pair_contractions(hard, plain)) == forms


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after"),
    [
        ("en ausencia de", "si no hay", "", " fiebre, descanse."),
        ("ante la presencia de", "si hay", "Llame ", " un sangrado."),
        ("vía oral", "por la boca", "Tome 5 ml ", "."),
        ("por vía intravenosa", "en la vena", "Se da ", " y dura una hora."),
        ("por vía intravenosa", "en la vena", "Se da ", " o con una sonda."),
        ("en el transcurso de", "durante", "Lo verá ", " la semana."),
        ("en lo sucesivo", "desde ahora", "Descanse. ", ", traiga su tarjeta."),
        ("de igual forma", "además", "Descanse. ", ", beba agua."),
        ("de igual forma", "además", "Se le hará, ", ", un análisis."),
        ("por vía tópica", "en la piel", "Se pone ", "."),
        ("de oficio", "sin que nadie lo pida", "El caso se abre ", "."),
    ],
)
def test_a_plain_word_fits_the_place_of_a_phrase(hard, plain, before, after):
    assert fits_phrase(hard, plain, before, after)


@pytest.mark.parametrize(
    ("hard", "plain", "before", "after"),
    [
        ("en ausencia de", "si no hay", "", " la madre, firma el padre."),
        ("en ausencia de", "si no hay", "Llora ", " su madre."),
        ("vía oral", "por la boca", "Tolera la ", "."),
        ("por vía intravenosa", "en la vena", "Se da ", " u oral."),
        ("por vía intramuscular", "en el músculo", "Se da ", " profunda."),
        ("en el transcurso de", "durante", "Mejora ", " unas horas."),
        ("sobre la base de", "según", "Se decide ", " que hay riesgo."),
        ("en lo sucesivo", "desde ahora", "El laboratorio (", ", el promotor)"),
        ("de igual forma", "además", "No todos responden ", "."),
        ("De igual manera", "además", "", " que los adultos, los niños sufren."),
        ("por vía tópica", "en la piel", "Se pone ", " en la boca."),
        ("de oficio", "sin que nadie lo pida", "Es albañil y pintor ", "."),
        ("sobre la base de", "según", "Coloque el vaso ", " plástico."),
    ],
)
def test_a_plain_word_does_not_fit_where_the_phrase_says_something_else(hard, plain, before, after):
    assert not fits_phrase(hard, plain, before, after)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("", "como"),
        ("No fume. ", "como"),
        ("Se cansa y, ", "como"),
        ("No fume ", "porque"),
        ("No fume, ", "porque"),
    ],
)
def test_a_cause_that_comes_first_has_another_word(before, shown):
    assert show_phrase("porque", before) == shown


@pytest.mark.parametrize(
    ("after", "fits"),
    [
        (".", True),
        (" la calidad", True),
        (" mejores", True),
        (" iguales", False),
        (" usado", False),
    ],
)
def test_much_stands_before_no_adjective(after, fits):
    assert fits_adverb("mucho", after) is fits
    assert fits_adverb("a veces", after)
