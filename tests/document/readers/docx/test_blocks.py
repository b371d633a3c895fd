"""The blocks of a Word file: headings, lists, tables, notes, and what is no text."""

import docx
import pytest

from plainlint import Config
from plainlint.document.model import BlockKind
from plainlint.engine.linter import Linter
from tests.helpers.word_files import (
    decode_word_file,
    make_paragraph,
    make_run,
    make_style,
    make_word_file,
    read_word_file,
    save,
)


def read(body, **parts):
    return read_word_file(make_word_file(body, **parts))


def list_levels(document):
    return [(block.level, block.text) for block in document.headings]


def list_excluded(document):
    return [(excluded.text, excluded.reason) for excluded in document.excluded_texts]


def list_tags(document):
    """Return the text of each block with the HTML elements around it."""
    return [
        (block.text, " ".join(container.tag for container in block.containers))
        for block in document.blocks
    ]


def test_a_line_of_the_source_is_a_paragraph():
    body = make_paragraph("One.") + make_paragraph() + make_paragraph("Three.")
    source = decode_word_file(make_word_file(body))
    assert source.text == "One.\n\nThree."
    assert source.locate(source.text.index("Three")) == (3, 1)


def test_an_empty_paragraph_is_no_block():
    assert [block.text for block in read(make_paragraph() + make_paragraph("Rest.")).blocks] == [
        "Rest."
    ]


def test_an_empty_file():
    assert read("").blocks == ()
    assert read_word_file(save(docx.Document())).blocks == ()


# Headings

HEADINGS = (
    make_style("berschrift1", "heading 1", paragraph='<w:outlineLvl w:val="0"/>')
    + make_style("Titre2", "Heading 2")
    + make_style("Eigene", "Kapitel", based_on="berschrift1")
    + make_style("Tief", "Unterkapitel", paragraph='<w:outlineLvl w:val="2"/>')
    + make_style("Titel", "Title")
    + make_style("Standard", "Normal")
)


@pytest.mark.parametrize(
    ("style", "level"),
    [("berschrift1", 1), ("Titre2", 2), ("Eigene", 1), ("Tief", 3), ("Titel", 1), ("Standard", 0)],
)
def test_styles_make_headings_in_every_language(style, level):
    (block,) = read(make_paragraph("Your care", style=style), styles=HEADINGS).blocks
    assert block.level == level


@pytest.mark.parametrize(("outline", "level"), [("0", 1), ("3", 4), ("9", 0)])
def test_a_paragraph_can_have_a_level_of_its_own(outline, level):
    paragraph = make_paragraph(
        "Your care", style="berschrift1", properties=f'<w:outlineLvl w:val="{outline}"/>'
    )
    (block,) = read(paragraph, styles=HEADINGS).blocks
    assert block.level == level


def test_a_title_is_above_all_headings():
    body = (
        make_paragraph("Asthma", style="Titel")
        + make_paragraph("Signs", style="berschrift1")
        + make_paragraph("At night", style="Titre2")
    )
    assert list_levels(read(body, styles=HEADINGS)) == [
        (1, "Asthma"),
        (2, "Signs"),
        (3, "At night"),
    ]
    untitled = read(body.replace("Asthma", " "), styles=HEADINGS)
    assert list_levels(untitled)[1:] == [(1, "Signs"), (2, "At night")]


def test_an_empty_heading_is_a_heading():
    assert list_levels(read(make_paragraph(style="berschrift1"), styles=HEADINGS)) == [(1, "")]


