"""Numbers, signs and acronyms, as a Spanish reader says them."""

import pytest

from plainlint.languages.es.spoken import spell_out
from plainlint.languages.es.syllables import count_syllables


@pytest.mark.parametrize(
    ("token", "spoken"),
    [
        ("350", "trescientos cincuenta"),
        ("100", "cien"),
        ("101", "ciento uno"),
        ("1.000", "mil"),
        ("21.300", "veintiuno mil trescientos"),
        ("1.250.000", "un millón doscientos cincuenta mil"),
        ("12,5", "doce coma cinco"),
        ("12.5", "doce coma cinco"),
        ("0,025", "cero coma cero dos cinco"),
        ("12,5%", "doce coma cinco por ciento"),
        ("2026", "dos mil veintiséis"),
        ("3.ª", "tercero"),
        ("1.er", "primero"),
        ("mg", "miligramos"),
        ("Dra.", "doctora"),
        ("n.º", "número"),
        ("ADN", "a de ene"),
        ("RM", "erre eme"),
        ("TC", "te ce"),
        ("LMA", "ele eme a"),
        ("VIH", "uve i hache"),
        ("UCI", "uci"),
        ("TAC", "tac"),
        ("EPOC", "epoc"),
        ("COVID", "covid"),
        ("ARNm", "a erre ene eme"),
        ("NUNCA", "nunca"),
        ("NO", "no"),
        ("médico-paciente", "médico paciente"),
        ("McDonald", "mcdonald"),
        ("¿", ""),
    ],
)
def test_what_is_said(token: str, spoken: str) -> None:
    assert " ".join(spell_out(token)) == spoken


def test_syllables_of_tokens() -> None:
    tokens = ("350", "LMA", "ß", "*", "y", "pingüinos")
    assert [count_syllables(token) for token in tokens] == [6, 5, 1, 0, 1, 3]
