"""Sources: Parquet files, JSON Lines and folders of documents as units, and the rows of a unit."""

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from plainlint.config.settings import Config
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError
from plainlint.core.files import is_file, make_relative
from plainlint.corpus.batch import InputColumns, iter_documents, validate_columns
from plainlint.corpus.rows import DocumentRow, clean_text, make_document
from plainlint.corpus.units import Unit, split_rows
from plainlint.document.readers import decode_file
from plainlint.run.discovery import discover_files, read_file
from plainlint.run.file_filter import FileFilter

_PARQUET = (".parquet", ".pq")
_LINES = (".jsonl", ".ndjson")
# Rows that are read at a time, and their size in bytes.
_MOST_ROWS = 64
_MOST_BYTES = 4 << 20
_READ_AHEAD = 1 << 20


class Reading(NamedTuple):
    """How the rows of a corpus are read.

    Attributes:
        top: the file or folder that was named.
        columns: the columns of documents.
        kept: columns that go to the results as they are.
        unit_rows: how many rows a unit has at most.
    """

    top: Path
    columns: InputColumns = InputColumns()
    kept: tuple[str, ...] = ()
    unit_rows: int = 500

    def get_path(self, source: str) -> Path:
        """Return the file that is a source."""
        return self.top / source if self.top.is_dir() else self.top


class PlannedSource(NamedTuple):
    """A source, a digest that changes if it does, and its units."""

    name: str
    digest: str
    units: tuple[Unit, ...]


def plan_sources(reading: Reading, config: Config) -> list[PlannedSource]:
    """Return the sources of a corpus with their units, in a fixed order.

    Raises:
        PlainlintError: there are none, a file can't be read, or a column is missing in one.
    """
    if not reading.top.exists():
        raise PlainlintError(f"{reading.top}: no such file or folder")
    if not reading.top.is_dir():
        return [_plan_file(reading.top.name, reading)]
    files = sorted(path for path in reading.top.rglob("*") if _is_table(path) and is_file(path))
    if files:
        return [_plan_file(path.relative_to(reading.top).as_posix(), reading) for path in files]
    documents = list_documents(reading.top, config)
    names = "\0".join(f"{path}\0{path.stat().st_size}" for path in documents)
    units = split_rows("", range(len(documents)), reading.unit_rows, 0)
    return [PlannedSource("", _digest(names), tuple(units))]


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in {*_PARQUET, *_LINES} and not path.name.startswith((".", "_"))


def list_documents(folder: Path, config: Config) -> Sequence[Path]:
    """Return the documents in a folder, in a fixed order.

    Raises:
        PlainlintError: it has none.
    """
    return discover_files([folder], FileFilter.from_config(config)).files


def _plan_file(name: str, reading: Reading) -> PlannedSource:
    path = reading.get_path(name)
    suffix = path.suffix.lower()
    try:
        if suffix in _PARQUET:
            units = list(_plan_row_groups(name, path, reading))
        elif suffix in _LINES:
            units = list(_plan_lines(name, path, reading.unit_rows))
        else:
            known = ", ".join((*_PARQUET, *_LINES))
            raise PlainlintError(
                f"{path}: this is neither a table nor a folder; known endings are {known}"
            )
        size = path.stat().st_size
    except (OSError, pa.ArrowException) as error:
        raise PlainlintError(f"{path}: can't be read: {error}") from error
    rows = units[-1].stop if units else 0
    return PlannedSource(name, _digest(f"{size} {rows}"), tuple(units))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _plan_row_groups(name: str, path: Path, reading: Reading) -> Iterator[Unit]:
    with pq.ParquetFile(path) as file:
        schema = file.schema_arrow
        validate_columns(schema, reading.columns, str(path))
        validate_columns(schema, InputColumns(reading.columns.text, *reading.kept), str(path))
        first = 0
        for group in range(file.metadata.num_row_groups):
            rows = range(first, first + file.metadata.row_group(group).num_rows)
            yield from split_rows(name, rows, reading.unit_rows, group)
            first = rows.stop


def _plan_lines(name: str, path: Path, unit_rows: int) -> Iterator[Unit]:
    with path.open("rb") as file:
        start = 0
        while True:
            offset = file.tell()
            rows = sum(1 for _ in islice(iter(file.readline, b""), unit_rows))
            if not rows:
                return
            yield Unit(name, start, start + rows, offset, origin_row=start)
            start += rows


def list_kept_fields(unit: Unit, reading: Reading) -> list[pa.Field]:
    """Return the fields of the columns of a source that go to its results."""
    names = list_kept_columns(reading)
    path = reading.get_path(unit.source)
    if not unit.source or path.suffix.lower() in _LINES:
        return [pa.field(name, pa.string()) for name in names if unit.source]
    schema = pq.read_schema(path)
    return [schema.field(name).remove_metadata() for name in names]


