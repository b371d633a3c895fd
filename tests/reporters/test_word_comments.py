"""Findings as comments in a copy of a Word file: at their words, and with nothing else changed."""

import shutil
import subprocess

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config
from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.source import Span
from plainlint.engine.linter import Linter
from plainlint.reporters.word_comments import write_comments
from tests.helpers.word_files import (
    decode_word_file,
    list_comments,
    list_texts,
    make_paragraph,
    make_run,
    make_word_file,
    read_word_file,
    save,
    unpack,
)


def make_finding(source, text, occurrence=0):
    """Return a finding on a text of a source; an empty text is the file as a whole."""
    start = -1
    for _ in range(occurrence + 1):
        start = source.text.index(text, start + 1)
    return make_finding_at(source, Span(start, start + len(text)))


def make_finding_at(source, span):
    return Diagnostic(
        path=source.path,
        rule="house/word",
        severity=Severity.WARNING,
        message=f"About '{source.slice(span)}'.",
        help="Write it better.",
        span=span,
        start=source.locate(span.start),
        end=source.locate(span.end),
        text=source.slice(span),
        audience="patient",
    )


def annotate(body, *texts, **parts):
    """Return what the comments for findings on these texts are around, in a file with this body."""
    data = make_word_file(body, **parts)
    source = decode_word_file(data)
    copy = write_comments(source, [make_finding(source, text) for text in texts])
    assert list_texts(copy)[: len(list_texts(data))] == list_texts(data)
    return [text for text, _ in list_comments(copy)]


def test_a_comment_has_message_help_and_rule():
    source = decode_word_file(make_word_file(make_paragraph("Utilize soap.")))
    copy = write_comments(source, [make_finding(source, "Utilize")])
    assert list_comments(copy) == [
        ("Utilize", "About 'Utilize'.\nWrite it better.\nhouse/word"),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        make_paragraph("Please utilize soap."),
        make_paragraph("Please utili", make_run("ze soap.", "<w:b/>")),
        make_paragraph("Please ", make_run("utilize", "<w:i/>"), " soap."),
        make_paragraph("Ple", "ase ut", "il", "ize", " soap."),
        make_paragraph("Please ", "<w:del w:id='1' w:author='a'><w:r><w:delText>use</w:delText></w:r></w:del>", "utilize soap."),
        make_paragraph("Please ", f"<w:ins w:id='1' w:author='a'>{make_run('utilize it and')}</w:ins>", " soap."),
        make_paragraph("Please ", f"<w:hyperlink w:anchor='x'>{make_run('utilize it')}</w:hyperlink>"),
        make_paragraph(f"<w:sdt><w:sdtContent>{make_run('Please utilize it.')}</w:sdtContent></w:sdt>"),
        make_paragraph("<w:r><w:t xml:space='preserve'>Please </w:t><w:tab/><w:t>utilize it</w:t><w:br/><w:t>now</w:t></w:r>"),
        make_paragraph("<w:r><w:t> Please utilize </w:t></w:r>"),
        f"<w:tbl><w:tr><w:tc>{make_paragraph('Please utilize it.')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    ],
)  # fmt: skip
def test_a_comment_is_around_its_words(paragraph):
    assert annotate(paragraph, "utilize") == ["utilize"]


def test_text_beyond_the_basic_plane_is_counted_right():
    assert annotate(make_paragraph("\U0001f489\U0001f489 utilize \U0001f489"), "utilize") == [
        "utilize"
    ]


def test_comments_may_overlap():
    body = make_paragraph("Please utilize ", make_run("the soap", "<w:b/>"), " each day.")
    assert annotate(body, "Please utilize the", "utilize the soap", "utilize", "the") == [
        "Please utilize the",
        "utilize",
        "utilize the soap",
        "the",
    ]


def test_the_second_of_two_equal_words():
    source = decode_word_file(make_word_file(make_paragraph("No, no, no.")))
    copy = write_comments(source, [make_finding(source, "no", 1)])
    (paragraph,) = docx.Document(_open(copy)).paragraphs
    before = paragraph._p.xpath("w:commentRangeStart/preceding-sibling::w:r")
    assert "".join(run.text for run in before) == "No, no, "


def _open(data):
    from io import BytesIO

    return BytesIO(data)


def test_a_cut_run_keeps_its_look():
    body = make_paragraph(make_run("Please utilize soap.", '<w:b/><w:color w:val="FF0000"/>'))
    source = decode_word_file(make_word_file(body))
    copy = write_comments(source, [make_finding(source, "utilize")])
    runs = [run for run in docx.Document(_open(copy)).paragraphs[0].runs if run.text]
    assert [(run.text, run.bold, str(run.font.color.rgb)) for run in runs] == [
        ("Please ", True, "FF0000"),
        ("utilize", True, "FF0000"),
        (" soap.", True, "FF0000"),
    ]


