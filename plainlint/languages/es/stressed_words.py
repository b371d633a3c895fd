"""Everyday Spanish words that writers put in capitals for stress, and that are no acronyms."""

import re

from plainlint.core.caches import remember
from plainlint.languages.es.clauses import is_common_verb
from plainlint.languages.es.stems import iter_stems
from plainlint.languages.frequencies import UNLISTED, get_zipf_frequency

_SHORT, _LONG = 3, 5
# The Zipf frequency of everyday words; no acronym of five letters is so frequent.
_EVERYDAY_FREQUENCY = 4.0
# A longer text in capitals is a word if Spanish texts have it, once in 300,000 words or more, and
# it ends as Spanish words do: few acronyms are so long, and most of them end in another letter.
_LONGER, _KNOWN_FREQUENCY = 6, 3.5
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
    también tampoco use usted ustedes vaya vida vivo agite aplique beber gotas urgencias
"""
# Forms of verbs that are acronyms of medicine as well.
_ACRONYMS = """
    eras sida
"""
_SHORTEST_INFINITIVE = 4


@remember(1 << 12)
def is_stressed_word(capitals: str) -> bool:
    """Return whether a text in capitals is an everyday word, such as NUNCA, and not an acronym.

    A word of more than three letters is one if it is listed or frequent, or is a form of a verb
    that people use: in capitals writers put what must be done, as in "NO FUME".

    >>> [is_stressed_word(word) for word in ("FUME", "NUNCA", "EPOC")]
    [True, True, False]
    """
    word = capitals.lower()
    if len(word) <= _SHORT:
        return word in _SHORT_STRESSED.split()
    if word in _ACRONYMS.split():
        return False
    return (
        word in _EVERYDAY.split()
        or _is_frequent(word)
        or any(_is_listed_infinitive(stem) for stem in (word, *iter_stems(word)))
        or is_common_verb(word)
    )


def _is_frequent(word: str) -> bool:
    frequency = get_zipf_frequency(word, "es")
    if len(word) >= _LONG and frequency >= _EVERYDAY_FREQUENCY:
        return True
    return (
        len(word) >= _LONGER
        and frequency >= _KNOWN_FREQUENCY
        and _SPANISH_END.search(word) is not None
    )


def _is_listed_infinitive(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_INFINITIVE
        and word.endswith(("ar", "er", "ir"))
        and get_zipf_frequency(word, "es") > UNLISTED
    )
