"""Exit codes: what makes a run fail, and how a run ends that is stopped."""

import signal
import subprocess
import sys
import time

import pytest

from plainlint.core.files import write_atomically

LONG = "Wash " + "your hands " * 13 + "now."


@pytest.fixture
def warned(write, good):
    """Write a document with three warnings."""
    return write("docs/hands.md", good + f"\n{LONG}\n" * 3)


@pytest.mark.parametrize(("maximum", "code"), [("0", 1), ("2", 1), ("3", 0), ("9", 0)])
def test_max_warnings(plainlint, warned, write, maximum, code):
    options = ("check", "docs", "--select", "readability/long-sentence")
    assert plainlint(*options, "--max-warnings", maximum).code == code
    write("plainlint.toml", f"max-warnings = {maximum}\n")
    assert plainlint(*options).code == code


@pytest.mark.parametrize("number", ["-1", "x", "1.5"])
def test_max_warnings_is_a_number(plainlint, warned, number):
    assert plainlint("check", "docs", f"--max-warnings={number}").code == 2


def test_severity_by_rule_and_by_path(plainlint, warned, write):
    write(
        "plainlint.toml",
        '[rule."readability/long-sentence"]\nseverity = "info"\n'
        '[per-path."docs/*".rule."readability/long-sentence"]\nseverity = "error"\n',
    )
    options = ("--select", "readability/long-sentence", "--fail-on", "warning")
    assert plainlint("check", "docs", *options).code == 1
    warned.rename(warned.parents[1] / "hands.md")
    assert plainlint("check", "hands.md", *options).code == 0


def test_the_exit_code_does_not_count_findings(plainlint, write, good):
    write("a.md", good + f"\n{LONG} {LONG}\n" * 128)
    called = plainlint("check", "a.md", "--select", "readability/long-sentence", "--fail-on=info")
    assert "256 warnings" in called.out
    assert called.code == 1


def test_statistics_and_quiet(plainlint, warned):
    options = ("check", "docs", "--select", "readability/long-sentence")
    assert plainlint(*options, "--statistics").out == (
        "Findings by rule\n      3  readability/long-sentence  warning\n\n"
        "1 document checked: 3 warnings, in 1 of them.\n"
    )
    quiet = plainlint(*options, "--quiet", "--output-format", "concise")
    assert len(quiet.out.splitlines()) == 3
    assert "checked" not in plainlint(*options, "--quiet").out


def test_exit_zero_passes_whatever_is_found(plainlint, write, hard):
    write("docs/hands.md", hard)
    assert plainlint("check", "docs").code == 1
    for options in ((), ("--max-warnings=0",), ("--diff", "--unsafe-fixes")):
        assert plainlint("check", "docs", "--exit-zero", *options).code == 0
    assert plainlint("check", "nowhere", "--exit-zero").code == 2


def test_statistics_name_what_can_be_fixed_of_each_rule(plainlint, write, good):
    unused = "<!-- plainlint: disable-next-line=jargon -->"
    write("a.md", f"{good}\n{unused}\n\nRest.\n\n{unused}\n\nPlease utilise it.\n")
    options = ("--select", "suppression,jargon,plain-language/complex-word", "--statistics")
    expected = [
        "      2  suppression/unused           warning  (2 fixable)",
        "      1  plain-language/complex-word  warning  (1 with --unsafe-fixes)",
    ]
    # The second run has its results from the cache.
    for _ in range(2):
        assert plainlint("check", ".", *options).out.splitlines()[1:3] == expected


def test_a_crash_has_the_exit_code_of_an_error(tmp_path, warned):
    code = (
        "import sys, plainlint.cli.commands.check as c, plainlint.cli.main as cli\n"
        "c.check = lambda *a: 1 / 0\n"
        "sys.exit(cli.run(['check', 'docs']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"ZeroDivisionError" in done.stderr


@pytest.mark.parametrize("signal_sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_leaves_nothing_half_written(tmp_path, signal_sent):
    command = [sys.executable, "-m", "plainlint", "check", "--stdin-filename=a.md"]
    process = subprocess.Popen(
        [*command, "--output-format=json=out.json"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Processes in the background ignore Ctrl-C, and pass that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdin is not None
    assert process.stderr is not None
    # More than a pipe holds: once it is written, the run has started to read.
    process.stdin.write(b"Wash your hands. " * 20_000)
    process.stdin.flush()
    time.sleep(0.5)
    process.send_signal(signal_sent)
    assert process.wait(timeout=60) == 128 + signal_sent
    assert process.stderr.read() == b""
    process.stdin.close()
    process.stderr.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "new \udcff")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
