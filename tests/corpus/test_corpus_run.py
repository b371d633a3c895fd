"""plainlint corpus: real processes, some of which are killed; no row is lost, none is there twice."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import plainlint as plainlint_package
from tests.corpus.helpers import DOCUMENTS, read_results, write_table


def start(tmp_path, *arguments):
    command = [sys.executable, "-m", "plainlint", "corpus", *map(str, arguments)]
    return subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)


def find_children(process):
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        return [int(child) for child in children.read_text().split()]
    except OSError:
        return []


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="there is no /proc")


def test_results_are_those_of_batch_in_one_file_a_unit(tmp_path, plainlint):
    texts = [*DOCUMENTS.values()] * 3
    write_table(tmp_path / "in.parquet", texts, row_group_size=7)
    called = plainlint("corpus", "in.parquet", "out", "--id", "name", "--unit-rows", 5)
    assert (called.code, called.out) == (0, "out: 12 documents checked\n")
    ranges = sorted(path.stem[-25:] for path in (tmp_path / "out").glob("part-*"))
    assert [(int(name[:12]), int(name[13:])) for name in ranges] == [(0, 5), (5, 7), (7, 12)]
    table = plainlint_package.batch(pq.read_table(tmp_path / "in.parquet"))
    expected = [
        {"source": "in.parquet", "row": number, **row}
        for number, row in enumerate(table.drop_columns(["text"]).to_pylist())
    ]
    assert read_results(tmp_path / "out") == expected


def test_a_second_run_checks_nothing_and_more_sources_are_added(tmp_path, plainlint):
    (tmp_path / "in").mkdir()
    write_table(tmp_path / "in/a.parquet", ["Rest."] * 4)
    assert plainlint("corpus", "in", "out").out == "out: 4 documents checked\n"
    states = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    again = plainlint("corpus", "in", "out")
    assert again.out == "out: 0 documents checked\n"
    assert "4 documents were done before" in again.err
    assert states == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    write_table(tmp_path / "in/b.parquet", ["Sleep."] * 3)
    assert plainlint("corpus", "in", "out").out == "out: 3 documents checked\n"
    assert [row["source"] for row in read_results(tmp_path / "out")].count("b.parquet") == 3


def test_json_lines_keep_columns_and_wrong_lines_are_errors(tmp_path, write, plainlint):
    lines = [
        json.dumps({"text": DOCUMENTS["hard.md"], "site": "a", "language": "en"}),
        "not JSON",
        json.dumps([1]),
        json.dumps({"text": 1, "site": {"b": 2}}),
        "",
        json.dumps({"text": "Descanse bien en su casa.", "language": "es"}),
    ]
    write("in.jsonl", "\n".join(lines))
    options = ("--keep", "site", "--language", "language", "--unit-rows", 2)
    called = plainlint("corpus", "in.jsonl", "out", *options)
    assert "4 documents could not be checked" in called.err
    rows = read_results(tmp_path / "out")
    assert [row["row"] for row in rows] == list(range(6))
    assert [row["site"] for row in rows] == ["a", None, None, '{"b": 2}', None, None]
    assert [row["input_language"] for row in rows] == ["en", None, None, None, None, "es"]
    assert [row["language"] for row in rows][-1] == "es"
    assert ["JSON" in row["error"] for row in rows[1:3]] == [True, True]
    assert "'text' is not a text" in rows[3]["error"]


def test_a_folder_of_documents_has_the_findings_of_check(tmp_path, write, plainlint):
    for name, text in DOCUMENTS.items():
        write(f"pages/part/{name}", text)
    write("pages/page.html", "<h1>Sleep</h1><p>Rest well in a dark room.</p>")
    write("pages/broken.md", b"caf\xe9")
    plainlint("corpus", "pages", "out", "--unit-rows", 2)
    found = plainlint("check", "pages", "--output-format", "json").json["documents"]
    rows = {row["source"]: row for row in read_results(tmp_path / "out")}
    assert sorted(f"pages/{name}" for name in rows) == [document["path"] for document in found]
    for document in found:
        row = rows[document["path"].removeprefix("pages/")]
        fingerprints = [finding["fingerprint"] for finding in document["diagnostics"]]
        assert [finding["fingerprint"] for finding in row["findings"]] == fingerprints
    assert "UTF-8" in rows["broken.md"]["error"]


@pytest.mark.parametrize("word", ["END", "KILL"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_row_that_kills_its_worker_is_the_only_error(tmp_path, plainlint, trouble, word, jobs):
    write_table(tmp_path / "in.parquet", ["Rest."] * 11 + [word] + ["Rest."] * 8)
    options = ("--unit-rows", 16, "--jobs", jobs, "--config", trouble, "--id", "name")
    called = plainlint("corpus", "in.parquet", "out", *options)
    assert (called.code, called.out) == (0, "out: 20 documents checked\n")
    rows = read_results(tmp_path / "out")
    assert [row["row"] for row in rows] == list(range(20))
    assert [row["name"] for row in rows if row["error"]] == ["n11"]
    assert "killed" in rows[11]["error"]
    assert plainlint("corpus", "in.parquet", "out", *options).out == "out: 0 documents checked\n"


def test_a_row_that_takes_too_long_is_an_error(tmp_path, plainlint, trouble):
    write_table(tmp_path / "in.parquet", ["Rest.", "FOREVER", "Rest."])
    options = ("--config", trouble, "--time-limit", 1)
    assert plainlint("corpus", "in.parquet", "out", *options).code == 0
    errors = [row["error"] for row in read_results(tmp_path / "out")]
    assert errors == [None, "it took longer than 1 seconds", None]


@needs_proc
def test_workers_that_are_killed_at_random_lose_nothing(tmp_path, trouble):
    write_table(tmp_path / "in.parquet", ["SLOW"] * 60)
    options = ("--unit-rows", 8, "--jobs", 2, "--config", trouble)
    process = start(tmp_path, "in.parquet", "out", *options)
    kills = 0
    while process.poll() is None and kills < 5:
        time.sleep(0.6)
        for child in find_children(process)[:1]:
            os.kill(child, signal.SIGKILL)
            kills += 1
    assert process.wait(timeout=120) == 0
    assert kills >= 3
    rows = read_results(tmp_path / "out")
    assert [(row["row"], row["error"]) for row in rows] == [(row, None) for row in range(60)]


@needs_proc
def test_a_run_goes_on_after_its_driver_was_killed(tmp_path, plainlint, trouble):
    write_table(tmp_path / "in.parquet", ["SLOW"] * 40)
    options = ("in.parquet", "out", "--unit-rows", 4, "--jobs", 2, "--config", trouble)
    process = start(tmp_path, *options)
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "out").glob("part-*"))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.kill()
    process.wait()
    done = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")}
    again = plainlint("corpus", *options)
    left = 40 - 4 * len(done)
    assert again.out == f"out: {left} documents checked\n"
    assert (
        done.items()
        <= {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")}.items()
    )
    assert [row["row"] for row in read_results(tmp_path / "out")] == list(range(40))
    assert not list((tmp_path / "out").glob(".part-*"))


def test_shards_share_the_units(tmp_path, plainlint):
    write_table(tmp_path / "in.parquet", ["Rest."] * 10)
    for shard, rows in (("1/3", 4), ("3/3", 2), ("2/3", 4)):
        called = plainlint("corpus", "in.parquet", "out", "--unit-rows", 2, "--shard", shard)
        assert called.out == f"out: {rows} documents checked\n"
    assert [row["row"] for row in read_results(tmp_path / "out")] == list(range(10))


def test_two_kinds_of_results_are_not_mixed(tmp_path, write, plainlint):
    write_table(tmp_path / "in.parquet", ["Rest."] * 4)
    assert plainlint("corpus", "in.parquet", "out").code == 0

    def refuse(*options):
        called = plainlint("corpus", "in.parquet", "out", *options)
        assert called.code == 2
        assert "name a new folder" in called.err
        return called.err

    assert "--unit-rows" in refuse("--unit-rows", 2)
    assert "columns" in refuse("--id", "name")
    assert "--no-findings" in refuse("--no-findings")
    settings = write("other.toml", 'ignore = ["metadata"]\n')
    assert "rules or settings" in refuse("--config", settings)
    write_table(tmp_path / "in.parquet", ["Rest."] * 5)
    assert "in.parquet has changed" in refuse()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.parquet", "out"), "none.parquet: no such file or folder"),
        (("in.csv", "out"), "known endings are .parquet"),
        (("broken.parquet", "out"), "broken.parquet: can't be read"),
        (("in.parquet", "out", "--text", "txt"), "no column 'txt'; did you mean 'text'?"),
        (("in.parquet", "out", "--keep", "nane"), "no column 'nane'; did you mean 'name'?"),
        (("in.parquet", "out", "--shard", "4/3"), "write 2/8 for the second of eight"),
        (("in.parquet", "out", "--time-limit", "soon"), "'soon' is not a number of seconds"),
        (("in.parquet", "full"), "name a new folder"),
        (("empty", "out"), "no Markdown files"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(tmp_path, write, plainlint, arguments, message):
    write_table(tmp_path / "in.parquet", ["Rest."])
    write("in.csv", "text\nRest.\n")
    write("broken.parquet", b"PAR1 and nothing else")
    write("full/letter.txt", "Dear all")
    (tmp_path / "empty").mkdir()
    called = plainlint("corpus", *arguments)
    assert called.code == 2
    assert message in called.err
    assert not (tmp_path / "out").exists()