def test_a_run_with_a_picture_or_a_field_is_not_cut():
    picture = '<w:r><w:t xml:space="preserve">Please utilize </w:t><w:drawing/></w:r>'
    assert annotate(make_paragraph(picture, "soap."), "utilize") == ["Please utilize "]


def test_a_finding_on_the_file_is_at_its_first_text():
    data = make_word_file(make_paragraph() + make_paragraph("Soap") + make_paragraph("Use it."))
    source = decode_word_file(data)
    copy = write_comments(source, [make_finding_at(source, Span(0, 0))])
    assert [text for text, _ in list_comments(copy)] == ["Soap"]


@pytest.mark.parametrize("body", ["", make_paragraph(), make_paragraph("<m:oMath/>")])
def test_a_file_without_text_has_no_comments(body):
    source = decode_word_file(make_word_file(body))
    copy = write_comments(source, [make_finding_at(source, Span(0, 0))])
    assert list_comments(copy) == []


def test_a_finding_in_a_note_is_at_its_reference():
    body = make_paragraph("It itches", "<w:r><w:footnoteReference w:id='2'/></w:r>", ".")
    note = f"<w:footnote w:id='2'>{make_paragraph('Please utilize soap.')}</w:footnote>"
    source = decode_word_file(make_word_file(body, footnotes=note))
    copy = write_comments(source, [make_finding(source, "utilize")])
    started = docx.Document(_open(copy)).element.body.xpath("//w:commentRangeStart")
    assert started[0].getnext().xpath("w:footnoteReference")
    assert b"commentRange" not in unpack(copy)["word/footnotes.xml"]


def test_a_finding_in_a_text_box_is_at_the_box():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{make_paragraph('Please utilize soap.')}</w:txbxContent></v:textbox></w:pict></w:r>"
    source = decode_word_file(make_word_file(make_paragraph("Wash ", box, "well.")))
    copy = write_comments(source, [make_finding(source, "utilize")])
    (started,) = docx.Document(_open(copy)).element.body.xpath("//w:commentRangeStart")
    assert started.getnext().xpath("w:pict")


def test_comments_that_are_there_already_are_kept():
    word = docx.Document()
    run = word.add_paragraph().add_run("Please utilize soap.")
    word.add_comment(run, text="Really?", author="Ann")
    source = decode_word_file(save(word))
    comments = list_comments(write_comments(source, [make_finding(source, "utilize")]))
    assert [(text, comment.partition("\n")[0]) for text, comment in comments] == [
        ("Please utilize soap.", "Really?"),
        ("utilize", "About 'utilize'."),
    ]


def test_all_other_parts_stay_as_they_are():
    data = make_word_file(make_paragraph("Please utilize soap."), footer=make_paragraph("Page 3"))
    source = decode_word_file(data)
    before, after = unpack(data), unpack(write_comments(source, [make_finding(source, "utilize")]))
    assert set(after) - set(before) == {"word/comments.xml"}
    assert b"Page 3" in after["word/footer.xml"]


@given(
    st.lists(st.text(st.sampled_from("ab \u00a0\U0001f489"), min_size=1, max_size=5), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 25), st.integers(1, 9)), max_size=6),
)  # fmt: skip
def test_any_finding_in_any_runs(texts, places):
    data = make_word_file(make_paragraph(*map(make_run, texts)))
    source = decode_word_file(data)
    whole = len(source.text)
    spans = sorted(
        {Span(start, min(start + length, whole)) for start, length in places if start < whole}
    )
    copy = write_comments(source, [make_finding_at(source, span) for span in spans])
    assert [text for text, _ in list_comments(copy)] == [source.slice(span) for span in spans]
    assert list_texts(copy) == list_texts(data)
    assert read_word_file(copy).source.text == source.text


def test_many_findings_take_time_in_proportion():
    source = decode_word_file(make_word_file(make_paragraph("utilize " * 2_000)))
    findings = [make_finding_at(source, Span(8 * index, 8 * index + 7)) for index in range(2_000)]
    assert len(list_comments(write_comments(source, findings))) == 2_000


def make_leaflet():
    """Return a leaflet with findings in all kinds of places."""
    word = docx.Document()
    word.add_heading("Asthma", 0)
    paragraph = word.add_paragraph("The the doctor will utili")
    paragraph.add_run("ze an").bold = True
    paragraph.add_run(" inhaler in order to facilitate the administration of medication.")
    word.add_paragraph("Take it prior to sleep, and subsequently rest.", style="List Bullet")
    word.add_table(1, 2).cell(0, 1).text = "Take it approximately twice a day."
    return save(word)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_comments_at_their_words(tmp_path):
    source = decode_word_file(make_leaflet())
    findings = Linter(Config(), None).lint(source).diagnostics
    copy = write_comments(source, findings)
    (tmp_path / "copy.docx").write_bytes(copy)
    command = [
        *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", "copy.docx"),
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    saved = list_comments((tmp_path / "out/copy.docx").read_bytes())
    assert sorted(text for text, _ in saved) == sorted(text for text, _ in list_comments(copy))
    assert len(saved) == len(findings)
