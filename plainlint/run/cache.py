"""The cache: results of earlier runs, in a file that may be deleted at any time.

An entry's key is a digest of all that decides it, so no entry is ever out of date. Several runs may
use the file at once; a run that is killed leaves it as it was.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar
from zlib import crc32

from plainlint.run.cache_folder import check_owner, prepare_folder

# A file of another shape gets another name.
FILE_NAME = "results-3.sqlite3"
MAX_BYTES = 256 * 1024 * 1024
_CREATE = "CREATE TABLE IF NOT EXISTS results (key BLOB UNIQUE, summary BLOB, details BLOB)"
_COLUMNS = ["key", "summary", "details"]
# Seconds to wait for another run that is writing.
_PATIENCE = 5
# What says nothing about the file itself: another run, the disk, or rights.
_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT,
    )
)  # fmt: skip
# The part of a code of SQLite that its details follow.
_PRIMARY_CODE = 0xFF

# Summary and details of a result; the details may stay in the file.
Entry: TypeAlias = tuple[bytes, bytes | None]
_Result = TypeVar("_Result")


class CacheSize(NamedTuple):
    """How many entries a cache has, and the bytes that they take."""

    entries: int
    bytes: int


class Cache:
    """Entries by digest, kept in a folder.

    What goes wrong with the file is noted once, and from then on the cache is empty: it can make a
    run slow, never wrong.
    """

    def __init__(
        self, folder: Path, note: Callable[[str], None], most_bytes: int = MAX_BYTES
    ) -> None:
        self.path = folder / FILE_NAME
        self._note = note
        self._most = most_bytes
        self._broken = False

    def get_many(self, keys: Iterable[bytes], *, details: bool = True) -> dict[bytes, Entry]:
        """Return the entries that the cache has, by their keys; without `details`, summaries."""
        columns = "summary, details" if details else "summary, NULL"
        query = f"SELECT {columns} FROM results WHERE key = ?"  # noqa: S608

        def look_up(rows: sqlite3.Connection) -> dict[bytes, Entry]:
            entries: dict[bytes, Entry] = {}
            for key in keys:
                row = rows.execute(query, (key,)).fetchone()
                if row is None:
                    continue
                summary = _unseal(row[0])
                rest = _unseal(row[1]) if details else None
                if summary is not None and (rest is not None or not details):
                    entries[key] = summary, rest
            return entries

        return self._run_transaction(look_up, {}) if self._is_there() else {}

    def add(self, entries: Iterable[tuple[bytes, Entry]]) -> None:
        """Add entries by their keys; the oldest ones go where there are too many."""

        def put(rows: sqlite3.Connection) -> None:
            sealed = [
                (key, _seal(summary), _seal(details or b"")) for key, (summary, details) in entries
            ]
            rows.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", sealed)
            while (now := _read_size(rows)).bytes > self._most and now.entries:
                oldest = "rowid IN (SELECT rowid FROM results ORDER BY rowid LIMIT ?)"
                rows.execute(f"DELETE FROM results WHERE {oldest}", ((now.entries + 1) // 2,))  # noqa: S608

        self._run_transaction(put, None)

    def get_size(self) -> CacheSize:
        """Return the number of entries and the bytes that they take."""
        if not self._is_there():
            return CacheSize(0, 0)
        return self._run_transaction(_read_size, CacheSize(0, 0))

    def clear(self) -> None:
        """Remove all entries."""
        self.path.unlink(missing_ok=True)

    def _is_there(self) -> bool:
        """Return whether something has the file's name; note it if that can't be known."""
        try:
            self.path.lstat()
        except FileNotFoundError:
            return False
        except (OSError, ValueError) as error:
            if not self._broken:
                self._give_up(error)
            return False
        return True

    def _run_transaction(
        self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result
    ) -> _Result:
        """Run one transaction on the file; return `otherwise` where the cache can't be used."""
        if self._broken:
            return otherwise
        try:
            prepare_folder(self.path.parent)
            check_owner(self.path)
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as rows, rows:
                # A crash of the system may lose entries: nothing has to wait for the disk.
                rows.execute("PRAGMA synchronous = OFF")
                rows.execute(_CREATE)
                _check_columns(rows)
                return work(rows)
        except (sqlite3.Error, OSError, ValueError) as error:
            self._give_up(error)
            return otherwise

    def _give_up(self, error: Exception) -> None:
        """Note that the cache is not used; remove the file if it is not a cache any more."""
        self._broken = True
        is_damaged = isinstance(error, sqlite3.Error) and (
            getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY_CODE
            not in _PASSING
        )
        if is_damaged:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        ending = "the next run makes a new one" if is_damaged else "this run goes on without it"
        self._note(f"{self.path}: the cache can't be used ({error}); {ending}")


def _check_columns(rows: sqlite3.Connection) -> None:
    """Check that the table is as this version makes it.

    Raises:
        sqlite3.DatabaseError: another program, or another version, made the file.
    """
    found = [name for _, name, *_ in rows.execute("PRAGMA table_info(results)")]
    if found != _COLUMNS:
        raise sqlite3.DatabaseError("its table is not one of this version")


def _read_size(rows: sqlite3.Connection) -> CacheSize:
    ((entries,),) = rows.execute("SELECT count(*) FROM results")
    pages, free, bytes_each = (
        rows.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return CacheSize(entries, (pages - free) * bytes_each)


def _seal(data: bytes) -> bytes:
    """Put a checksum in front, so that damage is noticed."""
    return crc32(data).to_bytes(4) + data


def _unseal(value: object) -> bytes | None:
    if not isinstance(value, bytes):
        return None
    data = value[4:]
    return data if crc32(data).to_bytes(4) == value[:4] else None
