"""Data that templates have inside, and the texts that are in their parameters."""

from time import process_time

import pytest

from plainlint.core.dialects import AUTO
from plainlint.core.source import Source
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse, parse_source
from plainlint.document.readers.markdown.dialect_tables import DIALECTS
from plainlint.document.readers.markdown.masking import mask_dialects
from tests.helpers.spans import mark, unmark

# What makes a body data, whatever the name of the template.
DATA = {
    "JavaScript": "type: 'line',\ndata: {\n  labels: ['leg', 'arm']\n}",
    "JSON": '{"leg": [1, 2], "arm": "sore"}',
    "a JSON list": '[\n  {"leg": 1}\n]',
    "YAML": "kind: bar\nvalues:\n  - leg",
    "CSV": "day,leg,arm\n1,20,30\n2,25,15",
    "CSV with semicolons": "Day;Leg pain\nMonday;3\nTuesday;1",
    "a flow chart": "flowchart LR\n  A[Sore leg] --> B{Better?}",
    "a sequence diagram": "sequenceDiagram\n  Leg->>Nurse: Call us",
    "a pie chart": 'pie title Legs\n  "Left" : 40\n  "Right" : 60',
    "a timeline": "timeline\n  Day 1 : leg",
    "PlantUML": "@startuml\nLeg -> Arm: ache\n@enduml",
    "styles": ".leg {\n  color: red;\n}",
}
TEMPLATES = [
    '{{< figures id="a" >}}\n%s\n{{< /figures >}}',
    "{{%% my/plot %%}}\n%s\n{{%% /my/plot %%}}",
    "{%% figures(id='a') %%}\n%s\n{%% end %%}",
    "{%% figures a %%}\n%s\n{%% endfigures %%}",
    '<MyFigures id="a">\n%s\n</MyFigures>',
    "::: figures\n%s\n:::",
]


@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_data_inside_a_template_is_not_prose(template, data, end):
    syntax = (template % data).replace("\n", end)
    marked = f"Rest your arm.{end}{end}«{syntax}»{end}{end}Call us."
    text, spans = unmark(marked)
    document = parse(text)
    assert [excluded.span for excluded in document.excluded_texts] == spans
    assert [sentence.text for sentence in document.sentences] == ["Rest your arm.", "Call us."]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "prose",
    [
        "Rest your arm.",
        "[Rest](a.md) your arm, and call us.",
        "[[Rest]] your arm.",
        "About 1,000 people do.\nRest your arm, or 2,000 will.",
        "Dose: one pill.\nTime: at night.",
        "note: rest your arm.\nthen: call us.",
        "Graph your pain. Rest your arm.",
        "Rest your arm, leg,\nand head.",
    ],
)
def test_prose_inside_a_template_stays(template, prose):
    words = "".join(block.text for block in parse(template % prose).blocks)
    assert "est" in words or "bout" in words or "ose" in words


@pytest.mark.parametrize(
    "marked",
    [
        '«{% include box.html kind="a" content="»Rest your arm. Call us.«" %}»',
        "«{{< banner level='b' text='»Rest your arm.«' >}}»",
        '«{{%\n  alert\n  message="»Do not wait!«"\n  icon="leg"\n%}}»',
        '«{{ aside(body="»Rest your arm.«") }}»',
        'Try to {«{< term text="»rest your arm«" id="leg" >}}» at night.'.replace("{«{", "«{{"),
        '- shoes that «{{ hint(term="leg", text="»dry out«") }}»',
        'Today «{% include word.html id="leg" text="»pain relief«" %}» can help.',
    ],
)
def test_texts_in_parameters_are_prose(marked):
    text, _ = unmark(marked)
    document = parse(text)
    assert mark(text, [excluded.span for excluded in document.excluded_texts]) == marked
    assert "leg" not in "".join(block.text for block in document.blocks)
    assert "\ufffc" not in "".join(block.text for block in document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        '{{< figure src="a.png" alt="My leg." caption="My leg." >}}',
        '{{< badge text="sore leg" >}}',
        'Rest now {{< badge text="leg" >}} please.',
        'Rest {{< hover text="my leg" >}}your arm{{< /hover >}} now.',
        '{{< tab title="Leg" text="Leg" >}}',
        '{% include toc.html text="Leg" %}',
    ],
)
def test_titles_and_labels_in_parameters_are_not_prose(text):
    assert "leg" not in "".join(block.text.lower() for block in parse(text).blocks)