def list_kept_columns(reading: Reading) -> tuple[str, ...]:
    """Return the columns that go to the results: those of documents but the text, and others."""
    _, *described = reading.columns
    return tuple(dict.fromkeys(filter(None, (*described, *reading.kept))))


def read_unit(
    unit: Unit, reading: Reading, config: Config
) -> Iterator[tuple[str, int, DocumentRow]]:
    """Yield the rows of a unit: the name of the file, the number in it, and the document.

    Raises:
        OSError, ArrowException: the source can't be read.
    """
    if not unit.source:
        yield from _read_documents(unit, reading, config)
        return
    path = reading.get_path(unit.source)
    if path.suffix.lower() in _LINES:
        rows = _read_lines(unit, path, reading, config)
    else:
        rows = _read_row_group(unit, path, reading, config)
    for number, row in enumerate(rows, unit.start):
        yield unit.source, number, row


def _read_documents(
    unit: Unit, reading: Reading, config: Config
) -> Iterator[tuple[str, int, DocumentRow]]:
    for path in _list_documents_once(str(reading.top), _Settings(config))[unit.start : unit.stop]:
        source = decode_file(read_file(path, config, reading.top))
        yield make_relative(str(path), reading.top), 0, DocumentRow(source)


class _Settings(NamedTuple):
    """Settings, which have tables without a hash."""

    config: Config

    def __hash__(self) -> int:
        return hash(self.config.origin)


@remember(1)
def _list_documents_once(folder: str, settings: _Settings) -> Sequence[Path]:
    return list_documents(Path(folder), settings.config)


def _read_lines(unit: Unit, path: Path, reading: Reading, config: Config) -> Iterator[DocumentRow]:
    names = list_kept_columns(reading)
    with path.open("rb") as file:
        file.seek(unit.origin)
        lines = islice(file, unit.start - unit.origin_row, unit.stop - unit.origin_row)
        for line in lines:
            yield _read_line(line, names, reading.columns, config)


def _read_line(
    line: bytes, names: Sequence[str], columns: InputColumns, config: Config
) -> DocumentRow:
    nothing = (None,) * len(names)
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return DocumentRow(None, clean_text(f"the line is not JSON: {error}"), nothing)
    if not isinstance(values, dict):
        return DocumentRow(None, "the line is not a JSON object", nothing)
    kept = tuple(_make_text(values.get(name)) for name in names)
    content = values.get(columns.text)
    if not isinstance(content, str):
        problem = "it has no text" if content is None else f"its {columns.text!r} is not a text"
        return DocumentRow(None, problem, kept)
    audience, language, name = (values.get(key) if key else None for key in columns[1:])
    source = make_document(
        content, config, name=_make_text(name), audience=audience, language=_make_text(language)
    )
    return DocumentRow(source, kept=kept)


def _make_text(value: Any) -> str | None:
    if value is None:
        return None
    return clean_text(value if isinstance(value, str) else json.dumps(value))


def _read_row_group(
    unit: Unit, path: Path, reading: Reading, config: Config
) -> Iterator[DocumentRow]:
    kept = list_kept_columns(reading)
    names = tuple(dict.fromkeys((reading.columns.text, *kept)))
    group = _open_row_group(str(path), unit.origin, names)
    first = unit.start - unit.origin_row
    if group.position > first:
        _open_row_group.cache_clear()
        group = _open_row_group(str(path), unit.origin, names)
    for data in group.read(first, unit.stop - unit.origin_row):
        yield from iter_documents(data, reading.columns, config, kept)


class _OpenRowGroup:
    """A row group that is read from its start onwards.

    The units of a row group come one after another: only the first one needs to start over.
    """

    def __init__(self, path: str, group: int, names: Sequence[str]) -> None:
        # A buffer reads pages, where whole columns of a row group may not fit into memory.
        file = pq.ParquetFile(path, buffer_size=_READ_AHEAD, pre_buffer=False)
        metadata = file.metadata.row_group(group)
        size = metadata.total_byte_size // max(1, metadata.num_rows)
        rows = max(1, min(_MOST_ROWS, _MOST_BYTES // max(1, size)))
        self._batches = file.iter_batches(rows, [group], list(names), use_threads=False)
        # What is left of the last batch.
        self._rest: pa.RecordBatch | None = None
        self.position = 0

    def read(self, start: int, stop: int) -> Iterator[pa.RecordBatch]:
        """Yield the rows from `start` to `stop`; `start` must not be behind the position."""
        while self.position < stop:
            batch = self._rest or next(self._batches)
            skipped = max(0, min(start - self.position, batch.num_rows))
            taken = batch.slice(skipped, stop - self.position - skipped)
            used = skipped + taken.num_rows
            self._rest = batch.slice(used) if used < batch.num_rows else None
            self.position += used
            if taken.num_rows:
                yield taken


@remember(1)
def _open_row_group(path: str, group: int, names: tuple[str, ...]) -> _OpenRowGroup:
    return _OpenRowGroup(path, group, names)
