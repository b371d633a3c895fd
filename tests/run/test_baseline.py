"""Baselines: what is known stays quiet, what is new is told, and the file merges."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from plainlint import lint_text
from plainlint.engine.fingerprints import compute_former_fingerprint
from tests.conftest import ROOT, TODAY

LONG = "Wash " + "your hands and " * 12 + "then rest until {} o'clock."
TIMES = ["one", "two", "three", "four", "five", "six"]


@pytest.fixture
def known(write, good, plainlint):
    """A document with long sentences, and a baseline of it."""
    paragraphs = [LONG.format(time) for time in TIMES] + ["It may lead to sepsis."]
    paragraphs.insert(3, "## When to rest")
    path = write("docs/hands.md", good + "\n" + "\n\n".join(paragraphs) + "\n")
    assert plainlint("baseline", ".").code == 0
    return path


def told(plainlint, *options):
    out = plainlint("check", ".", "--output-format", "jsonl", *options).out
    return [json.loads(line) for line in out.splitlines()]


def test_what_is_known_is_not_told(plainlint, known):
    called = plainlint("check", ".")
    assert called.code == 0
    assert "no findings. Not listed: 8 in the baseline." in called.out
    assert len(told(plainlint, "--no-baseline")) == 8


def test_moved_reflowed_and_renamed_is_still_known(plainlint, known, write):
    head, *paragraphs = known.read_text().split("\n\nWash ")
    random.Random(1).shuffle(paragraphs)
    reflowed = "\n\nWash ".join([head, *paragraphs]).replace(" and your hands", "\nand your hands")
    known.unlink()
    write("other/clean.md", reflowed)
    assert told(plainlint) == []


def test_a_paragraph_may_move_to_another_document(plainlint, known, write, good):
    text = known.read_text()
    sentence = LONG.format("three")
    known.write_text(text.replace(sentence + "\n\n", ""))
    write("docs/rest.md", good + f"\n{sentence}\n")
    assert told(plainlint) == []
    known.write_text(text)
    (new,) = told(plainlint, "--select", "readability/long-sentence")
    assert new["path"] == "docs/rest.md"


def test_a_new_sentence_is_told_and_an_old_one_that_was_changed(plainlint, known):
    text = known.read_text()
    known.write_text(text.replace("five o'clock", "noon") + "\n" + LONG.format("ten") + "\n")
    assert [each["text"] for each in told(plainlint)] == [
        LONG.format("noon").replace(" o'clock", ""),
        LONG.format("ten"),
    ]


def test_one_more_of_the_same_is_told_once(plainlint, known):
    known.write_text(known.read_text() + "\n" + LONG.format("two") + "\n")
    assert len(told(plainlint)) == 1


def test_a_known_word_in_a_changed_sentence_is_known(plainlint, known):
    known.write_text(known.read_text().replace("It may lead", "It can also lead"))
    assert told(plainlint) == []


def test_a_paragraph_that_was_too_long_stays_known_when_a_sentence_is_added(plainlint, write, good):
    short = " ".join(f"Take the pill at {time}. Then rest for a while." for time in TIMES * 4)
    path = write("a.md", f"{good}\n{short}\n")
    assert "in the baseline" in plainlint("check", ".").out or plainlint("baseline", ".").code == 0
    path.write_text(f"{good}\n{short} Sleep well.\n")
    assert told(plainlint) == []
    path.write_text(f"{good}\nSleep well. {short}\n")
    assert told(plainlint) == []


def test_a_document_may_not_get_harder(plainlint, write, good):
    plain = "The doctor will look at your hands and tell you what to do next. " * 40
    hard = "Immunohistochemistry characteristically demonstrates heterogeneous abnormalities. " * 25
    path = write("a.md", f"{good}\n{plain}\n\n{hard}\n")
    plainlint("baseline", ".", "--select", "readability/grade-level")
    path.write_text(f"{good}\n{plain}\n\n{hard}\n\n{hard[:82]}\n")
    select = ("--select", "readability/grade-level")
    assert told(plainlint, *select) == []
    path.write_text(f"{good}\n{plain}\n\n{hard}\n\n{hard}\n")
    (harder,) = told(plainlint, *select)
    assert harder["rule"] == "readability/grade-level"
    assert harder["help"].startswith("It was grade ")


def test_update_takes_out_what_is_gone_and_lets_nothing_in(plainlint, known, tmp_path):
    text = known.read_text()
    known.write_text(text.replace(LONG.format("one"), "Rest.").replace(" two ", " twelve "))
    called = plainlint("check", ".", "--check-baseline", "--fail-on", "never")
    assert called.code == 1
    assert " stale entr" in called.out
    assert "docs/hands.md: readability/long-sentence: Wash your hands" in called.out
    before = (tmp_path / "plainlint-baseline.json").read_text().count("long-sentence")
    plainlint("baseline", ".", "--update")
    after = (tmp_path / "plainlint-baseline.json").read_text().count("long-sentence")
    assert (before, after) == (6, 4)
    assert plainlint("check", ".", "--check-baseline", "--fail-on", "never").code == 0
    assert [each["text"] for each in told(plainlint)] == [LONG.format("twelve")]


def test_a_new_rule_is_told_in_documents_that_did_not_change(plainlint, known, write):
    write("plainlint.toml", '[rule."readability/long-sentence".limits.target]\npatient = 11\n')
    found = told(plainlint, "--select", "readability/long-sentence")
    assert [each["text"] for each in found] == ["Rub for as long as it takes to sing a short song."]


def test_a_review_becomes_overdue_though_nothing_changed(plainlint, write, good):
    dated = "license: cc_by\nlastReviewed: 2026-01-01\nreviewFrequency: annual\n"
    write("a.md", good.replace("license: cc_by\n", dated))
    plainlint("baseline", ".", "--today", "2026-06-01")
    assert told(plainlint, "--today", "2026-06-02") == []
    (late,) = told(plainlint, "--today", "2027-06-01")
    assert late["rule"] == "metadata/review-overdue"


def test_an_explanation_may_move_behind_its_term(plainlint, write, good):
    first, second = "It may be sepsis (a bad reaction of the body).", "Sepsis can be treated."
    path = write("a.md", f"{good}\n{first}\n\n{second}\n")
    plainlint("baseline", ".")
    path.write_text(f"{good}\n{second}\n\n{first}\n")
    assert told(plainlint) == []
    assert [each["text"] for each in told(plainlint, "--no-baseline")] == ["Sepsis"]


def test_the_file_is_sorted_one_entry_a_line(known, tmp_path):
    text = (tmp_path / "plainlint-baseline.json").read_text()
    data = json.loads(text)
    entries = [each for each in data["findings"] if each]
    assert entries == sorted(entries, key=lambda each: (each["path"], each["rule"], each["text"]))
    lines = [line for line in text.splitlines() if line.startswith('{"path"')]
    assert len(lines) == len(entries) + 1
    assert str(tmp_path) not in text


def test_two_branches_merge(plainlint, known, write, good, tmp_path):
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
    assert told(plainlint) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<<<<<<< ours\n", "is it a merge that was not finished?"),
        ("{}", "it is not a baseline; write it again"),
        ("[]", "it is not a baseline; write it again"),
        ('{"version": 9, "setup": "", "documents": [], "findings": []}', "version 9 is not known"),
    ],
)
def test_a_broken_baseline(plainlint, write, good, content, says):
    write("a.md", good)
    write("plainlint-baseline.json", content)
    called = plainlint("check", ".")
    assert called.code == 2
    assert says in called.err


def test_a_baseline_that_is_not_there(plainlint, write, good):
    write("a.md", good)
    for option in (["--baseline", "none.json"], ["--check-baseline"]):
        called = plainlint("check", ".", *option)
        assert called.code == 2
        assert "`plainlint baseline` writes one" in called.err


def test_a_part_of_the_documents_leaves_the_rest_of_the_baseline(
    plainlint, known, write, good, tmp_path
):
    write("other/rest.md", good + "\n" + LONG.format("ten") + "\n")
    plainlint("baseline", ".")
    assert plainlint("check", "other", "--check-baseline").code == 0
    before = (tmp_path / "plainlint-baseline.json").read_text()
    plainlint("baseline", "other", "--update")
    assert (tmp_path / "plainlint-baseline.json").read_text() == before


def test_a_baseline_of_version_0_1_0_still_matches(plainlint, tmp_path):
    """It was written for the seeds at commit f0dfba9, before messages were reworded."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(Path(__file__).with_name("baseline_f0dfba9.json"), tmp_path / "old.json")
    called = plainlint("check", "seeds", "--baseline", "old.json", "--today", TODAY)
    assert called.code == 0, called.out
    assert "stale" not in called.out


def test_findings_on_front_matter_match_by_their_former_fingerprint(plainlint, write, tmp_path):
    """With a baseline of 0.1.0, one missing key stays known and another one is new."""
    write("a.md", "---\ntitle: A\nstatus: active\nversion: 1\naudienceLevel: patient\n---\nRest.\n")
    old = compute_former_fingerprint(
        missing_key("license"), "The key 'license' is missing in the front matter."
    )
    rows = [{"path": "a.md", "rule": "metadata/required", "text": "other", "fingerprint": old}]
    document = {"path": "a.md", "words": "", "grade": None}
    baseline = {"version": 1, "setup": "", "documents": [document], "findings": rows}
    write("old.json", json.dumps(baseline))
    out = plainlint("check", "a.md", "--baseline", "old.json", "--select", "metadata/required").out
    assert "'source'" in out
    assert "'license'" not in out


def missing_key(key):
    """The finding of a missing key, as `metadata/required` reports it on this head."""
    text = "---\ntitle: A\nstatus: active\nversion: 1\naudienceLevel: patient\n---\nRest.\n"
    found = lint_text(text, path="a.md").diagnostics
    return next(each for each in found if each.values.get("key") == key)
