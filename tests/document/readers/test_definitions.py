"""Definition lists: the term is a label, its meanings are prose."""

import pytest

from plainlint.document.model import ExclusionReason
from plainlint.document.readers import parse

LISTS = [
    "Sepsis\n: It is a bad reaction.",
    "Sepsis\n~ It is a bad reaction.",
    "Sepsis\n\n:   It is a bad reaction.",
    "Sepsis\nBlood poisoning\n: It is a bad reaction.",
    "Chills\n: You shake.\n\nSepsis\n: It is a bad reaction.\n: It needs care at once.",
    "Sepsis\n:   It is a bad\n    reaction.\n\n    It needs care at once.",
    "Sepsis\n:   It is a bad reaction.\n\n    - It needs care at once.",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_meaning_is_prose_of_its_own(text):
    document = parse(text)
    terms = [document.blocks[index] for index in sorted(document.defined_terms)]
    assert terms[-1].text.startswith("Sepsis")
    assert all(term.exclusion_reason is ExclusionReason.LABEL for term in terms)
    sentences = [sentence.text for sentence in document.sentences]
    assert "It is a bad reaction." in sentences
    assert text.count(".") == len(sentences)
    for sentence in document.sentences:
        assert document.source.slice(sentence.span).split() == sentence.text.split()


@pytest.mark.parametrize(
    "text",
    [
        "We ask one thing: be on time.",
        ": It starts with a colon.",
        "# Title\n: It starts with a colon.",
        "| a |\n|-|\n| b |\n\n: It is a caption.",
        "One line.\nTwo lines.\nThree lines.\nFour lines.\n: It goes on.",
        "It weighs\n~5 kg.",
        "```\nSepsis\n: It is code.\n```",
    ],
)
def test_a_colon_at_the_start_of_a_line_may_be_something_else(text):
    assert not any(block.is_definition for block in parse(text).blocks)
