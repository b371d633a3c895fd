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
def watching(tmp_path):
    """Start `plainlint check --watch docs` and read its screens; it is ended with the test."""
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


def screen(process):
    """The lines up to the one that says that it waits; empty if none comes in time."""
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


def test_a_change_is_checked_at_once(watching, write, good):
    write("docs/a.md", good)
    process = watching("--output-format", "concise")
    assert "no findings" in screen(process)
    write("docs/a.md", good + "\n" + LONG)
    assert "long-sentence" in screen(process)
    write("docs/b.md", good)
    write("docs/a.md", good)
    # One change or two, by how fast they were written.
    assert any("2 documents checked: no findings" in screen(process) for _ in range(2))


def test_settings_that_are_wrong_for_a_moment_do_not_end_it(watching, write, good):
    write("docs/a.md", good)
    write("plainlint.toml", "")
    process = watching()
    assert "no findings" in screen(process)
    write("plainlint.toml", 'slect = ["jargon"]\n')
    assert "unknown key 'slect'" in screen(process)
    write("plainlint.toml", "")
    assert "no findings" in screen(process)


def test_it_ends_with_ctrl_c(watching, write, good):
    write("docs/a.md", good)
    process = watching()
    screen(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 128 + signal.SIGINT


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    missing = os.fspath(tmp_path / "missing")
    assert run(["check", "--watch", missing]) == 2
    assert "missing: no such file or folder" in capsys.readouterr().err


def test_without_the_package_it_says_what_to_install(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert run(["check", "--watch", os.fspath(tmp_path)]) == 2
    assert "pip install 'plainlint[watch]'" in capsys.readouterr().err
