"""The cache: what documents came to in earlier runs, in a file that may be lost at any time.

An entry is found by a digest of all that it depends on, so none is ever out of date. The file is
one that several runs may use at once; a run that is killed leaves it as it was.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar
from zlib import crc32

# Of another shape, it gets another name.
FILE_NAME = "results-1.sqlite3"
MAX_BYTES = 256 * 1024 * 1024
# Seconds to wait for another run that is writing.
_PATIENCE = 5

_Result = TypeVar("_Result")


class CacheSize(NamedTuple):
    """How many entries a cache has, and the bytes that they take."""

    entries: int
    bytes: int


class Cache:
    """Texts by digest, kept in a folder.

    What goes wrong with the file is noted once, and from then on there is nothing in the cache:
    it can make a run slow, never wrong.
    """

    def __init__(
        self, folder: Path, note: Callable[[str], None], most_bytes: int = MAX_BYTES
    ) -> None:
        self.path = folder / FILE_NAME
        self._note = note
        self._most = most_bytes
        self._broken = False

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """The texts that are there, by their keys."""

        def look_up(rows: sqlite3.Connection) -> dict[bytes, str]:
            query = "SELECT value FROM results WHERE key = ?"
            values = ((key, rows.execute(query, (key,)).fetchone()) for key in keys)
            texts = ((key, _unseal_text(row[0])) for key, row in values if row)
            return {key: text for key, text in texts if text is not None}

        return self._run_transaction(look_up, {}) if self.path.exists() else {}

    def add(self, texts: Iterable[tuple[bytes, str]]) -> None:
        """Put texts in by their keys; the oldest entries go where there are too many."""

        def put(rows: sqlite3.Connection) -> None:
            sealed = [(key, _seal_text(text)) for key, text in texts]
            rows.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", sealed)
            while (now := _read_size(rows)).bytes > self._most and now.entries:
                oldest = "rowid IN (SELECT rowid FROM results ORDER BY rowid LIMIT ?)"
                rows.execute(f"DELETE FROM results WHERE {oldest}", ((now.entries + 1) // 2,))  # noqa: S608

        self._run_transaction(put, None)

    def get_size(self) -> CacheSize:
        """What is in it now."""
        return (
            self._run_transaction(_read_size, CacheSize(0, 0))
            if self.path.exists()
            else CacheSize(0, 0)
        )

    def clear(self) -> None:
        """Take all out."""
        self.path.unlink(missing_ok=True)

    def _run_transaction(
        self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result
    ) -> _Result:
        """One transaction on the file; `otherwise` where the cache can't be used."""
        if self._broken:
            return otherwise
        try:
            _prepare_folder(self.path.parent)
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as rows, rows:
                # What a crash of the system loses is not missed, so nothing waits for the disk.
                rows.execute("PRAGMA synchronous = OFF")
                rows.execute("CREATE TABLE IF NOT EXISTS results (key BLOB UNIQUE, value BLOB)")
                return work(rows)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            return otherwise

    def _give_up(self, error: Exception) -> None:
        """Say that the cache is not used; a file that is no cache any more is removed."""
        self._broken = True
        is_damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        )
        if is_damaged:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        ending = "it is made anew by the next run" if is_damaged else "this run does without it"
        self._note(f"{self.path}: the cache can't be used ({error}); {ending}")


def _prepare_folder(folder: Path) -> None:
    """Make the folder, for this user alone, and keep it out of git and of backups."""
    if folder.is_dir():
        return
    # Another run may make it at the same moment.
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    tag = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of plainlint.\n"
    (folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")


def _read_size(rows: sqlite3.Connection) -> CacheSize:
    ((entries,),) = rows.execute("SELECT count(*) FROM results")
    pages, free, bytes_each = (
        rows.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return CacheSize(entries, (pages - free) * bytes_each)


def _seal_text(text: str) -> bytes:
    """The text with a checksum, by which damage is found out."""
    data = text.encode()
    return crc32(data).to_bytes(4) + data


def _unseal_text(value: object) -> str | None:
    if not isinstance(value, bytes) or crc32(value[4:]).to_bytes(4) != value[:4]:
        return None
    return value[4:].decode()
