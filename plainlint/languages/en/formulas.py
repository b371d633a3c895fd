"""Readability formulas for English, each a pure function of counts with its source.

Every function returns nan for a text without words or sentences.
"""

from collections.abc import Mapping
from math import sqrt

from plainlint.languages.counts import Counts, Formula, needs_prose

# SMOG was designed for samples of 30 sentences; its author gives no error bound for fewer.
SMOG_SENTENCES = 30


@needs_prose
def flesch_reading_ease(counts: Counts) -> float:
    """Return the Flesch reading ease, from about 0 (hard) to 100 (easy).

    Source: R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
    """
    return (
        206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
    )


@needs_prose
def flesch_kincaid(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade level, a US school grade.

    Source: J. P. Kincaid et al., Research Branch Report 8-75, US Navy (1975).
    """
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


@needs_prose
def usual_flesch_kincaid(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade as most calculators show it.

    They give a number or an acronym one syllable, and so come out lower than Flesch's own rule.
    """
    return flesch_kincaid(counts._replace(syllables=counts.usual_syllables))


@needs_prose
def smog(counts: Counts) -> float:
    """Return the SMOG grade: the US school grade at which readers understand all of the text.

    Source: G. H. McLaughlin, SMOG grading, Journal of Reading 12 (1969), in the form for texts
    of any length.
    """
    return 1.0430 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


@needs_prose
def gunning_fog(counts: Counts) -> float:
    """Return Gunning's fog index, a US school grade.

    Source: R. Gunning, The technique of clear writing (1952).
    """
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex / counts.words)


@needs_prose
def coleman_liau(counts: Counts) -> float:
    """Return the Coleman-Liau index, a US school grade, from letters and sentences per 100 words.

    Source: M. Coleman and T. L. Liau, Journal of Applied Psychology 60 (1975).
    """
    letters = 100 * counts.letters / counts.words
    sentences = 100 * counts.sentences / counts.words
    return 0.0588 * letters - 0.296 * sentences - 15.8


@needs_prose
def automated_readability(counts: Counts) -> float:
    """Return the automated readability index (ARI), a US school grade.

    Source: R. J. Senter and E. A. Smith, AMRL-TR-66-220, US Air Force (1967).
    """
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


@needs_prose
def dale_chall(counts: Counts) -> float:
    """Return the Dale-Chall score: 4.9 and below is grade 4, 9.0 to 9.9 is college.

    Source: E. Dale and J. S. Chall, Educational Research Bulletin 27 (1948).
    """
    difficult = 100 * counts.difficult / counts.words
    adjustment = 3.6365 if difficult > 5 else 0.0  # noqa: PLR2004
    return 0.1579 * difficult + 0.0496 * counts.words / counts.sentences + adjustment


# Every formula by the name that rule pages and the JSON output use.
FORMULAS: Mapping[str, Formula] = {
    "flesch_kincaid": flesch_kincaid,
    "smog": smog,
    "flesch_reading_ease": flesch_reading_ease,
    "gunning_fog": gunning_fog,
    "coleman_liau": coleman_liau,
    "ari": automated_readability,
    "dale_chall": dale_chall,
    "usual_flesch_kincaid": usual_flesch_kincaid,
}
