"""Work: check the documents of one unit and write their results, in whatever process it is."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from plainlint.config.settings import Config
from plainlint.core.files import write_atomically
from plainlint.corpus.columns import list_result_fields, make_result_columns
from plainlint.corpus.rows import DocumentRow, ResultRow, check_row, get_linter
from plainlint.corpus.sources import Reading, list_kept_fields, read_unit
from plainlint.corpus.time_limit import TimeLimitError, limit_time
from plainlint.corpus.units import Unit

# Documents whose results are kept as Python objects at a time.
_PIECE = 64
_PLACE = (pa.field("source", pa.string()), pa.field("row", pa.int64()))
_CheckedRow = tuple[str, int, DocumentRow, ResultRow]


class Job(NamedTuple):
    """What all units of a run share. It can be sent to another machine.

    Attributes:
        reading: how rows are read.
        output: the folder for results.
        config: the settings.
        today: the date that counts as today.
        with_findings: whether results have all findings.
        seconds: the time limit for one document; 0 for none.
        driver: the process that the work is for, if it is on this machine; else 0.
    """

    reading: Reading
    output: Path
    config: Config
    today: date
    with_findings: bool = True
    seconds: float = 0
    driver: int = 0


class UnitOutcome(NamedTuple):
    """How many documents of a unit were checked, and how many of them could not be."""

    rows: int
    errors: int


def check_unit(job: Job, unit: Unit) -> UnitOutcome:
    """Check the documents of a unit, and put the file with their results into its place.

    Raises:
        PlainlintError: the settings are wrong, or the file can't be written.
        OSError, ArrowException: the source can't be read.
    """
    errors, pieces = 0, []
    fields = _list_fields(job, unit)
    rows = _check_rows(job, unit)
    while piece := list(islice(rows, _PIECE)):
        errors += sum(result.error is not None for *_, result in piece)
        pieces.append(_make_batch(piece, fields, with_findings=job.with_findings))
        # Otherwise Arrow keeps what it has read.
        pa.default_memory_pool().release_unused()
    _end_if_orphaned(job)
    _write(job, unit, pa.Table.from_batches(pieces, pa.schema(fields)))
    pa.default_memory_pool().release_unused()
    return UnitOutcome(unit.rows, errors)


def _list_fields(job: Job, unit: Unit) -> list[pa.Field]:
    """Return the columns of the results; names that the results use themselves go first."""
    results = list_result_fields(with_findings=job.with_findings)
    taken = {field.name for field in (*_PLACE, *results)}
    kept = [
        field.with_name(f"input_{field.name}") if field.name in taken else field
        for field in list_kept_fields(unit, job.reading)
    ]
    return [*_PLACE, *kept, *results]


def _check_rows(job: Job, unit: Unit) -> Iterator[_CheckedRow]:
    linter = get_linter(job.config, job.today)
    for source, number, row in read_unit(unit, job.reading, job.config):
        _end_if_orphaned(job)
        if unit.problem:
            yield source, number, row, ResultRow(error=unit.problem)
            continue
        try:
            with limit_time(job.seconds):
                result = check_row(row, linter, with_findings=job.with_findings)
        except TimeLimitError:
            result = ResultRow(error=f"it took longer than {job.seconds:g} seconds")
        yield source, number, row, result


def _make_batch(
    rows: list[_CheckedRow], fields: list[pa.Field], *, with_findings: bool
) -> pa.RecordBatch:
    sources, numbers, documents, results = zip(*rows, strict=True)
    values: list[Any] = [sources, numbers, *zip(*(row.kept for row in documents), strict=True)]
    arrays = [
        pa.array(column, field.type) for column, field in zip(values, fields, strict=False)
    ] + make_result_columns(results, with_findings=with_findings)
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields))


def _end_if_orphaned(job: Job) -> None:
    """End this process if its driver was killed: another run may do its unit already."""
    if job.driver and os.getppid() != job.driver:
        os._exit(1)


def write_lost_row(job: Job, unit: Unit) -> UnitOutcome:
    """Write the error of a row that can't even be read, with nothing else of it."""
    fields = _list_fields(job, unit)
    others = len(fields) - len(_PLACE) - len(list_result_fields(with_findings=job.with_findings))
    row = DocumentRow(None, unit.problem, (None,) * others)
    result = ResultRow(error=unit.problem)
    batch = _make_batch(
        [(unit.source, unit.start, row, result)], fields, with_findings=job.with_findings
    )
    _write(job, unit, pa.Table.from_batches([batch]))
    return UnitOutcome(1, 1)


def _write(job: Job, unit: Unit, table: pa.Table) -> None:
    file = BytesIO()
    pq.write_table(table, file, compression="zstd")
    write_atomically(job.output / unit.file_name, file.getvalue())


def remove_leftovers(folder: Path) -> None:
    """Remove what processes that were killed while they wrote have left in a folder."""
    for path in folder.glob(".part-*"):
        with suppress(OSError):
            path.unlink()
