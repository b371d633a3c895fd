"""Glossary files: CSV, JSON or YAML to a Glossary, with file and row in every error."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from plainlint.errors import PlainlintError
from plainlint.glossary.model import Glossary, Term, layered
from plainlint.nearest import did_you_mean

_FIELDS = frozenset({"term", "id", "url", "aliases", "plain", "linked", "documents"})


@cache
def default_glossary() -> Glossary:
    """The glossary that comes with plainlint: a starter list, and the seed documents' popups."""
    shipped = Path(__file__).parent
    layers = (
        (name, (shipped / name).read_text(encoding="utf-8"))
        for name in ("starter.csv", "seeds.json")
    )
    return layered(read_glossary(text, name) for name, text in layers)


def load_glossary(path: Path) -> Glossary:
    """Read a glossary file.

    Raises:
        PlainlintError: the file can't be read, or a row of it is wrong.
    """
    try:
        return read_glossary(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise PlainlintError(f"{path}: the glossary can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: the glossary is not UTF-8") from error


def read_glossary(text: str, name: str) -> Glossary:
    """Read a glossary from text; `name` is its file name, whose ending tells the format.

    Raises:
        PlainlintError: a row is wrong, or two terms share a name.
    """
    suffix = name.rpartition(".")[2].lower()
    rows = _csv_rows(text, name) if suffix == "csv" else _data_rows(text, name, suffix)
    owner: dict[str, tuple[str, str]] = {}
    terms = []
    for where, row in rows:
        term = _term(row, where)
        for each in term.names:
            other, place = owner.setdefault(each.lower(), (term.name, where))
            if place != where:
                raise PlainlintError(f"{where}: {each!r} is a name of {other!r} too ({place})")
        terms.append(term)
    return Glossary(tuple(terms))


def _csv_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = next(reader, [])
        _known(head, f"{name}:1")
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


def _data_rows(text: str, name: str, suffix: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    data = _json(text, name) if suffix == "json" else _yaml(text, name)
    rows = data.get("terms") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise PlainlintError(f"{name}: a glossary is a list of terms, or has one under 'terms'")
    for number, row in enumerate(rows, 1):
        where = f"{name}: entry {number}"
        if not isinstance(row, dict):
            raise PlainlintError(f"{where}: an entry has keys, 'term' at least")
        _known(row, where)
        yield where, row


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error


def _yaml(text: str, name: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlainlintError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise PlainlintError(f"{name}: not YAML: {str(error).splitlines()[0]}") from error


def _known(fields: Iterable[str], where: str) -> None:
    for field in fields:
        if field not in _FIELDS:
            raise PlainlintError(f"{where}: unknown field {field!r}{did_you_mean(field, _FIELDS)}")


def _term(row: Mapping[str, Any], where: str) -> Term:
    name = _one_line(row.get("term") or "")
    if not name:
        raise PlainlintError(f"{where}: the term has no name")
    aliases = row.get("aliases") or []
    if not isinstance(aliases, list):
        raise PlainlintError(f"{where}: 'aliases' must be a list")
    names = dict.fromkeys([name, *map(_one_line, aliases)])
    texts = {key: str(row.get(key) or "").strip() for key in ("id", "url", "plain")}
    try:
        numbers = {key: int(row.get(key) or 0) for key in ("linked", "documents")}
    except (TypeError, ValueError) as error:
        raise PlainlintError(f"{where}: 'linked' and 'documents' are numbers") from error
    kept = tuple(each for each in names if each)
    return Term(
        kept, texts["id"], texts["url"], texts["plain"], numbers["linked"], numbers["documents"]
    )


def _one_line(value: object) -> str:
    """A name as text shows it: single spaces, no line ends."""
    return " ".join(str(value).split())