@pytest.mark.parametrize(
    "note",
    [
        '{{< sidenote "Tea counts too." >}}',
        "{{footnote: Tea counts too.}}",
        '{{ footnote(text="Tea counts too.") }}',
        '{% marginnote "a" "Tea counts too." %}',
    ],
)
def test_a_note_in_a_parameter_is_a_footnote(note):
    main, footnote = parse(f"Drink a lot.{note} Then rest.").blocks
    assert main.text == "Drink a lot. Then rest."
    assert (footnote.kind, footnote.text) == (BlockKind.FOOTNOTE, "Tea counts too.")


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("{% capture a %}\nRest your arm.\n{% endcapture %}\n", "jekyll"),
        ('{{< style "color: red" >}}\nRest your arm.\n{{< /style >}}\n', "hugo"),
        ("\\begin{center}\nRest your arm.\n\\end{center}\n", "quarto"),
        ('::: {.content-hidden unless-format="pdf"}\nRest your arm.\n:::\n', "quarto"),
        ("::: {.content-hidden when-profile=x}\nRest your arm.\n:::\n", "quarto"),
        ("```{figure} a.png\n:alt: leg\n\nRest your arm.\n```\n", "myst"),
        (
            ":::{list-table}\n:header-rows: 1\n\n* - Leg\n  - Arm\n* - Rest your arm. Call us.\n:::\n",
            "myst",
        ),
        ("```{prf:theorem} Leg\nRest your arm.\n```\n", "myst"),
        ("```{only} html\nRest your arm.\n```\n", "myst"),
        ("{smallcaps}`Rest` {u}`your` ==arm==.", "myst"),
        (':::no-loc text="Rest"::: your arm.', "learn"),
        (':::image source="leg.png"::: Rest your arm.', "learn"),
        ("{a === 'b' && <b>Rest your arm.</b>}", "mdx"),
        ("{\n  a ? (<p className='leg'>Rest your arm.</p>) : null\n}", "mdx"),
        ("a) Rest your arm. Call us.\nb) Wait.\n", "pandoc"),
        ("| Rest\n| your arm.\n", "pandoc"),
    ],
)
def test_prose_inside_syntax_is_scored(text, dialect):
    document = parse_source(Source(text, dialect=dialect))
    assert "Rest your arm." in [sentence.text.replace("\n", " ") for sentence in document.sentences]


@pytest.mark.parametrize(
    "marked",
    [
        "Rest for «$48$» hours.",
        "It is «$3.5$», or «$1,000$».",
        "Take «C~6~H~12~O~6~» now.",
        "Take «H{sub}`2`SO{sub}`4`» now.",
        "Take «C<sub>2</sub>H<sub>5</sub>OH» now.",
        "Rest your arm. «(1)!»",
        "Rest «:(fas fa-leg):» your arm.",
        "«:wales:»Rest your arm.«:wales:»",
        "![An arm](a.png)\n«{loading=\"lazy\" class='leg'}»",
        'Rest [your arm](a.md)«{ download rel="leg" }» now.',
        "![An arm](a.png)\n«{ lazy width=300 }»",
        "Rest your arm «(see also:: [[Leg]])».",
        "«--- start-columns: leg»\n\nRest.\n\n«--- column-break ---»\n\nArm.",
        "Rest your arm. «(1)»\n«{ .annotate }»",
        ":::{note}\nRest.\n:::\n\n«% check the leg\n% again»",
        "## Rest «{-}»",
        "«[contact:leg-arm]»\n\nRest your arm.",
    ],
)
def test_more_syntax_is_excluded(marked):
    text, spans = unmark(marked)
    excluded = [cut.span for cut in parse(text).excluded_texts]
    assert set(spans) <= set(excluded)


@pytest.mark.parametrize(
    "text",
    [
        "It costs $48, or $50 at night.",
        "From $5-$10 to $15.",
        "See step (1) and (2).",
        "We breathe in O~2~ and out CO~2~.",
        "At 9:30: rest. At 10:15: call us.",
        "--- from my arm",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert not [cut for cut in parse(text).excluded_texts if cut.reason != "mark around words"]


@pytest.mark.parametrize(
    "opener",
    [
        '{{< a text="',
        '{{ text="a" text="b.',
        'text="a ',
        "{% sidenote 'a ",
        "{{< a >}}\na,b\n",
        "<Aa>\n{a:",
        ":::a\n\n",
        "{a && <b>c d",
        "C~6~H",
        "[a:: [[b]] ",
        "{a=b ",
        "%% \n\n% a\n",
    ],
)
def test_openers_that_never_close_are_read_quickly(opener):
    for text in (opener * (100_000 // len(opener)), "{{< a " + opener * (100_000 // len(opener))):
        start = process_time()
        for dialect in (AUTO, "mdx"):
            mask_dialects(text, 0, DIALECTS[dialect])
        assert process_time() - start < 4
