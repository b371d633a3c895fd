"""Columns: results of documents as Arrow arrays."""

from collections.abc import Sequence
from itertools import accumulate, chain

import pyarrow as pa

from plainlint.corpus.rows import FINDING_FIELDS, ResultRow

_COUNTS = frozenset(("start", "end", "line", "column"))
FINDINGS = pa.list_(
    pa.struct([(name, pa.int32() if name in _COUNTS else pa.string()) for name in FINDING_FIELDS])
)
_TYPES = {
    "grade_low": pa.float64(),
    "grade_high": pa.float64(),
    "ease_low": pa.float64(),
    "ease_high": pa.float64(),
    "scale": pa.string(),
    "words": pa.int32(),
    "sentences": pa.int32(),
    "hard_sentences": pa.int32(),
    "difficulty": pa.float64(),
    "unexplained_terms": pa.int32(),
    "language": pa.string(),
    "verdict": pa.string(),
    "findings": FINDINGS,
    "error": pa.string(),
}


def list_result_fields(*, with_findings: bool) -> list[pa.Field]:
    """Return the fields of the columns that results have."""
    return [
        pa.field(name, kind) for name, kind in _TYPES.items() if with_findings or name != "findings"
    ]


def make_result_columns(rows: Sequence[ResultRow], *, with_findings: bool) -> list[pa.Array]:
    """Return the results of documents as arrays, in the order of `list_result_fields`."""
    fields = list_result_fields(with_findings=with_findings)
    return [
        _make_findings([row.findings for row in rows])
        if field.name == "findings"
        else pa.array([getattr(row, field.name) for row in rows], field.type)
        for field in fields
    ]


def _make_findings(lists: Sequence[list[tuple[object, ...]] | None]) -> pa.Array:
    """Return the findings of documents as one array; column by column is far faster."""
    ends = list(accumulate(len(findings or ()) for findings in lists))
    # A document without a list has no start: that makes it null, and not empty.
    starts = [
        None if findings is None else end - len(findings)
        for findings, end in zip(lists, ends, strict=True)
    ]
    offsets = pa.array([*starts, ends[-1] if ends else 0], pa.int32())
    values = list(zip(*chain.from_iterable(findings or () for findings in lists), strict=True))
    struct = FINDINGS.value_type
    columns = [
        pa.array(values[number] if values else [], struct.field(number).type)
        for number in range(struct.num_fields)
    ]
    flat = pa.StructArray.from_arrays(columns, fields=list(struct))
    return pa.ListArray.from_arrays(offsets, flat)
