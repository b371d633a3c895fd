"""Quotations: ranges of a text in quotation marks of any kind."""

import re

import pytest

from plainlint.document.quotations import find_quotations, is_quoted


@pytest.mark.parametrize(
    "marked",
    [
        '⟦"We will call you,"⟧ he said.',
        "⟦\u201cWe will call you,\u201d⟧ he said. ⟦\u201cRest now.\u201d⟧",
        "She said ⟦\u2018it\u2019s fine\u2019⟧ and left.",
        "She said ⟦'it's fine'⟧ and left.",
        "Il dit ⟦«non»⟧ puis part.",
        "Er sagt ⟦\u201enein\u201c⟧ und geht.",
        # The next paragraph goes on with the quotation.
        "He wrote: ⟦\u201cThe pills help. I sleep well.⟧",
        # A curly mark and a straight one.
        '⟦\u201cWe will call you."⟧ Rest now.',
        "The patients' room and the doctors' desk.",
        "It\u2019s in the patients\u2019 room.",
        'He is 5\'10" tall and has a 3" cut.',
        "It won't hurt.",
        "",
    ],
)
def test_quotations(marked):
    text = re.sub("[⟦⟧]", "", marked)
    expected = re.findall("⟦(.*?)⟧", marked)
    assert [text[slice(*found)] for found in find_quotations(text)] == expected


def test_a_word_in_a_quotation():
    text = "\u201cWe utilize it,\u201d she said. We utilize it."
    first, second = (match.span() for match in re.finditer("utilize", text))
    assert is_quoted(text, *first)
    assert not is_quoted(text, *second)
