"""Word files as files: their properties, and those that are damaged, locked, huge or no Word file."""

import docx
import pytest

from plainlint import Config
from plainlint.engine.linter import Linter
from tests.helpers.word_files import (
    DOCUMENT_TYPE,
    decode_word_file,
    make_core,
    make_paragraph,
    make_properties,
    make_style,
    make_word_file,
    pack,
    read_word_file,
    replace_part,
    save,
    unpack,
)

BODY = make_paragraph("Wash your hands. Use soap and warm water each time.")
GOOD = make_word_file(BODY)


def get_values(data):
    head = read_word_file(data).front_matter
    return {name: head.get_text(name) for name in head.entries}


def lint(data):
    return Linter(Config(), None).lint(decode_word_file(data))


# Properties


def test_custom_properties_stand_for_front_matter():
    custom = make_properties(audienceLevel="patient", version=("i4", "3"), isDraft=("bool", "true"))
    assert get_values(make_word_file(BODY, custom=custom)) == {
        "audienceLevel": "patient",
        "version": "3",
        "isDraft": "true",
    }
    assert lint(make_word_file(BODY, custom=custom)).audience == "patient"


def test_a_date_is_written_as_in_front_matter():
    custom = make_properties(lastReviewed=("filetime", "2026-02-01T10:00:00Z"))
    assert get_values(make_word_file(BODY, custom=custom)) == {"lastReviewed": "2026-02-01"}


def test_words_own_properties_count_less_than_custom_ones():
    core = make_core(
        "<dc:title> Clean\n hands </dc:title><cp:contentStatus>active</cp:contentStatus>"
    )
    assert get_values(make_word_file(BODY, core=core)) == {
        "title": "Clean hands",
        "status": "active",
    }
    data = make_word_file(BODY, core=core, custom=make_properties(title="Hands"))
    assert get_values(data)["title"] == "Hands"


def test_a_file_without_properties_has_no_title():
    assert get_values(GOOD) == {}


def test_missing_metadata_is_a_finding():
    findings = [one for one in lint(GOOD).diagnostics if one.rule == "metadata/audience-level"]
    assert [(one.start.line, one.text) for one in findings] == [(1, "")]


# Language

SPANISH = make_paragraph(
    "Lávese las manos con agua y jabón antes de comer y después de ir al baño, y enséñeselo a los "
    "niños de la casa."
)


def test_the_language_of_the_text_counts_more_than_that_of_the_template():
    language = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-US'/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert read_word_file(make_word_file(SPANISH, styles=language)).language == "es"
    language = language.replace("en-US", "de-DE")
    assert read_word_file(make_word_file(BODY, styles=language)).language == "en"


@pytest.mark.parametrize(
    "parts",
    [
        {"core": make_core("<dc:language>fr-FR</dc:language>")},
        {"custom": make_properties(language="fr-FR")},
    ],
)
def test_a_language_can_be_declared(parts):
    assert (
        read_word_file(make_word_file(make_paragraph("Asthme: 3 x 2."), **parts)).language
        == "fr-FR"
    )


# Files that can't be read

LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
FOREIGN = '<!DOCTYPE w:document SYSTEM "http://a.org/x.dtd">'
STYLED = make_word_file(BODY, styles=make_style("A", "Normal"), custom=make_properties(a="b"))
NOTED = make_word_file(BODY, footnotes="<w:footnote w:id='2'/>", header=BODY, core=make_core(""))


