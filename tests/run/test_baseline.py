"""Baselines: recorded findings are not reported again, new ones are, and the file merges."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from plainlint import lint_text
from plainlint.config.settings import Config
from plainlint.engine.fingerprints import compute_former_fingerprint
from tests.conftest import ROOT, TODAY

LONG = "Wash " + "your hands and " * 12 + "then rest until {} o'clock."
TIMES = ["one", "two", "three", "four", "five", "six"]


@pytest.fixture
def document(write, good, plainlint):
    """Write a document with long sentences, and a baseline of it."""
    paragraphs = [LONG.format(time) for time in TIMES] + ["It may lead to sepsis."]
    paragraphs.insert(3, "## When to rest")
    path = write("docs/hands.md", good + "\n" + "\n\n".join(paragraphs) + "\n")
    assert plainlint("baseline", ".").code == 0
    return path


def list_findings(plainlint, *options):
    """Return the findings that a check reports."""
    out = plainlint("check", ".", "--output-format", "jsonl", *options).out
    return [json.loads(line) for line in out.splitlines()]


def test_findings_in_the_baseline_are_not_reported(plainlint, document):
    called = plainlint("check", ".")
    assert called.code == 0
    assert "no findings. Not listed: 8 in the baseline." in called.out
    assert len(list_findings(plainlint, "--no-baseline")) == 8


def test_moved_reflowed_and_renamed_text_stays_in_the_baseline(plainlint, document, write):
    head, *paragraphs = document.read_text().split("\n\nWash ")
    random.Random(1).shuffle(paragraphs)
    reflowed = "\n\nWash ".join([head, *paragraphs]).replace(" and your hands", "\nand your hands")
    document.unlink()
    write("other/clean.md", reflowed)
    assert list_findings(plainlint) == []


def test_a_paragraph_may_move_to_another_document(plainlint, document, write, good):
    text = document.read_text()
    sentence = LONG.format("three")
    document.write_text(text.replace(sentence + "\n\n", ""))
    write("docs/rest.md", good + f"\n{sentence}\n")
    assert list_findings(plainlint) == []
    document.write_text(text)
    (new,) = list_findings(plainlint, "--select", "readability/long-sentence")
    assert new["path"] == "docs/rest.md"


def test_new_and_changed_sentences_are_reported(plainlint, document):
    text = document.read_text()
    document.write_text(text.replace("five o'clock", "noon") + "\n" + LONG.format("ten") + "\n")
    assert [finding["text"] for finding in list_findings(plainlint)] == [
        LONG.format("noon").replace(" o'clock", ""),
        LONG.format("ten"),
    ]


def test_one_more_finding_of_the_same_kind_is_reported_once(plainlint, document):
    document.write_text(document.read_text() + "\n" + LONG.format("two") + "\n")
    assert len(list_findings(plainlint)) == 1


def test_a_recorded_word_in_a_changed_sentence_is_not_new(plainlint, document):
    document.write_text(document.read_text().replace("It may lead", "It can also lead"))
    assert list_findings(plainlint) == []


def test_a_long_paragraph_with_one_more_sentence_is_not_new(plainlint, write, good):
    short = " ".join(f"Take the pill at {time}. Then rest for a while." for time in TIMES * 4)
    path = write("a.md", f"{good}\n{short}\n")
    assert "in the baseline" in plainlint("check", ".").out or plainlint("baseline", ".").code == 0
    path.write_text(f"{good}\n{short} Sleep well.\n")
    assert list_findings(plainlint) == []
    path.write_text(f"{good}\nSleep well. {short}\n")
    assert list_findings(plainlint) == []


def test_a_document_may_not_get_harder(plainlint, write, good):
    plain = "The doctor will look at your hands and tell you what to do next. " * 40
    hard = "Immunohistochemistry characteristically demonstrates heterogeneous abnormalities. " * 25
    path = write("a.md", f"{good}\n{plain}\n\n{hard}\n")
    plainlint("baseline", ".", "--select", "readability/grade-level")
    path.write_text(f"{good}\n{plain}\n\n{hard}\n\n{hard[:82]}\n")
    select = ("--select", "readability/grade-level")
    assert list_findings(plainlint, *select) == []
    path.write_text(f"{good}\n{plain}\n\n{hard}\n\n{hard}\n")
    (harder,) = list_findings(plainlint, *select)
    assert harder["rule"] == "readability/grade-level"
    assert harder["help"].startswith("It was grade ")


def test_update_removes_stale_entries_and_adds_none(plainlint, document, tmp_path):
    text = document.read_text()
    document.write_text(text.replace(LONG.format("one"), "Rest.").replace(" two ", " twelve "))
    called = plainlint("check", ".", "--check-baseline", "--fail-on", "never")
    assert called.code == 1
    assert " stale entr" in called.out
    assert "docs/hands.md: readability/long-sentence: Wash your hands" in called.out
    before = (tmp_path / "plainlint-baseline.json").read_text().count("long-sentence")
    plainlint("baseline", ".", "--update")
    after = (tmp_path / "plainlint-baseline.json").read_text().count("long-sentence")
    assert (before, after) == (6, 4)
    assert plainlint("check", ".", "--check-baseline", "--fail-on", "never").code == 0
    assert [finding["text"] for finding in list_findings(plainlint)] == [LONG.format("twelve")]


def test_a_stricter_rule_reports_in_unchanged_documents(plainlint, document, write):
    write("plainlint.toml", '[rule."readability/long-sentence".limits.target]\npatient = 11\n')
    new = list_findings(plainlint, "--select", "readability/long-sentence")
    assert [finding["text"] for finding in new] == [
        "Rub for as long as it takes to sing a short song."
    ]


def test_a_review_becomes_overdue_in_an_unchanged_document(plainlint, write, good):
    dated = "license: cc_by\nlastReviewed: 2026-01-01\nreviewFrequency: annual\n"
    write("a.md", good.replace("license: cc_by\n", dated))
    plainlint("baseline", ".", "--today", "2026-06-01")
    assert list_findings(plainlint, "--today", "2026-06-02") == []
    (late,) = list_findings(plainlint, "--today", "2027-06-01")
    assert late["rule"] == "metadata/review-overdue"


def test_an_explanation_may_move_after_its_term(plainlint, write, good):
    first, second = "It may be sepsis (a bad reaction of the body).", "Sepsis can be treated."
    path = write("a.md", f"{good}\n{first}\n\n{second}\n")
    plainlint("baseline", ".")
    path.write_text(f"{good}\n{second}\n\n{first}\n")
    assert list_findings(plainlint) == []
    assert [finding["text"] for finding in list_findings(plainlint, "--no-baseline")] == ["Sepsis"]


def test_the_file_is_sorted_one_entry_per_line(document, tmp_path):
    text = (tmp_path / "plainlint-baseline.json").read_text()
    data = json.loads(text)
    entries = [entry for entry in data["findings"] if entry]
    keys = [(entry["path"], entry["rule"], entry["text"]) for entry in entries]
    assert keys == sorted(keys)
    lines = [line for line in text.splitlines() if line.startswith('{"path"')]
    assert len(lines) == len(entries) + 1
    assert str(tmp_path) not in text


def test_two_branches_merge(plainlint, document, write, good, tmp_path):
    def git(*arguments):
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "start")
    for branch in ("aaa", "zzz"):
        git("checkout", "-b", branch, "main")
        write(f"{branch}.md", good + "\n" + LONG.format(branch) + "\n")
        plainlint("baseline", ".")
        git("add", ".")
        git("commit", "-m", branch)
    git("merge", "aaa")
    assert list_findings(plainlint) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("<<<<<<< ours\n", "merge"),
        ("{}", "not a baseline"),
        ("[]", "not a baseline"),
        ('{"version": 9, "setup": "", "documents": [], "findings": []}', "version 9"),
    ],
)
def test_a_broken_baseline(plainlint, write, good, content, problem):
    write("a.md", good)
    write("plainlint-baseline.json", content)
    called = plainlint("check", ".")
    assert called.code == 2
    assert problem in called.err


def test_a_missing_baseline(plainlint, write, good):
    write("a.md", good)
    for option in (["--baseline", "none.json"], ["--check-baseline"]):
        called = plainlint("check", ".", *option)
        assert called.code == 2
        assert "`plainlint baseline` writes one" in called.err


def test_a_run_over_some_documents_leaves_the_rest_of_the_baseline(
    plainlint, document, write, good, tmp_path
):
    write("other/rest.md", good + "\n" + LONG.format("ten") + "\n")
    plainlint("baseline", ".")
    assert plainlint("check", "other", "--check-baseline").code == 0
    before = (tmp_path / "plainlint-baseline.json").read_text()
    plainlint("baseline", "other", "--update")
    assert (tmp_path / "plainlint-baseline.json").read_text() == before


def test_a_baseline_of_version_0_1_0_still_matches(plainlint, tmp_path):
    """Use a baseline of the seeds from commit f0dfba9, before messages were reworded."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(Path(__file__).with_name("baseline_f0dfba9.json"), tmp_path / "old.json")
    called = plainlint("check", "seeds", "--baseline", "old.json", "--today", TODAY)
    assert called.code == 0, called.out
    stale = [line for line in called.out.splitlines() if line.startswith("  seeds/")]
    # Words in direct quotations are no longer reported, nor are terms that most adults know, long
    # sentences that are easy, and sentences that are a little hard by their names alone.
    assert {line.split(": ")[1] for line in stale} <= {
        "plain-language/complex-word",
        "jargon/unexplained-term",
        "readability/long-sentence",
        "readability/hard-sentence",
    }


