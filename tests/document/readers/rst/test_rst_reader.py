"""reStructuredText: its blocks and words with their places, and what is left out with a reason."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainlint import lint_text
from plainlint.core.source import Source
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse_source
from tests.helpers.spans import words

GUIDE = """\
:audienceLevel: patient

Care *after* surgery
====================

Take **two** tablets\\ s a day. See `the guide <https://example.org>`_ and |name| now [1]_.
Use ``code`` here, as :ref:`the
page <x>` says.

- Wash the wound.
- Dry it.

  .. note:: Be careful with
     this.

fever
  You are hot.

.. [1] A note at the foot.

.. code-block:: python

   x = "Do not read."

+-----+-----+
| One | Two |
+-----+-----+

Call us
-------

    A quote of a nurse.
"""


def read(text):
    return parse_source(Source(text, format="rst"))


def test_blocks_have_kinds_and_levels():
    blocks = read(GUIDE).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, 1, "Care after surgery"),
        (
            BlockKind.PARAGRAPH,
            0,
            "Take two tabletss a day. See the guide and \ufffc now. Use \ufffc here, as the page says.",
        ),
        (BlockKind.LIST_ITEM, 0, "Wash the wound."),
        (BlockKind.LIST_ITEM, 0, "Dry it."),
        (BlockKind.LIST_ITEM, 0, "Be careful with this."),
        (BlockKind.PARAGRAPH, 0, "fever"),
        (BlockKind.PARAGRAPH, 0, "You are hot."),
        (BlockKind.FOOTNOTE, 0, "A note at the foot."),
        (BlockKind.HEADING, 2, "Call us"),
        (BlockKind.QUOTE, 0, "A quote of a nurse."),
    ]


def test_each_word_is_where_its_span_says():
    document = read(GUIDE)
    spans = [(word, document.source.slice(span)) for word, span in words(document)]
    assert [pair for pair in spans if pair[0] != pair[1]] == [("tabletss", "tablets\\ s")]


def test_links_have_targets():
    assert [(link.text, link.href) for link in read(GUIDE).links] == [
        ("the guide", "https://example.org"),
        ("the page", ""),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (".. code-block:: python", "directive"),
        ('x = "Do not read."', "directive"),
        ("``code``", "code"),
        ("|name|", "substitution"),
        (" [1]", "citation mark"),
        ("====================", "title adornment"),
        ("-", "list mark"),
        (".. [1]", "footnote mark"),
    ],
)
def test_what_is_left_out_has_a_reason(text, reason):
    left_out = {excluded.text: excluded.reason for excluded in read(GUIDE).excluded_texts}
    assert left_out[text] == reason
    assert any(text.startswith("+-----+") for text in left_out)


def test_the_first_fields_are_the_front_matter():
    result = lint_text(GUIDE, path="guide.rst")
    assert result.audience == "patient"
    entry = result.document.front_matter.entries["audienceLevel"]
    assert result.document.source.slice(entry.value_span) == "patient"


def test_no_file_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Do not read me.")
    document = read(f"Hello there.\n\n.. include:: {secret}\n\n.. raw:: html\n   :file: {secret}\n")
    assert [block.text for block in document.blocks] == ["Hello there."]


# Signs of markup, which may stand inside a word: "*1*.1" is read as "1.1".
MARKS = str.maketrans("", "", "\\ *`_|")


@given(st.text(st.sampled_from("aB .*`_|\\-:\n[]1=\t"), max_size=60))
@example("*1*.1")
def test_any_text_is_read_and_its_words_are_in_place(text):
    document = read(text)
    for word, span in words(document):
        assert document.source.slice(span).translate(MARKS) == word.translate(MARKS)
