"""--watch: the same output again after each change, in a real process on real files."""

import os
import signal
import subprocess
import sys
from threading import Thread

import pytest

from plainlint.cli.main import run

LONG = "You take the pill " + "and then you wait and then you rest " * 6 + "at home.\n"
WAITING = "Waiting for changes"


@pytest.fixture
def start_watch(tmp_path):
    """Start `plainlint check --watch docs`; it is stopped after the test."""
    command = [sys.executable, "-u", "-m", "plainlint", "check", "--watch", "docs"]
    process = None

    def start(*options):
        nonlocal process
        process = subprocess.Popen(
            [*command, *options],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return process

    yield start
    if process:
        assert process.stdout is not None
        process.kill()
        process.wait()
        process.stdout.close()


def read_screen(process):
    """Return the lines up to the one that says that it waits; empty after a minute without it."""
    lines = []

    def read():
        for line in process.stdout:
            lines.append(line)
            if line.startswith(WAITING):
                break

    reader = Thread(target=read, daemon=True)
    reader.start()
    reader.join(60)
    return "".join(lines)


def test_a_change_is_checked_at_once(start_watch, write, good):
    write("docs/a.md", good)
    process = start_watch("--output-format", "concise")
    assert "no findings" in read_screen(process)
    write("docs/a.md", good + "\n" + LONG)
    assert "long-sentence" in read_screen(process)
    write("docs/b.md", good)
    write("docs/a.md", good)
    # One change or two, depending on how fast they were written.
    assert any("2 documents checked: no findings" in read_screen(process) for _ in range(2))


def test_wrong_settings_do_not_stop_it(start_watch, write, good):
    write("docs/a.md", good)
    write("plainlint.toml", "")
    process = start_watch()
    assert "no findings" in read_screen(process)
    write("plainlint.toml", 'slect = ["jargon"]\n')
    assert "unknown key 'slect'" in read_screen(process)
    write("plainlint.toml", "")
    assert "no findings" in read_screen(process)


def test_ctrl_c_stops_it(start_watch, write, good):
    write("docs/a.md", good)
    process = start_watch()
    read_screen(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 128 + signal.SIGINT


def test_a_missing_folder_is_named(tmp_path, capsys):
    missing = os.fspath(tmp_path / "missing")
    assert run(["check", "--watch", missing]) == 2
    assert "missing: no such file or folder" in capsys.readouterr().err


def test_a_missing_package_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["check", "--watch", os.fspath(tmp_path)]) == 2
    assert "pip install 'plainlint[watch]'" in capsys.readouterr().err
