"""Formulas of rule pages: what they evaluate to, and what is rejected."""

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
def test_a_formula_without_a_value_is_nan(formula):
    assert isnan(evaluate(formula, COUNTS))


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("", "'' is not a formula"),
        ("words +", "is not a formula"),
        ("(" * 300 + "1" + ")" * 300, "is not a formula"),
        ("1 + " * 600 + "1", "2,000 characters"),
        ("wrods / sentences", "can't use 'wrods'; did you mean 'words'?"),
        ("sqr(words)", "no function 'sqr'; did you mean 'sqrt'?"),
        ("__import__('os')", "no function '__import__'"),
        ("words.real", "can't contain 'words.real'"),
        ("'a' * 9", "can't contain \"'a'\""),
        ("[1][0]", "can't contain '[1][0]'"),
        ("words if words else 1", "can't contain"),
        ("True", "can't contain 'True'"),
        ("sqrt()", "can't contain 'sqrt()'"),
        ("sqrt(*words)", "can't contain"),
        ("words % 2", "can't contain"),
        ("sqrt(1, 2)", "'sqrt' takes 1 number"),
        ("abs(1, 2)", "'abs' takes 1 number"),
        ("min(1)", "'min' takes 2 or more numbers"),
    ],
)  # fmt: skip
def test_errors_say_what_is_wrong(formula, message):
    with pytest.raises(PlainlintError) as error:
        evaluate(formula, COUNTS)
    assert message in str(error.value)


@given(st.text(alphabet="w1 +-*/().,sqrt[]{}:=\n", max_size=40))
def test_any_text_gives_a_number_or_an_error(formula):
    with suppress(PlainlintError):
        assert isinstance(evaluate(formula, {"w": 2.0}), float)
