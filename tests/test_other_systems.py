"""Other systems: what Windows does otherwise, as far as it can be tried here.

Paths with backslashes and drives, CRLF, consoles with few characters, no fork and no Unix signals.
"""

import os
import subprocess
import sys
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from plainlint.core.files import make_relative, name_from
from tests.conftest import ROOT

SCRIPT = ROOT / "tests" / "helpers" / "without_unix.py"


def run(*arguments, cwd, **environment):
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        (r"C:\docs\a.md", r"C:\docs", "a.md"),
        (r"C:\docs\old\a.md", r"C:\docs", "old/a.md"),
        (r"c:\Docs\a.md", r"C:\docs", "a.md"),
        (r"D:\docs\a.md", r"C:\docs", ""),
        (r"C:\docs2\a.md", r"C:\docs", ""),
        (r"\\server\share\docs\a.md", r"\\server\share\docs", "a.md"),
        (r"\\server\other\docs\a.md", r"\\server\share", ""),
        (r"C:\docs\..notes.md", r"C:\docs", "..notes.md"),
    ],
)
def test_paths_of_windows_are_named_with_slashes(path, folder, expected):
    assert name_from(PureWindowsPath(path), PureWindowsPath(folder)) == expected


def test_a_backslash_on_unix_is_a_letter():
    assert name_from(PurePosixPath("/docs/a\\b.md"), PurePosixPath("/docs")) == "a\\b.md"


def test_names_that_begin_with_dots_are_inside(tmp_path):
    assert make_relative(str(tmp_path / "..notes.md"), tmp_path) == "..notes.md"
    assert make_relative(str(tmp_path / ".." / "a.md"), tmp_path).endswith("/../a.md")


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "cp437"])
@pytest.mark.parametrize("arguments", [["check", "."], ["rule", "jargon"], ["check", "ŝ—→.md"]])
def test_a_console_with_few_characters_raises_no_error(tmp_path, write, hard, encoding, arguments):
    write("fièvre-Ω-日本.md", hard + "\n\n日本語 → “Ω” and 😀, œdème.\n")
    done = run("-m", "plainlint", *arguments, cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert b"Traceback" not in done.stderr
    assert done.returncode in {1, 2}


def test_help_and_version_can_be_printed_anywhere(tmp_path):
    for arguments in (["--help"], ["check", "--help"], ["--version"]):
        done = run("-m", "plainlint", *arguments, cwd=tmp_path, PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "docs", "--jobs", "2"],
        ["check", "docs", "--fix"],
        ["score", "docs"],
        ["baseline", "docs"],
        ["report", "docs", "-o", "pages"],
        ["cache", "info"],
    ],
)
def test_commands_run_without_what_only_unix_has(tmp_path, write, hard, arguments):
    for number in range(3):
        write(f"docs/{number}.md", hard)
    done = run(SCRIPT, *arguments, cwd=tmp_path)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.returncode == (1 if arguments[0] == "check" else 0), done.stderr.decode()


def test_findings_are_the_same_without_what_only_unix_has(tmp_path, write, hard):
    write("docs/a.md", hard)
    here = run("-m", "plainlint", "check", "docs", cwd=tmp_path)
    assert here.returncode == 1
    assert run(SCRIPT, "check", "docs", "--no-cache", cwd=tmp_path).stdout == here.stdout


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_workers_are_started_anew_where_there_is_no_fork(tmp_path, write, jobs):
    script = write("work.py", f"""
import os
from operator import mul
from functools import partial
from plainlint.run.workers import map_in_processes

def find_process(item):
    return os.getpid()

def end(item):
    return os._exit(3) if item == 2 else item

def fail(item):
    raise ValueError(item)

if __name__ == "__main__":
    assert not hasattr(os, "fork")
    results = list(map_in_processes(partial(mul, 3), range(40), jobs={jobs}))
    assert results == list(range(0, 120, 3)), results
    processes = set(map_in_processes(find_process, range(8), jobs={jobs}, isolated=True))
    assert os.getpid() not in processes
    rescued = map_in_processes(
        end, range(5), jobs={jobs}, isolated=True, rescue=lambda item, error: type(error).__name__
    )
    assert list(rescued) == [0, 1, "ProcessEndedError", 3, 4]
    assert list(
        map_in_processes(fail, range(3), jobs={jobs}, rescue=lambda item, error: repr(error))
    ) == ["ValueError(0)", "ValueError(1)", "ValueError(2)"]
    # A function that can't be sent to another process is called in this one.
    here = map_in_processes(lambda item: os.getpid(), range(3), jobs={jobs})
    assert set(here) == {{os.getpid()}}
    print("done")
""")  # fmt: skip
    done = run(SCRIPT, script, cwd=tmp_path)
    assert done.stdout.strip() == b"done", done.stderr.decode()


def test_line_ends_of_windows_stay_and_change_no_finding(tmp_path, write, hard, plainlint):
    path = write("a.md", hard)
    unix = plainlint("check", "a.md", "--output-format", "json", "--no-cache").out
    path.write_bytes(hard.replace("\n", "\r\n").encode())
    windows = plainlint("check", "a.md", "--output-format", "concise", "--no-cache").out
    path.write_bytes(hard.encode())
    assert plainlint("check", "a.md", "--output-format", "concise", "--no-cache").out == windows
    assert unix
