"""The file with stored results: a process that can't use it starts as if there were none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainlint.run.cache import FILE_NAME
from plainlint.run.stored_file import find_stored_file

PAGE = "---\ntitle: Sleep\naudienceLevel: patient\n---\n\n# Sleep\n\nGo to bed early.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sleep.md").write_text(PAGE)
    return tmp_path


def check(folder, *options):
    command = [sys.executable, "-m", "plainlint", "check", "sleep.md", *options]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in result.stderr
    return result.stdout


def test_the_first_run_writes_it_and_later_ones_leave_it(folder):
    first = check(folder, "--cache-dir", "kept")
    stored = find_stored_file(folder / "kept")
    before = stored.stat()
    assert check(folder, "--cache-dir", "kept") == first
    assert stored.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("content", [b"", b"plainlint", b"\0" * 100_000])
def test_a_damaged_one_is_written_again(folder, content):
    first = check(folder, "--cache-dir", "kept")
    stored = find_stored_file(folder / "kept")
    stored.write_bytes(content)
    (folder / "kept" / FILE_NAME).unlink()
    assert check(folder, "--cache-dir", "kept") == first
    assert stored.stat().st_size > 1000


def test_a_run_without_a_cache_writes_none(folder):
    assert check(folder, "--no-cache", "--cache-dir", "kept")
    assert not (folder / "kept").exists()


@pytest.mark.parametrize("name", ["kept", "kept/start.bin"])
def test_a_folder_or_file_of_another_kind_is_passed_over(folder, name):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    if name == "kept":
        path.write_text("a file")
    else:
        os.mkfifo(path)
    assert "1 document checked" in check(folder, "--cache-dir", "kept")


def test_a_link_is_not_followed_out_of_the_folder(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "file"
    outside.write_bytes(b"mine")
    (folder / "kept").mkdir()
    find_stored_file(folder / "kept").symlink_to(outside)
    check(folder, "--cache-dir", "kept")
    assert outside.read_bytes() == b"mine"


def test_clearing_the_cache_removes_it(folder):
    check(folder, "--cache-dir", "kept")
    command = [sys.executable, "-m", "plainlint", "cache", "clear", "--cache-dir", "kept"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    assert not find_stored_file(folder / "kept").exists()
