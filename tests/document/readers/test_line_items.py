"""Lines that are items or headings, though Markdown sees one paragraph."""

import pytest

from plainlint.document.model import BlockKind
from plainlint.document.readers import parse
from tests.helpers.spans import mark, unmark

ITEMS = [
    "«Ring us if»\n• «your lips are blue»\n• «you can not wake him»",
    "«Ring us if» • «your lips are blue» • «you can not wake him»",
    "«You need»<br>«a towel»<br/>«some soap»",
    "«You need»  \n«a towel»  \n«some soap»",
    "«You need»\\\n«a towel»\\\n«some soap»",
    "| ✓ «Sit down»<br>✓ «Drink some tea» |\n|-|",
    "> «You need»\n> ~ «a *towel*»\n> ~ «[soap](/s)»",
    "(1) «Wash your hands.»\n(2) «Dry your hands.»".replace("(1) «", "«(1) ").replace(
        "(2) «", "«(2) "
    ),
    "– «a towel»\n– «some soap»",
    "«**Ward:** 01632 960100 (9am to 5pm)»\n«**At night:** call 111»",
    "«__Ward__: ask at the desk»\n«__Nurse__: ask for Ann, who is»\n«__Gate__: two»",
    "«**Take one tablet**»\n«**Each box has ten**»",
    "«Post: send a letter»\n«Gate: ask at the desk»",
    "<p>«You need»<br>«a towel»<br>«some soap»</p>",
]
WHOLE = [
    "«Call the nurse.<br>Do not drive.<br/>Keep this page.»",
    "«Take the pill  \nwith some food.»",
    "«You may feel tired for some days after you come home, and  \nyou may need to rest for more than  \nan hour.»",
    "«Do this: (1) wash your hands, and (2) dry them.»",
    "«It weighs ~5 kg or ~ 6 kg.»",
    "«We ask – as we must – for time\n– and for patience.»",
    "«**Note:** we are open on most days,\nbut call first.»",
    "«Ask for: a towel\nand some soap.»",
    "«It is a 1 • 2 mix.»".replace(" • ", "•"),
]


@pytest.mark.parametrize("text", [*ITEMS, *WHOLE])
@pytest.mark.parametrize("parser", ["auto", "markdown-it"])
def test_lines_are_items(text, parser):
    from plainlint.core.source import Source
    from plainlint.document.readers import parse_source

    plain, spans = unmark(text)
    document = parse_source(Source(plain, "a.md"), parser=parser)
    assert mark(plain, [block.span for block in document.blocks]) == mark(plain, spans)
    for block in document.blocks:
        assert block.prose.get_wrapped_span(0, len(block.text)) == block.span


HEADINGS = [
    ("##«When to call»\nCall us.", 2),
    ("###«When *to* call»###", 3),
    ("#«When to call»", 1),
]


@pytest.mark.parametrize(("text", "level"), HEADINGS)
def test_signs_without_a_space_are_meant_as_a_heading(text, level):
    heading = parse(text.replace("«", "").replace("»", "")).blocks[0]
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, level, "When to call")


@pytest.mark.parametrize(
    "text",
    ["#1 cause of pain", "#StayWell today", "\\##When", "#one two", "#Call us now.", "Use ##When"],
)
def test_a_hashtag_is_not_a_heading(text):
    assert parse(text).headings == ()
