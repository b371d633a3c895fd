"""Plain text: what its lines are by their shape, and where the words stand in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import lint_text
from plainlint.core.source import Source
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse_source
from tests.helpers.spans import words

LEAFLET = """\
---
audienceLevel: patient
---
CARE AFTER YOUR OPERATION

1. Before you go home

Your nurse will show you how to clean the wound and how to
change the dressing. Call us if the wound is red.

Take with you:
- your tablets
- the letter for your doctor, which you must give to the
  surgery within two days
  * the small card

Dose        Time        Notes
5 mg        morning     Take it with food.

=======
Call us
-------
Ward 3
High Street
"""


def read(text):
    return parse_source(Source(text, format="text"))


def test_lines_are_blocks_by_their_shape():
    assert [(block.kind, block.text) for block in read(LEAFLET).blocks] == [
        (BlockKind.HEADING, "CARE AFTER YOUR OPERATION"),
        (BlockKind.HEADING, "1. Before you go home"),
        (
            BlockKind.PARAGRAPH,
            (
                "Your nurse will show you how to clean the wound and how to change the dressing."
                " Call us if the wound is red."
            ),
        ),
        (BlockKind.PARAGRAPH, "Take with you:"),
        (BlockKind.LIST_ITEM, "your tablets"),
        (
            BlockKind.LIST_ITEM,
            "the letter for your doctor, which you must give to the surgery within two days",
        ),
        (BlockKind.LIST_ITEM, "the small card"),
        *(
            (BlockKind.TABLE_CELL, text)
            for text in ("Dose", "Time", "Notes", "5 mg", "morning", "Take it with food.")
        ),
        (BlockKind.HEADING, "Call us"),
        (BlockKind.PARAGRAPH, "Ward 3"),
        (BlockKind.PARAGRAPH, "High Street"),
    ]


def test_list_marks_and_drawn_lines_are_left_out_with_a_reason():
    reasons = {excluded.text.strip(): excluded.reason for excluded in read(LEAFLET).excluded_texts}
    assert reasons == {
        "-": "list mark",
        "*": "list mark",
        "=======": "drawn line",
        "-------": "drawn line",
    }


def test_a_front_matter_names_the_readers():
    assert lint_text(LEAFLET, path="leaflet.txt").audience == "patient"


@pytest.mark.parametrize(
    "mark",
    ["-", "*", "+", "\u2022", "\u2013", "\u25aa", "o", "1.", "12)", "(3)", "a)", "(b)", "iv."],
)
def test_bullets_and_numbers_begin_items(mark):
    first, second = read(f"You need:\n{mark} a towel\n{mark} some soap\n").blocks[1:]
    assert (first.text, first.kind) == ("a towel", BlockKind.LIST_ITEM)
    assert second.containers[0] == first.containers[0]


def test_a_text_with_long_lines_has_a_paragraph_a_line():
    line = "Drink a glass of water every hour, and rest in the shade when the sun is high. " * 2
    assert len(read(f"{line}\n{line}\nCall us.\n").blocks) == 3


def test_an_indented_first_line_begins_a_paragraph():
    text = (
        "  Drink a glass of water every hour, and rest in the\n"
        "shade when the sun is high. Do not run or work outside.\n"
        "  Call us if you feel faint. We are there at all hours.\n"
    )
    assert [len(block.sentences) for block in read(text).blocks] == [2, 2]


def test_a_number_at_the_start_of_a_sentence_is_no_heading():
    (block,) = read("5 of 10 people get well in a week.").blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_signs_of_markdown_are_plain_text():
    (block,) = read("The code is *not* # [here](x) and <b>there</b>.").blocks
    assert block.text == "The code is *not* # [here](x) and <b>there</b>."


@given(st.text(st.sampled_from("aB 1.-*\u2022\n\r\t\f=(:"), max_size=80))
def test_each_word_is_where_its_span_says(text):
    document = read(text)
    assert all(document.source.slice(span) == word for word, span in words(document))


def test_a_long_text_takes_time_in_proportion():
    assert len(read("- a\nb\n" * 30_000).blocks) == 30_000
