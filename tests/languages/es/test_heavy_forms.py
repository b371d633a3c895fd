"""Passives, gerunds and heavy nouns of Spanish; « » surround what is found."""

import re
from collections.abc import Callable, Sequence

import pytest

from plainlint.languages.es.heavy_forms import find_gerunds, is_nominalised
from plainlint.languages.es.passive import find_passives, may_be_participle


def _check(marked: str, find: Callable[[str], Sequence[tuple[int, int]]]) -> None:
    text = re.sub("[«»]", "", marked)
    assert [text[start:end] for start, end in find(text)] == re.findall("«(.*?)»", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "La herida «es limpiada» cada día.",
        "Usted «será operada» por la doctora.",
        "Los datos «fueron cuidadosamente revisados».",
        "La dosis ha «sido reducida» y la vía, retirada.",
        "La receta «es siempre escrita» por el médico.",
        "Las muestras «serán, si hace falta, enviadas» a otro hospital.",
        "El dolor es muy localizado.",
        "Este jarabe es adecuado para niños.",
        "El resultado es un estado de sueño.",
        "Está cansado y dolorido.",
        "¿«Fue vacunado» el niño?",
        "El hígado es un órgano.",
        "La prueba es rápida.",
    ],
)
def test_passives_with_ser(marked: str) -> None:
    _check(marked, find_passives)


@pytest.mark.parametrize(
    "marked",
    [
        "El virus entra, «infectando» las células.",
        "«Tomándolo» con agua, pasa mejor.",
        "«Siendo» alérgico, avise.",
        "Está tomando hierro.",
        "Siga respirando hondo.",
        "¿Sigue usted fumando?",
        "Avise cuando tenga fiebre.",
        "Use un mando a distancia.",
    ],
)
def test_gerunds(marked: str) -> None:
    _check(marked, find_gerunds)


def test_participles_and_heavy_nouns_by_their_form() -> None:
    assert may_be_participle("hechas")
    assert not may_be_participle("cansados")
    assert not may_be_participle("vida")
    heavy = ("administración", "tratamiento", "toxicidades", "realización", "vigilancia")
    assert all(map(is_nominalised, heavy))
    assert not any(map(is_nominalised, ("ciudad", "casa", "corazón", "edad", "habitación")))
