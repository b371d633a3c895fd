"""Test the history: a line a day, read back as it was, and safe when the file is damaged."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.run.comparison import FindingNote
from plainlint.run.history import (
    DocumentRecord,
    Figures,
    History,
    MeanEase,
    RunRecord,
    format_run,
    parse_run,
    read_history,
)

LONG = FindingNote("f1", "readability/long-sentence", Severity.ERROR, 12, text="A long sentence")
TERM = FindingNote("f2", "jargon/unexplained-term", Severity.WARNING, 14, text="sepsis")


def make_run(day="2026-11-22", *, rewrite=3, findings=(LONG, TERM)):
    figures = Figures(
        documents=2,
        too_hard=1,
        graded=1,
        to_rewrite=rewrite,
        error=1,
        warning=1,
        grades=(9.5, 10.25),
    )
    document = DocumentRecord("too hard", (9.5, 10.25), rewrite, tuple(findings))
    short = DocumentRecord("too short to say", None, None, ())
    return RunRecord(
        date.fromisoformat(day),
        "abc",
        {"docs": figures},
        {"docs/a.md": document, "docs/b.md": short},
    )


def test_a_run_is_read_back_as_it_was_written():
    assert parse_run(format_run(make_run())) == make_run()


counts = st.integers(0, 10**6)
notes = st.builds(
    FindingNote,
    fingerprint=st.text(),
    rule=st.text(),
    severity=st.sampled_from(Severity),
    line=counts,
    message=st.just(""),
    column=st.just(1),
    help=st.just(""),
    text=st.text(st.characters(exclude_categories=["Z", "C"]), max_size=40),
)


@given(st.dictionaries(st.text(), st.lists(notes)), st.text())
def test_any_path_and_text_comes_back(found, settings):
    documents = {
        path: DocumentRecord("too hard", None, None, tuple(findings))
        for path, findings in found.items()
    }
    run = RunRecord(date(2026, 11, 22), settings, {}, documents)
    line = format_run(run)
    assert "\n" not in line
    assert parse_run(line) == run


def test_a_line_says_which_numbers_it_has():
    line = json.loads(format_run(make_run()))
    assert line["date"] == "2026-11-22"
    assert line["totals"]["to_rewrite"] == line["folders"]["docs"]["to_rewrite"] == 3
    assert line["totals"]["grades"] == [9.5, 10.25]
    assert line["documents"]["docs/a.md"]["findings"][0] == ["f1", 0, 12, "A long sentence"]
    assert line["rules"][0] == ["readability/long-sentence", "error"]


def test_a_mean_counts_as_often_as_it_has_documents():
    one = Figures(documents=1, graded=1, grades=(4.0, 5.0))
    three = Figures(documents=4, graded=3, grades=(8.0, 9.0))
    assert Figures.sum([one, three, Figures(documents=2)]).grades == (7.0, 8.0)
    assert Figures.sum([Figures(documents=2)]).grades is None
    assert Figures.sum([]) == Figures()


def test_a_scale_of_ease_has_a_mean_of_its_own():
    one = Figures(documents=1, ease=(MeanEase("inflesz", 1, 40.0, 44.0),))
    three = Figures(
        documents=4,
        ease=(MeanEase("flesch_martins", 1, 50.0, 50.0), MeanEase("inflesz", 3, 60.0, 64.0)),
    )
    figures = Figures.sum([one, three, Figures(documents=2)])
    assert figures.ease == (
        MeanEase("flesch_martins", 1, 50.0, 50.0),
        MeanEase("inflesz", 4, 55.0, 59.0),
    )
    assert figures.grades is None
    run = RunRecord(date(2026, 11, 22), "", {"docs": figures}, {})
    assert parse_run(format_run(run)) == run
    assert "ease" not in json.loads(format_run(make_run()))["totals"]


def test_a_second_run_on_a_day_replaces_the_line_of_that_day():
    history = History().add(make_run("2026-11-22")).add(make_run("2026-11-23"))
    history = history.add(make_run("2026-11-22", rewrite=1))
    assert [(line.run.day.day, line.run.totals.to_rewrite) for line in history.lines] == [
        (22, 1),
        (23, 3),
    ]


def test_the_last_earlier_day_is_what_a_run_is_compared_with(write):
    history = History().add(make_run("2026-11-20", rewrite=5)).add(make_run("2026-11-22"))
    kept = read_history(write("h.jsonl", history.format()))
    assert kept.read_last_before(date(2026, 11, 22)) == make_run("2026-11-20", rewrite=5)
    assert [run.day.day for run in kept.list_runs_before(date(2026, 12, 1))] == [20, 22]
    assert kept.read_last_before(date(2026, 11, 20)) is None


def test_lines_stay_as_they_were(write):
    line = format_run(make_run("2026-11-20")).replace('{"format"', '{"by": "Ann", "format"')
    path = write("h.jsonl", f"\ufeff{line}\r\n\r\n")
    text = read_history(path).add(make_run()).format()
    assert text == f"{line}\n{format_run(make_run())}\n"


def test_a_file_that_does_not_exist_yet_is_an_empty_history(tmp_path):
    assert read_history(tmp_path / "h.jsonl") == History()


GOOD_LINE = format_run(make_run())


def spoil(**changes):
    return json.dumps({**json.loads(GOOD_LINE), **changes})


@pytest.mark.parametrize(
    "line",
    [
        GOOD_LINE[:-20],
        "[]",
        "null",
        "7",
        "<<<<<<< HEAD",
        "[" * 100_000,
        spoil(date="yesterday"),
        spoil(date=None),
        spoil(format="one"),
        spoil(folders=[]),
        spoil(folders={"docs": {}}),
        spoil(rules=[["a", "terrible"]]),
        GOOD_LINE.replace('"to_rewrite":3', '"to_rewrite":-3'),
        GOOD_LINE.replace('"to_rewrite":3', '"to_rewrite":1e999'),
        GOOD_LINE.replace('"to_rewrite":3', f'"to_rewrite":{"9" * 30}'),
        GOOD_LINE.replace("[9.5,10.25]", "[NaN,10.25]"),
        GOOD_LINE.replace("[9.5,10.25]", '"ab"'),
        b"\xff\xfe",
    ],
)
def test_a_damaged_line_is_named_with_what_to_do(write, line):
    data = line if isinstance(line, bytes) else line.encode()
    path = write("h.jsonl", b"\n".join([GOOD_LINE.encode(), data, b""]))
    with pytest.raises(PlainlintError, match=r"h\.jsonl:2: .* Take it out of the file"):
        read_history(path)


@pytest.mark.parametrize("table", [[], {"docs/a.md": {}}, {"docs/a.md": None}])
def test_damaged_documents_are_noticed_where_they_are_needed(write, table):
    history = read_history(write("h.jsonl", spoil(documents=table)))
    if table:
        with pytest.raises(PlainlintError, match=r"h\.jsonl:1: "):
            history.read_last_before(date(2026, 12, 1))


def test_a_line_of_a_newer_plainlint_asks_for_an_update(write):
    with pytest.raises(PlainlintError, match=r"h\.jsonl:1: .*Update plainlint"):
        read_history(write("h.jsonl", spoil(format=2)))


def test_a_history_that_is_a_folder_or_has_none_is_named(tmp_path):
    with pytest.raises(PlainlintError, match="regular file"):
        read_history(tmp_path)
    with pytest.raises(PlainlintError, match="no folder"):
        read_history(tmp_path / "missing" / "h.jsonl")
