"""Arithmetic: formulas as people write them, and what is refused."""

from contextlib import suppress
from math import inf, isnan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.analysis.metrics.registry import evaluate
from plainlint.core.errors import PlainlintError

COUNTS = {"words": 100, "sentences": 10, "syllables": 150, "none": 0}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("words", 100),
        ("0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59", 3.9 + 17.7 - 15.59),
        (
            "\n 1.0430 * math.sqrt(words * 30.0 / sentences)\n + 3.1291\n",
            1.043 * sqrt(300) + 3.1291,
        ),
        ("-words + +1", -99),
        ("2 ** 3 ** 2", 512),
        ("max(words, sentences) - min(1, 2)", 99),
        ("9 ** 9 ** 9", inf),
        ("1e308 * 10", inf),
    ],
)
def test_formulas(formula, result):
    assert evaluate(formula, COUNTS) == pytest.approx(result)


@pytest.mark.parametrize(
    "formula", ["words / none", "none ** -1", "log(none)", "sqrt(-1)", "(-8) ** 0.5"]
)
def test_a_formula_without_a_value_is_no_number(formula):
    assert isnan(evaluate(formula, COUNTS))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("", "'' is no formula"),
        ("words +", "is no formula"),
        ("(" * 300 + "1" + ")" * 300, "is no formula"),
        ("1 + " * 600 + "1", "2,000 characters"),
        ("wrods / sentences", "can't use 'wrods'; did you mean 'words'?"),
        ("sqr(words)", "no function 'sqr'; did you mean 'sqrt'?"),
        ("__import__('os')", "no function '__import__'"),
        ("words.real", "can't have 'words.real' in it"),
        ("'a' * 9", "can't have \"'a'\" in it"),
        ("[1][0]", "can't have '[1][0]' in it"),
        ("words if words else 1", "can't have"),
        ("True", "can't have 'True' in it"),
        ("sqrt()", "can't have 'sqrt()' in it"),
        ("sqrt(*words)", "can't have"),
        ("words % 2", "can't have"),
        ("sqrt(1, 2)", "'sqrt' takes 1 number"),
        ("abs(1, 2)", "'abs' takes 1 number"),
        ("min(1)", "'min' takes 2 numbers or more"),
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused_in_words(formula, says):
    with pytest.raises(PlainlintError) as error:
        evaluate(formula, COUNTS)
    assert says in str(error.value)


@given(st.text(alphabet="w1 +-*/().,sqrt[]{}:=\n", max_size=40))
def test_no_text_does_anything_else(formula):
    with suppress(PlainlintError):
        assert isinstance(evaluate(formula, {"w": 2.0}), float)