def test_a_numbered_heading_is_no_item():
    paragraph = make_paragraph(
        "Signs", style="Titre2", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    (block,) = read(paragraph, styles=HEADINGS).blocks
    assert (block.kind, block.containers) == (BlockKind.HEADING, ())


# Lists

NUMBERING = """
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"/>
  <w:lvl w:ilvl="1"><w:pStyle w:val="Deep"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>
"""
LISTS = (
    make_style("Puce", "List Bullet")
    + make_style("Puce2", "List Bullet 2")
    + make_style("Suite", "List Continue")
    + make_style("Para", "List Paragraph")
    + make_style("Mine", "My items", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + make_style("Child", "My other items", based_on="Mine")
    + make_style("Deep", "Deep items", paragraph='<w:numPr><w:numId w:val="4"/></w:numPr>')
)


def make_item(text, number, depth=0):
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return make_paragraph(text, properties=properties)


def read_list(body):
    return read(body, numbering=NUMBERING, styles=LISTS)


@pytest.mark.parametrize(
    ("item", "tags"),
    [
        (make_item("a towel", 1), "ul li"),
        (make_item("a towel", 1, 1), "ol li ol li"),
        (make_item("a towel", 9), "ul li"),
        (make_item("a towel", 3), ""),
        (make_item("a towel", 0), ""),
        (make_paragraph("a towel", style="Puce"), "ul li"),
        (make_paragraph("a towel", style="Puce2"), "ul li ul li"),
        (make_paragraph("a towel", style="Mine"), "ul li"),
        (make_paragraph("a towel", style="Child"), "ul li"),
        (make_paragraph("a towel", style="Deep"), "ol li ol li"),
        (make_paragraph("a towel", style="Para"), ""),
        (
            make_paragraph(
                "a towel", style="Mine", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'
            ),
            "",
        ),
    ],
)
def test_items_by_style_and_by_number(item, tags):
    assert list_tags(read_list(item)) == [("a towel", tags)]


def test_items_of_one_list_are_in_one_container():
    body = make_item("a towel", 1) + make_item("some soap", 1) + make_item("water", 2)
    towel, soap, water = (block.containers for block in read_list(body).blocks)
    assert towel[0] == soap[0] != water[0]
    assert towel[1] != soap[1]


@pytest.mark.parametrize(
    "inner", [make_item("liquid", 1, 1), make_item("liquid", 2, 1)], ids=["same", "other"]
)
def test_a_nested_list_belongs_to_the_item_above_it(inner):
    body = make_item("soap", 1) + inner + make_item("water", 1)
    soap, liquid, water = (block.containers for block in read_list(body).blocks)
    assert liquid[:2] == soap
    assert [container.tag for container in liquid] == ["ul", "li", "ol", "li"]
    assert water[0] == soap[0]


def test_a_paragraph_that_continues_an_item_is_in_it():
    body = make_paragraph("a towel", style="Puce") + make_paragraph("A big one.", style="Suite")
    towel, big = (block.containers for block in read_list(body).blocks)
    assert big == towel


def test_a_list_ends_at_other_text_but_not_at_an_empty_paragraph():
    body = make_item("a", 1) + make_paragraph() + make_item("b", 1) + make_paragraph("Rest.")
    a, b, rest = (block.containers for block in read_list(body + make_item("c", 1)).blocks[:3])
    assert a[0] == b[0]
    assert rest == ()


# Quotations, code, contents and captions

OTHERS = (
    make_style("Citat", "Quote")
    + make_style("Quelltext", "HTML Preformatted")
    + make_style("Verzeichnis1", "toc 1")
    + make_style("Inhalt", "TOC Heading", based_on="berschrift1")
    + make_style("berschrift1", "heading 1")
    + make_style("Beschriftung", "caption")
)


def test_a_quotation():
    (block,) = read(make_paragraph("It helped me.", style="Citat"), styles=OTHERS).blocks
    assert block.kind is BlockKind.QUOTE


@pytest.mark.parametrize(
    ("style", "reason"),
    [("Quelltext", "code"), ("Verzeichnis1", "contents"), ("Inhalt", "contents")],
)
def test_paragraphs_that_are_not_read(style, reason):
    document = read(make_paragraph("Signs of asthma 3", style=style), styles=OTHERS)
    assert document.blocks == ()
    assert list_excluded(document) == [("Signs of asthma 3", reason)]


def test_contents_without_a_style_are_known_by_their_field():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        make_paragraph(begin, "Signs 3")
        + make_paragraph("Help 4", end)
        + make_paragraph("Asthma makes it hard to breathe.")
    )
    document = read(body)
    assert [block.text for block in document.blocks if block.text] == [
        "Asthma makes it hard to breathe."
    ]
    assert list_excluded(document) == [("Signs 3", "contents"), ("Help 4", "contents")]


def test_a_caption_is_a_paragraph():
    text = "Figure 1. The parts of the lung that let you take a deep breath"
    (block,) = read(make_paragraph(text, style="Beschriftung"), styles=OTHERS).blocks
    assert (block.kind, len(block.sentences)) == (BlockKind.PARAGRAPH, 1)


# Tables


def make_cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def make_row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def make_table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_a_table_with_a_head():
    table = make_table(
        make_row(
            make_cell(make_paragraph("Dose")),
            make_cell(make_paragraph("Time")),
            properties="<w:tblHeader/>",
        ),
        make_row(make_cell(make_paragraph("5 mg")), make_cell(make_paragraph("night"))),
    )
    document = read(table)
    assert list_tags(document) == [
        ("Dose", "table tr th"),
        ("Time", "table tr th"),
        ("5 mg", "table tr td"),
        ("night", "table tr td"),
    ]
    dose, time, milligrams, _ = (block.containers for block in document.blocks)
    assert dose[:2] == time[:2]
    assert dose[0] == milligrams[0]
    assert dose[1] != milligrams[1]
    assert (dose[2].number, time[2].number) == (0, 1)


def test_merged_cells_are_read_once():
    merged = make_cell(make_paragraph("Morning"), properties='<w:vMerge w:val="restart"/>')
    wide = make_cell(make_paragraph("wide"), properties='<w:gridSpan w:val="2"/>')
    table = make_table(
        make_row(merged, make_cell(make_paragraph("a"))),
        make_row(make_cell(properties="<w:vMerge/>"), make_cell(make_paragraph("b"))),
        make_row(wide),
    )
    assert [text for text, _ in list_tags(read(table))] == ["Morning", "a", "b", "wide"]


def test_a_table_in_a_table_and_rows_in_content_controls():
    inner = make_table(make_row(make_cell(make_paragraph("in")), make_cell(make_paragraph("to"))))
    row = make_row(make_cell(make_paragraph("out"), inner), make_cell(make_paragraph("next")))
    table = make_table(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>")
    assert list_tags(read(table)) == [
        ("out", "table tr td"),
        ("in", "table tr td table tr td"),
        ("to", "table tr td table tr td"),
        ("next", "table tr td"),
    ]


def test_a_table_of_one_cell_is_a_frame():
    (block,) = read(make_table(make_row(make_cell(make_paragraph("Call us."))))).blocks
    assert (block.kind, block.containers) == (BlockKind.PARAGRAPH, ())


def test_two_paragraphs_of_a_cell_are_in_one_cell():
    cell = make_cell(make_paragraph("One."), make_paragraph("Two."))
    first, second, other = read(
        make_table(make_row(cell, make_cell(make_paragraph("Three."))))
    ).blocks
    assert first.containers == second.containers
    assert first.containers[:2] == other.containers[:2]


# Text boxes, notes, margins and other parts


def make_box(*paragraphs):
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wps:txbx>{content}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_behind_its_paragraph():
    body = make_paragraph("Wash ", make_box(make_paragraph("Call 999.")), "your hands.")
    document = read(body + make_paragraph("Rest."))
    assert [block.text for block in document.blocks] == ["Wash your hands.", "Call 999.", "Rest."]
    assert document.excluded_texts == ()


def test_an_older_text_box_and_one_inside_another():
    old = (
        "<w:r><w:pict><v:textbox><w:txbxContent>"
        f"{make_paragraph('Old.', make_box(make_paragraph('Inner.')))}"
        "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    assert [block.text for block in read(make_paragraph("One.", old)).blocks] == [
        "One.",
        "Old.",
        "Inner.",
    ]


def test_a_deleted_text_box_is_not_read():
    box = f"<w:del w:id='1' w:author='a'>{make_box(make_paragraph('Old.'))}</w:del>"
    assert [block.text for block in read(make_paragraph("One.", box)).blocks] == ["One."]


def test_notes_come_after_the_text():
    lines = "<w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
    note = f"<w:footnote w:id='2'>{make_paragraph('It is rare.')}</w:footnote>"
    end = f"<w:endnote w:id='2'>{make_paragraph('Ask us.')}</w:endnote>"
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    document = read(
        make_paragraph("It may itch", reference, ". Rest.") + make_paragraph("Sleep."),
        footnotes=lines + note,
        endnotes=end,
    )
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "It may itch. Rest."),
        (BlockKind.PARAGRAPH, "Sleep."),
        (BlockKind.FOOTNOTE, "It is rare."),
        (BlockKind.FOOTNOTE, "Ask us."),
    ]


