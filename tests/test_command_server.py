"""The server that runs plainlint for the tests: its processes are like those of a shell."""

import os

import pytest


def test_a_call_has_its_own_folder_environment_input_and_exit_code(command_server, write, tmp_path):
    write("a.md", "Rest.\n")
    done = command_server.run(["score", "a.md", "-"], cwd=tmp_path, input=b"Sleep.\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"a.md" in done.stdout
    coloured = {**os.environ, "FORCE_COLOR": "1"}
    done = command_server.run(["check", "a.md"], cwd=tmp_path, env=coloured)
    assert (done.returncode, b"\x1b[" in done.stdout) == (1, True)
    assert b"\x1b[" not in command_server.run(["check", "a.md"], cwd=tmp_path).stdout
    done = command_server.run(["odd"], cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"odd" in done.stderr


def test_a_command_that_takes_too_long_ends_and_the_next_one_runs(command_server, write, tmp_path):
    write("a.md", "Rest.\n")
    with pytest.raises(TimeoutError):
        command_server.run(["check", "--watch", "a.md"], cwd=tmp_path, timeout=0.5)
    assert command_server.run(["--version"], cwd=tmp_path, timeout=120).returncode == 0
