"""Units: rows of a source that are checked together, each with a file of results of its own."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

# Rows from start to stop of the source with a key.
_PART = re.compile(r"part-([0-9a-f]{12})-(\d{12})-(\d{12})\.parquet")
Ranges = Mapping[str, Sequence[tuple[int, int]]]


class Unit(NamedTuple):
    """Rows of one source.

    Attributes:
        source: the name of the source in the corpus.
        start: the number of the first row in the source, from 0.
        stop: one past the last row.
        origin: where to start to read: the number of a row group, or of a byte.
        origin_row: the number of the first row there.
        problem: why its only row can't be checked; else empty.
    """

    source: str
    start: int
    stop: int
    origin: int = 0
    origin_row: int = 0
    problem: str = ""

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.stop - self.start

    @property
    def file_name(self) -> str:
        """The name of the file of its results."""
        return f"part-{make_key(self.source)}-{self.start:012}-{self.stop:012}.parquet"

    def halve(self) -> tuple["Unit", "Unit"]:
        """Return the first and the second half of a unit of at least two rows."""
        middle = (self.start + self.stop) // 2
        return self._replace(stop=middle), self._replace(start=middle)


def make_key(source: str) -> str:
    """Return a short digest of the name of a source, for names of files."""
    return blake2b(source.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()


def split_rows(source: str, rows: range, size: int, origin: int) -> Iterator[Unit]:
    """Yield units of so many rows, which are read from one place; the last one may be smaller."""
    for start in rows[::size]:
        stop = min(start + size, rows.stop)
        yield Unit(source, start, stop, origin, origin_row=rows.start)


def find_done_rows(folder: Path) -> dict[str, list[tuple[int, int]]]:
    """Return the rows whose results are in a folder, by the key of their source, in order."""
    done: dict[str, list[tuple[int, int]]] = {}
    for path in folder.iterdir():
        if match := _PART.fullmatch(path.name):
            done.setdefault(match[1], []).append((int(match[2]), int(match[3])))
    return {key: sorted(ranges) for key, ranges in done.items()}


def find_open_units(units: Iterable[Unit], done: Ranges) -> Iterator[Unit]:
    """Yield what is left of units: a half of one may be done."""
    for unit in units:
        ranges = done.get(make_key(unit.source), ())
        start = unit.start
        # A source may have very many units: only the ranges from this one on are looked at.
        for number in range(max(0, bisect_right(ranges, (start, start)) - 1), len(ranges)):
            done_start, done_stop = ranges[number]
            if done_start >= unit.stop:
                break
            if done_stop <= start:
                continue
            if done_start > start:
                yield unit._replace(start=start, stop=done_start)
            start = done_stop
        if start < unit.stop:
            yield unit._replace(start=start)
