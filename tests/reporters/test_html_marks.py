"""Test marks: nested or split where they overlap, with the text unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.reporters.html.marks import Mark, render_marks
from tests.reporters.markup import Markup


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "one two three"),
        ([Mark(4, 7, "b")], "one <b>two</b> three"),
        ([Mark(4, 7, "b", " c"), Mark(0, 7, "i")], "<i>one <b c>two</b></i> three"),
        ([Mark(0, 7, "i"), Mark(4, 13, "b")], "<i>one <b>two</b></i><b> three</b>"),
        ([Mark(4, 7, "b"), Mark(4, 7, "i")], "one <b><i>two</i></b> three"),
        (
            [Mark(0, 7, "i", once=" id=1"), Mark(3, 3, "x", after="!")],
            "<i id=1>one</i>!<i> two</i> three",
        ),
        ([Mark(0, 3, "i", last="?", after="!")], "<i>one?</i>! two three"),
    ],
)
def test_marks(marks, html):
    assert render_marks("one two three", marks) == html


def test_only_a_range_is_shown_and_marks_are_cut_to_it():
    assert render_marks("one two three", [Mark(0, 7, "b"), Mark(8, 13, "i")], 4, 11) == (
        "<b>two</b> <i>thr</i>"
    )


def test_text_is_never_markup_and_control_characters_are_replaced():
    assert render_marks("<b>&\x00\u202e", [Mark(1, 2, "i")]) == "&lt;<i>b</i>&gt;&amp;\ufffd\ufffd"


ranges = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


@given(st.text("ab<>&\" '", min_size=12, max_size=12), st.lists(ranges, max_size=6))
def test_any_marks_give_balanced_markup_with_unchanged_text(text, spans):
    html = render_marks(
        text, [Mark(start, end, "i", "", f' id="{i}"') for i, (start, end) in enumerate(spans)]
    )
    read = Markup(html)
    assert read.text == text
    assert sorted(read.values("id")) == sorted(
        str(i) for i, (start, end) in enumerate(spans) if start < end
    )
