"""Test reading after an edit: only a part is read again, with the result of reading the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.source import Source
from plainlint.document.readers.markdown.pyromark import splice
from plainlint.document.readers.markdown.reader import read_markdown

PIECES = [
    *("\n\n# Rest\n\n", "\n\n## Eat ##\n\n", "\n\n### *Sleep*\nwell\n\n", "\nTitle\n=====\n\n"),
    *("```\n", "~~~~\n", "<div hidden>\n", "</div>\n", "<!--", "-->", "<script>", "<details>\n"),
    *("- one\n- two\n", "  - three\n", "    code\n", "> quote\n", "1. first\n", "\n---\n"),
    *("| a | b |\n|---|---|\n| c | d |\n", "[x]: /y\n", "[x]", "*", "**bold**", '[l](/t "u")'),
    *("text ", "\n", "\n\n", "\r\n", "é", "# ", "#", "\\", "&amp;", "`code`", "![a](b)", "  "),
]
texts = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
edits = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES))
HEAD = "---\ntitle: Rest\n---\n"


def read(text, earlier=None):
    return read_markdown(Source(text), "auto", earlier)


def number_containers(blocks):
    """Return the blocks with their containers numbered from 0."""
    numbers: dict[int, int] = {}
    return [
        block._replace(
            containers=tuple(
                one._replace(number=numbers.setdefault(one.number, len(numbers)))
                if one.tag not in ("td", "th")
                else one
                for one in block.containers
            )
        )
        for block in blocks
    ]


@given(texts, edits, st.sampled_from(["", HEAD]))
def test_a_part_is_read_as_in_the_whole(text, edit, head):
    place, length, inserted = edit
    text = head + text
    start = round(place * len(text))
    edited = text[:start] + inserted + text[start + length :]
    again, whole = read(edited, read(text)), read(edited)
    assert number_containers(again.blocks) == number_containers(whole.blocks)
    assert again.front_matter == whole.front_matter


PAGE = f"{HEAD}Intro.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n\n## Three\n\n- Third.\n"


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Second.", "Changed.", "## Two\n\nChanged.\n\n## Three"),
        ("Intro.", "Hello.", "Hello.\n\n## One"),
        ("- Third.", "- Last.", "## Three\n\n- Last.\n"),
        ("## Two", "## Twelve", "## One\n\nFirst.\n\n## Twelve\n\nSecond.\n\n## Three"),
    ],
)
def test_a_part_goes_from_heading_to_heading(old, new, part):
    text, earlier = PAGE.replace(old, new), read(PAGE).parts
    changed = splice.find_changed_part(text, earlier.start, PAGE, earlier)
    assert changed
    assert text[slice(*changed.span)].strip() == part.strip()


@pytest.mark.parametrize("opening", ["```", "~~~", "<!-- hidden", "<div hidden>", "<script>"])
def test_what_is_not_closed_is_read_as_a_whole(opening):
    text = PAGE.replace("Second.", opening)
    again = read(text, read(PAGE))
    assert again.blocks == read(text).blocks
