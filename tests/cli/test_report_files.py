"""Test what `report` writes besides its pages: the history, tables and the calendar."""

import csv
import io
import json
import re

import pytest

HEAD = "owner: Care team\nlastReviewed: 2026-01-31\nreviewFrequency: annual\n"


@pytest.fixture
def report(plainlint):
    def call(*arguments, today="2026-11-22", **options):
        return plainlint("report", "docs", "-o", "out", "--today", today, *arguments, **options)

    return call


@pytest.fixture
def documents(write, good, hard):
    write("docs/lung/a.md", hard.replace("---\n", f"---\n{HEAD}", 1))
    write("docs/care/b.md", good)


def read(path):
    return " ".join(path.read_text(encoding="utf-8").split())


def read_table(path):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def list_files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_each_day_adds_a_line_and_the_same_day_replaces_it(report, documents, tmp_path):
    history = tmp_path / "history.jsonl"
    for today in ("2026-11-20", "2026-11-22", "2026-11-22", "2026-11-21"):
        assert report("--history", "history.jsonl", today=today).code == 0
    days = [json.loads(line)["date"] for line in history.read_text().splitlines()]
    assert days == ["2026-11-20", "2026-11-21", "2026-11-22"]


def test_the_page_names_what_is_new_and_gone_since_the_last_day(
    report, documents, write, good, hard, tmp_path
):
    first = report("--history", "h.jsonl", today="2026-11-01")
    assert first.out.split() == ["out/index.html", "h.jsonl"]
    assert "nothing to compare yet" in read(tmp_path / "out/over-time.html")
    write("docs/lung/a.md", good)
    write("docs/care/b.md", hard)
    assert report("--history", "h.jsonl").code == 0
    page = read(tmp_path / "out/over-time.html")
    assert "1 page got better, 1 got worse" in page
    assert "22 November 2026 compared with 1 November 2026: the same 2 pages." in page
    assert re.search(r"Line \d+: Long sentences: “Wash your hands", page)
    assert re.search(r"<strong>New: \d+</strong>", page)
    assert 'href="over-time.html"' in read(tmp_path / "out/index.html")
    assert 'href="../over-time.html"' in read(tmp_path / "out/documents/docs-lung-a.html")


def test_a_comparison_names_what_is_new_and_gone_by_fingerprint(
    plainlint, report, documents, write, hard, tmp_path
):
    write("last.json", plainlint("check", "docs", "--output-format", "json").out)
    write("docs/care/b.md", hard)
    assert report("--compare", "last.json").code == 0
    page = read(tmp_path / "out/over-time.html")
    assert "22 November 2026 compared with last.json" in page
    assert re.search(r"Line 15: .*words in one sentence", page)
    document = read(tmp_path / "out/documents/docs-care-b.html")
    assert '<a href="../over-time.html#change-docs-care-b">See what is new and gone</a>' in document


def test_pages_are_kept_whether_or_not_there_is_a_history(report, documents, tmp_path):
    report("--history", "h.jsonl")
    with_history = read(tmp_path / "out/documents/docs-care-b.html")
    report()
    assert "over-time" not in read(tmp_path / "out/documents/docs-care-b.html")
    assert not (tmp_path / "out/over-time.html").exists()
    report("--history", "h.jsonl")
    assert read(tmp_path / "out/documents/docs-care-b.html") == with_history


def test_a_history_does_not_depend_on_the_current_folder(report, plainlint, documents, tmp_path):
    report("--history", "h.jsonl", today="2026-11-01")
    plainlint(
        "report", ".", "-o", "../out", "--history", "../h.jsonl", "--today", "2026-11-22",
        cwd=tmp_path / "docs",
    )  # fmt: skip
    assert "No page got better or worse" in read(tmp_path / "out/over-time.html")
    lines = (tmp_path / "h.jsonl").read_text().splitlines()
    folders = [json.loads(line)["folders"].keys() for line in lines]
    assert folders == [{"docs/lung", "docs/care"}] * 2


def test_a_damaged_history_stops_the_report_before_anything_is_written(
    report, documents, write, tmp_path
):
    report("--history", "h.jsonl", today="2026-11-01")
    damaged = (tmp_path / "h.jsonl").read_text() + "<<<<<<< HEAD\n"
    write("h.jsonl", damaged)
    before = list_files(tmp_path)
    called = report("--history", "h.jsonl", "--csv", "d.csv")
    assert called.code == 2
    assert "h.jsonl:2: this line is damaged. Take it out of the file" in called.err
    assert (tmp_path / "h.jsonl").read_text() == damaged
    assert list_files(tmp_path) == before


