"""Rows: things that a sentence names one after the other."""

from plainlint.languages.en.rows import find_rows


def test_a_row_begins_with_a_whole_word():
    (row,) = find_rows("Fever, chills, cough, and pain are signs of it.")
    assert (row.start, row.items) == (0, 4)


def test_a_name_with_titles_is_no_row():
    assert find_rows("Alice Shaw, MD, PhD, of a hospital in Boston, and her team wrote it.") == []
