"""Test that documents which grow in one way are checked in time in proportion to their size."""

import pytest

from plainlint import lint_text
from tests.helpers.growth import takes_linear_time

START = "# Your visit\n\nHello there, and thank you for your visit to us.\n\n"
# How a document grows, and its smaller number of parts.
GROWING = {
    "findings in one paragraph": (lambda n: START + "You shall. " * n, 3000),
}


@pytest.mark.parametrize("kind", GROWING)
def test_growth(kind):
    make, size = GROWING[kind]
    assert takes_linear_time(lint_text, make, size)
