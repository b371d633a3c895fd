"""Lookarounds: what a pattern requires without them, and when wrong ones are reported."""

import pytest

from plainlint.core.errors import PlainlintError
from plainlint.core.regex import compile_pattern, split_at_lookarounds, strip_lookaround


@pytest.mark.parametrize(
    ("pattern", "required", "contents"),
    [
        (r"salt", "salt", []),
        (r"salt(?!y)", "salt(?:)", ["y"]),
        (r"(?<=sea )salt(?= (?!and)\w)", "(?:)salt(?:)", ["sea ", r" (?:)\w", "and"]),
        (r"(?<![(])[)(?=]", "(?:)[)(?=]", ["[(]"]),
    ],
)
def test_a_pattern_without_its_lookarounds(pattern, required, contents):
    assert strip_lookaround(pattern) == required
    assert list(split_at_lookarounds(pattern)) == [required, *contents]


@pytest.mark.parametrize("pattern", ["salt(?!(y)", "(?<=sea(?=[)salt", "(?!*)salt", r"(s)\2(?!t)"])
def test_a_wrong_pattern_with_lookarounds_is_an_error_at_once(pattern):
    with pytest.raises(PlainlintError, match="is wrong"):
        compile_pattern(pattern)


def test_a_pattern_with_lookarounds_matches():
    matches = compile_pattern(r"(?<=sea )salt(?!y)").find(
        "Salty sea salt, sea salty, sea saltéd: salt."
    )
    assert [(match.start, match.text) for match in matches] == [(10, "salt"), (31, "salt")]
