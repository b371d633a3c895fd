"""docs/engines.md: each snippet runs where its engine is installed; the same units run on Ray."""

import re
import subprocess
import sys
from importlib.util import find_spec

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import plainlint as plainlint_package
from tests.conftest import ROOT
from tests.corpus.helpers import DOCUMENTS, read_results, write_table

PAGE = (ROOT / "docs/engines.md").read_text(encoding="utf-8")
SNIPPETS = dict(re.findall(r"^```python (\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def require(engine):
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")


def test_there_is_a_snippet_for_each_engine():
    assert set(SNIPPETS) == {"ray", "pyspark", "daft", "polars", "duckdb", "datatrove"}
    for code in SNIPPETS.values():
        assert 5 <= len(re.findall(r"^.*\S", code, re.MULTILINE)) <= 15


@pytest.mark.slow
@pytest.mark.parametrize("engine", SNIPPETS)
def test_the_snippet_gives_the_results_of_batch(engine, tmp_path):
    require(engine)
    table = pa.table({"id": list(DOCUMENTS), "text": list(DOCUMENTS.values())})
    pq.write_table(table, tmp_path / "documents.parquet")
    (tmp_path / "snippet.py").write_text(SNIPPETS[engine])
    command = [sys.executable, "snippet.py"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    parts = [*tmp_path.glob("checked*/*.parquet"), *tmp_path.glob("checked.parquet")]
    rows = [row for part in parts if part.is_file() for row in pq.read_table(part).to_pylist()]
    # Daft has the results in a column of their own.
    rows = [{**row.pop("plainlint", {}), **row} for row in rows]
    expected = plainlint_package.batch(table).to_pylist()
    assert sorted(rows, key=lambda row: row["id"]) == sorted(expected, key=lambda row: row["id"])


@pytest.mark.slow
def test_units_on_ray_survive_a_row_that_kills_its_worker(tmp_path, trouble):
    require("ray")
    write_table(tmp_path / "in.parquet", ["Rest."] * 5 + ["KILL"] + ["Rest."] * 4)
    options = ("--engine", "ray", "--unit-rows", "8", "--jobs", "2", "--config", str(trouble))
    command = [sys.executable, "-m", "plainlint", "corpus", "in.parquet", "out", *options]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert "10 documents checked" in done.stdout, done.stderr
    rows = read_results(tmp_path / "out")
    assert [row["row"] for row in rows] == list(range(10))
    assert [row["row"] for row in rows if row["error"]] == [5]
    local = [*command[:6], *options[2:], "--jobs", "1"]
    again = subprocess.run(local, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "0 documents checked" in again.stdout


def test_without_ray_the_message_names_the_extra(tmp_path):
    write_table(tmp_path / "in.parquet", ["Rest."])
    code = (
        "import sys; sys.modules['ray'] = None; from plainlint.cli.main import run\n"
        "sys.exit(run(['corpus', 'in.parquet', 'out', '--engine', 'ray']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "pip install 'plainlint[ray]'" in done.stderr) == (2, True)
