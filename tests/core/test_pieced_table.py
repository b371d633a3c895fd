"""A table in pieces gives what the whole table gives."""

from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.pieced_table import PiecedTable, split_table

WORDS = st.text(max_size=6)


@given(st.dictionaries(WORDS, st.floats(allow_nan=False)), st.lists(WORDS))
def test_each_word_has_its_number(table, others):
    pieced = PiecedTable(split_table(table))
    for word in (*table, *others, *table):
        assert pieced.get(word, -1.0) == table.get(word, -1.0)


def test_an_empty_table_has_none():
    assert PiecedTable(()).get("pain", 3.0) == 3.0
