"""Offsets, lines and columns, and files that are not text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.source import Location, Source, Span, decode

BOM = "\ufeff"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_line_end_starts_a_line(end):
    source = Source(f"one{end}{end}three")
    assert source.locate(0) == Location(1, 1)
    assert source.locate(2) == Location(1, 3)
    assert source.locate(source.text.index("t")) == Location(3, 1)
    assert source.locate(len(source.text)) == Location(3, 6)
    assert [source.slice(source.get_line_span(line)) for line in (1, 2, 3)] == ["one", "", "three"]


def test_line_ends_may_be_mixed():
    source = Source("a\nb\r\nc\rd")
    assert [source.locate(source.text.index(letter)).line for letter in "abcd"] == [1, 2, 3, 4]


def test_columns_count_code_points():
    source = Source("𝒜😀 e\u0301 x")
    assert source.locate(source.text.index("x")) == Location(1, 7)


def test_an_empty_text_has_one_line():
    assert Source("").locate(0) == Location(1, 1)
    assert Source("").get_line_span(1) == Span(0, 0)


def test_a_last_line_end_opens_an_empty_line():
    assert Source("a\n").locate(2) == Location(2, 1)
    assert Source("a\n").get_line_span(2) == Span(2, 2)


def test_form_feeds_and_unicode_separators_do_not_end_a_line():
    assert Source("a\fb\vc\u2028d\x85e").locate(8) == Location(1, 9)


@given(st.text("ab\r\n\ufeff😀"), st.integers(0, 50))
def test_line_and_column_lead_back_to_the_offset(text, offset):
    source, offset = Source(text), min(offset, len(text))
    location = source.locate(offset)
    assert source.line_starts[location.line - 1] + location.column - 1 == offset


def test_decoding_keeps_the_text_as_it_is():
    text = f"{BOM}Été 😀\r\nend\r"
    source = decode(text.encode(), "a.md")
    assert (source.text, source.path, source.problem) == (text, "a.md", "")


@pytest.mark.parametrize(
    ("data", "offset", "byte"),
    [
        (b"\xff", 0, "0xFF"),
        (b"caf\xe9 noir", 3, "0xE9"),
        ("été ".encode() + b"\xc3", 4, "0xC3"),
        ("😀".encode()[:3] + b" x", 0, "0xF0"),
        (b"a\xed\xa0\x80", 1, "0xED"),
        (b"\xef\xbb\xbf\xa0", 1, "0xA0"),
        (b"one\r\ntwo \x93quoted\x94", 9, "0x93"),
    ],
)
def test_bytes_that_are_not_utf_8_are_a_problem_with_a_span(data, offset, byte):
    source = decode(data)
    assert "not UTF-8" in source.problem
    assert byte in source.problem
    assert source.problem_span == Span(offset, offset + 1)


@pytest.mark.parametrize(("data", "offset"), [(b"\0", 0), ("été\0".encode(), 3), (b"\xffa\0", 2)])
def test_a_nul_byte_is_a_problem_with_a_span(data, offset):
    source = decode(data)
    assert "NUL" in source.problem
    assert source.problem_span == Span(offset, offset + 1)


@given(st.binary(max_size=80))
def test_any_bytes_survive_decoding_and_encoding(data):
    source = decode(data)
    assert source.text.encode("utf-8", errors="surrogateescape") == data
    assert bool(source.problem) == (source.problem_span != Span(0, 0))
    start, end = source.problem_span
    assert 0 <= start <= end <= len(source.text)
