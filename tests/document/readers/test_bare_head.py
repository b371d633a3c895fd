"""Front matter without marks: lines of keys at the top, up to a blank line."""

import pytest

from plainlint.document.readers import parse

HEAD = "Title: Your stoma\nDate: 2026-03-02 10:20\naudienceLevel: patient\n\nRest well.\n"


def test_the_keys_and_the_text_below_are_read():
    document = parse(HEAD)
    entries = document.front_matter.entries
    assert {key: entry.value for key, entry in entries.items()} == {
        "title": "Your stoma",
        "date": "2026-03-02 10:20",
        "audienceLevel": "patient",
    }
    assert document.source.slice(entries["audienceLevel"].value_span) == "patient"
    assert [block.text for block in document.blocks] == ["Rest well."]


@pytest.mark.parametrize(
    "text",
    [
        "Morning: one tablet\nEvening: two tablets\n\nRest.\n",
        "Title: Asthma\n\nRest.\n",
        "Date: today\nTitle: Asthma\nThis is text.\n",
        "Note: call us.\n\nDate: today\n",
    ],
)
def test_other_lines_with_colons_are_text(text):
    assert not parse(text).front_matter.entries
