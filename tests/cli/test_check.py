"""plainlint check: the output, and the exit code."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_clean_document_passes(plainlint, write, good):
    write("docs/hands.md", good)
    called = plainlint("check", "docs")
    assert called.code == 0
    assert called.out == "1 document checked: no findings.\n"


def test_a_hard_sentence_is_printed_with_place_excerpt_and_advice(plainlint, write, hard):
    write("docs/hands.md", hard)
    called = plainlint(
        *("check", "docs", "--select", "readability/long-sentence", "--output-format", "full")
    )
    assert called.code == 1
    assert called.out == (
        "docs/hands.md (patient)\n\n"
        "docs/hands.md:15:1: error: 45 words in one sentence; write 30 or fewer for patient readers.\n"
        "  15 | Wash your hands and then you wash them once more and then you wash them once "
        "more and then you w…\n"
        f"     | {'^' * 96}\n"
        "     = Split it. Give each idea its own sentence, and put the most important one first.\n"
        "     = rule: readability/long-sentence\n\n"
        "Findings by rule\n"
        "      1  readability/long-sentence  error\n\n"
        "1 document checked: 1 error, in 1 of them.\n"
    )


def test_concise_prints_one_line_per_finding(plainlint, write, hard):
    write("docs/hands.md", hard)
    lines = plainlint(
        "check", "docs", "--select", "readability/long-sentence", "--output-format", "concise"
    ).out.splitlines()
    assert lines == [
        (
            "docs/hands.md:15:1: error readability/long-sentence 45 words in one sentence; write 30 "
            "or fewer for patient readers."
        ),
        "1 document checked: 1 error, in 1 of them.",
    ]


def test_json_has_the_documented_shape(plainlint, write, hard):
    path = write("docs/hands.md", hard)
    data = plainlint("check", "docs", "--output-format", "json").json
    assert set(data) == {"version", "documents", "summary"}
    (document,) = data["documents"]
    assert document["path"] == "docs/hands.md"
    assert document["audience"] == "patient"
    assert document["language"] == "en"
    assert document["counts"]["sentences"] == 4
    assert set(document["scores"]) >= {"flesch_kincaid", "smog", "flesch_reading_ease"}
    assert document["uncertain"] == ["smog"]
    text = path.read_bytes().decode()
    for finding in document["diagnostics"]:
        assert finding["text"] == text[finding["start"] : finding["end"]]
        lines = text.split("\n")
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["text"][:5])
        assert finding["message"]
        assert finding["help"]
    long = [f for f in document["diagnostics"] if f["rule"] == "readability/long-sentence"]
    assert [f["severity"] for f in long] == ["error"]
    assert data["summary"]["documents"] == 1


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on(plainlint, write, good, fail_on, code):
    write("plainlint.toml", 'preset = "nci"\n')
    write("hands.md", good.replace("license: cc_by\n", ""))
    assert plainlint("check", "hands.md", "--fail-on", fail_on).code == code


def test_json_offsets_count_the_byte_order_mark_and_crlf(plainlint, write, hard):
    text = "\ufeff" + hard.replace("\n", "\r\n").replace("status: active", "status: activ")
    write("plainlint.toml", 'extend-select = ["metadata"]\n')
    path = write("hands.md", text)
    data = plainlint("check", "hands.md", "--output-format", "json").json
    decoded = path.read_bytes().decode()
    findings = data["documents"][0]["diagnostics"]
    assert {"activ"} == {f["text"] for f in findings if f["rule"] == "metadata/value"}
    assert all(f["text"] == decoded[f["start"] : f["end"]] for f in findings)


def test_today_decides_what_is_overdue(plainlint, write, good):
    dated = good.replace(
        "license: cc_by\n", "license: cc_by\nlastReviewed: 2026-01-01\nreviewFrequency: annual\n"
    )
    write("hands.md", dated)
    options = ("check", "hands.md", "--fail-on", "warning", "--today")
    assert plainlint(*options, "2027-01-01").code == 0
    late = plainlint(*options, "2027-01-02")
    assert late.code == 1
    assert "The review was due on 2027-01-01 (1 day ago)" in late.out


def test_colour_only_on_a_terminal(plainlint, write, hard):
    write("hands.md", hard)
    assert "\x1b[" not in plainlint("check", "hands.md").out
    assert "\x1b[" in plainlint("check", "hands.md", "--color", "always").out


def _on_a_terminal(folder, *arguments, environment=None, stdout=None):
    """Return what plainlint writes if its output is a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlint", *arguments],
        cwd=folder,
        stdout=stdout or follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm", **(environment or {})},
    )
    os.close(follower)
    written = b""
    try:
        while chunk := os.read(leader, 65536):
            written += chunk
    except OSError:
        pass
    process.wait(timeout=60)
    os.close(leader)
    return written.decode()


def test_a_terminal_gets_colour_and_a_progress_bar_for_many_documents(tmp_path, write, hard):
    for number in range(60):
        write(f"docs/{number}.md", hard)
    out = _on_a_terminal(tmp_path, "check", "docs", "--select", "readability/long-sentence")
    assert "\x1b[1;31merror" in out
    # Findings are printed as they come, which shows the progress.
    assert " of 60" not in out
    out = _on_a_terminal(tmp_path, "score", "docs", stdout=subprocess.DEVNULL)
    assert "30 of 60" in out
    plain = _on_a_terminal(tmp_path, "check", "docs/0.md", environment={"NO_COLOR": "1"})
    assert "\x1b[1;31m" not in plain
    assert " of 60" not in plain


def test_a_closed_pipe_ends_quietly(tmp_path, write, hard):
    long = hard.splitlines()[-1]
    for number in range(40):
        write(f"docs/{number}.md", hard + f"\n{long}\n" * 60)
    command = f"{sys.executable} -m plainlint check docs | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert done.stdout.splitlines()[-1] == "141"
    assert done.stderr == ""


def test_a_full_disk_is_an_error(tmp_path, write, hard):
    write("a.md", hard)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "plainlint", "check", "a.md"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr == "plainlint: the output can't be written: No space left on device\n"


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_a_service_may_close_standard_output(tmp_path, write, hard, closed):
    write("a.md", hard)
    command = f"{sys.executable} -m plainlint check a.md {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_hostile_text_can_not_steer_the_terminal(plainlint, write, good):
    write(
        "hands.md", good.replace("title: Clean hands", 'status2: "\\e[2J"\ntitle: ""') + "\x1b[2J"
    )
    write("evil\x1b[31m.md", good.replace("status: active", "status: \u202eevitca"))
    out = plainlint("check", ".").out
    assert "\x1b" not in out
    assert "\u202e" not in out
