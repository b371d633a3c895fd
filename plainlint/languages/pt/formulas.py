"""Readability formulas for Portuguese, each a pure function of counts with its source."""

from collections.abc import Mapping

from plainlint.languages.counts import Counts, Formula, needs_prose


@needs_prose
def flesch_martins(counts: Counts) -> float:
    """Return Flesch's reading ease as adapted to Brazilian Portuguese, from 0 to about 100.

    From 75 on a text is very easy (school years 1 to 4), from 50 easy (5 to 8), from 25 hard
    (secondary school), below that very hard. Portuguese words have more syllables than English
    ones, which the constant makes up for: it is Flesch's and 42.

    Source: T. B. F. Martins, C. M. Ghiraldelo, M. G. V. Nunes and O. N. de Oliveira Jr.,
    Readability formulas applied to textbooks in Brazilian Portuguese, Notas do ICMSC-USP 28 (1996).
    """
    return (
        248.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
    )


FORMULAS: Mapping[str, Formula] = {"flesch_martins": flesch_martins}