def test_a_line_with_other_folders_that_is_replaced_is_noted(report, plainlint, documents):
    report("--history", "h.jsonl")
    called = plainlint(
        "report", "docs/lung", "-o", "lung", "--history", "h.jsonl", "--today", "2026-11-22"
    )
    assert "which had other folders, was replaced" in called.err


def test_tables_and_calendar_hold_what_was_found(report, documents, tmp_path):
    called = report(
        "--csv", "d.csv", "--csv-findings", "f.csv", "--xlsx", "x.xlsx", "--ics", "r.ics"
    )
    assert called.out.split() == ["out/index.html", "d.csv", "f.csv", "x.xlsx", "r.ics"]
    rows = read_table(tmp_path / "d.csv")
    assert [row["Path"] for row in rows] == ["docs/care/b.md", "docs/lung/a.md"]
    assert (rows[1]["Owner"], rows[1]["Review due"]) == ("Care team", "2027-01-31")
    findings = read_table(tmp_path / "f.csv")
    assert {row["Weight"] for row in findings} <= {"Must fix", "Should fix", "Could fix"}
    weights = ("Must fix", "Should fix", "Could fix")
    assert len(findings) == sum(int(row[weight]) for row in rows for weight in weights)
    assert (tmp_path / "x.xlsx").read_bytes()[:2] == b"PK"
    assert "DTSTART;VALUE=DATE:20270131\r\n" in (tmp_path / "r.ics").read_bytes().decode()


def test_nothing_but_what_is_named_is_written(report, documents, tmp_path):
    before = list_files(tmp_path)
    report("--csv", "d.csv", "--xlsx", "x.xlsx", "--ics", "r.ics", "--history", "h.jsonl")
    added = {name for name in list_files(tmp_path) - before if not name.startswith("out/")}
    assert added == {"d.csv", "x.xlsx", "r.ics", "h.jsonl"}


def test_a_hostile_title_is_no_formula(report, write, good, tmp_path):
    write("docs/a.md", good.replace("title: Clean hands", "title: '=cmd|calc!A1'"))
    report("--csv", "d.csv")
    assert '"\'=cmd|calc!A1"' in (tmp_path / "d.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--csv", "a.txt", "--ics", "./a.txt"], "named twice"),
        (["--csv", "docs/lung/a.md"], "a document to check"),
        (["--history", "docs/lung/a.md"], "a document to check"),
        (["--ics", "missing/r.ics"], "there is no folder missing"),
        (["--xlsx", "docs"], "this is a folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_named_first(
    report, documents, tmp_path, arguments, words
):
    before = list_files(tmp_path)
    called = report(*arguments)
    assert called.code == 2
    assert words in called.err
    assert list_files(tmp_path) == before


def test_a_missing_package_for_spreadsheets_is_named(report, documents, write, tmp_path):
    write("hidden/xlsxwriter.py", "raise ImportError\n")
    import os
    from pathlib import Path

    import plainlint

    root = Path(plainlint.__file__).parents[1]
    path = os.pathsep.join([str(tmp_path / "hidden"), str(root)])
    called = report("--xlsx", "x.xlsx", env={**os.environ, "PYTHONPATH": path})
    assert called.code == 2
    assert "pip install 'plainlint[xlsx]'" in called.err
    assert not (tmp_path / "out").exists()


def test_an_owner_has_a_page_as_long_as_there_is_a_document(
    report, documents, write, good, tmp_path
):
    report()
    page = tmp_path / "out/documents/owner-care-team.html"
    assert "Pages of Care team" in read(page)
    assert 'href="../documents/docs-lung-a.html"' in read(page)
    assert 'href="documents/owner-care-team.html"' in read(tmp_path / "out/index.html")
    write("docs/lung/a.md", good)
    report()
    assert not page.exists()


def test_a_single_file_has_the_same_pages(report, documents, tmp_path):
    report("--history", "h.jsonl", today="2026-11-01")
    assert report("--history", "h.jsonl", "--single-file", "one.html").code == 0
    text = (tmp_path / "one.html").read_text()
    assert 'id="over-time--"' in text
    assert 'href="#owner-care-team--"' in text
