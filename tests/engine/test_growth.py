"""Test that documents which grow in one way are checked in time in proportion to their size."""

import pytest

from plainlint import lint_text
from tests.helpers.growth import takes_linear_time

START = "# Your visit\n\nHello there, and thank you for your visit to us.\n\n"
# How a document grows, and its smaller number of parts.
GROWING = {
    "findings in one paragraph": (lambda n: START + "You shall. " * n, 3000),
    "comments to plainlint that do not end": (
        lambda n: START + "<!-- plainlint: " * n,
        2000,
    ),
    "names in one comment": (
        lambda n: f"<!-- plainlint: disable={','.join(f'x{i}' for i in range(n))} -->\n\n{START}",
        1500,
    ),
    "comments in one paragraph": (
        lambda n: START + "You shall. <!-- plainlint: enable --> " * n,
        1000,
    ),
    "comments for the next line": (
        lambda n: "<!-- plainlint: disable-next-line=jargon -->\nYou shall.\n\n" * n,
        1000,
    ),
    "quotations in quotations": (lambda n: START + "> " * n + "You shall.", 4000),
    "blanks before a continued line": (lambda n: f"{START}Rest\n{' ' * n}now.\n", 4000),
    "passives in one sentence": (lambda n: START + "It is given and was " * n, 1000),
    "one long word": (
        lambda n: f"{START}Take {'x' * n} etoposide, crizotinib, pneumonitis now.\n",
        60_000,
    ),
    "unfamiliar words in one sentence": (
        lambda n: f"{START}Take the drugs {', '.join(make_words(n))} now.\n",
        1000,
    ),
    "rows of things without an end": (
        lambda n: START + "Bring " + "fever, " * n + "and so on.",
        2000,
    ),
    "clauses of one sentence": (
        lambda n: START + "You rest, and the nurse will call you, and " * n + "you go.",
        200,
    ),
    "equal findings in one sentence": (lambda n: START + "Rest, i.e. " * n, 1500),
    "footnotes in one paragraph": (
        lambda n: (
            START
            + "".join(f"It works.[^{i}] " for i in range(n))
            + "\n\n"
            + "".join(f"[^{i}]: A note.\n" for i in range(n))
        ),
        400,
    ),
    "headings without a space": (lambda n: START + "##Rest now\n\nGo on.\n\n" * n, 800),
    "findings in one sentence": (lambda n: START + "the " * n, 8000),
    "terms in one sentence": (lambda n: START + "You have sepsis, so anaemia means it, " * n, 800),
    "names in the front matter": (
        lambda n: (
            "---\nplainlint:\n  disable:\n"
            + "".join(f"    - r{i}\n" for i in range(n))
            + f"---\n{START}"
        ),
        1500,
    ),
}


def make_words(count):
    """Make different words that no one knows."""
    return [f"{''.join(chr(97 + int(digit)) for digit in str(10**6 + n))}mab" for n in range(count)]


@pytest.mark.parametrize("kind", GROWING)
def test_growth(kind):
    make, size = GROWING[kind]
    assert takes_linear_time(lint_text, make, size)
