"""plainlint demo: the first minute with plainlint."""

import re

from tests.conftest import TODAY

SHOWN = "types-lung-research-crizotinib.md"


def run_demo(plainlint, *options):
    called = plainlint("demo", "-o", "try", "--today", TODAY, *options)
    assert called.code == 0, called.err
    return called.out.splitlines()


def test_the_worst_sentence_and_its_remedy_are_on_the_first_screen(plainlint):
    first_screen = run_demo(plainlint)[:24]
    assert first_screen[1] == "Too hard for patients"
    (at,) = [number for number, line in enumerate(first_screen) if line.startswith("1. line 67")]
    assert "“Despite this limitation, they" in first_screen[at]
    assert first_screen[at + 1 : at + 3] == [
        "   - Split it.",
        "   - Explain “median overall survival”: “the time at which half the patients are",
    ]


def test_it_is_short_and_fits_a_small_terminal(plainlint, monkeypatch):
    lines = run_demo(plainlint)
    assert len(lines) < 40
    assert max(map(len, lines)) <= 80
    assert sum(bool(re.match(r"\d\. line", line)) for line in lines) == 5
    monkeypatch.setenv("COLUMNS", "55")
    assert max(map(len, run_demo(plainlint))) <= 55


def test_the_document_with_mistakes_is_last(plainlint):
    lines = run_demo(plainlint)
    start = lines.index("The other sample documents") + 1
    assert lines[start + 4].split() == [
        "broken-front-matter.md",
        "grade",
        "0.6",
        "to",
        "3.1",
        "7",
        "errors",
    ]
    assert lines[start + 5] == ""


def test_it_says_where_the_report_is(plainlint, tmp_path):
    assert "    try/report/index.html" in run_demo(plainlint)
    assert SHOWN in (tmp_path / "try" / "report" / "index.html").read_text(encoding="utf-8")
    called = plainlint("demo")
    (named,) = [line.strip() for line in called.out.splitlines() if line.endswith("index.html")]
    assert "plainlint-demo-" in named


def test_a_document_that_was_changed_is_checked_as_it_is(plainlint, tmp_path):
    run_demo(plainlint)
    page = tmp_path / "try" / "documents" / SHOWN
    page.write_text(
        "---\naudienceLevel: patient\ntitle: Rest\n---\n\n" + "Rest well. " * 40, encoding="utf-8"
    )
    lines = run_demo(plainlint)
    assert lines[:2] == ["Rest", "On target for patients"]
    assert not any(line.startswith("1. line") for line in lines)
    assert page.read_text(encoding="utf-8").endswith("Rest well. ")


def test_a_file_in_the_way_is_named(plainlint, tmp_path):
    (tmp_path / "try").write_text("", encoding="utf-8")
    called = plainlint("demo", "-o", "try")
    assert called.code == 2
    assert called.err.startswith("plainlint: try")
