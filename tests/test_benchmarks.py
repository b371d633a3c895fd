"""The benchmarks run on a small corpus; their times are not checked."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def printed(*command):
    script, *arguments = command
    done = subprocess.run(
        [sys.executable, f"benchmarks/{script}", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_speed():
    out = printed("speed.py", "seeds", "--small")
    for figure in ("no cache", "nothing changed", "all processes", "an edit of", "0.1 MB:"):
        assert figure in out


@pytest.mark.slow
def test_corpus_scale():
    out = printed("corpus_scale.py", "--documents", "5", "seeds")
    assert "1,000,000,000 documents" in out
    assert "4,096 cores,   1,000 rows a unit" in out


def test_other_linters_that_are_not_installed_are_named(tmp_path):
    out = printed("other_linters.py", "--node", str(tmp_path), "seeds")
    assert "alex is not installed" in out
    assert "plainlint" in out


def test_accuracy():
    assert "sentences" in printed("accuracy.py", "seeds")


def test_no_pattern_takes_long():
    assert "0 that take too long" in printed("pattern_growth.py", "--every", "60")


def test_pages_in_html():
    out = printed("html_pages.py", "seeds")
    assert "(100.000%)" in out
    assert "wrong span: 0" in out


@pytest.mark.parametrize("script", ["sentences.py", "many_rules.py"])
def test_others(script):
    assert printed(script, *(["seeds"] if script == "many_rules.py" else []))


def test_languages(tmp_path):
    (tmp_path / "es.txt").write_text("Lave la herida con agua y jabón.\n", encoding="utf-8")
    (tmp_path / "en-names.txt").write_text("Hospital de la Cruz\n", encoding="utf-8")
    out = printed("languages.py", str(tmp_path))
    assert out.count("100.0%") == 2
    assert "English taken for another language: 0" in out


@pytest.mark.slow
def test_damaged_documents():
    assert "500 inputs, 0 with a problem" in printed("fuzz.py", "--inputs", "500", "--seed", "7")


def test_judged_pages(tmp_path):
    page = "---\naudienceLevel: patient\n---\n\nHair loss is not uncommon.\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    sheet = tmp_path / "sheet.csv"
    assert printed("judged_pages.py", str(tmp_path), "--sheet", str(sheet)) == ""
    row = sheet.read_text(encoding="utf-8").splitlines()[1]
    assert row.startswith("page.md,plain-language/double-negative,")
    columns = ",".join(row.split(",")[:3])
    (tmp_path / "verdicts.csv").write_text(
        f"page,rule,finding,verdict,reason\n{columns},right,two negatives\n", encoding="utf-8"
    )
    out = printed("judged_pages.py", str(tmp_path))
    assert "first draw: 1 findings in 5 words" in out
    assert "judged: 1 right, 0 so-so, 0 wrong" in out


def test_a_missing_corpus_is_named():
    command = [sys.executable, "benchmarks/speed.py", "missing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "No Markdown files in missing" in done.stderr


def test_parity():
    out = printed("parity.py", "seeds")
    equal, total = out.split("equal: ")[1].split(" documents")[0].split(" of ")
    assert equal == total


def test_coverage_of_text():
    out = printed("coverage_of_text.py", "--draw", "1", "seeds")
    assert "unaccounted: 0 characters" in out
    assert "\nmarkup: heading mark\n" in out
