"""Everyday Spanish words that writers put in capitals for stress, and that are no acronyms."""

import re

from plainlint.core.caches import remember
from plainlint.languages.frequencies import get_zipf_frequency

_SHORT = 3
# So long a text in capitals is a word if Spanish texts have it, once in 300,000 words or more: few
# acronyms are so long, and most of them end in a letter that Spanish words do not end in.
_LONG = 6
_EVERYDAY_ZIPF = 3.5
_SPANISH_END = re.compile(r"(?:[aeiouáéíóú]s?|[nrl])\Z")
# Short words that are in capitals for stress more often than as an acronym.
_SHORT_STRESSED = """
    a al así aún bien cada con da dar de del día dos e el en es fin haz hay hoy ir la las le les lo
    los más me mi muy ni no nos o para pero por que qué se sé ser si sí sin son su sus tan te ti tu
    tú u un una uno va ven ver vez voz y ya yo
"""
_EVERYDAY = """
    acuda advertencia agua algo alto amor antes aquí atención aviso ayuda ayunas beba bebida bien
    bueno cada casa casi cena comer comida como cómo consejos consulte contra cosas cuando cuándo
    cuidado datos debe deben debo después días diga dolor dónde desde durante ellos enfermera entre
    entrada esta está este esto evite familia fiebre grave gratis guarde hable hacer hasta hora
    horas hospital importante información jamás lave llame llámenos luego malo mañana médico menos
    mejor mesa mismo mucho mujer nada nadie niño niños noche nombre nota nunca ojo otra otro pare
    parte peligro peor pero pida poco porque precaución pregunte primero puede pueden quién recuerde
    salida salud siempre sobre solo sólo sólo tarde tiempo tiene toda todas todo todos tome toque
    también tampoco use usted ustedes vaya vida vivo agite aplique beber
"""


@remember(1 << 12)
def is_stressed_word(capitals: str) -> bool:
    """Return whether a text in capitals is an everyday word, such as NUNCA, and not an acronym."""
    word = capitals.lower()
    is_long_word = len(word) >= _LONG and _SPANISH_END.search(word)
    if is_long_word and get_zipf_frequency(word, "es") >= _EVERYDAY_ZIPF:
        return True
    listed = _SHORT_STRESSED if len(word) <= _SHORT else _EVERYDAY
    return word in listed.split()
