"""Readability formulas for Spanish, each a pure function of counts with its source.

Every function returns nan for a text without words or sentences.
"""

from collections.abc import Mapping
from math import nan

from plainlint.languages.counts import Counts, Formula, needs_prose


@needs_prose
def inflesz(counts: Counts) -> float:
    """Return the perspicuity of Szigriszt-Pazos, from about 0 (hard) to 100 (easy).

    The INFLESZ scale reads it in five bands (`get_inflesz_band`).

    The author does not say how to count figures. Programs count them so that digits do not lower
    the number: Legibilidad 2, the program of legible.es, writes whole numbers out, each part a word
    of its own, and leaves out other figures. Here a word with a digit counts as two syllables, as
    many as the average Spanish word and the average part of a number have.

    Source: F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de
    perspicuidad, Universidad Complutense de Madrid (1993).
    """
    return 206.835 - 62.3 * counts.syllables / counts.words - counts.words / counts.sentences


@needs_prose
def fernandez_huerta(counts: Counts) -> float:
    """Return the reading ease of Fernández Huerta, from about 0 (hard) to 100 (easy).

    The article takes syllables per 100 words (hence 0.60) and calls the other variable "sentences
    per 100 words". By that reading shorter sentences would make a text harder; it is words per
    sentence that the author multiplies by 1.02, as Flesch does by 1.015. With sentences per 100
    words the term is 102 divided by them. Many copies keep the error.

    Source: J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959); corrected
    by G. Law, Error in the Fernandez Huerta readability formula (2011).
    """
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences


@needs_prose
def gutierrez_polini(counts: Counts) -> float:
    """Return the comprehensibility of Gutiérrez de Polini: higher is easier.

    It was made for school texts of grade 6, from letters per word and words per sentence; there is
    no published scale.

    Source: L. E. Gutiérrez de Polini, Investigación sobre lectura en Venezuela, Ministerio de
    Educación, Caracas (1972).
    """
    return 95.2 - 9.7 * counts.letters / counts.words - 0.35 * counts.words / counts.sentences


@needs_prose
def crawford(counts: Counts) -> float:
    """Return the school grade of Crawford, from sentences and syllables per 100 words.

    It was made for texts of grades 1 to 6.

    Source: A. N. Crawford, A Spanish language Fry-type readability procedure: elementary level,
    Bilingual Education Paper Series 7 (8), California State University (1984).
    """
    sentences = 100 * counts.sentences / counts.words
    syllables = 100 * counts.syllables / counts.words
    return -0.205 * sentences + 0.049 * syllables - 3.407


@needs_prose
def mu(counts: Counts) -> float:
    """Return the readability index µ, from 0 (hard) to 100 (easy); nan below two words.

    It is 100 n / (n - 1) times the mean of the letters per word over their variance, with the
    variance of a whole population.

    Source: M. Muñoz Baquedano and J. Muñoz Urra, Legibilidad Mµ, Viña del Mar (2006).
    """
    mean = counts.letters / counts.words
    variance = counts.squared_letters / counts.words - mean**2
    if counts.words == 1 or variance <= 0:
        return nan
    return 100 * counts.words / (counts.words - 1) * mean / variance


# Every formula by the name that rule pages and the JSON output use.
FORMULAS: Mapping[str, Formula] = {
    "inflesz": inflesz,
    "fernandez_huerta": fernandez_huerta,
    "gutierrez_polini": gutierrez_polini,
    "crawford": crawford,
    "mu": mu,
}

# From a value on, and the name of the band.
_BANDS = (
    (80.0, "muy fácil"),
    (65.0, "bastante fácil"),
    (55.0, "normal"),
    (40.0, "algo difícil"),
)
_HARDEST = "muy difícil"


def get_inflesz_band(value: float) -> str:
    """Return the band of the INFLESZ scale for a value: from `muy fácil` to `muy difícil`.

    A value between two bands belongs to the easier one. The value is compared as it is shown,
    with one decimal.

    Source: I. M. Barrio-Cantalejo and others, Validación de la Escala INFLESZ para evaluar la
    legibilidad de los textos dirigidos a pacientes, Anales del Sistema Sanitario de Navarra 31
    (2008).
    """
    shown = round(value, 1)
    return next((name for least, name in _BANDS if shown >= least), _HARDEST)