def test_findings_on_front_matter_match_by_their_former_fingerprint(plainlint, write, tmp_path):
    """Match one missing key with a baseline of 0.1.0, while another one is new."""
    write("a.md", "---\ntitle: A\nstatus: active\nversion: 1\naudienceLevel: patient\n---\nRest.\n")
    old = compute_former_fingerprint(
        "metadata/required",
        make_missing_key_finding("license"),
        "The key 'license' is missing in the front matter.",
    )
    rows = [{"path": "a.md", "rule": "metadata/required", "text": "other", "fingerprint": old}]
    document = {"path": "a.md", "words": "", "grade": None}
    baseline = {"version": 1, "setup": "", "documents": [document], "findings": rows}
    write("old.json", json.dumps(baseline))
    out = plainlint("check", "a.md", "--baseline", "old.json", "--select", "metadata/required").out
    assert "'source'" in out
    assert "'license'" not in out


def make_missing_key_finding(key):
    """Return the finding of a missing key, as `metadata/required` reports it."""
    text = "---\ntitle: A\nstatus: active\nversion: 1\naudienceLevel: patient\n---\nRest.\n"
    config = Config(select=("metadata/required",))
    diagnostics = lint_text(text, path="a.md", config=config).diagnostics
    return next(diagnostic for diagnostic in diagnostics if diagnostic.values.get("key") == key)
