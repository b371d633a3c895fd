"""Rows: the entries of a glossary file, each with its place, from CSV, JSON or YAML."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.glossary.entries import FIELDS

Row = tuple[str, Mapping[str, Any]]


def csv_rows(text: str, name: str) -> Iterator[Row]:
    """The rows of a table with a header; `aliases` are split at semicolons.

    Raises:
        PlainlintError: it is not CSV, a column is missing or unknown, or a row has another length.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = next(reader, [])
        check_fields(head, FIELDS, f"{name}:1")
        if "term" not in head:
            raise PlainlintError(f"{name}:1: the column 'term' is missing")
        for cells in reader:
            if not cells:
                continue
            where = f"{name}:{reader.line_num}"
            if len(cells) != len(head):
                raise PlainlintError(f"{where}: the row has more or fewer cells than the header")
            row: dict[str, Any] = dict(zip(head, cells, strict=True))
            row["aliases"] = [each.strip() for each in row.get("aliases", "").split(";")]
            yield where, row
    except csv.Error as error:
        raise PlainlintError(f"{name}:{reader.line_num}: not CSV: {error}") from error


def listed_rows(data: Any, name: str, key: str, fields: Iterable[str]) -> Iterator[Row]:
    """The entries of a list, or of the list under `key`.

    Raises:
        PlainlintError: there is no such list, or an entry of it has other keys.
    """
    rows = data.get(key) if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise PlainlintError(f"{name}: a glossary is a list of terms, or has one under '{key}'")
    for number, row in enumerate(rows, 1):
        where = f"{name}: entry {number}"
        if not isinstance(row, dict):
            raise PlainlintError(f"{where}: an entry has keys, 'term' at least")
        check_fields(row, fields, where)
        yield where, row


def json_data(text: str, name: str) -> Any:
    """The content of a JSON file; an error names the line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error


def yaml_data(text: str, name: str) -> Any:
    """The content of a YAML file, values as written; an error names the line."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlainlintError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise PlainlintError(f"{name}: not YAML: {str(error).splitlines()[0]}") from error


def check_fields(fields: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise an error for the first field that is not known."""
    for field in fields:
        if field not in known:
            raise PlainlintError(f"{where}: unknown field {field!r}{did_you_mean(field, known)}")
