"""Inline notes: a note in brackets is a footnote of its own."""

import pytest

from plainlint.document.model import BlockKind
from plainlint.document.readers import parse


def test_a_note_is_not_part_of_the_sentence_around_it():
    text = "Rest your arm.^[A cast is heavy. See [how](a.md).] Then walk."
    document = parse(text)
    assert [sentence.text for sentence in document.sentences] == [
        "Rest your arm.",
        "Then walk.",
        "A cast is heavy.",
        "See how.",
    ]
    paragraph, note = document.blocks
    assert (paragraph.kind, note.kind) == (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)
    assert document.source.slice(note.span) == "A cast is heavy. See [how](a.md)."
    assert [excluded.text for excluded in document.excluded_texts] == ["^[", "]"]
    assert (len(paragraph.links), len(note.links)) == (0, 1)


@pytest.mark.parametrize("text", ["It is x^[2 ]", "Type ^[a b] here.", "It is 10^[6] and more."])
def test_other_brackets_are_text(text):
    assert len(parse(text).blocks) == 1
