"""Cuts: what is excluded between two words keeps them apart."""

import pytest

from plainlint.document.readers import parse

NOTES = "\n\n[^a]: Ask the nurse for it now.\n"


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("Type `ls` the second time.", "Type \ufffc the second time."),
        ("Look in ![a drawer](d.png) in bed.", "Look in \ufffc in bed."),
        ("Go to https://x.org/a to sign.", "Go to \ufffc to sign."),
        ("Ring 555-123-4567 or come.", "Ring \ufffc or come."),
        ('Use (most) `a` "well".', 'Use (most) \ufffc "well".'),
        # Several in a row leave one sign.
        ("Press `a` ![b](c) [1] `d` now.", "Press \ufffc now."),
        # A small letter goes on with a sentence that code opens.
        ("Wait here. `a` is a key.", "Wait here. \ufffc is a key."),
        # No two words are made neighbours.
        ("Type `ls`.", "Type ."),
        ("Type `ls`, then rest.", "Type , then rest."),
        ("`ls` is a tool.", " is a tool."),
        ("It hurts. ![a hand](h.png) Rest now.", "It hurts.  Rest now."),
        ("It hurts [1] a lot [2, 3].", "It hurts a lot."),
    ],
)
def test_visible_text(text, visible):
    assert parse(text).blocks[0].text == visible


def test_an_object_has_the_span_of_what_it_stands_for():
    text = "Go to `a` https://x.org/b to sign."
    prose = parse(text).blocks[0].prose
    at = prose.text.index("\ufffc")
    assert text[slice(*prose.get_span(at, at + 1))] == "`a` https://x.org/b"


@pytest.mark.parametrize("text", ["Ask[1] for it.", "Ask [1] for it.", "Ask[^a] for it." + NOTES])
def test_words_around_a_note_mark_are_neighbours_that_are_told_apart(text):
    prose = parse(text).blocks[0].prose
    assert prose.text == "Ask for it."
    assert prose.has_note_mark(3, 4)
    assert not prose.has_note_mark(7, 8)


def test_a_sentence_may_open_with_code():
    document = parse("Wait here. `ls` is a tool.")
    assert [sentence.text for sentence in document.sentences] == ["Wait here.", "\ufffc is a tool."]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [("[`here`](a.md)", "here"), ("[![a](b.png)](c.md)", ""), ("[See `a` now](b.md)", "See a now")],
)
def test_code_is_part_of_the_text_of_a_link(markdown, text):
    (link,) = parse(f"Look {markdown} now.").links
    assert link.text == text
