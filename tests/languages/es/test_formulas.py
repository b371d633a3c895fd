"""Spanish formulas, worked out by hand from counts."""

from math import isnan

import pytest

from plainlint.analysis.metrics.counts import count_word
from plainlint.languages.counts import Counts
from plainlint.languages.es.formulas import (
    FORMULAS,
    crawford,
    fernandez_huerta,
    get_inflesz_band,
    gutierrez_polini,
    inflesz,
    mu,
)

# 100 words in 5 sentences; 200 syllables; 480 letters; as many words of 3 as of 6.6 letters.
_COUNTS = Counts(sentences=5, words=100, syllables=200, letters=480, squared_letters=2628)


def test_values_by_hand() -> None:
    assert inflesz(_COUNTS) == pytest.approx(206.835 - 62.3 * 2 - 20)
    assert fernandez_huerta(_COUNTS) == pytest.approx(206.84 - 60 * 2 - 1.02 * 20)
    assert gutierrez_polini(_COUNTS) == pytest.approx(95.2 - 9.7 * 4.8 - 0.35 * 20)
    assert crawford(_COUNTS) == pytest.approx(-0.205 * 5 + 0.049 * 200 - 3.407)
    assert mu(_COUNTS) == pytest.approx(100 * 100 / 99 * 4.8 / (26.28 - 4.8**2))


def test_fernandez_huerta_gives_shorter_sentences_a_higher_score() -> None:
    assert fernandez_huerta(_COUNTS._replace(sentences=10)) > fernandez_huerta(_COUNTS)


def test_a_text_without_words_has_no_score() -> None:
    assert all(isnan(formula(Counts())) for formula in FORMULAS.values())
    assert isnan(mu(Counts(sentences=1, words=1, letters=3, squared_letters=9)))


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (96, "muy fácil"),
        (80, "muy fácil"),
        (79.9, "bastante fácil"),
        (65, "bastante fácil"),
        (64.96, "bastante fácil"),
        (64.9, "normal"),
        (55, "normal"),
        (54.9, "algo difícil"),
        (40, "algo difícil"),
        (39.9, "muy difícil"),
        (-12, "muy difícil"),
    ],
)
def test_bands_of_the_inflesz_scale(value: float, band: str) -> None:
    assert get_inflesz_band(value) == band


def test_a_figure_counts_as_a_word_of_two_syllables() -> None:
    for figure in ("7", "58,3", "2024", "BX-4417", "41/2002"):
        assert count_word(figure, "es").syllables == 2, figure
    assert count_word("VIH", "es").syllables == 5
    assert count_word("treinta", "es").syllables == 2
