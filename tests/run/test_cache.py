"""The file of the cache: if it is full, damaged, locked or out of reach, a run goes on."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from plainlint.run import cache as module
from plainlint.run.cache import FILE_NAME, Cache, CacheSize
from plainlint.run.cache_folder import find_cache_folder


@pytest.fixture
def notes():
    return []


@pytest.fixture
def cache(tmp_path, notes):
    return Cache(tmp_path / "kept", notes.append)


def test_entries_are_returned_by_their_keys(cache, notes):
    assert cache.get_many([b"a"]) == {}
    cache.add([(b"a", ("naïve".encode(), b"rest")), (b"b", (b"second", b"rest"))])
    assert cache.get_many([b"a", b"c", b"b"]) == {
        b"a": ("naïve".encode(), b"rest"),
        b"b": (b"second", b"rest"),
    }
    assert notes == []


def test_a_lookup_creates_no_file(cache):
    cache.get_many([b"a"])
    assert cache.get_size() == CacheSize(0, 0)
    assert not cache.path.parent.exists()


def test_the_folder_stays_out_of_git_and_of_backups(cache):
    cache.add([(b"a", (b"text", b"rest"))])
    assert (cache.path.parent / ".gitignore").read_text() == "*\n"
    assert (cache.path.parent / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d17")
    assert cache.path.parent.stat().st_mode & 0o077 == 0


def test_the_oldest_entries_are_removed_from_a_full_cache(tmp_path, notes):
    cache = Cache(tmp_path, notes.append, most_bytes=100_000)
    keys = [bytes([number]) for number in range(100)]
    for key in keys:
        cache.add([(key, (b"x" * 5000, b""))])
    assert cache.get_size().bytes <= 100_000
    left = cache.get_many(keys)
    assert keys[-1] in left
    assert keys[0] not in left
    assert cache.path.stat().st_size < 300_000


def test_an_entry_larger_than_the_cache_is_dropped(tmp_path, notes):
    cache = Cache(tmp_path, notes.append, most_bytes=50_000)
    cache.add([(b"a", (b"x" * 200_000, b""))])
    assert cache.get_many([b"a"]) == {}
    assert notes == []


def test_a_damaged_entry_is_ignored(cache, notes):
    cache.add([(b"a", (b"right", b"rest")), (b"b", (b"good", b"rest"))])
    with sqlite3.connect(cache.path) as rows:
        rows.execute(
            "UPDATE results SET summary = replace(summary, 'right', 'wrong') WHERE key = ?",
            (b"a",),
        )
        rows.execute("UPDATE results SET summary = CAST(summary AS BLOB)")
        rows.execute("INSERT INTO results VALUES (?, ?, ?)", (b"c", "not bytes", b""))
        rows.execute("INSERT INTO results VALUES (?, ?, ?)", (b"d", b"", b""))
    rows.close()
    assert "a" not in {key.decode() for key in cache.get_many([b"a", b"c", b"d"])}
    assert cache.get_many([b"c", b"d"]) == {}
    assert notes == []


@pytest.mark.parametrize(
    "content", [b"no database at all " * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_file_is_noted_once_and_replaced(cache, notes, content, tmp_path):
    cache.path.parent.mkdir()
    cache.path.write_bytes(content)
    assert cache.get_many([b"a"]) == {}
    cache.add([(b"a", (b"text", b"rest"))])
    (note,) = notes
    assert "the cache can't be used" in note
    later = Cache(cache.path.parent, notes.append)
    later.add([(b"a", (b"text", b"rest"))])
    assert later.get_many([b"a"]) == {b"a": (b"text", b"rest")}
    assert len(notes) == 1


def write_database(path, *statements):
    path.parent.mkdir(exist_ok=True)
    rows = sqlite3.connect(path)
    for statement in statements:
        rows.execute(statement)
    rows.commit()
    rows.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE results (key BLOB UNIQUE, summary BLOB, details BLOB, later BLOB)"],
        ["CREATE TABLE results (key BLOB)"],
        ["CREATE TABLE others (a)", "CREATE VIEW results AS SELECT a AS key FROM others"],
        ["CREATE TABLE others (a)", "CREATE INDEX results ON others (a)"],
    ],
)
def test_a_table_of_another_version_is_noted_once_and_replaced(cache, notes, statements):
    write_database(cache.path, *statements)
    assert cache.get_many([b"a"]) == {}
    cache.add([(b"a", (b"text", b"rest"))])
    assert len(notes) == 1
    later = Cache(cache.path.parent, notes.append)
    later.add([(b"a", (b"text", b"rest"))])
    assert later.get_many([b"a"]) == {b"a": (b"text", b"rest")}
    assert len(notes) == 1


def test_a_file_of_a_newer_sqlite_is_noted_once_and_replaced(cache, notes):
    write_database(cache.path, "CREATE TABLE results (key BLOB UNIQUE, summary BLOB, details BLOB)")
    data = bytearray(cache.path.read_bytes())
    # The format of the schema: today's SQLite reads 1 to 4.
    data[44:48] = (9).to_bytes(4)
    cache.path.write_bytes(data)
    assert cache.get_many([b"a"]) == {}
    later = Cache(cache.path.parent, notes.append)
    later.add([(b"a", (b"text", b"rest"))])
    assert later.get_many([b"a"]) == {b"a": (b"text", b"rest")}
    assert len(notes) == 1


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give files away")
def test_a_file_of_another_user_is_noted_and_not_read(cache, notes):
    cache.add([(b"a", (b"text", b"rest"))])
    os.chown(cache.path, 12345, -1)
    assert cache.get_many([b"a"]) == {}
    cache.add([(b"b", (b"text", b"rest"))])
    (note,) = notes
    assert "another user" in note
    assert cache.path.stat().st_uid == 12345


@pytest.mark.parametrize("folder", ["x/" * 3000, "é" * 200, "a\0b"])
def test_a_folder_that_no_disk_has_is_noted(tmp_path, notes, folder):
    cache = Cache(tmp_path / folder, notes.append)
    assert cache.get_many([b"a"]) == {}
    assert cache.get_size() == CacheSize(0, 0)
    cache.add([(b"a", (b"text", b"rest"))])
    assert len(notes) == 1


def test_the_folder_of_caches(tmp_path):
    assert find_cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "plainlint"
    at_home = find_cache_folder({})
    assert find_cache_folder({"XDG_CACHE_HOME": "here"}) == at_home
    assert find_cache_folder({"XDG_CACHE_HOME": ""}) == at_home


def test_a_truncated_file_is_noted(cache, notes):
    cache.add([(bytes([number]), (b"x" * 9000, b"")) for number in range(50)])
    cache.path.write_bytes(cache.path.read_bytes()[:20_000])
    assert cache.get_many([bytes([number]) for number in range(50)]) == {}
    assert len(notes) == 1


def test_an_unusable_folder_is_noted(tmp_path, notes):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file" / "below", tmp_path / "taken"):
        (tmp_path / "taken" / FILE_NAME).mkdir(parents=True, exist_ok=True)
        cache = Cache(folder, notes.append)
        cache.add([(b"a", (b"text", b"rest"))])
        assert cache.get_many([b"a"]) == {}
    assert len(notes) == 2
    assert all("goes on without it" in note for note in notes)


def test_a_read_only_file_can_be_read_and_is_noted_when_written_to(cache, notes, monkeypatch):
    cache.add([(b"a", (b"text", b"rest"))])
    connect = sqlite3.connect

    def read_only(path, **options):
        return connect(f"file:{path}?mode=ro", uri=True, **options)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert cache.get_many([b"a"]) == {b"a": (b"text", b"rest")}
    assert notes == []
    cache.add([(b"b", (b"more", b"rest"))])
    assert "readonly" in notes[0]


def test_a_run_waits_for_a_locked_file_then_goes_on_without_it(cache, notes, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    cache.add([(b"a", (b"text", b"rest"))])
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert cache.get_many([b"a"]) == {}
    other.close()
    assert "locked" in notes[0]
    assert Cache(cache.path.parent, notes.append).get_many([b"a"]) == {b"a": (b"text", b"rest")}


def test_a_run_killed_while_writing_leaves_the_old_entries(cache, notes):
    cache.add([(b"a", (b"text", b"rest"))])
    other = sqlite3.connect(cache.path)
    other.execute("DELETE FROM results")
    other.close()
    assert cache.get_many([b"a"]) == {b"a": (b"text", b"rest")}


def test_two_runs_may_create_the_folder_at_the_same_time(tmp_path, notes):
    together = Barrier(2)

    def put(number):
        for turn in range(50):
            together.wait()
            Cache(tmp_path / str(turn), notes.append).add([(bytes([number]), (b"text", b"rest"))])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(put, range(2)))
    assert notes == []
    assert {Cache(folder, notes.append).get_size().entries for folder in tmp_path.iterdir()} == {2}


def test_many_runs_may_write_at_the_same_time(cache, notes):
    def put(number):
        Cache(cache.path.parent, notes.append).add([(bytes([number]), (b"text %d" % number, b""))])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(40)))
    assert cache.get_size().entries == 40
    assert notes == []
