"""Syntax of Markdown dialects: excluded with its reason, while the prose around it is scored."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint.document.model import BlockKind
from plainlint.document.readers import parse
from tests.document.readers.documents import DOCUMENT
from tests.helpers.spans import mark, unmark, words

# By reason; « » are around the syntax.
SYNTAX = {
    "template code": [
        '«{{< notice type="x" >}}»\nRest your arm.\n«{{< /notice >}}»\n',
        'Read [the plan](«{{% ref "a b.md" %}}») today.',
        '«{{< video\n  src="a.mp4"\n>}}»\n\nRest your arm.',
        "Come at «{{ page.time | default: 'noon' }}» on Monday.",
        "«{%- if a -%}»\nRest your arm.\n«{%- endif -%}»",
        "«{% comment %}\nRest your leg.\n{% endcomment %}»\n\nRest your arm.",
        "«<Tabs>»\n\nRest your arm.\n\n«</Tabs>»",
        '«<Chart data={[1, 2]} title="a > b" />»\n\nRest your arm.',
        "«* TOC\n{:toc}»\n\nRest your arm.",
        "«[TOC]»\n\nRest your arm.",
        '«--8<-- "a.md"»\n\nRest your arm.',
    ],
    "container syntax": [
        "«:::note Take care»\nRest your arm.\n«:::»",
        "«::: {.callout-tip}»\n\nRest your arm.\n\n«:::»",
        'Lie down.\n«!!! note "Why so"»\n    Rest your arm.\n\n    Call us.\n\nSit up.',
        '«=== "Left"»\n\n    Rest your arm.\n',
        "«```{note} A title»\n«:class: x»\nRest your arm.\n«```»",
        "> «[!NOTE]»\n> Rest your arm.",
        "«:::{figure} a.png\nRest your leg.\n:::»\n\nRest your arm.",
    ],
    "attribute list": [
        'Rest your arm.\n«{: .a #b title="c d"}»',
        "Rest your arm. «{: .a}»",
        "Rest [your arm](b.md)«{.a target=x}» now.",
        "# Title «{#id .a}»\n\nRest your arm.",
    ],
    "comment": ["«{/* Rest your\nleg. */}»\n\nRest your arm.", "Rest your arm. «%%not this%%»"],
    "import or export": [
        "«import { A, B } from '@a/b';»\n\nRest your arm.",
        "«export const a = {\n  b: 1,\n\n  c: 2,\n};»\n\nRest your arm.",
    ],
    "formula": ["«$$\na = b\n$$»\n\nRest your arm.", "Take «$$a + b$$» pills now."],
    "label for cross-references": ["«(my-label)=»\nRest your arm."],
}  # fmt: skip
MARKED = [(reason, marked) for reason, texts in SYNTAX.items() for marked in texts]


@pytest.mark.parametrize(("reason", "marked"), MARKED)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_syntax_is_excluded_for_its_reason(reason, marked, end):
    marked = marked.replace("\n", end)
    text, _ = unmark(marked)
    document = parse(text)
    assert document.source.text == text
    assert mark(text, [excluded.span for excluded in document.excluded_texts]) == marked
    assert {excluded.reason for excluded in document.excluded_texts} == {reason}
    assert all(document.source.slice(span) == word for word, span in words(document))
    scored = " ".join(sentence.text for sentence in document.sentences)
    assert "leg" not in scored
    assert "Rest your arm." in scored or len(document.sentences) == 1


ORDINARY = [
    "Use `{{< a >}}` and `{% b %}` here.",
    "```\n{{< a >}}\n:::note\n```\n\nRest your arm.",
    "```{code-block}\n:caption: a\nRest your leg.\n```\n\nRest your arm.",
    "We saw !!! note here.",
    "import your notes and then rest.",
    "It costs $$ and more.",
    "<B>Rest</B> your arm.<BR>Call us.",
    "See (a)= here.",
    "At 100%% of it.",
    "Risk <High and\n\nmore text > 3.",
    "Rest. <!-- {{ a }} -->",
    "Type this:\n\n    Rest your leg.\n\nRest your arm.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_looks_like_syntax_is_left_alone(text):
    reasons = {excluded.reason for excluded in parse(text).excluded_texts}
    assert reasons <= {"code", "HTML comment"}
    assert "leg" not in " ".join(sentence.text for sentence in parse(text).sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Look at the {{< icon >}} the nurse gave you.",
        "Look at the {{ icon }} the nurse gave you.",
        "Look at the <Icon name='a' /> the nurse gave you.",
        "Look at the $$a$$ the nurse gave you.",
    ],
)
def test_a_value_keeps_the_words_around_it_apart(text):
    (sentence,) = parse(text).sentences
    assert sentence.text == "Look at the \ufffc the nurse gave you."
    assert sentence.tokens == ("Look", "at", "the", "the", "nurse", "gave", "you")


@pytest.mark.parametrize(
    "text",
    ["Press it. {/* a */} Rest.", "Press it. <Icon a='b' /> Rest.", "Press it. {{ a }} Rest."],
)
def test_syntax_between_sentences_leaves_one_space(text):
    assert parse(text).blocks[0].text == "Press it. Rest."


def test_the_target_of_a_link_keeps_its_template_code():
    (link,) = parse('See [a]({{< ref "b c" >}}) and rest.').links
    assert link.href == '{{< ref "b c" >}}'


def test_the_inside_of_an_admonition_is_prose_and_not_a_list():
    text = '!!! note\n\n    Rest.\n\n    ??? tip "b"\n\n        Wait now.\n\n    - Call us if you fall.\n\n        code\n'
    blocks = parse(text).blocks
    kinds = [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]
    assert [block.kind for block in blocks] == kinds
    tags = [[container.tag for container in block.containers] for block in blocks]
    assert [container.count("li") for container in tags] == [0, 0, 1, 1]


def test_indented_text_in_a_component_is_prose():
    text = "<Tabs>\n  <Tab a='b'>\n    Rest your arm.\n\n    Call us.\n  </Tab>\n</Tabs>\n"
    assert [sentence.text for sentence in parse(text).sentences] == ["Rest your arm.", "Call us."]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from([unmark(marked)[0] for _, marked in MARKED]), min_size=1, max_size=3),
    DOCUMENT,
    st.sampled_from(["\n\n", "\n", " ", ""]),
)
def test_every_word_beside_syntax_is_in_the_source(texts, document, between):
    text = between.join([*texts, document])
    parsed = parse(text)
    assert parsed.source.text == text
    located = [(word, parsed.source.slice(span)) for word, span in words(parsed)]
    assert all(word[0] in written or "&" in written or "\\" in written for word, written in located)
    for excluded in parsed.excluded_texts:
        assert 0 <= excluded.span.start <= excluded.span.end <= len(text)
    assert not any(0xE0F0 <= ord(sign) <= 0xE0F7 for block in parsed.blocks for sign in block.text)
