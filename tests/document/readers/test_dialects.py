"""Syntax of Markdown dialects: excluded with its reason, while the prose around it is scored."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.dialects import AUTO
from plainlint.core.dialects import DIALECTS as NAMES
from plainlint.core.source import Source
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse, parse_source
from plainlint.document.readers.markdown.dialect_tables import DIALECTS
from plainlint.document.readers.markdown.masking import mask_dialects
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
        "«<% a %>»\nRest your arm.",
        "Rest your arm «${a.b}».",
        "«__TOC__»\n\nRest your arm.\n\n«@[toc]»",
        "«{{ 'a {b}'.format(b=1) }}» Rest your arm.",
        "«{% mermaid() %}\nRest your leg.\n{% end %}»\n\nRest your arm.",
        "«<div style={{a: 1}} on={() => b}>»\nRest your arm.",
        "«<figure markdown>»\nRest your arm.",
        "«@import 'a.md'»\n\nRest your arm.",
        "Press «++ctrl+c++» now. Rest your arm.",
        "Rest your arm«\\index{leg}».",
    ],
    "container syntax": [
        "«:::note Take care»\nRest your arm.\n«:::»",
        "«::: {.callout-tip}»\n\nRest your arm.\n\n«:::»",
        'Lie down.\n«!!! note "Why so"»\n    Rest your arm.\n\n    Call us.\n\nSit up.',
        '«=== "Left"»\n\n    Rest your arm.\n',
        "«```{note} A title»\n«:class: x»\nRest your arm.\n«```»",
        "> «[!NOTE]»\n> Rest your arm.",
        "«:::{todo}\nRest your leg.\n:::»\n\nRest your arm.",
        "«::: {.notes}\nRest your leg.\n:::»\n\nRest your arm.",
        "«```admonish tip title='leg'»\nRest your arm.\n«```»",
        '«!!! note "Why" {.a}»\n    Rest your arm.\n',
        "«/// note | Why»\nRest your arm.\n«///»",
        "«$CTA»\nRest your arm.\n«$CTA»",
        "«%»Rest your arm.«%»",
        "«^»Rest your arm.«^»",
        "«s1.» Rest your arm. Call us.\n«s2.» Call us at once.",
        "«{button}»[Rest your arm.](a.md)«{/button}»",
        "«::video{id=a}»\n\nRest your arm.",
        "Rest «:sup[»your«]» arm.",
    ],
    "attribute list": [
        'Rest your arm.\n«{: .a #b title="c d"}»',
        "Rest your arm. «{: .a}»",
        "Rest [your arm](b.md)«{.a target=x}» now.",
        "# Title «{#id .a}»\n\nRest your arm.",
        "Rest «[»your arm«]{.a}».",
        "## Title «:id=a»\n\nRest your arm.",
    ],
    "comment": ["«{/* Rest your\nleg. */}»\n\nRest your arm.", "Rest your arm. «%%not this%%»", "Rest your arm«%% leg %%».", "«{# leg #}» Rest your arm.", "Rest your arm. «{>>leg<<}»"],
    "import or export": [
        "«import { A, B } from '@a/b';»\n\nRest your arm.",
        "«export const a = {\n  b: 1,\n\n  c: 2,\n};»\n\nRest your arm.",
    ],
    "title": [
        "«# [Left](#tab/left)»\n\nRest your arm.",
    ],
    "embedded file": [
        "Rest your arm. «![[leg.png|300]]»",
        "«[a](b.md ':include')»\n\nRest your arm.",
        "Rest your arm. «[!INCLUDE [leg](a.md)]»",
        "«[InlineAttachment:leg.pdf]»\n\nRest your arm.",
    ],
    "name of an emoji or icon": [
        "Rest your arm «:clap:».",
        "«:material-arm-flex:» Rest your arm.",
        "Rest your arm. «:smile::+1:»",
    ],
    "mark around words": ["Rest «==»your arm«==».", "Rest your arm «{++»now«++}»."],
    "deleted text": ["Rest «~~your leg~~» your arm.", "Rest your arm. «{--leg--}»"],
    "task box": ["- «[ ]» Rest your arm. Call us.\n- «[x]» Call us at once.\n"],
    "tag": ["«#leg #a/b»\n\nRest your arm.", "Rest your arm. «#leg»"],
    "data field": ["«leg:: a»\n\nRest your arm.", "Rest your arm. «[leg:: a]»"],
    "citation key": ["Rest your arm «[@leg2020, p. 3]».", "Rest your arm «[see @leg; @b]»."],
    "mark of a note": ["Rest your arm«<sup>1</sup>»."],
    "abbreviation": ["«*[LEG]: A leg»\n\nRest your arm."],
    "role": ["Rest «{term}`»your arm«`».", "Rest your arm «{ref}`leg`»."],
    "name of an account": ["Rest your arm, says «@leg»."],
    "formula": ["Rest your arm for «$x_1 + 2$».", "Rest your arm for «$k$».", "Rest your arm for «\\(a^2\\)».", "«\\begin{align}\nleg\n\\end{align}»\n\nRest your arm.", "«$$\na = b\n$$»\n\nRest your arm.", "Take «$$a + b$$» pills now."],
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
    "It costs $5 and $10, US$5 (A$6), $5-$10 and $3/$4.",
    "The ratio is 10:30:45, as in Note:this: x.",
    "If a == b and c == d, rest your arm.",
    "C++ and C++ are the same, and so is 2 ^ 3.",
    "An area of 5 cm<sup>2</sup> and 10<sup>9</sup> cells.",
    "See {a} and [a] and [[b]](a.md).",
    "We ask one thing: be on time.",
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


def test_a_dialect_has_a_table_for_each_of_its_names():
    assert DIALECTS.keys() == {AUTO, *NAMES}


# By dialect; « » are around what is syntax in it alone.
AMBIGUOUS = {
    "mdx": ["You weigh «{props.kilos * 2}» pounds.", "«<>»\nRest your arm.\n«</>»"],
    "obsidian": [
        "I feel «#pain» today.",
        "- «due:: leg»\n",
        "- «[/]» Rest your arm. «\U0001f4c5 2024-01-01»",
        "«%% Rest\n\nyour leg. %%»\n\nRest your arm.",
    ],
    "pandoc": ["As «@leg2020 [p. 3]» says, rest your arm.", "Take «$a b$» pills now."],
    "myst": ["«% Rest your leg.»\n\nRest your arm."],
    "govspeak": ["«:england:»Rest your arm.«:england:»"],
    "vitepress": ["«:::tabs»\n«== Left»\nRest your arm.\n«:::»"],
    "learn": ["See «@'leg.arm'» and rest."],
    "mkdocs": ["Take «\\(2.0\\)» pills now."],
    "commonmark": ["See «#482» and rest your arm."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("dialect", "marked"), [(name, text) for name, texts in AMBIGUOUS.items() for text in texts]
)
def test_what_is_ambiguous_is_syntax_in_its_dialect(dialect, marked):
    text, spans = unmark(marked)
    document = parse_source(Source(text, dialect=dialect))
    assert mark(text, [excluded.span for excluded in document.excluded_texts]) == marked
    if dialect in ("mdx", "obsidian", "pandoc", "myst", "learn"):
        excluded = {cut.span for cut in parse(text).excluded_texts}
        assert not excluded.issuperset(spans)


def test_the_suffix_names_a_dialect():
    text = "You weigh {props.kilos} pounds."
    assert "kilos" in parse(text, "a.md").blocks[0].text
    assert "kilos" not in parse(text, "a.mdx").blocks[0].text


def test_indented_text_is_prose_in_mdx():
    document = parse_source(Source("Call us.\n\n    Rest your arm.\n", dialect="mdx"))
    assert [sentence.text for sentence in document.sentences] == ["Call us.", "Rest your arm."]


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("Read «[[a.md|the plan]]» first.", "a.md"),
        ("Read «[[the plan]]» first.", "the plan"),
        ("Read «{ref}`the plan <a>`» first.", "a"),
    ],
)
def test_links_of_dialects_are_links(marked, target):
    text, (span,) = unmark(marked)
    document = parse(text)
    (link,) = document.links
    assert (link.text, link.href, link.span) == ("the plan", target, span)
    assert document.source.slice(link.text_span) == "the plan"
    assert document.blocks[0].text == "Read the plan first."
    assert document.blocks[0].text[link.start : link.end] == "the plan"


def test_a_note_inside_a_text_is_a_footnote():
    text = "Take it with milk.^[Oat milk is [fine](a.md). So is tea.] Then lie down."
    main, note = parse(text).blocks
    assert main.text == "Take it with milk. Then lie down."
    assert not main.links
    assert note.kind is BlockKind.FOOTNOTE
    assert [sentence.text for sentence in note.sentences] == ["Oat milk is fine.", "So is tea."]
    assert text[note.span.start : note.span.end] == "Oat milk is [fine](a.md). So is tea."
    assert [link.href for link in note.links] == ["a.md"]


@pytest.mark.parametrize(
    "text",
    [
        "::: {.callout-note}\n## Title\n\nRest your arm.\n:::\n",
        "::: {.panel-tabset}\n## Left\n\nRest your arm.\n\n## Right\n\nRest.\n:::\n",
        "<!-- tabs:start -->\n\n#### **Left**\n\nRest your arm.\n\n<!-- tabs:end -->\n",
        '{% hint style="info" %}\n## Title\n\nRest your arm.\n{% endhint %}\n',
        "# [Left](#tab/left)\n\nRest your arm.\n",
    ],
)
def test_titles_of_containers_are_not_headings(text):
    document = parse(text + "\n## Real\n")
    assert [heading.text for heading in document.headings] == ["Real"]
    assert "title" in {excluded.reason for excluded in document.excluded_texts}
    assert document.sentences[0].text == "Rest your arm."


def test_a_list_of_abbreviations_explains_them():
    document = parse("*[GP]: general practitioner\n\nAsk your GP or {abbr}`ENT (ear, nose)`.\n")
    assert document.abbreviations == {"GP", "ENT"}


@pytest.mark.parametrize(
    "opener",
    [
        "{{< ",
        "{{< highlight >}}\n",
        "{% comment %}\n",
        "*/} {/* ",
        "<Aa b={ ",
        "\\( ",
        "^[",
        "[[a|",
        "==",
    ],
)
def test_openers_that_never_close_are_read_quickly(opener):
    text = opener * (100_000 // len(opener))
    start = process_time()
    mask_dialects(text, 0, DIALECTS[AUTO])
    assert process_time() - start < 4
