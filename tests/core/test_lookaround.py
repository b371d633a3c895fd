"""Look-around: what a pattern needs without it, and that a wrong one is told before any text."""

import pytest

from plainlint.core.errors import PlainlintError
from plainlint.core.regex import compile_pattern, split_at_lookarounds, strip_lookaround


@pytest.mark.parametrize(
    ("pattern", "needed", "held"),
    [
        (r"salt", "salt", []),
        (r"salt(?!y)", "salt(?:)", ["y"]),
        (r"(?<=sea )salt(?= (?!and)\w)", "(?:)salt(?:)", ["sea ", r" (?:)\w", "and"]),
        (r"(?<![(])[)(?=]", "(?:)[)(?=]", ["[(]"]),
    ],
)
def test_what_a_pattern_is_without_look_around(pattern, needed, held):
    assert strip_lookaround(pattern) == needed
    assert list(split_at_lookarounds(pattern)) == [needed, *held]


@pytest.mark.parametrize("pattern", ["salt(?!(y)", "(?<=sea(?=[)salt", "(?!*)salt", r"(s)\2(?!t)"])
def test_a_wrong_pattern_with_look_around_is_told_at_once(pattern):
    with pytest.raises(PlainlintError, match="is wrong"):
        compile_pattern(pattern)


def test_a_right_one_finds_what_it_should():
    found = compile_pattern(r"(?<=sea )salt(?!y)").find(
        "Salty sea salt, sea salty, sea saltéd: salt."
    )
    assert [(each.start, each.text) for each in found] == [(10, "salt"), (31, "salt")]
