"""Documents in a language with a scale of ease, where a higher number is easier, over time."""

import json
from datetime import date

import pytest

from plainlint.core.levels import Level
from plainlint.run.comparison import PreviousResult, Trend, compute_delta
from plainlint.run.history import DocumentRecord, RunRecord, format_run, parse_run

TODAY = date(2026, 11, 22)
HEAD = "---\nlang: es\naudienceLevel: patient\ntitle: Su cita\n---\n\n# Su cita\n\n"
EASY = "Tome la pastilla con agua. No coma nada antes. Llame si tiene fiebre. "
HARD = (
    "La administración intravenosa de medicamentos inmunosupresores requiere monitorización "
    "hematológica periódica. La interrupción del tratamiento farmacológico ocasiona complicaciones "
    "cardiovasculares significativas. "
)


def find_scores(plainlint):
    out = plainlint("check", ".", "--output-format", "jsonl").out
    return [
        found
        for found in map(json.loads, out.splitlines())
        if found["rule"] == "readability/grade-level"
    ]


def test_a_spanish_page_that_gets_harder_is_reported_again(plainlint, write):
    folder = write("cita.md", HEAD + HARD * 15).parent
    assert plainlint("baseline", ".").code == 0
    rows = json.loads((folder / "plainlint-baseline.json").read_text())["documents"]
    (row,) = filter(None, rows)
    assert row["scale"] == "inflesz"

    assert find_scores(plainlint) == []
    write("cita.md", HEAD + (EASY + HARD) * 15)
    assert find_scores(plainlint) == []
    harder = HARD.replace("periódica", "periódicamente individualizada y multidisciplinaria")
    write("cita.md", HEAD + harder * 15)
    (found,) = find_scores(plainlint)
    assert found["help"].startswith("En la lista de avisos conocidos era ")


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        (Level(60, "inflesz"), Level(65, "inflesz"), Trend.BETTER),
        (Level(60, "inflesz"), Level(55, "inflesz"), Trend.WORSE),
        (Level(9), Level(55, "inflesz"), Trend.SAME),
    ],
)
def test_a_higher_number_is_easier(before, now, trend):
    assert compute_delta(PreviousResult(before, ()), PreviousResult(now, ())).standing is trend


def test_a_history_keeps_the_number_with_its_scale():
    record = DocumentRecord("too hard", None, 3, (), Level(48.25, "inflesz"))
    run = RunRecord(TODAY, "digest", {}, {"cita.md": record})

    assert parse_run(format_run(run)).documents["cita.md"].level == Level(48.25, "inflesz")


def test_a_history_without_scales_is_read():
    record = DocumentRecord("too hard", (9.5, 10.25), 3, ())
    line = format_run(RunRecord(TODAY, "digest", {}, {"visit.md": record}))

    assert "ease" not in line
    assert parse_run(line).documents["visit.md"].level == Level(9.5)