def cut(data):
    """Return a packed file that ends too early."""
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    "data",
    [
        cut(GOOD),
        b"PK\x03\x04",
        b"PK\x03\x04" + bytes(200),
        replace_part(GOOD, "word/document.xml", lambda _: None),
        replace_part(GOOD, "word/document.xml", lambda _: b""),
        replace_part(GOOD, "word/document.xml", cut),
        replace_part(GOOD, "word/document.xml", lambda _: b"<html/>"),
        replace_part(GOOD, "word/document.xml", lambda xml: LAUGHS.encode() + xml),
        replace_part(GOOD, "word/document.xml", lambda xml: FOREIGN.encode() + xml),
        replace_part(GOOD, "word/document.xml", lambda xml: xml.replace(b"w:body", b"w:bdy")),
        replace_part(GOOD, "_rels/.rels", lambda _: None),
        replace_part(GOOD, "_rels/.rels", cut),
        replace_part(GOOD, "_rels/.rels", lambda xml: xml.replace(b'officeDocument"', b'x"')),
        replace_part(GOOD, "[Content_Types].xml", cut),
        replace_part(STYLED, "word/styles.xml", lambda _: None),
        replace_part(STYLED, "word/styles.xml", cut),
        replace_part(STYLED, "docProps/custom.xml", cut),
        replace_part(STYLED, "docProps/custom.xml", lambda xml: LAUGHS.encode() + xml),
        replace_part(NOTED, "word/footnotes.xml", cut),
        replace_part(NOTED, "word/footnotes.xml", lambda xml: LAUGHS.encode() + xml),
        replace_part(NOTED, "word/header.xml", cut),
        replace_part(NOTED, "docProps/core.xml", cut),
    ],
)
def test_a_damaged_file_is_one_finding(data):
    source = decode_word_file(data)
    assert source.problem == "a Word file that is damaged"
    assert source.text == ""
    (finding,) = lint(data).diagnostics
    assert finding.rule == "input/unsupported-format"
    assert "save it under a new name" in finding.help


def test_entities_are_not_expanded_in_attributes():
    bomb = LAUGHS.replace("w:document", "w:styles").encode()
    data = replace_part(
        STYLED, "word/styles.xml", lambda xml: bomb + xml.replace(b'"Normal"', b'"&c;"')
    )
    assert decode_word_file(data).problem == "a Word file that is damaged"


def test_a_file_that_fills_the_memory_is_refused():
    huge = pack({**unpack(GOOD), **{f"word/media/{n}.bmp": bytes(70_000_000) for n in range(3)}})
    assert len(huge) < 1_000_000
    assert decode_word_file(huge).problem == (
        "a packed file that unpacks to 210 MB, which is too large"
    )


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "a Word file with macros"),
        (DOCUMENT_TYPE.replace("document.main", "template.main"), "a Word template"),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "a Word template"),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "an Excel file",
        ),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "a PowerPoint file",
        ),
        ("application/xml", "a packed file with a Word ending, but not a Word file"),
    ],
)
def test_another_file_with_the_ending_of_a_word_file_is_named(kind, problem):
    assert decode_word_file(make_word_file(BODY, main_type=kind)).problem == problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pack({"a.txt": "Wash your hands."}), "a packed file with a Word ending, but not a Word"),
        (pack({}), "not a Word file"),
        (
            replace_part(
                GOOD,
                "_rels/.rels",
                lambda xml: xml.replace(
                    b"schemas.openxmlformats.org/officeDocument/2006",
                    b"purl.oclc.org/ooxml/officeDocument",
                ),
            ),
            "strict",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Word 97"),
        (b"", "not a Word file"),
        (b"Dear all", "not a Word file"),
    ],
)
def test_files_that_are_no_word_file(data, problem):
    source = decode_word_file(data)
    assert problem in source.problem
    assert source.advice


def test_tables_nested_too_deep_are_damage():
    deep = "<w:tbl><w:tr><w:tc>" * 90 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 90
    assert decode_word_file(make_word_file(deep)).problem == "a Word file that is damaged"


@pytest.mark.parametrize("count", [60])
def test_deep_tables_are_read(count):
    cell = "<w:tc>" + make_paragraph("a") + "</w:tc>"
    deep = f"<w:tbl><w:tr>{cell}<w:tc>" * count + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * count
    assert len(read_word_file(make_word_file(deep)).blocks) == count


def test_styles_that_are_based_on_each_other_end():
    styles = make_style("A", "One", based_on="B") + make_style("B", "Two", based_on="A")
    (block,) = read_word_file(
        make_word_file(make_paragraph("Rest.", style="A"), styles=styles)
    ).blocks
    assert block.text == "Rest."


def test_a_long_file_takes_time_in_proportion():
    word = docx.Document()
    paragraph = word.add_paragraph(style="List Bullet")
    for _ in range(20_000):
        paragraph.add_run("Wash your hands. ")
    document = read_word_file(save(word))
    assert len(document.blocks[0].sentences) == 20_000
