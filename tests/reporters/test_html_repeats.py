"""Test the references between pages: put in, taken out, and found to be damaged."""

import pytest

from plainlint.reporters.html.repeats import put_references, take_references

PAGE = (
    b"<li>Rest.\n<!--fold 1-->\n<p>Why</p>\n<!--fold /1-->\n</li>\n"
    b"<li>Drink.\n<!--fold 2-->\n<p>Why</p>\n<!--fold /2-->\n</li>\n"
)
REFERENCES = {b"2": b'<p class="same">Same text as above.</p><div>', b"/2": b"</div>"}


def test_references_are_put_in_and_taken_out_again():
    page = put_references(PAGE, REFERENCES)
    assert b'<!--fold 2--><p class="same">Same text as above.</p><div>\n<p>Why</p>' in page
    assert take_references(page) == (PAGE, REFERENCES)


def test_other_references_take_the_place_of_those_of_an_earlier_run():
    first = {b"1": REFERENCES[b"2"], b"/1": b"</div>"}
    assert put_references(put_references(PAGE, REFERENCES), first) == put_references(PAGE, first)
    assert put_references(put_references(PAGE, REFERENCES), {}) == PAGE


@pytest.mark.parametrize("lost", [b"<!--fold 2-->", b"<!--fold /2-->", b"</div>\n</li>\n"])
def test_a_page_that_lost_a_mark_is_left_as_it_is(lost):
    page = put_references(PAGE, REFERENCES).replace(lost, b"")
    assert take_references(page) == (page, {})
