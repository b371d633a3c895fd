"""Lists that finish a sentence: excluded, or joined to it."""

import pytest

from plainlint import Config, lint_text
from plainlint.core.source import Source
from plainlint.document.model import ExclusionReason
from plainlint.document.readers import parse_source

STEM = "Rest. Call us at once if you have:"
LIST = f"{STEM}\n\n- a **fever**\n- chills &amp; pain\n- a rash.\n\nDrink water.\n"


def parsed(text, *, join_lists=True):
    return parse_source(Source(text, "page.md"), join_lists=join_lists)


def sentences(text, *, join_lists=True):
    return [sentence.text for sentence in parsed(text, join_lists=join_lists).sentences]


def test_the_items_are_excluded_unless_they_are_joined():
    assert sentences(LIST, join_lists=False)[1] == "Call us at once if you have:"


def test_joined_items_are_part_of_the_sentence():
    joined = "Call us at once if you have:\na fever\nchills & pain\na rash."
    assert sentences(LIST) == ["Rest.", joined, "Drink water."]
    _, sentence, _ = parsed(LIST).sentences
    assert " ".join(sentence.tokens) == "Call us at once if you have a fever chills pain a rash"


def test_the_span_of_a_joined_sentence_covers_the_list():
    document = parsed(LIST)
    _, sentence, _ = document.sentences
    assert (
        document.source.slice(sentence.span) == LIST[LIST.index("Call") : LIST.index(".\n\nD") + 1]
    )
    for word in sentence.words:
        assert document.source.slice(word.span) == word.text


def test_the_items_are_marked_as_joined():
    items = [block for block in parsed(LIST).blocks if block.text in {"a fever", "a rash."}]
    assert {item.exclusion_reason for item in items} == {ExclusionReason.JOINED}
    assert all(item.is_running_text for item in items)


@pytest.mark.parametrize(
    "text",
    [
        "Call us if you have:\n\n- a fever\n- You may also feel sick and cold.\n",
        "Call us if you are ill today.\n\n- a fever\n- chills\n",
        "Call us if you have:\n\nMore text is here for you.\n",
        "- a fever\n- chills\n",
        "",
    ],
)
def test_any_other_list_stays_as_it_is(text):
    assert sentences(text) == sentences(text, join_lists=False)


def test_the_configuration_decides():
    separate = lint_text(LIST).measures.counts
    joined = lint_text(LIST, config=Config(list_sentences="joined")).measures.counts
    assert (separate.sentences, joined.sentences) == (3, 3)
    assert joined.words == separate.words + 6
