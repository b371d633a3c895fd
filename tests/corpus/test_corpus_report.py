"""plainlint corpus report: one page on all results, computed by DuckDB."""

import subprocess
import sys
from importlib.util import find_spec

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from plainlint.corpus.report import render_report
from plainlint.corpus.statistics import compute_statistics
from tests.corpus.helpers import DOCUMENTS

needs_duckdb = pytest.mark.skipif(find_spec("duckdb") is None, reason="duckdb is not installed")
SHARED = (
    "The percutaneous administration of anticoagulant medication is contraindicated in "
    "haemodynamically compromised individuals with thrombocytopenia."
)


@pytest.fixture
def results(tmp_path, plainlint):
    """Return a folder of results: two sites, two kinds of readers, one text missing."""
    texts = [*DOCUMENTS.values()][:3] * 4 + [f"{SHARED}\n\nPage {page}.\n" for page in range(5)]
    table = pa.table(
        {
            "text": [*texts, None],
            "url": [f"{'ab'[number % 2]}.org/<{number}>" for number in range(18)],
            "reader": ["patient", "general"] * 9,
            "site": pa.array([number % 3 for number in range(18)]),
        }
    )
    pq.write_table(table, tmp_path / "in.parquet")
    columns = ("--id", "url", "--audience", "reader", "--keep", "site")
    assert plainlint("corpus", "in.parquet", "out", "--unit-rows", 5, *columns).code == 0
    return tmp_path / "out"


@needs_duckdb
def test_documents_are_grouped_by_readers_kept_columns_language_and_folder(results):
    statistics = compute_statistics(results)
    assert (statistics.whole.documents, statistics.whole.errors) == (18, 1)
    names = {
        title: {group.name: group.documents for group in groups}
        for title, groups in statistics.groups.items()
    }
    assert names == {
        "reader": {"general": 9, "patient": 9},
        "site": {"0": 6, "1": 6, "2": 6},
        "language": {"en": 13, "es": 4, "(none)": 1},
        "folder": {"a.org": 9, "b.org": 9},
    }
    grades, ease = statistics.whole.spreads
    assert (grades.scale, sum(grades.bars)) == ("", 13)
    assert grades.easy is not None
    assert grades.median is not None
    assert grades.hard is not None
    assert grades.easy < grades.median <= grades.hard
    # A higher number is easier.
    assert (ease.scale, sum(ease.bars)) == ("INFLESZ", 4)
    assert ease.easy is not None
    assert ease.hard is not None
    assert ease.easy >= ease.hard
    by_language = {group.name: group.spreads for group in statistics.groups["language"]}
    assert [spread.scale for spread in by_language["es"]] == ["INFLESZ"]
    assert [spread.scale for spread in by_language["en"]] == [""]
    assert len(statistics.whole.samples) == 5
    assert statistics == compute_statistics(results)


@needs_duckdb
def test_shared_sentences_common_words_and_errors_are_ranked(results):
    statistics = compute_statistics(results)
    repeated = {each.text: each.documents for each in statistics.repeated}
    assert repeated[SHARED] == 5
    (error,) = statistics.errors
    assert (error.text, error.documents) == ("it has no text", 1)
    totals = [total for _, total, _ in statistics.rules]
    assert totals == sorted(totals, reverse=True)
    words = {text.text for _, _, texts in statistics.rules for text in texts}
    assert "utilisation" in words
    assert all(len(word) <= 40 for word in words)


@needs_duckdb
def test_the_page_needs_nothing_else_and_runs_nothing(results, plainlint, tmp_path):
    called = plainlint("corpus", "report", "out", "-o", "site/new")
    assert called.out == "site/new/index.html\n"
    page = (tmp_path / "site/new/index.html").read_text(encoding="utf-8")
    assert page == render_report(compute_statistics(results))
    assert SHARED in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "a.org/&lt;0&gt;" in page
    assert "a.org/<0>" not in page


@needs_duckdb
def test_results_without_findings_have_a_report_too(tmp_path, plainlint):
    pq.write_table(pa.table({"text": ["Rest well.", "Sleep."]}), tmp_path / "in.parquet")
    plainlint("corpus", "in.parquet", "out", "--no-findings")
    assert plainlint("corpus", "report", "out").code == 0
    assert "What is found most" not in (tmp_path / "reports/index.html").read_text()


@needs_duckdb
def test_a_folder_without_results_is_refused(tmp_path, plainlint):
    (tmp_path / "empty").mkdir()
    called = plainlint("corpus", "report", "empty")
    assert called.code == 2
    assert "no results of `plainlint corpus`" in called.err


def test_without_duckdb_the_message_names_the_extra(tmp_path):
    code = (
        "import sys; sys.modules['duckdb'] = None; from plainlint.cli.main import run\n"
        "sys.exit(run(['corpus', 'report', 'out']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    message = "pip install 'plainlint[corpus-report]'"
    assert (done.returncode, message in done.stderr) == (2, True)