def test_headers_and_footers_are_listed():
    document = read(
        make_paragraph("Rest."),
        header=make_paragraph("City Hospital") + make_paragraph(),
        footer=make_paragraph("Page 3"),
    )
    assert [block.text for block in document.blocks] == ["Rest."]
    assert list_excluded(document) == [
        ("City Hospital", "page header or footer"),
        ("Page 3", "page header or footer"),
    ]


def test_comments_that_are_there_already_are_no_text():
    word = docx.Document()
    run = word.add_paragraph().add_run("Wash your hands.")
    word.add_comment(run, text="Really?", author="Ann")
    assert [block.text for block in read_word_file(save(word)).blocks] == ["Wash your hands."]


def test_an_embedded_file_is_listed():
    document = read(make_paragraph("Rest.") + '<w:altChunk r:id="x"/>')
    assert list_excluded(document) == [("", "embedded file")]


def test_tracked_paragraphs_and_those_in_content_controls_are_read():
    body = (
        f"<w:ins w:id='1' w:author='a'>{make_paragraph('New.')}</w:ins>"
        f"<w:sdt><w:sdtContent>{make_paragraph('Control.')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{make_paragraph('Custom.')}</w:customXml>"
        f"<w:moveFrom w:id='2' w:author='a'>{make_paragraph('Gone.')}</w:moveFrom>"
    )
    assert [block.text for block in read(body).blocks] == ["New.", "Control.", "Custom."]


