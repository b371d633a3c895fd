"""Units: what is left of them once files of results are there."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plainlint.corpus.units import Unit, find_done_rows, find_open_units, make_key, split_rows


def list_open(units, *done):
    return [(unit.start, unit.stop) for unit in find_open_units(units, {make_key("a"): done})]


def test_a_unit_is_open_done_or_done_in_part():
    units = list(split_rows("a", range(20), 8, 0))
    assert list_open(units) == [(0, 8), (8, 16), (16, 20)]
    assert list_open(units, (0, 8), (16, 20)) == [(8, 16)]
    assert list_open(units, (0, 4), (10, 12)) == [(4, 8), (8, 10), (12, 16), (16, 20)]
    assert list_open(list(split_rows("b", range(20), 8, 0)), (0, 8)) == [(0, 8), (8, 16), (16, 20)]


def test_halves_have_all_rows_and_read_from_the_same_place():
    first, second = Unit("a", 10, 15, origin=3, origin_row=8).halve()
    assert (first.start, first.stop, second.start, second.stop) == (10, 12, 12, 15)
    assert {first.origin, second.origin} == {3}
    assert first.file_name != second.file_name


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(1, 59)), st.integers(1, 25))
def test_open_rows_are_those_that_are_not_done(done_rows, cuts, size):
    edges = [0, *sorted(cuts), 60]
    pieces = list(pairwise(edges))
    done = [(start, stop) for start, stop in pieces if start in done_rows]
    units = list(split_rows("a", range(60), size, 0))
    rows = [row for start, stop in list_open(units, *done) for row in range(start, stop)]
    expected = set(range(60)) - {row for start, stop in done for row in range(start, stop)}
    assert rows == sorted(expected)


def test_other_files_in_the_folder_are_no_results(tmp_path):
    for name in (
        "manifest.json",
        ".part-0.parquet.tmp",
        "part-x.parquet",
        Unit("a", 2, 5).file_name,
    ):
        (tmp_path / name).touch()
    assert find_done_rows(tmp_path) == {make_key("a"): [(2, 5)]}
