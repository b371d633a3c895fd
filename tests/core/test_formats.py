"""Formats: the endings that have a reader, and what is said of files that have none."""

import pytest

from plainlint.core.formats import find_format_problem, make_link_edits, recognise_format


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("care/asthma.md", "markdown"),
        ("Page.QMD", "markdown"),
        ("page.mdx", "markdown"),
        ("README", "markdown"),
        (".hidden", "markdown"),
        ("index.htm", "html"),
        ("leaflet.docx", "docx"),
        ("notes.txt", "text"),
        ("guide.rst", "rst"),
        ("letter.doc", ""),
        ("letter.foo", ""),
    ],
)
def test_the_ending_of_a_name_stands_for_a_format(path, name):
    assert recognise_format(path) == name


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("letter.doc", b"any", "Word 97"),
        ("letter.odt", b"PK\x03\x04", "OpenDocument"),
        ("letter.md", b"%PDF-1.7", "PDF"),
        ("letter.html", b"{\\rtf1", "rich-text"),
        ("letter.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97"),
        ("letter.docx", b"Dear all", "not a Word file"),
        ("letter.md", b"PK\x03\x04", "packed"),
        ("letter.foo", b"Dear all", "'.foo'"),
    ],
)
def test_a_file_in_another_format_is_named(path, data, kind):
    found = find_format_problem(path, data, recognise_format(path))
    assert found is not None
    assert kind in found.problem
    assert found.advice


@pytest.mark.parametrize(
    ("path", "data"), [("a.md", b"Dear all"), ("a.docx", b"PK\x03\x04"), ("a.txt", b"")]
)
def test_nothing_speaks_against_a_file_in_its_own_format(path, data):
    assert find_format_problem(path, data, recognise_format(path)) is None


@pytest.mark.parametrize(
    ("input_format", "edits"),
    [
        ("markdown", ("[", "](/a?b=1&c=2)")),
        ("html", ('<a href="/a?b=1&amp;c=2">', "</a>")),
        ("docx", None),
        ("text", None),
    ],
)
def test_a_link_is_written_as_its_format_has_it(input_format, edits):
    assert make_link_edits(input_format, "/a?b=1&c=2") == edits
    assert make_link_edits(input_format, "") is None