def test_all_text_is_in_a_block_or_listed():
    body = (
        make_paragraph("Signs", style="berschrift1")
        + make_paragraph("Take ", make_run("two ", "<w:vanish/>"), "three.", make_box("<w:p/>"))
        + make_table(make_row(make_cell(make_paragraph("5 mg")), make_cell()))
        + make_paragraph("Signs 3", style="Verzeichnis1")
    )
    document = read(body, styles=OTHERS, footer=make_paragraph("Page 3"))
    covered: set[int] = set()
    for part in (*document.blocks, *document.excluded_texts):
        covered.update(range(*part.span))
    text = document.source.text
    assert [sign for index, sign in enumerate(text) if index not in covered and sign != "\n"] == []


def test_findings_are_those_of_the_same_text_in_markdown():
    word = docx.Document()
    word.add_heading("Asthma", 1)
    word.add_heading("Signs", 3)
    paragraph = word.add_paragraph("The the ")
    paragraph.add_run("doctor will utili").bold = True
    paragraph.add_run("ze an inhaler.")
    linter = Linter(Config(), None)
    findings = linter.lint(decode_word_file(save(word))).diagnostics
    found = {one.rule: (one.start.line, one.text) for one in findings}
    assert found["structure/repeated-word"] == (3, "The the")
    assert found["structure/skipped-level"] == (2, "Signs")
    assert found["plain-language/complex-word"] == (3, "utilize")
    assert all(one.fix is None for one in findings)
